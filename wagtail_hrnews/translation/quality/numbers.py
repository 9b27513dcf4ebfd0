"""Are the figures the same? Written as each language writes them, in digits or in words.

A wrong number of victims is the worst that a draft can do quietly; a flag on every "ten" that became "10" would be
overlooked within a week. So values are compared, not characters: "1,200" is "1.200", "1.2 billion" is
"1.200 millones", "3 p.m." is "15:00", "20th" may be "XX", and "10" may be "ten".
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from wagtail_hrnews.translation.inline import InlineText

from .addresses import without_addresses
from .base import Check
from .number_words import knows, roman_values, scale_of, word_values

MONTHS = 12
"""A date's numbers up to this may be a month, and stand as a word on the other side."""

_GAP = "[ \u00a0\u2009\u202f]"
_NUMBER = re.compile(rf"(?<![\d.,])\d{{1,3}}(?:{_GAP}\d{{3}})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,]\d+)*")
_DATE = re.compile(r"(?<!\d)(\d{1,4})([/.-])(\d{1,2})\2(\d{1,4})(?!\d)")
_CLOCK = re.compile(
    r"(?<![\d.,:])(?P<hour>\d{1,2})(?:[:.](?P<minute>\d{2}))?\s*(?:h\b|hrs\b|[ap]\.?\s?m\b)"
    r"|(?<![\d.,:])(?P<hour2>\d{1,2}):(?P<minute2>\d{2})(?![\d:])",
    re.IGNORECASE,
)
_POINT = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_COMMA = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?")
_GROUPS = re.compile(r"(?<![\d.,])\d{1,3}(?:,\d{3})+(?![\d,]|\.\d{3})|(?<![\d.,])\d{1,3}(?:\.\d{3})+(?![\d.]|,\d{3})")


_DECIMAL_POINT = frozenset({"en", "he", "zh", "ja", "ko", "th"})
_DECIMAL_COMMA = frozenset({"es", "ca", "gl", "pt", "fr", "it", "de", "nl", "ru", "uk", "pl", "tr", "id"})
_SPANISH_WITH_POINT = frozenset({"419", "mx", "us", "gt", "hn", "ni", "sv", "pa", "pr", "do", "cu", "pe"})


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in a text: all values that its characters may stand for."""

    values: frozenset[Decimal]
    is_month: bool = False
    """Whether it is a part of a date that may be a month."""


class NumbersCheck(Check):
    """A number of the original is missing or changed, or there is one that the original lacks."""

    code = "numbers"
    blocking = True

    def check(self, source: InlineText, target: InlineText, source_language: str, target_language: str) -> bool:
        """Compare which values there are, not how often each."""
        languages = base(source_language), base(target_language)
        scaled = all(map(knows, languages))
        ours = list(figures(source.plain, languages[0], scaled=scaled))
        theirs = list(figures(target.plain, languages[1], scaled=scaled))
        dates = max(sum(figure.is_month for figure in side) for side in (ours, theirs))
        return _differ(ours, theirs, target.plain, languages[1], dates) or _differ(
            theirs, ours, source.plain, languages[0], dates
        )


class NumberFormatCheck(Check):
    """Thousands or decimals are marked as the other language does it: "1,200" in Spanish may be read as 1.2.

    Only where both conventions are known: Spanish itself has both, the point for decimals from Mexico to Peru.
    """

    code = "number-format"

    def check(self, source: InlineText, target: InlineText, source_language: str, target_language: str) -> bool:
        """Look for numbers in the target's text that its language would write in another way."""
        ours, theirs = self._decimal_sign(source_language), self._decimal_sign(target_language)
        if not ours or not theirs or ours == theirs:
            return False
        theirs_wrong = {match.group() for match in _GROUPS.finditer(without_addresses(target.plain))}
        return any(theirs in number for number in theirs_wrong & set(_NUMBER.findall(source.plain)))

    def _decimal_sign(self, language: str) -> str:
        name, _, region = language.lower().partition("-")
        if name in _DECIMAL_POINT or (name == "es" and region in _SPANISH_WITH_POINT):
            return "."
        return "," if name in _DECIMAL_COMMA else ""


def base(language: str) -> str:
    """The language without its region."""
    return language.partition("-")[0].lower()


def figures(text: str, language: str, *, scaled: bool = True) -> Iterator[Figure]:
    """The numbers of a text: of its dates, of its times, then all others. ``scaled``: "3 million" is 3,000,000."""
    text = without_addresses(text)
    for match in _DATE.finditer(text):
        yield from (_figure({int(number)}, is_month=int(number) <= MONTHS) for number in match.group(1, 3, 4))
    text = _DATE.sub(" ", text)
    for match in _CLOCK.finditer(text):
        yield from _clock(match)
    text = _CLOCK.sub(" ", text)
    for match in _NUMBER.finditer(text):
        yield from _plain(match.group(), text[match.end() : match.end() + 30], language, scaled)


def _clock(match: re.Match[str]) -> Iterator[Figure]:
    hour = int(match["hour"] or match["hour2"])
    minute = int(match["minute"] or match["minute2"] or 0)
    yield _figure({hour, hour % 12, hour % 12 + 12})
    if minute:
        yield _figure({minute})


def _plain(number: str, following: str, language: str, scaled: bool) -> Iterator[Figure]:
    values = _values(re.sub(_GAP, "", number), language)
    if not values:
        yield from (_figure({int(part)}) for part in re.split("[.,]", number) if part)
        return
    if scaled:
        values = {value * scale_of(following, language) for value in values}
    if re.match(r"s\b", following):
        values |= {value % 100 for value in values} | {value + 1900 for value in values if value < 100}
    yield Figure(frozenset(values))


def _values(number: str, language: str) -> set[Decimal]:
    """What digits with signs between them may stand for; only English is sure of its signs."""
    with_point = {Decimal(number.replace(",", ""))} if _POINT.fullmatch(number) else set()
    with_comma = {Decimal(number.replace(".", "").replace(",", "."))} if _COMMA.fullmatch(number) else set()
    return with_point or with_comma if language == "en" else with_point | with_comma


def _figure(values: Iterable[int], *, is_month: bool = False) -> Figure:
    return Figure(frozenset(map(Decimal, values)), is_month)


def _differ(ours: list[Figure], theirs: list[Figure], their_text: str, their_language: str, dates: int) -> bool:
    """Whether one of our figures has no counterpart in their text, in digits or in words."""
    seen = {value for figure in theirs for value in figure.values} | roman_values(their_text)
    if knows(their_language):
        seen |= word_values(their_text, their_language)
    else:
        seen |= set(range(MONTHS + 1))
    missing = [figure for figure in ours if not figure.values & seen]
    months = [figure for figure in missing if min(figure.values) <= MONTHS]
    return len(missing) > min(len(months), dates)
