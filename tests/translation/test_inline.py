import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.translation.inline_texts import inline_texts
from wagtail_hrnews.translation.inline import InlineText, Mark


@settings(max_examples=300)
@given(inline_texts())
def test_inline_text_survives_its_stored_form(text):
    assert InlineText.parse(str(text)) == text
    assert text.is_well_formed()


@settings(max_examples=400)
@given(st.text(alphabet="<>/12&;ltamp ", max_size=20))
def test_inline_text_keeps_any_run_of_signs_as_text(run):
    text = InlineText.of([run])
    assert InlineText.parse(str(text)).plain == run
    assert text.marks == ()


@settings(max_examples=400)
@given(st.text(alphabet="<>/12&;ltamp ", max_size=20))
def test_inline_text_parses_anything(stored):
    once = InlineText.parse(stored)
    assert InlineText.parse(str(once)) == once


def test_inline_text_joins_runs_and_drops_empty_ones():
    assert InlineText.of(["a", "", "b", Mark(1, "void"), "", "c"]).parts == ("ab", Mark(1, "void"), "c")


@pytest.mark.parametrize("text", ["</1>", "<1>", "<1><2></1></2>", "<1></1><1></1>", "<1/><1/>", "<1><1/></1>"])
def test_inline_text_that_is_not_well_formed(text):
    assert not InlineText.parse(text).is_well_formed()


@pytest.mark.parametrize(("text", "words"), [("", False), ("<1>12</1> - …", False), ("a", True), ("<1>ñ</1>", True)])
def test_inline_text_has_words_if_it_has_a_letter(text, words):
    assert InlineText.parse(text).has_words is words
