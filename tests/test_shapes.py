"""Each shape of installation works by itself, and nothing of an absent app shows in it."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from check import QUICK
from tests.wheels import ROOT

pytestmark = pytest.mark.shapes

APPS = {"articles", "translation", "comments"}
SHAPES = {
    "all": APPS,
    "articles": {"articles"},
    "translation": {"translation"},
    "comments": {"comments"},
    "articles_translation": {"articles", "translation"},
}
MARKS = {"articles": "wagtail_hrnews_articles", "translation": "/admin/hrnews/", "comments": "wagtail_hrnews_comments"}
"""What an app's menu items, panels or fragments cannot do without."""
each_shape = pytest.mark.parametrize("shape", SHAPES)


def _start(shape: str, var: Path, *command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    settings = {"DJANGO_SETTINGS_MODULE": f"sandbox.settings.{shape}", "HRNEWS_VAR": str(var), "HRNEWS_ENGINE": "dummy"}
    outside = {name: value for name, value in os.environ.items() if not name.startswith(("PYTEST_", "COV_"))}
    return subprocess.run(
        [sys.executable, "-W", "error::RuntimeWarning", *command],
        cwd=ROOT,
        env={**outside, **settings, "HRNEWS_DATABASE": "sqlite", **environment},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A data folder for each shape; filled by the first test that needs it."""
    return {shape: tmp_path_factory.mktemp(shape) for shape in SHAPES}


@pytest.fixture
def site(shape: str, sites: dict[str, Path]) -> Path:
    """A fresh site of this shape: migrated from nothing."""
    var = sites[shape]
    if not (var / "db.sqlite3").exists():
        migrated = _start(shape, var, "sandbox/manage.py", "migrate", "--verbosity=0")
        assert migrated.returncode == 0, migrated.stderr
    return var


@pytest.fixture
def probed(shape: str, site: Path) -> dict[str, Any]:
    """What the probe saw in a site of this shape."""
    result = site / "probe.json"
    if not result.exists():
        done = _start(shape, site, "-m", "tests.shapes_probe")
        assert done.returncode == 0, done.stderr
        result.write_text(done.stdout, encoding="utf-8")
    return dict(json.loads(result.read_text(encoding="utf-8")))


@each_shape
def test_shape_passes_the_system_checks(shape: str, site: Path) -> None:
    done = _start(shape, site, "sandbox/manage.py", "check", "--fail-level", "WARNING")
    assert done.returncode == 0, done.stderr


@each_shape
def test_shape_lacks_no_migration(shape: str, site: Path) -> None:
    done = _start(shape, site, "sandbox/manage.py", "makemigrations", "--check", "--dry-run")
    assert done.returncode == 0, done.stdout + done.stderr


@each_shape
def test_shape_shows_what_it_holds_and_nothing_else(shape: str, probed: dict[str, Any]) -> None:
    """Where not one module of an app was imported it has no hook, menu item, panel or URL either."""
    shown = probed["public"] + probed["admin"] + probed["editor"]
    for app in APPS:
        present = app in SHAPES[shape]
        label = f"wagtail_hrnews_{app}"
        assert any(table.startswith(label) for table in probed["tables"]) is present, app
        assert (label in probed["permissions"]) is present, app
        assert any(name.startswith(f"wagtail_hrnews.{app}.") for name in probed["modules"]) is present, app
        assert (MARKS[app] in shown) is present, app


@pytest.mark.parametrize("shape", [shape for shape in SHAPES if shape != "all"])
def test_shape_passes_the_tests_that_apply(shape: str, tmp_path: Path) -> None:
    quietly = ("-q", "-p", "no:cacheprovider", "-m", QUICK)
    done = _start(shape, tmp_path, "-m", "pytest", *quietly, "--ds=sandbox.settings.testing", HRNEWS_SHAPE=shape)
    assert done.returncode == 0, done.stdout[-5000:]
