"""Text with inline markup taken out: what segments hold, engines see and the review compares.

``He said <b>no</b> to <a href="…">them</a>.`` is kept as the text ``He said <1>no</1> to <2>them</2>.`` and, beside it,
a table that says what 1 and 2 stand for. Attributes stay out of every engine's reach, and two texts that differ only in
the way an editor writes its HTML are equal.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, Self

MarkKind = Literal["open", "close", "void"]

_TOKEN = re.compile(r"<(/?)(\d+)(/?)>")


@dataclass(frozen=True, slots=True)
class Mark:
    """The place of one inline tag: its number in the segment, and whether it opens, closes or stands alone."""

    id: int
    kind: MarkKind

    def __str__(self) -> str:
        return {"open": f"<{self.id}>", "close": f"</{self.id}>", "void": f"<{self.id}/>"}[self.kind]


@dataclass(frozen=True, slots=True)
class InlineText:
    """Runs of plain text (never escaped) and marks, in order; adjacent runs are joined, empty ones dropped."""

    parts: tuple[str | Mark, ...]

    @classmethod
    def of(cls, parts: Iterable[str | Mark]) -> Self:
        """Join neighbouring runs, so that equal texts are equal objects."""
        joined: list[str | Mark] = []
        for part in parts:
            if isinstance(part, str) and joined and isinstance(joined[-1], str):
                joined[-1] += part
            elif part != "":
                joined.append(part)
        return cls(tuple(joined))

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read what ``str()`` wrote."""
        return cls.of(_parse(text))

    def __str__(self) -> str:
        """The stored form: ``<`` and ``&`` of the text escaped, marks as ``<1>``, ``</1>`` and ``<1/>``."""
        return "".join(
            part.replace("&", "&amp;").replace("<", "&lt;") if isinstance(part, str) else str(part)
            for part in self.parts
        )

    @property
    def plain(self) -> str:
        """The words alone, without marks."""
        return "".join(part for part in self.parts if isinstance(part, str))

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The marks alone, in order."""
        return tuple(part for part in self.parts if isinstance(part, Mark))

    @property
    def has_words(self) -> bool:
        """Whether there is a letter to translate at all."""
        return any(character.isalpha() for character in self.plain)

    def is_well_formed(self) -> bool:
        """Whether every mark that opens is closed in its order, and no number is used twice."""
        stack: list[int] = []
        seen: set[int] = set()
        for mark in self.marks:
            if mark.kind == "close":
                if not stack or stack.pop() != mark.id:
                    return False
                continue
            if mark.id in seen:
                return False
            seen.add(mark.id)
            if mark.kind == "open":
                stack.append(mark.id)
        return not stack


def _parse(text: str) -> Iterator[str | Mark]:
    position = 0
    for match in _TOKEN.finditer(text):
        yield _unescape(text[position : match.start()])
        closes, number, void = match.groups()
        kind: MarkKind = "close" if closes else "void" if void else "open"
        yield Mark(int(number), kind)
        position = match.end()
    yield _unescape(text[position:])


def _unescape(text: str) -> str:
    return text.replace("&lt;", "<").replace("&amp;", "&")
