"""The project's own virtual environment, and the programs it can use on this machine. Standard library only."""

import hashlib
import json
import os
import shutil
import subprocess
import sys
import tomllib
import venv
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = Path(os.environ.get("HRNEWS_VENV") or ROOT / ".venv")
PYTHON = VENV / "bin" / "python"
STAMP = VENV / "hrnews-installed.json"


class SetupError(Exception):
    """Something on this machine stands in the way; the message is one line that says what to do."""


def say(message: str) -> None:
    print(f"• {message}", flush=True)


def prepare(*groups: str) -> None:
    """Make the environment hold the package, its worker and these dependency groups; nothing to do costs nothing."""
    if os.environ.get("HRNEWS_SETUP") == "skip":
        return
    wanted = {"key": _key(), "groups": sorted({*groups, *_installed_groups()})}
    if PYTHON.is_file() and _read_stamp() == wanted:
        return
    _make_environment()
    say("Installing the packages (the first time takes a minute or two) …")
    requirements = [line for group in wanted["groups"] for line in requirements_of(group)]
    _pip("install", "--quiet", "--editable", f"{ROOT}[worker]", *requirements)
    STAMP.write_text(json.dumps(wanted), encoding="utf-8")


def requirements_of(group: str) -> list[str]:
    """The requirements of one group of ``[dependency-groups]``."""
    return list(_pyproject()["dependency-groups"][group])


def run(*command: str | Path, env: Mapping[str, str] | None = None) -> int:
    """Run a command from the root of the checkout, in the environment, and return its exit code."""
    return subprocess.run([str(part) for part in command], cwd=ROOT, env=environ(env), check=False).returncode


def environ(extra: Mapping[str, str] | None = None) -> dict[str, str]:
    """This process's environment, with the virtual environment's programs first."""
    path = os.pathsep.join([str(VENV / "bin"), os.environ.get("PATH", "")])
    return {**os.environ, "PATH": path, "PYTHONUNBUFFERED": "1", **(extra or {})}


def can_install_packages() -> bool:
    """Whether this is Debian or one of its kin, and we are root there."""
    return bool(shutil.which("apt-get")) and os.geteuid() == 0


def apt_install(packages: Sequence[str]) -> bool:
    """Install Debian packages; say so before, and tell whether it worked."""
    say(f"Installing with apt-get: {' '.join(packages)} …")
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["update"], ["install", "--yes", "--no-install-recommends", *packages]):
        done = subprocess.run(
            ["apt-get", "--quiet", "--quiet", *command],
            env=quiet,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    if done.returncode:
        say(f"apt-get could not install them: {(done.stderr.strip().splitlines() or ['no reason given'])[-1]}")
    return done.returncode == 0


def _key() -> str:
    """Changes when what has to be installed does: the dependencies, the interpreter, the place of the checkout."""
    project = _pyproject()
    facts = [project["project"], project.get("dependency-groups"), sys.version_info[:2], str(ROOT)]
    return hashlib.sha256(json.dumps(facts, sort_keys=True).encode()).hexdigest()


def _pyproject() -> dict:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def _read_stamp() -> dict:
    try:
        return json.loads(STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}


def _installed_groups() -> list[str]:
    return _read_stamp().get("groups", [])


def _make_environment() -> None:
    if PYTHON.is_file() and _environment_version() == sys.version_info[:2]:
        return
    say(f"Making the environment {VENV} with Python {sys.version.split()[0]} …")
    try:
        venv.EnvBuilder(with_pip=True, clear=True, symlinks=True).create(VENV)
    except OSError as error:
        raise SetupError(f"Cannot write in {error.filename or VENV}: {error.strerror}.") from error
    except subprocess.CalledProcessError as error:
        if not (can_install_packages() and apt_install(["python3-venv"])):
            raise SetupError("This Python has no venv module: apt-get install python3-venv, then again.") from error
        venv.EnvBuilder(with_pip=True, clear=True, symlinks=True).create(VENV)


def _environment_version() -> tuple[int, int] | None:
    found = subprocess.run(
        [str(PYTHON), "-c", "import sys; print(*sys.version_info[:2])"], capture_output=True, text=True, check=False
    )
    return tuple(map(int, found.stdout.split())) if found.returncode == 0 else None  # type: ignore[return-value]


def _pip(*arguments: str) -> None:
    command = [str(PYTHON), "-m", "pip", "--disable-pip-version-check", *arguments]
    if subprocess.run(command, cwd=ROOT, stdin=subprocess.DEVNULL, check=False).returncode:
        raise SetupError("The packages could not be installed (see above): is a package registry reachable?")
