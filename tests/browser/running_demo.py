"""The demo as ``make demo`` starts it, with all its processes, on data and a port of its own."""

import contextlib
import os
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from tests.wheels import ROOT

STARTING = 180.0
"""Seconds for migrations, the samples and their machine drafts."""
ENDING = 30.0


class RunningDemo:
    """Real web server, real task worker, real Apertium, real SQLite file."""

    def __init__(self, folder: Path) -> None:
        self._log = folder / "demo.log"
        self._var = folder / "var"
        port = _free_port()
        self.url = f"http://127.0.0.1:{port}"
        variables = {
            **{name: value for name, value in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"},
            "HRNEWS_VENV": sys.prefix,
            "HRNEWS_SETUP": "skip",
            "HRNEWS_VAR": str(self._var),
            "HRNEWS_DATABASE": "sqlite",
            "ENGINE": "apertium",
            "HOST": "127.0.0.1",
            "PORT": str(port),
        }
        with self._log.open("wb") as log:
            command = [sys.executable, "scripts/demo.py"]
            self._process = subprocess.Popen(command, cwd=ROOT, env=variables, stdout=log, stderr=subprocess.STDOUT)

    @property
    def printed(self) -> str:
        return self._log.read_text(encoding="utf-8")

    def wait(self) -> None:
        deadline = time.monotonic() + STARTING
        while "The demo is running." not in self.printed:
            assert self._process.poll() is None, self.printed
            assert time.monotonic() < deadline, self.printed
            time.sleep(0.1)

    def password_of(self, login: str) -> str:
        """As printed for whoever starts the demo."""
        rows = (line.split() for line in self.printed.splitlines())
        return next(row[1] for row in rows if len(row) == 3 and row[0] == login)

    def stored(self, query: str, *values: str) -> list[tuple[Any, ...]]:
        """What the database holds, where no page tells it."""
        with contextlib.closing(sqlite3.connect(f"file:{self._var}/db.sqlite3?mode=ro", uri=True)) as database:
            return database.execute(query, values).fetchall()

    def stop(self) -> None:
        self._process.send_signal(signal.SIGTERM)
        self._process.wait(ENDING)


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]
