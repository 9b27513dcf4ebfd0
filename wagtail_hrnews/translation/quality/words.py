"""Cheap guards: is there a translation at all, and nothing in it that an engine or its markers left behind?"""

import re

from wagtail_hrnews.translation.engines.answers import looks_like_an_error
from wagtail_hrnews.translation.inline import InlineText

from .addresses import addresses
from .base import Check

LEAST_WORDS = 4
"""A text of fewer words may well be the same in both languages: a name, a place, "No"."""

_LEFTOVER = re.compile(
    r"\[\s*([XQZ])\s*[A-Z]{1,2}\s*\1\s*\]|\[\[\s*/?\s*(?:t:\w|\])|<\s*/?\s*x\s+id\b|⟦\s*\d+\s*⟧|__\d+__", re.IGNORECASE
)
_WORD = re.compile(r"[^\W\d_]+")


class EmptyCheck(Check):
    """Words went in, nothing came out."""

    code = "empty"
    blocking = True

    def check(self, source: InlineText, target: InlineText, source_language: str, target_language: str) -> bool:
        """White space is nothing."""
        return source.has_words and not target.plain.strip()


class SameAsSourceCheck(Check):
    """Several words came back as they were."""

    code = "same-as-source"

    def check(self, source: InlineText, target: InlineText, source_language: str, target_language: str) -> bool:
        """Regional kinds of one language may agree in every word."""
        if source_language.partition("-")[0] == target_language.partition("-")[0]:
            return False
        words = _WORD.findall(source.plain.casefold())
        return len(words) >= LEAST_WORDS and words == _WORD.findall(target.plain.casefold())


class AddressesCheck(Check):
    """A web or e-mail address in the text is lost or changed, or a new one has appeared."""

    code = "addresses"
    blocking = True

    def check(self, source: InlineText, target: InlineText, source_language: str, target_language: str) -> bool:
        """Compare which there are, not how often."""
        return addresses(source.plain) != addresses(target.plain)


class LeftoversCheck(Check):
    """A marker that was meant for the engine is in the text."""

    code = "leftovers"
    blocking = True

    def check(self, source: InlineText, target: InlineText, source_language: str, target_language: str) -> bool:
        """What the original holds itself is no leftover."""
        return bool(_LEFTOVER.search(target.plain)) and not _LEFTOVER.search(source.plain)


class ErrorTextCheck(Check):
    """The engine's complaint stands in the place of a translation."""

    code = "engine-error-text"
    blocking = True

    def check(self, source: InlineText, target: InlineText, source_language: str, target_language: str) -> bool:
        """Known complaints only."""
        return looks_like_an_error(target.plain, source.plain)
