from wagtail_hrnews.translation.engines.dummy import DummyEngine
from wagtail_hrnews.translation.inline import InlineText


def translate(text, source="en", target="es"):
    (result,) = DummyEngine().translate([InlineText.parse(text)], source, target, timeout=1)
    return str(result.text)


def test_dummy_says_that_it_is_a_placeholder():
    assert translate("Hello there") == "[en→es placeholder] Hello there"


def test_dummy_keeps_marks_and_numbers_and_adds_none():
    text = "<1>12</1> people &lt;3<2/>"
    assert translate(text, "es-419", "en-GB") == f"[es→en placeholder] {text}"


def test_dummy_leaves_a_text_without_words():
    assert translate("<1>2024</1> - 3") == "<1>2024</1> - 3"
