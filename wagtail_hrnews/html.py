"""The one allow-list cleaner for what readers write.

Pure: text in, text out, no database. bleach does the work and nh3, another parser in another language, goes over its
result with the same allow-list, because bleach gets no more security releases: a hole has to be in both to matter.
Clean once, from the raw text: bleach is not idempotent. Nothing here may be shared between threads but nh3's cleaner.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeAlias

import nh3
from bleach.linkifier import LinkifyFilter
from bleach.sanitizer import Cleaner

from wagtail_hrnews.conf import DEFAULT_COMMENTS, MAX_COMMENT_LENGTH, hrnews_settings
from wagtail_hrnews.exceptions import HrnewsError

BLOCK_TAGS = frozenset({"p", "blockquote", "pre", "ul", "ol", "li"})
INLINE_TAGS = frozenset({"a", "em", "strong", "b", "i", "code", "br"})
ALLOWED_TAGS = BLOCK_TAGS | INLINE_TAGS
ALLOWED_SCHEMES = frozenset({"http", "https", "mailto"})
LINK_REL = "nofollow ugc noopener"
CODE_TAGS = frozenset({"script", "style"})
"""Their text is dropped with them; any other tag that is not allowed loses its markup and keeps its text."""

_ACTIVE_TAGS = {"iframe", "object", "embed", "form", "input", "button", "svg", "math", "template", "noscript", "base"}
_SHOWN_TAGS = {"img", "picture", "video", "audio", "canvas", "table", "div", "span", "font", "marquee", "link", "meta"}
NAMED_TAGS = CODE_TAGS | _ACTIVE_TAGS | _SHOWN_TAGS
"""Tags that the audit names. Any other is called ``other``: a reader must not write the audit's words."""
NAMED_SCHEMES = frozenset({"javascript", "vbscript", "data", "file", "ftp", "blob", "tel", "sms"})

_SAFE_HREF = re.compile(r"(?:https?://[^\s/\\]|mailto:[^\s/\\])[^\s\\]*\Z", re.IGNORECASE)
_URL = re.compile(r"""\(?\bhttps?://[^\s<>"'`{}|\\^]+""", re.IGNORECASE)
"""Linear, and only what says http(s) itself: bleach's own pattern is quadratic and knows an old list of domains."""
_MARKUP = re.compile(r"<(?:/?([a-z][^\s/<>]{0,30})|[!?])", re.IGNORECASE)
_SCHEME = re.compile(r"\s*([a-z][a-z0-9+.-]{0,20})(?::|&colon;?|&#0*58;?|&#x0*3a;?)", re.IGNORECASE)
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")
"""Control characters, lone surrogates, and the marks that make text read in another order than it is stored."""

Token: TypeAlias = dict[str, Any]
"""One step of html5lib's walk over a tree; it has no type of its own."""

_LAST_PASS = nh3.Cleaner(
    tags=ALLOWED_TAGS,
    clean_content_tags=CODE_TAGS,
    attributes={"a": {"href"}, "*": set()},
    url_schemes=ALLOWED_SCHEMES,
    url_relative="deny",
    link_rel=LINK_REL,
)


class TextTooLong(HrnewsError):
    """The raw text is longer than the site allows; it was not even parsed."""

    def __init__(self, length: int, limit: int) -> None:
        super().__init__(f"{length} characters, at most {limit} are allowed")
        self.length = length
        self.limit = limit


@dataclass(frozen=True)
class Cleaned:
    """Safe HTML, and short codes (``tag:script``, ``link:javascript``) for what was taken out of it."""

    html: str
    removed: tuple[str, ...]


def max_length() -> int:
    """The cap in characters: the site's, never above the package's own. A system check reports a wrong one."""
    limit: object = hrnews_settings.COMMENTS["MAX_LENGTH"]
    if not isinstance(limit, int) or limit < 1:
        limit = DEFAULT_COMMENTS["MAX_LENGTH"]
    return min(limit, MAX_COMMENT_LENGTH)


def normalise_newlines(raw: str) -> str:
    """Browsers send two characters for each line end; readers count one."""
    return raw.replace("\r\n", "\n").replace("\r", "\n")


_BLANK_LETTERS = frozenset("\u115f\u1160\u2800\u3164\uffa0")
"""Letters and signs by their category, and yet nothing to see."""


def without_controls(text: str) -> str:
    """The text without characters that nobody sees and that mislead who reads it."""
    return _CONTROLS.sub("", text)


def clean_comment(raw: str) -> str:
    """Safe HTML for what a reader wrote; raises TextTooLong."""
    return clean(raw).html


def clean(raw: str) -> Cleaned:
    """As ``clean_comment``, and what was removed; raises TextTooLong."""
    text = normalise_newlines(raw)
    if len(text) > (limit := max_length()):
        raise TextTooLong(len(text), limit)
    readable = without_controls(text)
    removed = set(_removed_markup(readable))
    if readable != text:
        removed.add("characters")
    safe = _LAST_PASS.clean(_bleach(readable, removed))
    visible = without_controls(safe)  # once more: they also come as "&#x202e;"
    if visible != safe:
        removed.add("characters")
    return Cleaned(visible, tuple(sorted(removed)))


def verify(html: str) -> str:
    """The last pass alone, for stored HTML on its way to a page: a row changed behind our back stays harmless."""
    return _LAST_PASS.clean(html)


def is_blank(html: str) -> bool:
    """True if nothing can be read in it, such as the rest of a comment that was one script."""
    text = nh3.clean(html, tags=set(), clean_content_tags=set())
    return not is_readable(text.replace("&nbsp;", ""))


def is_readable(text: str) -> bool:
    """True if there is a letter, digit or sign in it that can be seen."""
    return any(unicodedata.category(sign)[0] in "LNPS" and sign not in _BLANK_LETTERS for sign in text)


def _bleach(text: str, removed: set[str]) -> str:
    def allow(tag: str, name: str, value: str) -> bool:
        if tag == "a" and name == "href" and _SAFE_HREF.match(value):
            return True
        removed.add(_removed_attribute(tag, name, value))
        return False

    linkify = partial(LinkifyFilter, callbacks=[_keep_real_links], skip_tags={"pre", "code"}, url_re=_URL)
    filters: list[Any] = [_CodeDropper, _Paragraphs, linkify]
    cleaner = Cleaner(
        # Code is allowed into the tree only for the first filter to cut it out with its text.
        tags=ALLOWED_TAGS | CODE_TAGS,
        attributes=allow,
        protocols=ALLOWED_SCHEMES,
        strip=True,
        filters=filters,
    )
    return cleaner.clean(text)


def _removed_markup(text: str) -> Iterator[str]:
    """Codes for tags and comments that will not survive. An audit, not a defence: it need not parse as browsers do."""
    last_end = text.rfind(">")
    for match in _MARKUP.finditer(text):
        name = (match[1] or "").lower()
        if not name:
            yield "comment"
        elif name in NAMED_TAGS:
            yield f"tag:{name}"
        elif name not in ALLOWED_TAGS and match.end() <= last_end:
            yield "tag:other"


def _removed_attribute(tag: str, name: str, value: str) -> str:
    if tag == "a" and name == "href":
        scheme = _SCHEME.match(value)
        named = scheme[1].lower() if scheme else ""
        return f"link:{named if named in NAMED_SCHEMES else 'other'}"
    if name.startswith("on"):
        return "attribute:event"
    return "attribute:style" if name == "style" else "attribute:other"


def _keep_real_links(attrs: Any, new: bool = False) -> Any:
    """For linkify: an anchor that lost its target is text. ``rel`` is nh3's part: it also reaches into pre and code."""
    return attrs if attrs.get((None, "href")) else None


class _CodeDropper:
    """Drops scripts and styles with all that is in them."""

    def __init__(self, source: Iterable[Token]) -> None:
        self.source = source

    def __iter__(self) -> Iterator[Token]:
        depth = 0
        for token in self.source:
            if token.get("name") in CODE_TAGS:
                depth += {"StartTag": 1, "EndTag": -1}.get(token["type"], 0)
            elif not depth:
                yield token


class _Paragraphs:
    """Makes paragraphs of text that stands in no block, and line breaks of single newlines."""

    def __init__(self, source: Iterable[Token]) -> None:
        self.source = source
        self.blocks: list[str] = []
        self.inline_depth = self.newlines = 0
        self.in_paragraph = self.started = False

    def __iter__(self) -> Iterator[Token]:
        for token in self.source:
            if token.get("name") in BLOCK_TAGS:
                yield from self._block_tag(token)
            elif self.blocks and (self.blocks[-1] in {"ul", "ol"} or "pre" in self.blocks):
                yield token
            elif token["type"] in {"Characters", "SpaceCharacters"}:
                yield from self._text(token["data"])
            else:
                yield from self._inline(token)
        yield from self._close_paragraph()

    def _block_tag(self, token: Token) -> Iterator[Token]:
        yield from self._close_paragraph()
        self.newlines = 0
        self.started = False
        if token["type"] == "StartTag":
            self.blocks.append(token["name"])
        elif token["type"] == "EndTag" and self.blocks:
            self.blocks.pop()
        yield token

    def _inline(self, token: Token) -> Iterator[Token]:
        if token["type"] == "EndTag":
            self.inline_depth -= 1
        else:
            yield from self._before_content()
            self.inline_depth += token["type"] == "StartTag"
        yield token

    def _text(self, data: str) -> Iterator[Token]:
        lines = data.split("\n")
        for number, line in enumerate(lines):
            self.newlines += number > 0
            text = line.lstrip() if self.newlines or not self.started else line
            text = text.rstrip() if number < len(lines) - 1 else text
            if text:
                yield from self._before_content()
                yield {"type": "Characters", "data": text}

    def _before_content(self) -> Iterator[Token]:
        """What the newlines since the last content mean, now that more content follows."""
        apart = self.newlines > 1 and not self.inline_depth
        if not self.blocks and (apart or not self.in_paragraph):
            yield from self._close_paragraph()
            yield {"type": "StartTag", "name": "p", "namespace": None, "data": {}}
            self.in_paragraph = True
        elif self.started:
            yield from [{"type": "EmptyTag", "name": "br", "namespace": None, "data": {}}] * min(self.newlines, 2)
        self.newlines = 0
        self.started = True

    def _close_paragraph(self) -> Iterator[Token]:
        if self.in_paragraph:
            yield {"type": "EndTag", "name": "p", "namespace": None, "data": {}}
        self.in_paragraph = self.started = False
