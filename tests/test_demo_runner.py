"""``make demo``: it starts everything, ends everything, and says in one line what stands in its way."""

import ast
import contextlib
import os
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest

import demo_runner
from tests.wheels import ROOT

pytestmark = [pytest.mark.demo, pytest.mark.whole]

SECOND_START = 10.0
"""Seconds that a start with everything in place may take."""
FIRST_START = 240.0
TITLE = "Kept over a second start"


class Demo:
    """A demo of its own: its own data and port, on the environment that the tests run in."""

    def __init__(self, var: Path, port: int) -> None:
        self.var = var
        self.url = f"http://127.0.0.1:{port}"
        self._log = var.with_suffix(".log")
        self.variables = {
            **{name: value for name, value in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"},
            "HRNEWS_VENV": sys.prefix,
            "HRNEWS_SETUP": "skip",
            "HRNEWS_VAR": str(var),
            "HRNEWS_DATABASE": "sqlite",
            "ENGINE": "dummy",
            "HOST": "127.0.0.1",
            "PORT": str(port),
        }

    def start(self, patience: float) -> subprocess.Popen[bytes]:
        with self._log.open("wb") as log:
            command = [sys.executable, "scripts/demo.py"]
            process = subprocess.Popen(command, cwd=ROOT, env=self.variables, stdout=log, stderr=subprocess.STDOUT)
        deadline = time.monotonic() + patience
        while "The demo is running." not in self.printed and process.poll() is None and time.monotonic() < deadline:
            time.sleep(0.1)
        assert process.poll() is None, self.printed
        assert "The demo is running." in self.printed, self.printed
        return process

    @property
    def printed(self) -> str:
        return self._log.read_text(encoding="utf-8")

    def refused(self, *arguments: str, **variables: str) -> str:
        """Start it where something stands in the way; returns the one line that it says."""
        done = subprocess.run(
            [sys.executable, "scripts/demo.py", *arguments],
            cwd=ROOT,
            env={**self.variables, **variables},
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        assert done.returncode == 1, done.stdout
        assert done.stderr.count("\n") == 1, done.stderr
        return done.stderr.strip()

    def processes(self) -> dict[int, str]:
        """Every process that works on this demo's data, wherever it came from."""
        found = {}
        for folder in Path("/proc").glob("[0-9]*"):
            with contextlib.suppress(OSError):
                if f"HRNEWS_VAR={self.var}\0".encode() in folder.joinpath("environ").read_bytes():
                    found[int(folder.name)] = folder.joinpath("cmdline").read_text().replace("\0", " ").strip()
        return {pid: command for pid, command in found.items() if command}

    def pid_of(self, words: str) -> int:
        (pid,) = (pid for pid, command in self.processes().items() if words in command)
        return pid


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Demo:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return Demo(tmp_path_factory.mktemp("demo") / "var", free.getsockname()[1])


@pytest.fixture
def running(demo: Demo) -> Iterator[subprocess.Popen[bytes]]:
    process = demo.start(FIRST_START)
    yield process
    process.send_signal(signal.SIGTERM)
    process.wait(30)


def test_demo_serves_works_and_ends_with_ctrl_c(demo: Demo, running: subprocess.Popen[bytes]) -> None:
    for path in ("/en/", "/es/", "/admin/"):
        assert demo.url + path in demo.printed
        with urlopen(demo.url + path, timeout=30) as page:  # noqa: S310  (our own server)
            assert page.status == 200
    for login in ("admin", "editor", "reviewer", "moderator"):
        assert f"\n  {login} " in demo.printed
    assert demo.pid_of("waitress")
    assert demo.pid_of("db_worker")
    assert demo.pid_of("demo_site.py schedule")

    running.send_signal(signal.SIGINT)
    assert running.wait(30) == 0
    assert demo.printed.endswith("Stopped.\n")
    assert demo.processes() == {}


def test_demo_starts_quickly_again_and_keeps_the_data(demo: Demo) -> None:
    first = demo.start(FIRST_START)
    first.terminate()
    assert first.wait(30) == 0
    with contextlib.closing(sqlite3.connect(demo.var / "db.sqlite3")) as database:
        database.execute("UPDATE wagtailcore_site SET site_name = ?", [TITLE])
        database.commit()
    started = time.monotonic()
    process = demo.start(SECOND_START)
    seconds = time.monotonic() - started
    process.terminate()
    assert process.wait(30) == 0
    assert seconds < SECOND_START
    with contextlib.closing(sqlite3.connect(demo.var / "db.sqlite3")) as database:
        assert database.execute("SELECT site_name FROM wagtailcore_site").fetchall() == [(TITLE,)]


def test_demo_is_refused_twice_on_the_same_data(demo: Demo, running: subprocess.Popen[bytes]) -> None:
    assert demo.refused(PORT="1") == f"The demo is already running on the data in {demo.var}: stop it first."
    assert "already running" in demo.refused("reset")


def test_demo_ends_where_one_part_dies(demo: Demo) -> None:
    process = demo.start(FIRST_START)
    os.kill(demo.pid_of("db_worker"), signal.SIGKILL)
    assert process.wait(30) == 1
    assert "The task worker ended by itself (exit code -9), so the demo was stopped." in demo.printed
    assert demo.processes() == {}


def test_demo_leaves_no_orphan_where_it_is_killed(demo: Demo) -> None:
    process = demo.start(FIRST_START)
    process.kill()
    process.wait(30)
    _wait_until_gone(demo)


def _wait_until_gone(demo: Demo) -> None:
    deadline = time.monotonic() + 30
    while demo.processes() and time.monotonic() < deadline:
        time.sleep(0.1)
    assert demo.processes() == {}


def test_demo_reset_drops_the_data(demo: Demo) -> None:
    demo.var.mkdir(exist_ok=True)
    (demo.var / "db.sqlite3").touch()
    (demo.var / "media" / "images").mkdir(parents=True, exist_ok=True)
    (demo.var / "of-another").touch()
    command = [sys.executable, "scripts/demo.py", "reset"]
    subprocess.run(command, cwd=ROOT, env=demo.variables, check=True, capture_output=True)
    assert not (demo.var / "db.sqlite3").exists()
    assert not (demo.var / "media").exists()
    assert (demo.var / "of-another").exists()


def test_demo_names_a_taken_port(demo: Demo) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        said = demo.refused(PORT=str(port))
    assert said.startswith(f"Cannot listen on 127.0.0.1:{port} (Address already in use)")
    assert f"PORT={port + 1} make demo" in said


@pytest.mark.parametrize(
    ("name", "value", "line"),
    [
        ("PORT", "eight", "PORT=eight is no port: give a number from 1 to 65535."),
        ("PORT", "70000", "PORT=70000 is no port: give a number from 1 to 65535."),
        ("HOST", "256.1.1.1", "HOST=256.1.1.1 is no address of this machine."),
        ("HOST", "192.0.2.1", "HOST=192.0.2.1 is no address of this machine."),
        ("ENGINE", "babelfish", "ENGINE=babelfish is not known: choose apertium, dummy, google."),
    ],
)
def test_demo_names_a_wrong_choice(demo: Demo, name: str, value: str, line: str) -> None:
    assert demo.refused(**{name: value}) == line


def test_demo_names_a_folder_that_cannot_be_written(demo: Demo) -> None:
    """Root may write nearly everywhere, but not there."""
    assert demo.refused(HRNEWS_VAR="/proc/demo").startswith("Cannot write in /proc/demo: ")


def test_demo_drafts_placeholders_where_apertium_cannot_be_had(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Neither the program nor apt-get is on this PATH."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("ENGINE", raising=False)
    assert demo_runner.choose_engine() == "dummy"
    assert capsys.readouterr().out.endswith("sudo apt-get install apertium-eng-spa\n")
    monkeypatch.setenv("ENGINE", "apertium")
    with pytest.raises(demo_runner.SetupError, match="sudo apt-get install apertium-eng-spa"):
        demo_runner.choose_engine()
    monkeypatch.setenv("ENGINE", "google")
    assert demo_runner.choose_engine() == "google"


@pytest.mark.parametrize("version", [(3, 6), (3, 10)])
def test_demo_can_be_read_by_an_old_python(version: tuple[int, int]) -> None:
    """It must get as far as the line that says which one is needed."""
    source = (ROOT / "scripts" / "demo.py").read_text(encoding="utf-8")
    tree = ast.parse(source, feature_version=version)
    assert [type(node) for node in tree.body[:3]] == [ast.Expr, ast.Import, ast.If]


def _launcher(folder: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    command = ["/bin/sh", str(ROOT / "scripts" / "python"), "-c", "import sys; print(sys.prefix)"]
    return subprocess.run(
        command, env={"PATH": str(folder), **variables}, capture_output=True, text=True, timeout=30, check=False
    )


def _program(path: Path, text: str) -> None:
    path.write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
    path.chmod(0o755)


def test_launcher_passes_over_a_python_that_is_too_old(tmp_path: Path) -> None:
    _program(tmp_path / "python3", "exit 1")
    _program(tmp_path / "python3.13", "exit 127")
    _program(tmp_path / "python3.12", f'exec {sys.executable} "$@"')
    assert _launcher(tmp_path).stdout.strip() == sys.prefix


def test_launcher_says_in_one_line_that_there_is_none(tmp_path: Path) -> None:
    _program(tmp_path / "python3", "exit 1")
    done = _launcher(tmp_path)
    assert done.returncode == 1
    assert done.stderr.startswith("This needs Python 3.11 or newer, and none was found")
    assert done.stderr.count("\n") == 1


def test_launcher_takes_the_python_that_is_named_or_none(tmp_path: Path) -> None:
    assert _launcher(tmp_path, PYTHON=sys.executable).stdout.strip() == sys.prefix
    done = _launcher(tmp_path, PYTHON="/bin/false")
    assert (done.returncode, done.stderr) == (1, "PYTHON=/bin/false is not a Python of 3.11 or newer.\n")
