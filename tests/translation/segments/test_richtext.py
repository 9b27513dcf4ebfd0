import html

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html as lxml_html

from tests.engines import reverse
from wagtail_hrnews.translation.segments.richtext import walk_rich_text

words = st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "Zs", "S"]), min_size=1, max_size=20)
inline = st.recursive(
    words.map(lambda text: html.escape(text, quote=False)),
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3).map("".join),
        st.tuples(st.sampled_from(["b", "i", "strong", "em", "sup", "code"]), inner).map(
            lambda pair: f"<{pair[0]}>{pair[1]}</{pair[0]}>"
        ),
        inner.map(lambda text: f'<a href="https://example.org/?a=1&amp;b=%C3%A9">{text}</a>'),
        inner.map(lambda text: f'<a linktype="page" id="7">{text}</a>'),
        st.just("<br/>"),
    ),
    max_leaves=6,
)
block = st.one_of(
    st.tuples(st.sampled_from(["p", "h2", "h3", "blockquote"]), inline).map(
        lambda pair: f'<{pair[0]} data-block-key="k">{pair[1]}</{pair[0]}>'
    ),
    st.lists(inline, min_size=1, max_size=3).map(
        lambda items: "<ul>" + "".join(f"<li>{item}</li>" for item in items) + "</ul>"
    ),
    st.just("<hr/>"),
    st.just('<embed embedtype="media" url="https://example.org/video"/>'),
    st.just('<embed embedtype="image" format="left" id="3" alt="A quiet harbour"/>'),
)
documents = st.lists(block, max_size=5).map("".join)


def segments_of(value):
    found = []
    walk_rich_text(value, ("body",), lambda segment: found.append(segment) or segment.text)
    return found


def translate(value):
    return walk_rich_text(value, ("body",), lambda segment: reverse(segment.text))


def text_of(value):
    return lxml_html.fromstring(f"<div>{value}</div>").text_content() if value else ""


@settings(max_examples=500, deadline=None)
@given(documents)
def test_walk_identity_gives_the_bytes_back(document):
    assert walk_rich_text(document, ("body",), lambda segment: segment.text) == document


@settings(max_examples=500, deadline=None)
@given(documents)
def test_walk_there_and_back_gives_the_bytes_back(document):
    assert translate(translate(document)) == document


@settings(max_examples=300, deadline=None)
@given(documents)
def test_walk_leaves_no_word_untouched(document):
    """An independent parser reads what the engine made of it: every ASCII letter is another one now."""
    before, after = text_of(document), text_of(translate(document))
    assert len(before) == len(after)
    assert all(a != b for a, b in zip(before, after, strict=True) if a.isascii() and a.isalpha())


@settings(max_examples=300, deadline=None)
@given(documents)
def test_walk_paths_are_unique(document):
    keys = [segment.key for segment in segments_of(document)]
    assert len(keys) == len(set(keys))


def test_attributes_never_reach_the_engine():
    (segment,) = segments_of('<p>See <a href="https://secret.example/x" title="Hush">the case</a>.</p>')
    assert str(segment.text) == "See <1>the case</1>."


def test_alt_text_is_a_segment_and_the_embed_stays_whole():
    value = '<embed embedtype="image" format="left" id="3" alt="A &quot;quiet&quot; harbour"/>'
    assert [segment.text.plain for segment in segments_of(value)] == ['A "quiet" harbour']
    assert translate(value) == '<embed embedtype="image" format="left" id="3" alt="N &quot;dhvrg&quot; uneobhe"/>'


def test_nested_list_items_are_segments_of_their_own():
    value = '<ul><li data-block-key="a">One<ul><li data-block-key="b">Two</li></ul>Three</li></ul>'
    assert [(segment.key, segment.text.plain) for segment in segments_of(value)] == [
        ("body.a", "One"),
        ("body.b", "Two"),
        ("body.b-2", "Three"),
    ]


def test_what_an_engine_returns_is_escaped():
    from wagtail_hrnews.translation.inline import InlineText

    evil = InlineText.of(['<script>alert(1)</script> & "x"'])
    result = walk_rich_text("<p>Hello</p>", ("body",), lambda segment: evil)
    assert result == '<p>&lt;script&gt;alert(1)&lt;/script&gt; &amp; "x"</p>'


BROKEN = ["<p>open", "</b>lost</p>", "<p><b>cross<i>ed</b></i></p>", "< & >", "<!-- note --><p>x</p>"]


@pytest.mark.parametrize("broken", BROKEN)
def test_broken_markup_is_kept(broken):
    assert translate(translate(broken)).replace("&lt;", "<").replace("&amp;", "&").replace("&gt;", ">") == broken


def test_hash_ignores_how_the_editor_writes_it():
    (one,) = segments_of('<p>He <strong>said</strong>  <a href="/x" rel="nofollow">no</a></p>')
    (two,) = segments_of('<p data-block-key="zz">He <b>said</b> <a href="/x">no</a></p>')
    assert one.hash() == two.hash()


@pytest.mark.parametrize(
    "other",
    [
        "<p>He <b>said</b> <a href='/y'>no</a></p>",
        "<p>He said <a href='/x'>no</a></p>",
        "<p>He <b>said</b> <a href='/x'>yes</a></p>",
        "<p>He <b>said</b> no</p>",
    ],
)
def test_hash_knows_words_links_and_emphasis(other):
    (one,) = segments_of("<p>He <b>said</b> <a href='/x'>no</a></p>")
    (two,) = segments_of(other)
    assert one.hash() != two.hash()
