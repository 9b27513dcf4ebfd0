"""The pipes of this process, one a mode: shared by threads in turn, never by a forked child, ended at exit."""

import atexit
import os
import threading
import time
from collections.abc import Sequence
from pathlib import Path

from .apertium_process import Pipe, PipeBroken, PipeStalled, stages_of
from .exceptions import EngineTimeout


class Line:
    """One mode's pipe and its lock."""

    def __init__(self, mode_file: Path) -> None:
        self._mode_file = mode_file
        self._lock = threading.Lock()
        self._pipe: Pipe | None = None

    def run(self, segments: Sequence[bytes], deadline: float, patience: float) -> list[bytes]:
        """Send segments through; where the pipe breaks or stalls, once more through a new one."""
        if not self._lock.acquire(timeout=max(0.0, deadline - time.monotonic())):
            raise EngineTimeout("Apertium was busy with other texts")
        try:
            try:
                return self._run(segments, deadline, patience)
            except (PipeBroken, PipeStalled):
                return self._run(segments, deadline, patience)
        finally:
            self._lock.release()

    def process_ids(self) -> list[int]:
        """Of the running stages; none before the first text."""
        return self._pipe.process_ids if self._pipe else []

    def close(self) -> None:
        """End the stages; the next text starts new ones."""
        with self._lock:
            self._drop()

    def forget(self) -> None:
        """In a forked child: the stages are the parent's."""
        if self._pipe:
            self._pipe.forget()

    def _run(self, segments: Sequence[bytes], deadline: float, patience: float) -> list[bytes]:
        if time.monotonic() >= deadline:
            raise EngineTimeout("Apertium had no time left")
        if self._pipe and not self._pipe.is_alive():
            self._drop()
        if self._pipe is None:
            self._pipe = Pipe(stages_of(self._mode_file))
        whole = False
        try:
            answers = self._pipe.run(segments, deadline, patience)
            whole = True
        finally:
            if not whole:
                self._drop()
        return answers

    def _drop(self) -> None:
        if self._pipe:
            self._pipe.close()
        self._pipe = None


_lines: dict[Path, Line] = {}
_lines_lock = threading.Lock()


def line_for(mode_file: Path) -> Line:
    """The line of a mode in this process; it starts nothing yet."""
    with _lines_lock:
        return _lines.setdefault(mode_file, Line(mode_file))


def close_all() -> None:
    """End every pipe of this process; for the end of the process, and for tests."""
    with _lines_lock:
        for line in _lines.values():
            line.close()
        _lines.clear()


def _forget_all() -> None:
    global _lines_lock
    _lines_lock = threading.Lock()
    for line in _lines.values():
        line.forget()
    _lines.clear()


atexit.register(close_all)
os.register_at_fork(after_in_child=_forget_all)
