"""Apertium's stream format: text in and out of its pipeline, marks as word-bound blanks.

``He <1>said</1> no`` goes in as ``He [[t:i:1]]said[[/]] no`` and comes out with a blank bound to each word, wherever
the word went. What Apertium must not touch (addresses, handles, file names, odd white space, the signs by which it
marks unknown words) travels as ``[=…]``, a void mark as ``[v3]``: blanks that it carries along unread.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from wagtail_hrnews.translation.inline import InlineText

from .markup import MarkupCodec, MarkupDamaged, parents, verified
from .spacing import stripped
from .word_marks import Unit, marked, pulled_in

END = ".[]"
"""Ends a segment, so that the last word is read as the end of a sentence; comes back as it was."""

_PATH = r"[^\s<>\"“”«»]*[^\s<>\"“”«».,;:!?)\]}'\u2019…]"
_URL = rf"(?:https?://|www\.){_PATH}"
_EMAIL = r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
_DOMAIN = rf"\b(?:[\w-]+\.)+(?:org|com|net|edu|gov|info)\b(?:/{_PATH})?"
_FILE = r"\b[\w-]+\.(?:pdf|docx?|xlsx?|pptx?|od[tsp]|jpe?g|png|gif|svg|zip|csv|mp[34]|txt|html?)\b"
_KEPT = re.compile(rf"{_URL}|{_EMAIL}|{_DOMAIN}|{_FILE}|(?<!\w)[@#]\w+|[*~#]|[^\S ]+", re.IGNORECASE)
_NEW_LINE = re.compile(r"[ \t]*\n")
_SPECIAL = re.compile(r"[\[\]{}^$/\\@<>]")
_APOSTROPHE = re.compile(r"(?<=\w)[\u2018\u2019](?=\w)")
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_DROPPED = re.compile("[\x00\xad\ud800-\udfff]")
_TOKENS = re.compile(
    r"\\(?P<escaped>.)|(?P<end>\.\[\])|(?P<close>\[\[/\]\])|\[\[(?P<open>[^\[\]]*)\]\]"
    r"|\[=(?P<kept>(?:\\.|[^\]\\])*)\]|\[v(?P<void>\d+)\]|(?P<blank>\[(?:\\.|[^\]\\])*\])|(?P<unknown>[*#@])|(?P<text>[^\\\[*#@.]+|.)",
    re.DOTALL,
)
_SPACES = re.compile(r" {2,}")
_MARK_ID = re.compile(r"t:i:(\d+)")


class ApertiumStream(MarkupCodec):
    """Between marked text and the pipeline's stream."""

    def encode(self, text: InlineText) -> str:
        """Write a segment without its end."""
        stack: list[int] = []
        pieces: list[str] = []
        for part in text.parts:
            if isinstance(part, str):
                pieces.append(_encode_run(part, stack))
            elif part.kind == "void":
                pieces.append(f"[v{part.id}]")
            elif part.kind == "open":
                stack.append(part.id)
            else:
                stack.pop()
        return "".join(pieces)

    def decode(self, answer: str, source: InlineText) -> InlineText:
        """Read a segment, with or without its end."""
        kept = _kept(source)
        units = list(_units(answer, dict(kept), parents(source)))
        if Counter(unit.text for unit in units if unit.kept) != Counter(text for text, _ in kept):
            raise MarkupDamaged("Apertium lost what it was to carry along")
        target = pulled_in(marked(units, source), source)
        if "  " not in source.plain:
            target = InlineText.of(_SPACES.sub(" ", part) if isinstance(part, str) else part for part in target.parts)
        return verified(stripped(target), source)

    def is_opaque(self, run: str) -> bool:
        """What is carried along unread binds no blank either."""
        return super().is_opaque(_KEPT.sub("", run))


def has_unknown_words(answer: str) -> bool:
    """Whether a word was left as it was, or has no form; unknown names (with a capital) are not counted."""
    return any(
        match.lastgroup == "unknown" and (match.group() != "*" or answer[match.end() : match.end() + 1].islower())
        for match in _TOKENS.finditer(answer)
    )


def _encode_run(run: str, stack: list[int]) -> str:
    pieces: list[str] = []
    position = 0
    run = _normal(run)
    for match in _KEPT.finditer(run):
        pieces.append(_encode_words(run[position : match.start()], stack))
        ends_line = _NEW_LINE.match(match.group())
        pieces.append(f"{END if ends_line else ''}[={_escape(match.group())}]")
        position = match.end()
    pieces.append(_encode_words(run[position:], stack))
    return "".join(pieces)


def _encode_words(words: str, stack: list[int]) -> str:
    core = words.strip(" ")
    if not stack or not any(character.isalnum() for character in core):
        return _escape(words)
    before, after = words[: words.index(core)], words[words.index(core) + len(core) :]
    return f"{before}[[{'; '.join(f't:i:{number}' for number in stack)}]]{_escape(core)}[[/]]{after}"


def _escape(text: str) -> str:
    return _SPECIAL.sub(r"\\\g<0>", text)


def _units(answer: str, owners: Mapping[str, tuple[int, ...]], around: Mapping[int, tuple[int, ...]]) -> Iterator[Unit]:
    """Read an answer's tokens; ``owners`` says which elements a text that was carried along belongs to."""
    ids: tuple[int, ...] = ()
    for match in _TOKENS.finditer(answer):
        kind, text = match.lastgroup, match.group(match.lastgroup or 0)
        if kind in ("text", "escaped"):
            yield Unit(text, ids)
        elif kind == "open":
            ids = tuple(int(number) for number in _MARK_ID.findall(text))
        elif kind == "close":
            ids = ()
        elif kind == "kept":
            literal = _ESCAPED.sub(r"\1", text)
            yield Unit(literal, owners.get(literal, ()), kept=True)
        elif kind == "void":
            yield Unit("", around.get(int(text), ()), void=int(text))


def _kept(source: InlineText) -> list[tuple[str, tuple[int, ...]]]:
    """Each text to carry along, and the elements round it."""
    stack: list[int] = []
    found: list[tuple[str, tuple[int, ...]]] = []
    for part in source.parts:
        if isinstance(part, str):
            found.extend((text, tuple(stack)) for text in _KEPT.findall(_normal(part)))
        elif part.kind == "open":
            stack.append(part.id)
        elif part.kind == "close":
            stack.pop()
    return found


def _normal(run: str) -> str:
    """Without what Apertium cannot read: soft hyphens, NUL, half characters, and curly apostrophes in words."""
    return _APOSTROPHE.sub("'", _DROPPED.sub("", run))
