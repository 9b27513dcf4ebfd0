"""The real components that some tests need: whether each is on this machine, and the line that installs it."""

import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def chromium_path() -> str | None:
    """Where Chromium is; ``HRNEWS_CHROMIUM`` names another one."""
    names = (os.environ["HRNEWS_CHROMIUM"],) if os.environ.get("HRNEWS_CHROMIUM") else CHROMIUM_NAMES
    return next((path for path in map(shutil.which, names) if path), None)


def has_apertium() -> bool:
    """Whether the program and its English-Spanish pair are here."""
    folders = ("/usr/share/apertium/modes", "/usr/local/share/apertium/modes")
    return bool(shutil.which("apertium")) and any(Path(folder, "eng-spa.mode").is_file() for folder in folders)


@dataclass(frozen=True, slots=True)
class Requirement:
    """A marker of ``pyproject.toml`` that stands for a component."""

    marker: str
    package: str
    is_there: Callable[[], bool]

    @property
    def missing(self) -> str | None:
        """The line to show where the component is missing, else None."""
        if self.is_there():
            return None
        return f"{self.marker}: not on this machine; install it with: apt-get install {self.package}"


REQUIREMENTS = (
    Requirement("browser", "chromium", lambda: chromium_path() is not None),
    Requirement("apertium", "apertium-eng-spa", has_apertium),
    Requirement("gettext", "gettext", lambda: bool(shutil.which("xgettext") and shutil.which("msgmerge"))),
)
