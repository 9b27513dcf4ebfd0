"""Child processes that live and end together with their parent."""

import contextlib
import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Self

PATIENCE = 10.0
"""Seconds that a child may take to finish what it is doing before it is killed."""
_PR_SET_PDEATHSIG = 1


class Processes:
    """Children in process groups of their own: Ctrl-C reaches the parent alone, which ends them in good order."""

    def __init__(self, folder: Path, variables: Mapping[str, str]) -> None:
        self._folder = folder
        self._variables = dict(variables)
        self._children: dict[str, subprocess.Popen[bytes]] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        self.stop()

    def start(self, name: str, *command: str) -> None:
        self._children[name] = subprocess.Popen(
            command,
            cwd=self._folder,
            env=self._variables,
            stdin=subprocess.DEVNULL,
            start_new_session=True,
            preexec_fn=_end_with_parent,
        )

    def ended(self) -> tuple[str, int] | None:
        """The first child that ended by itself, and its exit code."""
        codes = ((name, child.poll()) for name, child in self._children.items())
        return next(((name, code) for name, code in codes if code is not None), None)

    def stop(self) -> None:
        """Ask all to end, wait, then kill whatever is left of their groups; signals have to wait meanwhile."""
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, signal.SIG_IGN)
        for child in self._children.values():
            if child.poll() is None:
                child.terminate()
        deadline = time.monotonic() + PATIENCE
        for child in self._children.values():
            with contextlib.suppress(subprocess.TimeoutExpired):
                child.wait(max(0.0, deadline - time.monotonic()))
        for child in self._children.values():
            with contextlib.suppress(ProcessLookupError):
                os.killpg(child.pid, signal.SIGKILL)
            child.wait()


def _end_with_parent() -> None:
    """Ask Linux to end the child where the parent is killed and cannot do it; elsewhere nobody does."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)
