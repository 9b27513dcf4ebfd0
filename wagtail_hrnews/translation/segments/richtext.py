"""Wagtail's stored rich text as segments: one for each run of inline content in a block element.

The text is read as a stream and only the runs are rewritten, so that everything between them stays byte for byte as it
was: block tags with their ``data-block-key``, embeds, rules. Inline tags become marks; their attributes never leave.
"""

import html
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

from ..inline import InlineText, Mark
from .segment import Path, Tag, TextSegment, Visit

INLINE = frozenset(
    {"a", "abbr", "b", "bdi", "bdo", "br", "cite", "code", "data", "del", "dfn", "em", "i", "ins", "kbd", "mark"}
    | {"q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr"}
)
VOID = frozenset({"br", "wbr"})
_SAME = {"strong": "b", "em": "i"}
_MEANINGFUL = ("href", "linktype", "id", "url")


@dataclass(slots=True)
class _Token:
    """A piece of the stream: text (unescaped), or a tag as it was written."""

    raw: str
    kind: str  # "text", "open", "close", "void" for inline content; "block" for everything else
    name: str = ""
    attributes: dict[str, str | None] = field(default_factory=dict)


class _Tokenizer(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tokens: list[_Token] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        kind = "block" if tag not in INLINE else "void" if tag in VOID else "open"
        self.tokens.append(_Token(self.get_starttag_text() or "", kind, tag, dict(attrs)))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        kind = "void" if tag in INLINE else "block"
        self.tokens.append(_Token(self.get_starttag_text() or "", kind, tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        self.tokens.append(_Token(f"</{tag}>", "close" if tag in INLINE else "block", tag))

    def handle_data(self, data: str) -> None:
        self.tokens.append(_Token(data, "text"))

    def handle_comment(self, data: str) -> None:
        self.tokens.append(_Token(f"<!--{data}-->", "void", "comment"))


def walk_rich_text(value: str, path: Path, visit: Visit) -> str:
    """Show every segment of ``value`` to ``visit``; return the HTML with what it gave back."""
    tokenizer = _Tokenizer()
    tokenizer.feed(value)
    tokenizer.close()
    return "".join(_rewrite(tokenizer.tokens, path, visit))


def _rewrite(tokens: list[_Token], path: Path, visit: Visit) -> Iterator[str]:
    names = _Names(path)
    run: list[_Token] = []
    for token in tokens:
        if token.kind != "block":
            run.append(token)
            continue
        yield from _rewrite_run(run, names, visit)
        run = []
        names.enter(token)
        yield _rewrite_alt(token, names, visit)
    yield from _rewrite_run(run, names, visit)


class _Names:
    """Gives each run its path: the key of the block it stands in, else its number in the text."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.block = ""
        self.count = 0
        self.used: set[str] = set()

    def enter(self, token: _Token) -> None:
        if not token.raw.startswith("</"):
            self.count += 1
            self.block = token.attributes.get("data-block-key") or f"{token.name}{self.count}"

    def next(self, suffix: str = "") -> Path:
        name = base = f"{self.block or 'text'}{suffix}"
        number = 1
        while name in self.used:
            number += 1
            name = f"{base}-{number}"
        self.used.add(name)
        return (*self.path, name)


def _rewrite_run(run: list[_Token], names: _Names, visit: Visit) -> Iterator[str]:
    parts, tags = _read(run)
    text = InlineText.of(parts)
    if not text.plain.strip():
        yield _write(text, tags)
        return
    before, core, after = _trim(text)
    translated = visit(TextSegment(names.next(), core, tuple(tags), "rich"))
    yield _write(InlineText.of([before, *translated.parts, after]), tags)


def _trim(text: InlineText) -> tuple[str, InlineText, str]:
    """Keep the white space around a run out of the engine's reach."""
    parts = list(text.parts)
    before = after = ""
    if isinstance(parts[0], str):
        stripped = parts[0].lstrip()
        before, parts[0] = parts[0][: len(parts[0]) - len(stripped)], stripped
    if isinstance(parts[-1], str):
        stripped = parts[-1].rstrip()
        after, parts[-1] = parts[-1][len(stripped) :], stripped
    return before, InlineText.of(parts), after


def _read(run: list[_Token]) -> tuple[list[str | Mark], list[Tag]]:
    """Number the inline tags of a run. A tag that has no partner in the run is kept whole, as a void mark."""
    partners = _pair(run)
    parts: list[str | Mark] = []
    tags: list[Tag] = []
    numbers: dict[int, int] = {}
    for index, token in enumerate(run):
        if token.kind == "text":
            parts.append(token.raw)
        elif index in numbers:
            parts.append(Mark(numbers[index], "close"))
        else:
            partner = partners.get(index)
            tags.append(Tag(token.raw, run[partner].raw if partner is not None else "", _meaning(token)))
            parts.append(Mark(len(tags), "open" if partner is not None else "void"))
            if partner is not None:
                numbers[partner] = len(tags)
    return parts, tags


def _pair(run: list[_Token]) -> dict[int, int]:
    """Index of each opening tag to the index of the tag that closes it, properly nested pairs only."""
    pairs: dict[int, int] = {}
    stack: list[int] = []
    for index, token in enumerate(run):
        if token.kind == "open":
            stack.append(index)
        elif token.kind == "close" and any(run[opened].name == token.name for opened in stack):
            while run[stack[-1]].name != token.name:
                stack.pop()
            pairs[stack.pop()] = index
    return pairs


def _meaning(token: _Token) -> str:
    name = _SAME.get(token.name, token.name)
    attributes = (f"{key}={token.attributes[key]}" for key in _MEANINGFUL if token.attributes.get(key))
    return " ".join([name, *attributes])


def _write(text: InlineText, tags: list[Tag]) -> str:
    return "".join(
        html.escape(part, quote=False) if isinstance(part, str) else _write_mark(part, tags) for part in text.parts
    )


def _write_mark(mark: Mark, tags: list[Tag]) -> str:
    tag = tags[mark.id - 1]
    return tag.closing if mark.kind == "close" else tag.opening


def _rewrite_alt(token: _Token, names: _Names, visit: Visit) -> str:
    """The alternative text of an image in the text is a segment; the rest of an embed is left whole."""
    alt = token.attributes.get("alt")
    if token.name != "embed" or not alt or not alt.strip():
        return token.raw
    translated = visit(TextSegment(names.next("@alt"), InlineText.of([alt]))).plain
    attributes = {**token.attributes, "alt": translated}
    return "<embed " + " ".join(f'{key}="{html.escape(value or "")}"' for key, value in attributes.items()) + "/>"
