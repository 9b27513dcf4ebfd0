"""Installing into someone's site: the README's install section, done literally, on each supported Wagtail.

The convention (also in CONTRIBUTING): the blocks under the heading "Install" are done in their order. A ``sh`` block is
run in the folder of the site, whose environment is active. Any other block begins with a comment that names a file of
the site, and is appended to it; a new file is made.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.fences import Fence, fences
from tests.wheels import ROOT, build

pytestmark = [pytest.mark.install, pytest.mark.apertium]

SECTION = "Install"


class NewSite:
    """A Wagtail project, made by ``wagtail start``, with an environment of its own."""

    def __init__(self, folder: Path, wheel: Path) -> None:
        self.folder = folder / "mysite"
        self._environment = folder / "environment"
        self._constraints = folder / "constraints.txt"
        self._constraints.write_text(f"wagtail-hrnews @ {wheel.as_uri()}\n", encoding="utf-8")
        self.run("python", "-m", "venv", str(self._environment), cwd=folder)

    def start(self, wagtail: str) -> None:
        self.run("pip", "install", "--quiet", wagtail, cwd=self.folder.parent)
        self.folder.mkdir()
        self.run("wagtail", "start", "mysite", str(self.folder), cwd=self.folder.parent)

    def apply(self, fence: Fence) -> None:
        """Do what the README says at this place."""
        if fence.language == "sh":
            self.run("sh", "-euc", fence.text)
            return
        assert fence.file, f"{fence}: the first line has to name the file that the block goes into"
        path = self.folder / fence.file
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("a", encoding="utf-8") as file:
            file.write(f"\n{fence.text}")

    def run(self, *command: str, cwd: Path | None = None) -> str:
        outside = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("HRNEWS_", "PYTEST_", "COV_", "PG")) and name not in {"PYTHONPATH", "VIRTUAL_ENV"}
        }
        path = os.pathsep.join([str(self._environment / "bin"), str(Path(sys.executable).parent), outside["PATH"]])
        settings = {"PATH": path, "PIP_CONSTRAINT": str(self._constraints), "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
        done = subprocess.run(
            command,
            cwd=cwd or self.folder,
            env={**outside, **settings, "DJANGO_SETTINGS_MODULE": "mysite.settings.dev"},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, f"{command}\n{done.stdout[-3000:]}\n{done.stderr[-3000:]}"
        return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("dist"), "--wheel")


@pytest.mark.parametrize("wagtail", ["wagtail==7.4.*", "wagtail==8.0.*"])
def test_install_as_the_readme_says(wagtail: str, wheel: Path, tmp_path: Path) -> None:
    steps = [fence for fence in fences(ROOT / "README.md") if SECTION in fence.headings]
    assert steps, f'README.md has no code blocks under the heading "{SECTION}"'
    site = NewSite(tmp_path, wheel)
    site.start(wagtail)
    for step in steps:
        site.apply(step)
    site.run("python", "manage.py", "migrate", "--verbosity=0")
    site.run("python", "manage.py", "check", "--fail-level", "WARNING")
    site.run("python", "manage.py", "makemigrations", "--check", "--dry-run")
    shutil.copy(ROOT / "tests" / "install_probe.py", site.folder)
    site.run("python", "install_probe.py", "queue")
    site.run("python", "install_probe.py", "article")
