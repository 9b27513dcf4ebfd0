"""What readers may know of the people and subjects of an article.

Templates, feeds, metadata and the API are given these and never the models, so a real name behind a pseudonym has no
way out. A site that keeps its authors elsewhere returns such objects from ``get_bylines()`` of its article model.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.text import slugify

SHORTEST_TELLING_WORD = 3
"""Shorter parts of a name ("de", "M") are in too many slugs to give anybody away by themselves."""
SHORTEST_TELLING_WORD_NOT_LATIN = 2
"""In other scripts two letters may be a whole name."""


@dataclass(frozen=True, slots=True)
class PublicAuthor:
    """One author as shown to readers; ``language`` is that of ``role`` and ``bio``. URLs may be relative or empty."""

    name: str
    language: str
    slug: str = ""
    role: str = ""
    bio: str = ""
    photo: Any = None
    website: str = ""
    url: str = ""
    feed_url: str = ""


@dataclass(frozen=True, slots=True)
class Byline:
    """An author, and the part taken in this article if it is worth saying."""

    author: PublicAuthor
    role: str = ""


@dataclass(frozen=True, slots=True)
class PublicTopic:
    """A subject as shown to readers; ``language`` is that of ``name`` and ``description``."""

    name: str
    language: str
    slug: str = ""
    description: str = ""
    url: str = ""
    feed_url: str = ""


def tells_name(slug: str, names: Iterable[str], pseudonyms: Iterable[str]) -> bool:
    """Whether a slug holds a real name or a part of it; what a pseudonym tells anyway does not count.

    Each is read with its own letters and without accents, as an address may be spelled either way.
    """
    known = {word for pseudonym in pseudonyms for words in _spellings(pseudonym) for word in words}
    rests = ["-".join(word for word in words if word not in known) for words in _spellings(slug)]
    secrets = [[word for word in words if word not in known] for name in names for words in _spellings(name)]
    return any(_holds(rest, words) for rest in rests for words in secrets if words)


def _spellings(text: str) -> list[list[str]]:
    plain, own = slugify(text), slugify(text, allow_unicode=True)
    return [[word for word in re.split(r"[-_\d]+", spelling) if word] for spelling in (plain, own)]


def _holds(slug: str, words: list[str]) -> bool:
    """A telling word anywhere in the slug, or words too short to tell alone that stand there together."""
    together = {glue.join(order) for glue in ("-", "") for order in (words, words[::-1])}
    if any(f"-{name}-" in f"-{slug}-" for name in together):
        return True
    return any(_is_telling(word) and word in slug for word in words)


def _is_telling(word: str) -> bool:
    is_latin = any(unicodedata.name(letter, "").startswith("LATIN") for letter in word)
    return len(word) >= (SHORTEST_TELLING_WORD if is_latin else SHORTEST_TELLING_WORD_NOT_LATIN)
