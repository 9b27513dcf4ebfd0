import html
import json
import uuid

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from wagtail import blocks
from wagtail.contrib.table_block.blocks import TableBlock
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock
from wagtail.images.blocks import ImageBlock

from sandbox.bulletin.models import BulletinContact, BulletinPage, Notice
from tests.engines import reverse
from wagtail_hrnews.translation.inline import InlineText
from wagtail_hrnews.translation.segments import extract, ingest, register_block, text_hash, translatable_fields
from wagtail_hrnews.translation.segments.blocks import walk_block

pytestmark = pytest.mark.django_db

text = st.text("abc déÑ 12.,&<>", min_size=1, max_size=30)


class Quote(blocks.StructBlock):
    translatable_fields = ["text"]
    text = blocks.TextBlock()
    original = blocks.TextBlock()
    language = blocks.ChoiceBlock(choices=[("en", "English")])
    link = blocks.URLBlock()


class Stream(blocks.StreamBlock):
    heading = blocks.CharBlock()
    paragraph = blocks.RichTextBlock()
    quote = Quote()
    points = blocks.ListBlock(blocks.CharBlock())
    nested = blocks.StreamBlock([("inner", blocks.ListBlock(Quote()))])
    table = TableBlock()
    typed = TypedTableBlock([("text", blocks.CharBlock()), ("number", blocks.IntegerBlock())])
    image = ImageBlock()
    address = blocks.URLBlock()
    raw = blocks.RawHTMLBlock()


STREAM = Stream()
quotes = text.map(
    lambda value: {"text": value, "original": "Dicho así", "language": "en", "link": "https://example.org"}
)
cells = st.lists(st.one_of(text, st.none()))
items = st.one_of(
    st.tuples(st.just("heading"), text),
    st.tuples(st.just("paragraph"), text.map(lambda value: f"<p>{html.escape(value, quote=False)}</p>")),
    st.tuples(st.just("quote"), quotes),
    st.tuples(st.just("points"), st.lists(text.map(lambda value: {"type": "item", "value": value, "id": _id()}))),
    st.tuples(
        st.just("nested"),
        quotes.map(lambda q: [{"type": "inner", "id": _id(), "value": [{"type": "item", "value": q, "id": _id()}]}]),
    ),
    st.tuples(st.just("table"), st.lists(cells, max_size=2).map(lambda rows: {"data": rows})),
    st.tuples(
        st.just("typed"),
        st.tuples(text, text).map(
            lambda pair: {
                "columns": [{"type": "text", "heading": pair[0]}, {"type": "number", "heading": "n"}],
                "rows": [{"values": [pair[1], 7]}],
                "caption": "cap",
            }
        ),
    ),
    st.tuples(st.just("image"), text.map(lambda alt: {"image": 3, "decorative": False, "alt_text": alt})),
    st.tuples(st.just("address"), st.just("https://example.org/keep")),
    st.tuples(st.just("raw"), st.just("<script>keep()</script>")),
)
streams = st.lists(items, max_size=6).map(
    lambda pairs: [{"type": name, "value": value, "id": _id()} for name, value in pairs]
)


def _id():
    return str(uuid.uuid4())


def translate(stream):
    return walk_block(STREAM, stream, ("body",), lambda segment: reverse(segment.text))


def seen(stream):
    found = []
    walk_block(STREAM, stream, ("body",), lambda segment: found.append(segment) or segment.text)
    return found


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(streams)
def test_stream_there_and_back_is_the_same(stream):
    before = json.dumps(stream)
    assert json.dumps(translate(translate(stream))) == before
    assert json.dumps(stream) == before


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(streams)
def test_stream_ids_and_what_is_no_text_stay(stream):
    def skeleton(value):
        if isinstance(value, list):
            return [skeleton(item) for item in value]
        if isinstance(value, dict):
            return {key: item if key in KEPT else skeleton(item) for key, item in value.items()}
        return None

    assert skeleton(translate(stream)) == skeleton(stream)


KEPT = {"id", "type", "original", "language", "link", "image", "decorative"}


def test_stream_addresses_and_raw_html_are_left_whole():
    stream = [
        {"type": "address", "value": "https://example.org/keep", "id": _id()},
        {"type": "raw", "value": "<b>keep</b>", "id": _id()},
        {"type": "gone", "value": "of a block that the site removed", "id": _id()},
    ]
    assert seen(stream) == []
    assert translate(stream) == stream


def test_stream_unique_paths_follow_the_block_ids():
    block_id, item_id = _id(), _id()
    stream = [{"type": "points", "value": [{"type": "item", "value": "One", "id": item_id}], "id": block_id}]
    assert [segment.path for segment in seen(stream)] == [("body", block_id, item_id)]


def test_register_block_of_a_site_in_one_line():
    class PlaceBlock(blocks.StructBlock):
        name = blocks.CharBlock()

    register_block(PlaceBlock, lambda block, value, path, visit: value)
    assert walk_block(PlaceBlock(), {"name": "Almera"}, ("place",), lambda segment: 1 / 0) == {"name": "Almera"}


def test_fields_are_found_by_type():
    names = [field.name for field in translatable_fields(BulletinPage)]
    assert names == ["title", "seo_title", "search_description", "summary", "text", "facts"]
    assert [field.name for field in translatable_fields(BulletinContact)] == ["role"]
    assert [field.name for field in translatable_fields(Notice)] == ["heading", "text"]


def test_fields_can_be_named(monkeypatch):
    monkeypatch.setattr(Notice, "translatable_fields", ["heading"], raising=False)
    assert [field.name for field in translatable_fields(Notice)] == ["heading"]


def make_page():
    page = BulletinPage(title="Title", slug="keep-this", summary="Sum & <up>", text="<p>One</p><p>Two</p>")
    page.facts = [("fact", {"label": "Label", "text": "<p>Text</p>"}), ("points", ["First"])]
    page.contacts = [BulletinContact(role="Officer", website="https://example.org")]
    return page


def test_document_there_and_back_is_the_same():
    source, there, back = make_page(), make_page(), make_page()
    ingest(source, there, lambda segment: reverse(segment.text))
    assert there.title == "Gvgyr"
    assert there.contacts.all()[0].role == "Bssvpre"
    ingest(there, back, lambda segment: reverse(segment.text))
    assert text_hash(back) == text_hash(source)
    assert [str(segment.text) for segment in extract(back)] == [str(segment.text) for segment in extract(source)]


def test_document_slug_and_addresses_are_not_seen():
    texts = [segment.text.plain for segment in extract(make_page())]
    assert "keep-this" not in texts
    assert "https://example.org" not in texts


def test_plain_text_is_never_markup():
    page = make_page()
    (summary,) = [segment for segment in extract(page) if segment.key == "summary"]
    assert summary.text.plain == "Sum & <up>"
    assert summary.text.marks == ()


def test_key_of_a_very_deep_path_fits_its_column():
    from wagtail_hrnews.translation.segments import TextSegment

    deep = TextSegment(tuple(str(uuid.uuid4()) for _ in range(20)), InlineText.of(["x"]))
    assert len(deep.key) == 500


def test_struct_is_read_in_the_order_of_its_block():
    """PostgreSQL gives the keys of a stored object back in an order of its own: no hash may depend on it."""

    class Pair(blocks.StructBlock):
        second = blocks.CharBlock()
        first = blocks.CharBlock()

    found = []
    for value in ({"first": "1", "second": "2"}, {"second": "2", "first": "1"}):
        walk_block(Pair(), value, ("pair",), lambda segment: found.append(segment.key) or segment.text)
    assert found == ["pair.second", "pair.first"] * 2
