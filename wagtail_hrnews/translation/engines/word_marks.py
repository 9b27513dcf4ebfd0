"""From words that each carry the ids of their elements back to elements that open and close once."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from wagtail_hrnews.translation.inline import InlineText, Mark

from .envelope import Part
from .markup import MarkupDamaged, parents

MOST_STRANGERS = 2
"""So many words without the mark may stand between two with it: "<1>no</1> me <1>gusta</1>" is one element."""

_LEADING = re.compile(r"\A[^\w\s]+")
_TRAILING = re.compile(r"[^\w\s]+\Z")


@dataclass(frozen=True, slots=True)
class Unit:
    """A stretch of an answer: its text, the elements that it belongs to, or the void mark that it is."""

    text: str
    ids: tuple[int, ...] = ()
    void: int | None = None
    kept: bool = False


def marked(units: Sequence[Unit], source: InlineText) -> InlineText:
    """Open each element before its first unit and close it after its last; raises ``MarkupDamaged`` if they cross."""
    around = parents(source)
    spans = _spans(units, source)
    _refuse_strangers(units, spans, around)
    order = sorted(spans, key=lambda number: len(around[number]))
    parts: list[Part] = []
    for position, unit in enumerate(units):
        parts.extend(Mark(number, "open") for number in order if spans[number][0] == position)
        parts.append(unit.text if unit.void is None else Mark(unit.void, "void"))
        parts.extend(Mark(number, "close") for number in reversed(order) if spans[number][1] == position)
    return InlineText.of(parts)


def _spans(units: Sequence[Unit], source: InlineText) -> dict[int, tuple[int, int]]:
    """The first and last unit of each element."""
    spans: dict[int, tuple[int, int]] = {}
    for mark in source.marks:
        if mark.kind == "open":
            places = [position for position, unit in enumerate(units) if mark.id in unit.ids]
            if not places:
                raise MarkupDamaged("Apertium lost a mark")
            spans[mark.id] = places[0], places[-1]
    return spans


def _refuse_strangers(
    units: Sequence[Unit], spans: dict[int, tuple[int, int]], around: dict[int, tuple[int, ...]]
) -> None:
    for number, (first, last) in spans.items():
        strangers = [unit for unit in units[first : last + 1] if number not in unit.ids]
        if any(unit.ids or unit.void is not None for unit in strangers):
            raise MarkupDamaged("Apertium mixed the words of two elements")
        if len("".join(unit.text for unit in strangers).split()) > MOST_STRANGERS:
            raise MarkupDamaged("Apertium scattered the words of an element")
        for other, (start, end) in spans.items():
            nested = number in around[other] or other in around[number]
            if other != number and not nested and start <= last and first <= end:
                raise MarkupDamaged("Apertium gave one word to two elements")


def pulled_in(target: InlineText, source: InlineText) -> InlineText:
    """Take punctuation into the elements that hold it in the source: no blank is bound to a full stop."""
    edges = _edges(source)
    parts: list[Part] = ["", *target.parts, ""]
    for position in range(1, len(parts) - 1):
        part, before, after = parts[position], parts[position - 1], parts[position + 1]
        if part not in edges or not isinstance(before, str) or not isinstance(after, str):
            continue
        if isinstance(part, Mark) and part.kind == "close":
            moved = _left_behind(edges[part], before, after)
            parts[position - 1], parts[position + 1] = before + moved, after.removeprefix(moved)
        else:
            moved = _left_behind(edges[part][::-1], after[::-1], before[::-1])[::-1]
            parts[position - 1], parts[position + 1] = before.removesuffix(moved), moved + after
    return InlineText.of(parts)


def _left_behind(edge: str, inner: str, outer: str) -> str:
    """The end of ``edge`` that stands outside of an element, whose text ``inner`` ends with the rest of it."""
    for cut in range(len(edge)):
        if inner.endswith(edge[:cut]) and outer.startswith(edge[cut:]):
            return edge[cut:]
    return ""


def _edges(source: InlineText) -> dict[Part, str]:
    """The punctuation just after each opening mark, and just before each closing one."""
    parts = ("", *source.parts, "")
    edges: dict[Part, str] = {}
    for position, part in enumerate(parts):
        if isinstance(part, Mark) and part.kind != "void":
            run = parts[position + 1 if part.kind == "open" else position - 1]
            pattern = _LEADING if part.kind == "open" else _TRAILING
            match = pattern.search(run) if isinstance(run, str) else None
            edges[part] = match.group() if match else ""
    return edges
