"""How inline marks travel through engines that know only strings, and how what comes back is judged.

An engine may move, split, double, drop or mistype a marker. Decoding is tolerant of spelling and strict about meaning:
each mark exactly once, well nested, under the parent it had, nothing emptied, no debris. Else ``MarkupDamaged``, and
``StringEngine`` climbs down its ladder.
"""

import html
import re
from abc import ABC, abstractmethod
from collections import Counter

from wagtail_hrnews.translation.inline import InlineText, Mark

from .envelope import Part, has_no_words
from .exceptions import BadAnswer
from .spacing import tidy_spaces


class MarkupDamaged(BadAnswer):
    """The marks of an answer are not those of the text that was sent."""


class MarkupCodec(ABC):
    """Between a text with marks and the string that an engine takes; it keeps nothing between calls."""

    @abstractmethod
    def encode(self, text: InlineText) -> str:
        """Write ``text`` for the engine; raises ``MarkupDamaged`` where the text itself looks like markers."""

    @abstractmethod
    def decode(self, answer: str, source: InlineText) -> InlineText:
        """Read the answer to ``encode(source)``, without its outer white space; raises ``MarkupDamaged``."""

    def is_opaque(self, run: str) -> bool:
        """Whether no marker would survive beside this run, so that its element has to travel as one void mark."""
        return has_no_words(run)


class TextTokens(MarkupCodec):
    """Marks as tokens like ``[XAX]`` in plain text, for engines that know no markup.

    Letters, because digits beside a date or a number are taken for a part of it. Each mark has a token of its own.
    """

    LETTERS = "ABCDEFGHJKLMNPRSTUVWY"
    FRAMES = "XQZ"

    def encode(self, text: InlineText) -> str:
        if not text.marks:
            return text.plain
        frame = self._frame(text)
        tokens = iter(range(len(text.marks)))
        return "".join(
            part if isinstance(part, str) else f"[{frame}{self._name(next(tokens))}{frame}]" for part in text.parts
        )

    def decode(self, answer: str, source: InlineText) -> InlineText:
        if not source.marks:
            return tidy_spaces(InlineText.of([answer]), source)
        frame = self._frame(source)
        names = {self._name(number): mark for number, mark in enumerate(source.marks)}
        parts: list[Part] = []
        for number, piece in enumerate(_token(frame).split(answer)):
            if number % 2 and piece.upper() not in names:
                raise MarkupDamaged("an answer holds a marker that was not sent")
            parts.append(names[piece.upper()] if number % 2 else piece)
        target = tidy_spaces(InlineText.of(parts), source)
        if _token_debris(frame).search(target.plain):
            raise MarkupDamaged("an answer holds the rest of a marker")
        return verified(target, source)

    def _frame(self, text: InlineText) -> str:
        """The letter round the names: the first with which no word of the text looks like a token."""
        for frame in self.FRAMES:
            if not _token_debris(frame).search(text.plain):
                return frame
        raise MarkupDamaged("the text itself looks like markers")

    def _name(self, number: int) -> str:
        high, low = divmod(number, len(self.LETTERS))
        return (self._name(high - 1) if high else "") + self.LETTERS[low]


class XmlTags(MarkupCodec):
    """Marks as ``<x id="1">…</x>`` and ``<x id="1"/>``, the text escaped, for engines that handle XML."""

    _TAG = re.compile(r"<\s*(/?)\s*x\b(?:\s+id\s*=\s*[\"'“”]?\s*(\d+)\s*[\"'“”]?)?\s*(/?)\s*>", re.IGNORECASE)
    _DEBRIS = re.compile(r"<\s*/?\s*x\b|\bid\s*=\s*[\"“”]\d+", re.IGNORECASE)

    def encode(self, text: InlineText) -> str:
        if self._DEBRIS.search(text.plain):
            raise MarkupDamaged("the text itself looks like markers")
        tags = {"open": '<x id="{}">', "close": "</x>", "void": '<x id="{}"/>'}
        return "".join(
            html.escape(part, quote=False) if isinstance(part, str) else tags[part.kind].format(part.id)
            for part in text.parts
        )

    def decode(self, answer: str, source: InlineText) -> InlineText:
        parts: list[Part] = []
        stack: list[int] = []
        position = 0
        for match in self._TAG.finditer(answer):
            parts.append(html.unescape(answer[position : match.start()]))
            parts.append(self._mark(match, stack))
            position = match.end()
        parts.append(html.unescape(answer[position:]))
        target = tidy_spaces(InlineText.of(parts), source)
        if self._DEBRIS.search(target.plain):
            raise MarkupDamaged("an answer holds the rest of a marker")
        return verified(target, source)

    def _mark(self, match: re.Match[str], stack: list[int]) -> Mark:
        closes, number, void = match.groups()
        if closes:
            if not stack:
                raise MarkupDamaged("an answer closes what it never opened")
            return Mark(stack.pop(), "close")
        if number is None:
            raise MarkupDamaged("an answer holds a marker without its number")
        if not void:
            stack.append(int(number))
        return Mark(int(number), "void" if void else "open")


def verified(target: InlineText, source: InlineText) -> InlineText:
    """Return ``target`` if it carries the marks of ``source`` as it should; raises ``MarkupDamaged`` else."""
    if Counter(target.marks) != Counter(source.marks):
        raise MarkupDamaged("an answer lacks marks, or doubles them")
    if not target.is_well_formed() or parents(target) != parents(source):
        raise MarkupDamaged("an answer nests its marks in another way")
    if filled_elements(source) - filled_elements(target):
        raise MarkupDamaged("an answer holds an emptied element")
    return target


def parents(text: InlineText) -> dict[int, tuple[int, ...]]:
    """The ids of the elements round each mark of a well-formed text, outermost first."""
    stack: list[int] = []
    found: dict[int, tuple[int, ...]] = {}
    for mark in text.marks:
        if mark.kind == "close":
            stack.pop()
            continue
        found[mark.id] = tuple(stack)
        if mark.kind == "open":
            stack.append(mark.id)
    return found


def filled_elements(text: InlineText) -> set[int]:
    """The ids of the elements that hold anything but white space."""
    stack: list[int] = []
    filled: set[int] = set()
    for part in text.parts:
        if isinstance(part, str):
            filled.update(stack if part.strip() else ())
        elif part.kind == "open":
            stack.append(part.id)
        elif part.kind == "close":
            stack.remove(part.id)
    return filled


def _token(frame: str) -> re.Pattern[str]:
    return re.compile(rf"[\[\uff3b【]\s*{frame}\s*([A-WY]{{1,2}}?)\s*{frame}\s*[\]\uff3d】]", re.IGNORECASE)


def _token_debris(frame: str) -> re.Pattern[str]:
    return re.compile(rf"[\[\uff3b【]\s*{frame}|{frame}\s*[\]\uff3d】]", re.IGNORECASE)
