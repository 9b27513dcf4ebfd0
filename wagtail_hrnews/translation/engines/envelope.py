"""What of a text an engine need not see: outer white space, marks round the whole, elements without words."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Self

from wagtail_hrnews.translation.inline import InlineText, Mark

Part = str | Mark

_LATE_OPEN = re.compile(r"(\w+)(<\d+>)(?=\w)")
_EARLY_CLOSE = re.compile(r"(?<=\w)(</\d+>)(\w+)")


def has_no_words(run: str) -> bool:
    """Whether a run holds nothing that an engine's token could stand by: no letter and no digit."""
    return not any(character.isalnum() for character in run)


def widen(text: InlineText) -> InlineText:
    """Let marks that split a word take it whole: no engine translates half a word.

    ``un<1>believ</1>able`` becomes ``<1>unbelievable</1>``. Where marks meet inside a word they stay as they are.
    """
    stored = _EARLY_CLOSE.sub(r"\2\1", _LATE_OPEN.sub(r"\2\1", str(text)))
    widened = InlineText.parse(stored)
    return widened if widened.plain == text.plain and widened.is_well_formed() else text


@dataclass(frozen=True, slots=True)
class Envelope:
    """A text's core, and what belongs round it and in it again once the core is translated."""

    core: InlineText
    head: tuple[Part, ...]
    tail: tuple[Part, ...]
    atoms: Mapping[int, tuple[Part, ...]]
    """Elements that stand as a void mark in the core, by id."""

    @classmethod
    def around(cls, text: InlineText, opaque: Callable[[str], bool] = has_no_words) -> Self:
        """Take a well-formed text apart; ``opaque`` says which runs cannot carry a mark through the engine."""
        parts, atoms = _collapse(list(text.parts), opaque)
        head: list[Part] = []
        tail: list[Part] = []
        while _peel(parts, head, tail):
            pass
        return cls(InlineText.of(parts), tuple(head), tuple(reversed(tail)), atoms)

    def restore(self, core: InlineText) -> InlineText:
        """Put everything back round the translated core."""
        parts: list[Part] = []
        for part in (*self.head, *core.parts, *self.tail):
            if isinstance(part, Mark) and part.kind == "void" and part.id in self.atoms:
                parts.extend(self.atoms[part.id])
            else:
                parts.append(part)
        return InlineText.of(parts)


def _collapse(parts: list[Part], opaque: Callable[[str], bool]) -> tuple[list[Part], dict[int, tuple[Part, ...]]]:
    kept: list[Part] = []
    atoms: dict[int, tuple[Part, ...]] = {}
    position = 0
    while position < len(parts):
        part = parts[position]
        end = position + 1
        if isinstance(part, Mark) and part.kind == "open":
            element_end = parts.index(Mark(part.id, "close"), position) + 1
            element = parts[position:element_end]
            if all(opaque(run) for run in element if isinstance(run, str)):
                atoms[part.id] = tuple(element)
                part, end = Mark(part.id, "void"), element_end
        kept.append(part)
        position = end
    return kept, atoms


def _peel(parts: list[Part], head: list[Part], tail: list[Part]) -> bool:
    """Move one thing from an end of ``parts`` into ``head`` or, turned round, into ``tail``; False when all is done."""
    if not parts:
        return False
    first, last = parts[0], parts[-1]
    if isinstance(first, Mark) and first.kind == "void":
        head.append(parts.pop(0))
    elif isinstance(last, Mark) and last.kind == "void":
        tail.append(parts.pop())
    elif isinstance(first, str) and first[:1].isspace():
        head.append(first[: len(first) - len(first.lstrip())])
        parts[0:1] = [rest] if (rest := first.lstrip()) else []
    elif isinstance(last, str) and last[-1:].isspace():
        tail.append(last[len(last.rstrip()) :])
        parts[-1:] = [rest] if (rest := last.rstrip()) else []
    elif isinstance(first, Mark) and last == Mark(first.id, "close"):
        head.append(parts.pop(0))
        tail.append(parts.pop())
    else:
        return False
    return True
