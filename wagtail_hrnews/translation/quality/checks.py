"""All checks, and the one call that runs them."""

from wagtail_hrnews.translation.inline import InlineText

from .base import Check
from .marks import LinksCheck
from .numbers import NumberFormatCheck, NumbersCheck
from .words import AddressesCheck, EmptyCheck, ErrorTextCheck, LeftoversCheck, SameAsSourceCheck

CHECKS: tuple[Check, ...] = (
    EmptyCheck(),
    ErrorTextCheck(),
    LeftoversCheck(),
    LinksCheck(),
    AddressesCheck(),
    NumbersCheck(),
    NumberFormatCheck(),
    SameAsSourceCheck(),
)
BLOCKING = frozenset(check.code for check in CHECKS if check.blocking)
"""The codes of the flags that say that a text is damaged."""


def run_checks(source: InlineText, target: InlineText, source_language: str, target_language: str) -> tuple[str, ...]:
    """The codes of the flags that a translation raises, the gravest first."""
    return tuple(check.code for check in CHECKS if check.check(source, target, source_language, target_language))
