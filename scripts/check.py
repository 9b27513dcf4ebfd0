"""Everything that ``make`` does beside the demo: checks of the code, tests, catalogues, the benchmark."""

import shutil
import sys
import time
from collections.abc import Callable
from pathlib import Path

import environment
import postgresql
from environment import PYTHON, ROOT, SetupError, run, say

APART = ("browser", "shapes", "packaging", "install", "demo", "postgresql")
"""Markers of the tests that are slow or start programs of their own; the quick loop leaves them out."""
QUICK = "not ({})".format(" or ".join(APART))
PROGRAMS = {"chromium": "chromium", "apertium": "apertium-eng-spa", "msgmerge": "gettext"}
NO_TESTS = 5
GROUPS = {"lint": ("lint",), "format": ("lint",), "all": ("demo", "test", "lint")}

Step = tuple[str, Callable[[], int]]


def main(what: str) -> int:
    environment.prepare(*GROUPS.get(what, ("demo", "test")))
    if what == "all":
        _install_missing()
    return _run_steps(STEPS[what])


def _install_missing() -> None:
    """As root on Debian or Ubuntu bring what the tests need; elsewhere they tell what is missing."""
    missing = [package for program, package in PROGRAMS.items() if not shutil.which(program)]
    if postgresql.programs() is None:
        missing.append("postgresql")
    if missing and environment.can_install_packages():
        environment.apt_install(missing)


def _run_steps(steps: list[Step]) -> int:
    """Run them all, also after a failure: one run tells everything that is wrong."""
    failed = []
    for name, step in steps:
        print(f"\n── {name}", flush=True)
        started = time.monotonic()
        code = step()
        say(f"{name}: {'ok' if code == 0 else f'FAILED ({code})'}, {time.monotonic() - started:.0f} s")
        if code:
            failed.append(name)
    if failed:
        print(f"\nFAILED: {', '.join(failed)}", flush=True)
    return 1 if failed else 0


def _tool(name: str, *arguments: str) -> Step:
    return f"{name} {' '.join(arguments)}", lambda: run(PYTHON.parent / name, *arguments)


def _python(*arguments: str) -> Callable[[], int]:
    return lambda: run(PYTHON, *arguments)


def _pytest(*arguments: str) -> Callable[[], int]:
    def step() -> int:
        code = run(PYTHON, "-m", "pytest", *arguments)
        return 0 if code == NO_TESTS else code

    return step


def _pytest_on_postgresql() -> int:
    """Skip with the line that tells how to install it; a required one fails like any other component."""
    if postgresql.programs() is None:
        print("SKIPPED postgresql: not on this machine; install it with: apt-get install postgresql", flush=True)
        return 1 if environment.environ().get("HRNEWS_TEST_REQUIRE") else 0
    code = run(PYTHON, "scripts/postgresql.py", PYTHON, "-m", "pytest", "-m", "postgresql")
    return 0 if code == NO_TESTS else code


def _coverage_folder() -> int:
    shutil.rmtree(ROOT / "var" / "coverage", ignore_errors=True)
    Path(ROOT, "var", "coverage").mkdir(parents=True)
    return 0


LINT: list[Step] = [
    _tool("ruff", "check", "."),
    _tool("ruff", "format", "--check", "."),
    _tool("mypy"),
    _tool("lint-imports"),
    _tool("djlint", "--lint", "--quiet", "wagtail_hrnews", "sandbox"),
]
MESSAGES: Step = ("compiled messages", _python("scripts/messages.py", "compile"))
STEPS: dict[str, list[Step]] = {
    "lint": LINT,
    "format": [_tool("ruff", "check", "--fix", "."), _tool("ruff", "format", ".")],
    "messages": [("new messages", _python("scripts/messages.py", "extract")), MESSAGES],
    "bench": [("benchmark", _python("-m", "bench"))],
    "quick": [MESSAGES, ("quick tests", _pytest("-n", "2", "-m", QUICK))],
    "all": [
        *LINT,
        MESSAGES,
        ("a clean slate for coverage", _coverage_folder),
        ("quick tests, with coverage", _pytest("-n", "2", "-m", QUICK, "--cov", "--cov-report=term-missing")),
        ("each shape of installation", _pytest("-n", "2", "-m", "shapes")),
        ("the wheel, and an installation from it", _pytest("-n", "2", "-m", "packaging or install")),
        ("the demo's runner", _pytest("-m", "demo")),
        ("the main job in a browser", _pytest("-m", "browser")),
        ("what needs PostgreSQL", _pytest_on_postgresql),
    ],
}

if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1]))
    except SetupError as error:
        sys.exit(str(error))
    except KeyboardInterrupt:
        sys.exit(130)
