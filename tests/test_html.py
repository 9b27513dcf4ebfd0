"""The cleaner, judged by two parsers that it does not use itself in that way: html5lib's and lxml's."""

import json
import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import html5lib
import lxml.html
import pytest
from hypothesis import example, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from wagtail_hrnews.exceptions import HrnewsError
from wagtail_hrnews.html import (
    ALLOWED_TAGS,
    LINK_REL,
    NAMED_TAGS,
    TextTooLong,
    clean,
    clean_comment,
    is_blank,
    max_length,
    verify,
)

VECTORS = json.loads(Path(__file__).with_name("comments").joinpath("data", "xss-vectors.json").read_text())
PROTOCOL = re.compile(r"(?:https?://|mailto:)[^\s\\]+\Z", re.IGNORECASE)
WRAPPINGS = (
    "{}",
    "<b>{}",
    "<p>{}</p>",
    "<pre>{}",
    "<blockquote>\n\n{}",
    '<a href="https://example.org">{}</a>',
    "<svg>{}",
)
Element = tuple[str, dict[str, str]]


def html5lib_elements(html: str) -> Iterator[Element]:
    tree = html5lib.parseFragment(html, namespaceHTMLElements=False)
    for node in tree.iter():
        if node is not tree:
            yield (node.tag if isinstance(node.tag, str) else "comment"), dict(node.attrib)


def lxml_elements(html: str) -> Iterator[Element]:
    tree = lxml.html.fragment_fromstring(html, create_parent="div")
    for node in tree.iterdescendants():
        yield (node.tag if isinstance(node.tag, str) else "comment"), dict(node.attrib)


def assert_harmless(html: str) -> None:
    for elements in (html5lib_elements, lxml_elements):
        for tag, attributes in elements(html):
            assert tag in ALLOWED_TAGS, f"{elements.__name__}: <{tag}> in {html!r}"
            assert set(attributes) <= ({"href", "rel"} if tag == "a" else set()), f"{attributes} in {html!r}"
            if tag == "a":
                assert attributes.get("rel") == LINK_REL
                assert PROTOCOL.match(attributes.get("href", "https://x")), f"{attributes} in {html!r}"


@pytest.mark.parametrize("wrapping", WRAPPINGS)
def test_cleaner_vectors(wrapping: str) -> None:
    for vector in VECTORS:
        assert_harmless(clean_comment(wrapping.format(vector)))


def test_oracles_object_to_raw_vectors() -> None:
    """The positive control: what judges the output must not be blind."""
    refused = 0
    for vector in VECTORS:
        try:
            assert_harmless(vector)
        except (AssertionError, ValueError):
            refused += 1
    assert refused > len(VECTORS) * 0.8


TAGS = sorted(ALLOWED_TAGS | NAMED_TAGS | {"mtext", "select", "xmp", "plaintext", "title", "textarea"})
PIECES = """<a href=|<img| onerror=alert(1)|javascript:|java&#9;script&colon;|https://example.org|mailto:a@b.example|//evil|
<!--|-->|<![CDATA[|]]>|&lt;script&gt;|\\|\x00|\u202e|text|&|<|>|"|'|/|=|;|`| |\t"""
TOKENS = st.sampled_from([f"<{tag}>" for tag in TAGS] + [f"</{tag}>" for tag in TAGS] + PIECES.split("|"))


@given(st.lists(TOKENS, max_size=40).map("".join))
@hypothesis_settings(max_examples=400, deadline=None)
def test_cleaner_token_fuzz(raw: str) -> None:
    assert_harmless(clean_comment(raw))


@given(st.text(max_size=200))
@example("\ud800 <b>lone surrogate</b>")
@example("<![foo[ bar")
@hypothesis_settings(max_examples=200, deadline=None)
def test_cleaner_text_fuzz(raw: str) -> None:
    cleaned = clean_comment(raw)
    assert_harmless(cleaned)
    assert verify(cleaned) == cleaned


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("One\n\nTwo\nlines", "<p>One</p><p>Two<br>lines</p>"),
        ("One\r\n\r\nTwo", "<p>One</p><p>Two</p>"),
        ("  \n\n One \n\n\n\n Two \n ", "<p>One</p><p>Two</p>"),
        ("x <b>bo\n\nld</b> y", "<p>x <b>bo<br><br>ld</b> y</p>"),
        ("<p>a</p>\n<p>b</p>", "<p>a</p><p>b</p>"),
        ("<blockquote>q1\nq2</blockquote>\n\nreply", "<blockquote>q1<br>q2</blockquote><p>reply</p>"),
        ("<ul>\n<li>a</li>\n</ul>\nend", "<ul>\n<li>a</li>\n</ul><p>end</p>"),
        ("<pre>a\n\n  b</pre>", "<pre>a\n\n  b</pre>"),
        ("a < b & c", "<p>a &lt; b &amp; c</p>"),
        ("", ""),
    ],
)
def test_cleaner_paragraphs(raw: str, expected: str) -> None:
    assert clean_comment(raw) == expected


@pytest.mark.parametrize("tag", ["script", "style", "ScRiPt"])
def test_cleaner_drops_code_with_its_text(tag: str) -> None:
    assert clean_comment(f"before <{tag}>alert('x') <b>inner</b></{tag}> after") == "<p>before  after</p>"


def test_cleaner_keeps_text_of_other_tags() -> None:
    assert clean_comment("<h1>Head</h1><marquee>line</marquee>") == "<p>Headline</p>"


LINK = f'<a href="https://example.org/a?b=1&amp;c=2" rel="{LINK_REL}">'


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("https://example.org/a?b=1&c=2.", f"<p>{LINK}https://example.org/a?b=1&amp;c=2</a>.</p>"),
        ('<a href="https://example.org/a?b=1&amp;c=2" rel="me" target="_top">x</a>', f"<p>{LINK}x</a></p>"),
        ("<code>https://example.org</code>", "<p><code>https://example.org</code></p>"),
        ('<a href="/local">x</a>', "<p>x</p>"),
        ('<a href="//example.org">x</a>', "<p>x</p>"),
        ('<a href="javascript:80">x</a>', "<p>x</p>"),
        ('<a href="java\nscript:alert(1)">x</a>', "<p>x</p>"),
        ("ftp://example.org javascript:80 www.example.org", "<p>ftp://example.org javascript:80 www.example.org</p>"),
        ('<a href="mailto:desk@example.org">x</a>', f'<p><a href="mailto:desk@example.org" rel="{LINK_REL}">x</a></p>'),
    ],
)
def test_cleaner_links(raw: str, expected: str) -> None:
    assert clean_comment(raw) == expected


def test_cleaner_sets_rel_inside_code_too() -> None:
    assert clean_comment('<pre><a href="https://example.org">x</a></pre>').count(LINK_REL) == 1


@pytest.mark.parametrize(
    ("raw", "codes"),
    [
        ("plain, 1 < 2, <3 and x<y", ()),
        ("<script>x</script>", ("tag:script",)),
        ("<IMG src=x onerror=alert(1)>", ("tag:img",)),
        ("<secret-words-of-the-writer>", ("tag:other",)),
        ("<b onclick=x style=y id=z>b</b>", ("attribute:event", "attribute:other", "attribute:style")),
        ("<a href='javascript:alert(1)'>x</a>", ("link:javascript",)),
        ("<a href='JAVASCRIPT&colon;alert(1)'>x</a>", ("link:javascript",)),
        ("<a href='secret:words'>x</a>", ("link:other",)),
        ("<!-- hidden -->", ("comment",)),
        ("\u202eabc\x00", ("characters",)),
        ("hi &#x202e;evil&#x2066; &#1;", ("characters",)),
    ],
)
def test_cleaner_audit(raw: str, codes: tuple[str, ...]) -> None:
    assert clean(raw).removed == codes


def test_cleaner_cap_counts_a_line_end_once(settings) -> None:
    settings.WAGTAIL_HRNEWS = {"COMMENTS": {"MAX_LENGTH": 10}}
    assert clean_comment("12345\r\n789") == "<p>12345<br>789</p>"
    with pytest.raises(TextTooLong) as caught:
        clean_comment("12345678901")
    assert isinstance(caught.value, HrnewsError)
    assert (caught.value.length, caught.value.limit) == (11, 10)
    assert "1234" not in str(caught.value)


@pytest.mark.parametrize(("value", "limit"), [(3000, 3000), (50_000, 5000), ("300", 3000), (0, 3000)])
def test_cleaner_cap_by_setting(settings, value: object, limit: int) -> None:
    settings.WAGTAIL_HRNEWS = {"COMMENTS": {"MAX_LENGTH": value}}
    assert max_length() == limit


@pytest.mark.parametrize(
    "html", ["", "<p></p>", "<p>&nbsp;<br>\u200b</p>", "<ul><li></li></ul>", "<p>\u00ad\u2800\u3164</p>"]
)
def test_is_blank_true(html: str) -> None:
    assert is_blank(html)


@pytest.mark.parametrize("html", ["<p>x</p>", "<p>&lt;</p>", "<p>\U0001f44d</p>"])
def test_is_blank_false(html: str) -> None:
    assert not is_blank(html)


def test_cleaner_threads_do_not_mix() -> None:
    def own_words(number: int) -> bool:
        text = f"reader {number} <script>{number}</script><b>{number}</b> https://example.org/{number}"
        cleaned = clean_comment(text)
        return set(re.findall(r"\d+", cleaned)) == {str(number)} and "script" not in cleaned

    with ThreadPoolExecutor(8) as pool:
        assert all(pool.map(own_words, range(800)))
