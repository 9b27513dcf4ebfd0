"""The demo: sets everything up, then runs the web server, the task worker and what cron would do, until Ctrl-C.

``HOST`` and ``PORT`` choose the address, ``ENGINE`` the machine-translation engine, ``HRNEWS_VAR`` where the data is.
"""

import contextlib
import errno
import fcntl
import json
import os
import shutil
import signal
import socket
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import environment
from environment import PYTHON, ROOT, SetupError, say
from processes import Processes

VAR = Path(os.environ.get("HRNEWS_VAR") or ROOT / "var")
DATA = ("db.sqlite3", "db.sqlite3-wal", "db.sqlite3-shm", "db.sqlite3-journal", "media", "demo-logins.json")
ENGINES = ("apertium", "dummy", "google")
APERTIUM_PACKAGE = "apertium-eng-spa"
STARTING = 60.0
"""Seconds that the web server may take until it answers."""


class Stopped(BaseException):
    """Someone pressed Ctrl-C or asked this process to end."""


@dataclass(frozen=True, slots=True)
class Address:
    """Where the web server listens, and how a browser on this machine reaches it."""

    host: str
    port: int

    @classmethod
    def chosen(cls) -> "Address":
        port = os.environ.get("PORT") or "8000"
        if not (port.isdecimal() and 0 < int(port) < 65536):
            raise SetupError(f"PORT={port} is no port: give a number from 1 to 65535.")
        return cls(os.environ.get("HOST") or "127.0.0.1", int(port))

    @property
    def url(self) -> str:
        return f"http://{self._bracketed(self.reachable)}:{self.port}"

    @property
    def listen(self) -> str:
        return f"{self._bracketed(self.host)}:{self.port}"

    @property
    def reachable(self) -> str:
        """A host that can be called: "all addresses" cannot."""
        return {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(self.host, self.host)  # noqa: S104

    def refuse_if_taken(self) -> None:
        try:
            kind, *_, place = socket.getaddrinfo(self.host, self.port, type=socket.SOCK_STREAM)[0]
            with socket.socket(kind) as listener:
                listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                listener.bind(place)
        except PermissionError as error:
            raise SetupError(f"No permission to listen on port {self.port}: PORT=8000 make demo.") from error
        except OSError as error:
            if isinstance(error, socket.gaierror) or error.errno == errno.EADDRNOTAVAIL:
                raise SetupError(f"HOST={self.host} is no address of this machine.") from error
            message = f"Cannot listen on {self.listen} ({error.strerror}): is something else running there? "
            raise SetupError(f"{message}Choose another port: PORT={self.port + 1} make demo.") from error

    def answers(self) -> bool:
        with contextlib.suppress(OSError), socket.create_connection((self.reachable, self.port), timeout=1):
            return True
        return False

    @staticmethod
    def _bracketed(host: str) -> str:
        return f"[{host}]" if ":" in host else host


def main(arguments: list[str]) -> int:
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, _stop)
    try:
        with _alone():
            return reset() if arguments == ["reset"] else start()
    except Stopped:
        print("\nStopped.", flush=True)
        return 0
    except SetupError as error:
        print(error, file=sys.stderr, flush=True)
        return 1


def start() -> int:
    address = Address.chosen()
    address.refuse_if_taken()
    _refuse_if_read_only(ROOT)
    environment.prepare("demo")
    variables = {
        "DJANGO_SETTINGS_MODULE": "sandbox.settings.all",
        "HRNEWS_ENGINE": choose_engine(),
        "HRNEWS_VAR": str(VAR),
        "HRNEWS_BASE_URL": address.url,
        "PYTHONPATH": str(ROOT),
    }
    say("Preparing the site …")
    if environment.run(PYTHON, "scripts/demo_site.py", "prepare", env=variables):
        raise SetupError("The site could not be prepared (see above); make demo-reset drops its data.")
    return _serve(address, environment.environ(variables))


def reset() -> int:
    """Drop the database and the uploaded files; the next start makes the samples anew."""
    for name in DATA:
        path = VAR / name
        try:
            shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)
        except OSError as error:
            raise SetupError(f"Cannot delete {path}: {error.strerror}.") from error
    say(f"The demo's data in {VAR} is gone.")
    return 0


def choose_engine() -> str:
    """The engine that was asked for; else Apertium, which is brought where we may, else the placeholder."""
    asked = os.environ.get("ENGINE", "").lower()
    if asked not in {"", *ENGINES}:
        raise SetupError(f"ENGINE={asked} is not known: choose {', '.join(ENGINES)}.")
    if asked in {"dummy", "google"} or _has_apertium():
        return asked or "apertium"
    if environment.can_install_packages() and environment.apt_install([APERTIUM_PACKAGE]) and _has_apertium():
        return "apertium"
    line = f"sudo apt-get install {APERTIUM_PACKAGE}"
    if asked == "apertium":
        raise SetupError(f"ENGINE=apertium, but Apertium is not on this machine; install it with: {line}")
    say(f"Apertium is not on this machine: drafts will be placeholders. To have real ones: {line}")
    return "dummy"


def _has_apertium() -> bool:
    return bool(shutil.which("apertium")) and Path("/usr/share/apertium/modes/eng-spa.mode").is_file()


def _serve(address: Address, variables: dict[str, str]) -> int:
    with Processes(ROOT, variables) as processes:
        python = str(PYTHON)
        serve = (python, "-m", "waitress", f"--listen={address.listen}", "--threads=8", "sandbox.wsgi:application")
        processes.start("web server", *serve)
        quietly = ("--interval=0.3", "--no-startup-delay", "--verbosity=0")
        processes.start("task worker", python, "sandbox/manage.py", "db_worker", *quietly)
        processes.start("scheduler", python, "scripts/demo_site.py", "schedule")
        if _wait_for(address, processes):
            print(_welcome(address), flush=True)
            while not processes.ended():
                time.sleep(0.2)
        name, code = processes.ended() or ("web server", 0)
    raise SetupError(f"The {name} ended by itself (exit code {code}), so the demo was stopped.")


def _wait_for(address: Address, processes: Processes) -> bool:
    deadline = time.monotonic() + STARTING
    while time.monotonic() < deadline and not processes.ended():
        if address.answers():
            return True
        time.sleep(0.1)
    if not processes.ended():
        raise SetupError(f"The web server did not answer within {STARTING:.0f} seconds.")
    return False


def _welcome(address: Address) -> str:
    logins = json.loads((VAR / "demo-logins.json").read_text(encoding="utf-8"))
    lines = [
        "",
        "The demo is running.",
        f"  English    {address.url}/en/",
        f"  Español    {address.url}/es/",
        f"  Admin      {address.url}/admin/",
        "",
        "  Login        Password          Group",
        *(f"  {name:<12} {password:<17} {group}" for name, password, group in logins),
        "",
        "Ctrl-C ends it; make demo-reset drops its data.",
    ]
    return "\n".join(lines)


@contextlib.contextmanager
def _alone() -> Iterator[None]:
    """Keep two demos off the same data."""
    _refuse_if_read_only(VAR)
    with (VAR / "demo.lock").open("w", encoding="utf-8") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise SetupError(f"The demo is already running on the data in {VAR}: stop it first.") from error
        yield


def _refuse_if_read_only(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        probe = folder / f".writable-{os.getpid()}"
        probe.touch()
        probe.unlink()
    except OSError as error:
        raise SetupError(f"Cannot write in {folder}: {error.strerror}.") from error


def _stop(*_: object) -> None:
    raise Stopped
