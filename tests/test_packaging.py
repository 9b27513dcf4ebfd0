"""What the wheel holds, and that it speaks Spanish once it is installed."""

import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

import messages
from tests.wheels import ROOT, build

pytestmark = pytest.mark.packaging
PACKAGE = ROOT / "wagtail_hrnews"


@pytest.fixture(scope="module")
def dist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sdist, and the wheel that was built from it."""
    folder = tmp_path_factory.mktemp("dist")
    build(folder)
    return folder


@pytest.fixture
def wheel(dist: Path) -> zipfile.ZipFile:
    return zipfile.ZipFile(next(dist.glob("*.whl")))


def test_wheel_holds_every_file_of_the_package(wheel: zipfile.ZipFile) -> None:
    tracked = subprocess.run(
        ["git", "ls-files", "wagtail_hrnews"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    missing = set(tracked.stdout.split()) - set(wheel.namelist())
    assert missing == set()
    assert "wagtail_hrnews/py.typed" in wheel.namelist()


def test_wheel_holds_the_compiled_catalogues(wheel: zipfile.ZipFile) -> None:
    for language in messages.LANGUAGES:
        assert f"wagtail_hrnews/locale/{language}/LC_MESSAGES/django.mo" in wheel.namelist()


def test_wheel_holds_nothing_else(wheel: zipfile.ZipFile) -> None:
    roots = {name.partition("/")[0] for name in wheel.namelist()}
    assert {root for root in roots if not root.endswith(".dist-info")} == {"wagtail_hrnews"}


def test_wheel_names_its_licence(wheel: zipfile.ZipFile) -> None:
    assert any(name.endswith("licenses/LICENSE") for name in wheel.namelist())
    metadata = next(name for name in wheel.namelist() if name.endswith("/METADATA"))
    assert b"License-Expression: BSD-3-Clause" in wheel.read(metadata)


def test_sdist_can_build_the_catalogues(dist: Path) -> None:
    with tarfile.open(next(dist.glob("*.tar.gz"))) as sdist:
        names = {name.partition("/")[2] for name in sdist.getnames()}
    assert {"hatch_build.py", "locale/es/LC_MESSAGES/django.po"} <= names


SPEAK = """
import django
from django.conf import settings
settings.configure(INSTALLED_APPS=["wagtail_hrnews"], USE_I18N=True)
django.setup()
import wagtail_hrnews
from django.utils.translation import gettext, override
with override("es"):
    print(wagtail_hrnews.__file__, gettext("Articles"), sep="|")
"""


def test_wheel_speaks_spanish_where_it_is_installed(dist: Path, tmp_path: Path) -> None:
    """The checkout is out of reach: the package and its texts come from the wheel alone."""
    target = tmp_path / "site-packages"
    wheel = next(dist.glob("*.whl"))
    install = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", f"--target={target}"]
    subprocess.run([*install, str(wheel)], check=True, capture_output=True)
    done = subprocess.run(
        [sys.executable, "-c", SPEAK],
        env={**os.environ, "PYTHONPATH": str(target)},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    place, text = done.stdout.strip().split("|")
    assert place.startswith(str(target))
    assert text == "Artículos"
