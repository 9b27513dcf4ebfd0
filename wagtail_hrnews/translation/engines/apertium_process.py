"""Apertium's stages as processes that stay alive: one pipe of about 13 programs, fed segment by segment.

Segments are ended by NUL, which makes each stage flush; a nonce after the last one shows that nothing was lost on the
way. A pipe that died, fell silent or lost step is thrown away whole: what it said in that round is never used.
"""

import contextlib
import os
import secrets
import selectors
import shlex
import shutil
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path

from .exceptions import EngineError, EngineNotInstalled, EngineTimeout, EngineUnavailable

WBLANK_MODE = "apertium-wblank-mode"
CHUNK = 65536


class PipeBroken(EngineUnavailable):
    """A stage died, or the answer lost step; a new pipe may do."""


class PipeStalled(EngineTimeout):
    """Not a byte for too long; a new pipe may do."""


def stages_of(mode_file: Path) -> list[list[str]]:
    """The commands of a mode, with null flush, word-bound blanks and marks on unknown words; no shell runs them."""
    program = shutil.which(WBLANK_MODE)
    if program is None:
        raise EngineNotInstalled(f"{WBLANK_MODE} is not installed")
    try:
        listed = subprocess.run(  # noqa: S603 - a program of the system, and a path from the site's own settings
            [program, "-z", str(mode_file)], capture_output=True, text=True, timeout=10, env=_environment(), check=False
        )
    except OSError as error:
        raise _not_started(error) from error
    words = shlex.shlex(listed.stdout, posix=True, punctuation_chars="|")
    words.whitespace_split = True
    stages: list[list[str]] = [[]]
    for word in words:
        if word == "|":
            stages.append([])
        elif word != "$2":
            stages[-1].append("-g" if word == "$1" else word)
    if listed.returncode or not all(stages):
        raise EngineNotInstalled(f"{mode_file.name} cannot be read as a mode of Apertium")
    return stages


class Pipe:
    """The running stages of one mode. Not safe for threads; belongs to the process that made it."""

    def __init__(self, stages: Sequence[Sequence[str]]) -> None:
        self._processes: list[subprocess.Popen[bytes]] = []
        self._input = self._output = -1
        try:
            self._start(stages)
        except OSError as error:
            self.close()
            raise _not_started(error) from error

    @property
    def process_ids(self) -> list[int]:
        """Of the stages, in order."""
        return [process.pid for process in self._processes]

    def is_alive(self) -> bool:
        """Whether no stage has ended; also takes note of those that have, so that none stays a zombie."""
        codes = [process.poll() for process in self._processes]
        return all(code is None for code in codes)

    def run(self, segments: Sequence[bytes], deadline: float, patience: float) -> list[bytes]:
        """Send segments, get one answer each. ``patience`` is how many seconds may pass without a byte.

        Raises ``PipeBroken`` or ``PipeStalled``, or ``EngineTimeout`` at the deadline; the pipe is of no use after.
        """
        nonce = f"[n{secrets.token_hex(8)}]".encode()
        answers = self._exchange(b"".join(segment + b"\0" for segment in (*segments, nonce)), deadline, patience)
        if len(answers) != len(segments) + 1 or answers[-1] != nonce:
            raise PipeBroken("Apertium lost step")
        return answers[:-1]

    def close(self) -> None:
        """End every stage and wait for it."""
        self._close_ends()
        for process in self._processes:
            process.kill()
        for process in self._processes:
            process.wait()

    def forget(self) -> None:
        """In a forked child: let go of the parent's processes without ending them."""
        self._close_ends()
        for process in self._processes:
            process.returncode = 0

    def _start(self, stages: Sequence[Sequence[str]]) -> None:
        self._output, self._input = os.pipe()
        for stage in stages:
            next_read, write_end = os.pipe()
            try:
                self._processes.append(_spawn(stage, self._output, write_end))
            finally:
                os.close(self._output)
                os.close(write_end)
                self._output = next_read
        os.set_blocking(self._input, False)
        os.set_blocking(self._output, False)

    def _close_ends(self) -> None:
        for end in (self._input, self._output):
            with contextlib.suppress(OSError):
                os.close(end)
        self._input = self._output = -1

    def _exchange(self, question: bytes, deadline: float, patience: float) -> list[bytes]:
        """Write and read at once, since a full pipe stops both sides; until as many NULs came back as were sent."""
        wanted = question.count(b"\0")
        answer = bytearray()
        rest = memoryview(question)
        with selectors.DefaultSelector() as selector:
            selector.register(self._output, selectors.EVENT_READ)
            selector.register(self._input, selectors.EVENT_WRITE)
            while answer.count(b"\0") < wanted:
                for key, _ in _ready(selector, deadline, patience):
                    if key.fd == self._output:
                        answer += self._read()
                    elif rest := rest[self._write(rest) :]:
                        continue
                    else:
                        selector.unregister(self._input)
        return bytes(answer).split(b"\0")[:-1]

    def _read(self) -> bytes:
        data = os.read(self._output, CHUNK)
        if not data:
            raise PipeBroken("a stage of Apertium died")
        return data

    def _write(self, data: memoryview) -> int:
        try:
            return os.write(self._input, data[:CHUNK])
        except BrokenPipeError as error:
            raise PipeBroken("the first stage of Apertium died") from error


def _ready(
    selector: selectors.BaseSelector, deadline: float, patience: float
) -> list[tuple[selectors.SelectorKey, int]]:
    left = deadline - time.monotonic()
    ready = selector.select(min(left, patience)) if left > 0 else []
    if ready:
        return ready
    if left <= patience:
        raise EngineTimeout("Apertium had no time left")
    raise PipeStalled("Apertium fell silent")


def _spawn(stage: Sequence[str], read_end: int, write_end: int) -> "subprocess.Popen[bytes]":
    """Start a stage in a session of its own: Ctrl-C is for us, and ends the stages when we do."""
    return subprocess.Popen(  # noqa: S603 - programs of the system, named by Apertium's own mode file
        list(stage),
        stdin=read_end,
        stdout=write_end,
        stderr=subprocess.DEVNULL,
        env=_environment(),
        start_new_session=True,
    )


def _not_started(error: OSError) -> EngineError:
    """A missing program stays missing; a lack of memory or processes may pass."""
    if isinstance(error, FileNotFoundError | PermissionError):
        return EngineNotInstalled(f"a program of Apertium cannot be started: {error.strerror}")
    return EngineUnavailable(f"Apertium cannot be started now: {error.strerror}")


def _environment() -> dict[str, str]:
    """No secret of ours is theirs to inherit; the stages read UTF-8 only if the locale says so."""
    return {"PATH": os.environ.get("PATH", os.defpath), "LC_ALL": "C.UTF-8"}
