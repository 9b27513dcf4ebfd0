"""The demo's texts, written for this project. People, places, organisations and events in them are invented."""

import tomllib
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parent
LANGUAGES = ("en", "es")


def load(name: str) -> dict[str, Any]:
    """Read one of the files beside this one: ``site``, ``people``, ``topics`` or ``comments``."""
    return tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


def stories() -> dict[str, dict[str, Any]]:
    """All stories by key, the oldest first.

    A story names its ``original`` language and has a table for each language that a person wrote it in; ``machine``
    says what the demo shows of its machine draft: ``waiting``, ``approved``, ``stale`` or ``failed``.
    """
    found = {path.stem: load(f"articles/{path.stem}") for path in (FOLDER / "articles").glob("*.toml")}
    return dict(sorted(found.items(), key=lambda story: -story[1]["hours_ago"]))


def languages_of(story: dict[str, Any]) -> list[str]:
    """The languages that people wrote the story in, its original first."""
    return sorted((code for code in LANGUAGES if code in story), key=lambda code: code != story["original"])
