"""Addresses of the demo's own articles, from the files that they are made of."""

from typing import Any

from sandbox.demo.content import load
from tests.browser.stories import LISTS


def story(key: str) -> dict[str, Any]:
    return load(f"articles/{key}")


def article_url(key: str, language: str) -> str:
    """The path of a story in a language, also where it was drafted by machine and approved."""
    texts = story(key)
    return f"{LISTS[language]}{texts.get(language, texts.get('mended'))['slug']}/"


def headline(key: str) -> str:
    """Of the original."""
    texts = story(key)
    return texts[texts["original"]]["headline"]
