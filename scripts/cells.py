"""The compatibility table: the tests of one process on each supported pair of Python, Wagtail, Django and database."""

import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import environment
import postgresql
from environment import ROOT, SetupError, say

SELECTION = "not (browser or shapes or packaging or install or demo)"


@dataclass(frozen=True, slots=True)
class Cell:
    """One column of the table; the docs say which are supported, this says which are tried on every change."""

    python: str
    wagtail: str
    django: str
    database: str

    def __str__(self) -> str:
        return f"Python {self.python}, Wagtail {self.wagtail}, Django {self.django}, {self.database}"

    @property
    def folder(self) -> Path:
        return ROOT / ".venvs" / f"python{self.python}-wagtail{self.wagtail}-django{self.django}"


CELLS = (
    Cell("3.11", "7.4", "5.2", "sqlite"),
    Cell("3.11", "8.0", "5.2", "postgresql"),
    Cell("3.13", "8.0", "6.1", "sqlite"),
    Cell("3.13", "8.0", "6.1", "postgresql"),
)


def main() -> int:
    failed = []
    for cell in CELLS:
        print(f"\n── {cell}", flush=True)
        started = time.monotonic()
        code = _run(cell)
        say(f"{cell}: {'ok' if code == 0 else f'FAILED ({code})'}, {time.monotonic() - started:.0f} s")
        if code:
            failed.append(str(cell))
    if failed:
        print("\nFAILED: " + "; ".join(failed), flush=True)
    return 1 if failed else 0


def _run(cell: Cell) -> int:
    python = _environment(cell)
    command = [str(python), "-m", "pytest", "-n", "2", "-m", SELECTION, "-p", "no:cacheprovider"]
    if cell.database == "postgresql":
        command = [sys.executable, str(Path(postgresql.__file__)), *command]
    return subprocess.run(command, cwd=ROOT, check=False).returncode


def _environment(cell: Cell) -> Path:
    """Make a virtual environment for the cell, and make sure that it holds what the cell says."""
    python = cell.folder / "bin" / "python"
    if not python.is_file():
        subprocess.run([_interpreter(cell.python), "-m", "venv", str(cell.folder)], check=True)
    wanted = [f"wagtail=={cell.wagtail}.*", f"django=={cell.django}.*", *environment.requirements_of("test")]
    pip = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, "--editable", f"{ROOT}[worker]", *wanted], check=True, stdin=subprocess.DEVNULL)
    return python


def _interpreter(version: str) -> str:
    for candidate in _candidates(version):
        if _is(candidate, version):
            return candidate
    if environment.can_install_packages() and environment.apt_install([f"python{version}", f"python{version}-venv"]):
        return f"/usr/bin/python{version}"
    raise SetupError(f"Python {version} is not on this machine: the compatibility table cannot be tried.")


def _candidates(version: str) -> Iterator[str]:
    yield sys.executable
    for path in sorted(Path.home().glob(f".pyenv/versions/{version}.*/bin/python")):
        yield str(path)
    if on_path := shutil.which(f"python{version}"):
        yield on_path


def _is(python: str, version: str) -> bool:
    """Whether it starts and is this version: a version manager leaves names that start nothing."""
    check = "import sys, ensurepip; print('%d.%d' % sys.version_info[:2])"
    found = subprocess.run([python, "-c", check], capture_output=True, text=True, check=False)
    return found.stdout.strip() == version


if __name__ == "__main__":
    try:
        sys.exit(main())
    except (SetupError, subprocess.CalledProcessError) as error:
        sys.exit(str(error))
