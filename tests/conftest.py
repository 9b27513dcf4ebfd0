"""What every test shares: which tests apply to this machine and to this shape of installation."""

import ast
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps
from django.utils import translation

from tests.requirements import REQUIREMENTS, chromium_path

ROOT = Path(__file__).resolve().parent
OPTIONAL_APPS = ("wagtail_hrnews.articles", "wagtail_hrnews.translation", "wagtail_hrnews.comments")
SITE_APPS = ("sandbox.bulletin", "sandbox.demo")
SHAPE = os.environ.get("HRNEWS_SHAPE", "all")
REQUIRED = os.environ.get("HRNEWS_TEST_REQUIRE", "")
"""``all``, or markers separated by commas: where such a component is missing the test fails, not skips."""


def pytest_configure(config: pytest.Config) -> None:
    """Compile the catalogues, so that the pages speak Spanish in a fresh clone too; once, before the workers start."""
    if not hasattr(config, "workerinput"):
        subprocess.run([sys.executable, ROOT.parent / "scripts" / "messages.py", "compile"], check=True)


def pytest_ignore_collect(collection_path: Path) -> bool | None:
    """Leave out tests of an app that this shape of installation lacks: its models refuse to be imported.

    A folder is left out by its name, or with its ``conftest.py``.
    """
    if SHAPE == "all" or ROOT not in collection_path.parents:
        return None
    path = collection_path / "conftest.py" if collection_path.is_dir() else collection_path
    return True if path.suffix == ".py" and _absent_apps(path) else None


def _absent_apps(path: Path) -> set[str]:
    folders = path.relative_to(ROOT).parts[:-1]
    named = {f"wagtail_hrnews.{folders[0]}"} if folders else set()
    source = path.read_text(encoding="utf-8") if path.exists() else ""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ImportFrom) and node.module and not node.level:
            named.add(node.module)
            named.update(f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Import):
            named.update(alias.name for alias in node.names)
    absent = {app for app in (*OPTIONAL_APPS, *SITE_APPS) if not apps.is_installed(app)}
    return {app for app in absent if any(f"{name}.".startswith(f"{app}.") for name in named)}


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what makes no sense here: PostgreSQL on another database, the whole in one of the shapes."""
    absent = set()
    if os.environ.get("HRNEWS_DATABASE") != "postgresql":
        absent.add("postgresql")
    if SHAPE != "all":
        absent.add("whole")
    apart = [item for item in items if any(item.get_closest_marker(marker) for marker in absent)]
    items[:] = [item for item in items if item not in apart]
    if apart:
        config.hook.pytest_deselected(items=apart)


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip what this machine lacks with the line that installs it, or fail where it was required."""
    for requirement in REQUIREMENTS:
        if item.get_closest_marker(requirement.marker) and requirement.missing:
            if REQUIRED == "all" or requirement.marker in REQUIRED.split(","):
                pytest.fail(f"HRNEWS_TEST_REQUIRE={REQUIRED}: {requirement.missing}", pytrace=False)
            pytest.skip(requirement.missing)


@pytest.fixture(autouse=True)
def _language_of_its_own() -> Iterator[None]:
    """A request through Django's test client leaves its language active: no test speaks the one before's."""
    yield
    translation.deactivate()


@pytest.fixture(autouse=True)
def _media_of_its_own(settings, tmp_path: Path) -> None:
    """Keep the files that a test stores out of the demo's folder and out of other tests' sight."""
    settings.MEDIA_ROOT = tmp_path / "media"


@pytest.fixture(scope="session")
def chromium() -> str:
    """The browser's path, for tests marked ``browser``."""
    path = chromium_path()
    assert path, "a test that drives a browser carries the marker browser"
    return path
