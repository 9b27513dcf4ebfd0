"""What readers may know of the people and subjects of an article.

Templates, feeds, metadata and the API are given these and never the models, so a real name behind a pseudonym has no
way out. A site that keeps its authors elsewhere returns such objects from ``get_bylines()`` of its article model.
"""

from dataclasses import dataclass
from typing import Any


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
