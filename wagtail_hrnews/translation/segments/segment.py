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

_WORD = re.compile(r"([ \t\r\n\f]*)([^ \t\r\n\f]*)")


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
        """Words, each with what its tags mean: equal for texts that read alike, whatever their HTML.

        Each item is ``[word, meanings, whether white space stands before it]``. How much white space, and inside or
        outside which tag, is lost: the editor moves it. So is the order of nested tags.
        """
        words: list[list[object]] = []
        is_apart = False
        for part, meanings in self._runs(self.text if text is None else text):
            if not part:  # a void tag
                words.append(["", meanings, is_apart])
                is_apart = False
            for white_space, word in _WORD.findall(part):
                is_apart = (is_apart or bool(white_space)) and bool(words)
                if word:
                    _append(words, word, meanings, is_apart)
                    is_apart = False
        return words

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


def _append(words: list[list[object]], word: str, meanings: list[str], is_apart: bool) -> None:
    """Two parts of one word with equal tags are one part: the editor joins them."""
    if words and not is_apart and words[-1][0] and words[-1][1] == meanings:
        words[-1][0] = f"{words[-1][0]}{word}"
    else:
        words.append([word, meanings, is_apart])


def _follow(open_ids: list[int], mark: Mark) -> None:
    if mark.kind == "open":
        open_ids.append(mark.id)
    elif mark.id in open_ids:
        open_ids.remove(mark.id)
