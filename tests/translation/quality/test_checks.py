import pytest

from wagtail_hrnews.translation.inline import InlineText
from wagtail_hrnews.translation.quality import BLOCKING, CHECKS, run_checks


def flags(source, target, source_language="en", target_language="es"):
    return run_checks(InlineText.parse(source), InlineText.parse(target), source_language, target_language)


def test_checks_have_codes_of_their_own_and_blocking_ones_are_known():
    codes = [check.code for check in CHECKS]
    assert len(set(codes)) == len(codes)
    assert {"empty", "engine-error-text", "leftovers", "links", "addresses", "numbers"} == BLOCKING


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("", ""),
        ("2024", "2024"),
        ("He said <1>no</1> to <2>them</2><3/>.", "A <2>ellos</2> les <3/>dijo que <1>no</1>."),
        ("See https://example.org/a, now.", "Vea https://example.org/a."),
        ("Mail press@example.org.", "Escriba a press@example.org"),
        ("Caracas, Venezuela, Lima", "Caracas, Venezuela, Lima"),
        ("The word [XAX] is odd here", "La palabra [XAX] es rara aquí"),
        ("It said: MYMEMORY WARNING", "Decía: MYMEMORY WARNING"),
    ],
)
def test_good_translations_raise_no_flag(source, target):
    assert flags(source, target) == ()


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("Some words", "  ", ("empty",)),
        ("Some <1>words</1>", "Unas palabras", ("links",)),
        ("Some <1>words</1>", "Unas palabras<1></1>", ("links",)),
        ("Some <1>words</1>", "<1>Unas</1> <1>palabras</1>", ("links",)),
        ("Some <1>words</1> <2>here</2>", "<1>Unas <2>palabras</1> aquí</2>", ("links",)),
        ("Some words<1/>", "Unas palabras", ("links",)),
        ("Some words", "Unas </1>palabras", ("links",)),
        ("See https://example.org/a", "Vea https://ejemplo.org/a", ("addresses",)),
        ("See the page", "Vea example.org", ("addresses",)),
        ("Write to press@example.org", "Escriba a la prensa", ("addresses",)),
        ("Four words and more", "four words AND more.", ("same-as-source",)),
        ("Some words", "Unas [XAX] palabras", ("leftovers",)),
        ("Some words", "Unas [[t:i:A]]palabras[[/]]", ("leftovers",)),
        ("Some words", 'Unas &lt;x id="a"/>palabras', ("leftovers",)),
        ("Some words", "Error 500 (Server Error)!!That's an error.", ("engine-error-text", "numbers")),
        ("Some words", "MYMEMORY WARNING: YOU USED ALL AVAILABLE FREE TRANSLATIONS", ("engine-error-text",)),
        ("1,200 people", "1,200 personas", ("number-format",)),
    ],
)
def test_defects_raise_their_flag(source, target, expected):
    assert flags(source, target) == expected


def test_same_words_in_a_regional_kind_of_the_language_raise_no_flag():
    assert flags("Four words and more", "Four words and more", "en-GB", "en-US") == ()
