"""One piece of text with its place in the document."""

import hashlib
import json
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

from ..inline import InlineText, Mark

Path = tuple[str, ...]
MAX_KEY = 500

_WHITE_SPACE = re.compile(r"[ \t\r\n\f]+")


@dataclass(frozen=True, slots=True)
class Tag:
    """What a mark stands for: its HTML, kept as it was, and a form that is equal for equal meaning.

    ``meaning`` is what a reader gets ("b", "a href=…"); the editor rewrites the HTML at every save, never the meaning.
    """

    opening: str
    closing: str
    meaning: str


@dataclass(frozen=True, slots=True)
class TextSegment:
    """One plain field, block element of a rich text, table cell or alt text.

    ``path`` is the content path (field, block and list-item ids), for rich text with the ``data-block-key`` at its end.
    ``tags[n - 1]`` is the tag of the marks numbered ``n``. ``max_length`` counts characters; None is unlimited.
    """

    path: Path
    text: InlineText
    tags: tuple[Tag, ...] = ()
    kind: Literal["plain", "rich"] = "plain"
    max_length: int | None = None

    @property
    def key(self) -> str:
        """The path as one string, unique in its document; a very deep one ends in a hash instead."""
        key = ".".join(self.path)
        return key if len(key) <= MAX_KEY else f"{key[: MAX_KEY - 65]}.{digest(key)}"

    def canonical(self, text: InlineText | None = None) -> list[list[object]]:
        """Runs of text, each with what its tags mean: equal for texts that read alike, whatever their HTML.

        White space is folded, neighbouring runs with equal meaning are joined, and the order of nested tags is lost.
        """
        runs: list[list[object]] = []
        for part, meanings in self._runs(self.text if text is None else text):
            if runs and runs[-1][1] == meanings and part:
                runs[-1][0] = str(runs[-1][0]) + part
            elif part or meanings:
                runs.append([part, meanings])
        return [[_WHITE_SPACE.sub(" ", str(part)), meanings] for part, meanings in runs]

    def hash(self, text: InlineText | None = None) -> str:
        """A SHA-256 of the canonical text, as 64 hexadecimal digits."""
        return digest(self.canonical(text))

    def _runs(self, text: InlineText) -> Iterable[tuple[str, list[str]]]:
        open_ids: list[int] = []
        for part in text.parts:
            if isinstance(part, str):
                yield part, sorted(self._meaning(number) for number in open_ids)
            elif part.kind == "void":
                yield "", [self._meaning(part.id)]
            else:
                _follow(open_ids, part)

    def _meaning(self, number: int) -> str:
        return self.tags[number - 1].meaning if 0 < number <= len(self.tags) else str(number)


Visit = Callable[[TextSegment], InlineText]
"""Called with each segment in reading order; what it returns takes the segment's place."""


def digest(value: object) -> str:
    """SHA-256 of a JSON value."""
    return hashlib.sha256(json.dumps(value, ensure_ascii=False).encode()).hexdigest()


def _follow(open_ids: list[int], mark: Mark) -> None:
    if mark.kind == "open":
        open_ids.append(mark.id)
    elif mark.id in open_ids:
        open_ids.remove(mark.id)
