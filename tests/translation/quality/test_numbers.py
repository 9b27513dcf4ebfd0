import pytest

from wagtail_hrnews.translation.inline import InlineText
from wagtail_hrnews.translation.quality.numbers import NumberFormatCheck, NumbersCheck


def flagged(source, target, languages=("en", "es"), check=NumbersCheck):
    return check().check(InlineText.parse(source), InlineText.parse(target), *languages)


@pytest.mark.parametrize(
    ("english", "spanish"),
    [
        ("Nothing here", "Nada aquí"),
        ("1,200 people", "1.200 personas"),
        ("1,200 people", "1200 personas"),
        ("1,200 people", "1 200 personas"),
        ("1,200 people", "1\u00a0200 personas"),
        ("1,200 people", "1,200 personas"),
        ("1,234,567.89 dollars", "1.234.567,89 dólares"),
        ("3.5 million", "3,5 millones"),
        ("3.5 million", "3.500.000"),
        ("1.2 billion", "1.200 millones"),
        ("2 billion", "2 mil millones"),
        ("1.2 trillion", "1,2 billones"),
        ("30%", "un 30 %"),
        ("10 men", "diez hombres"),
        ("ten men", "10 hombres"),
        ("21 men", "veintiún hombres"),
        ("thirty-five men", "35 hombres"),
        ("300 men", "trescientos hombres"),
        ("ten thousand men", "10.000 hombres"),
        ("1 man", "un hombre"),
        ("a man", "1 hombre"),
        ("both men", "2 hombres"),
        ("a dozen men", "12 hombres"),
        ("the 1st time", "la primera vez"),
        ("the first time", "la 1.ª vez"),
        ("the 20th century", "el siglo XX"),
        ("the 1980s", "los años 80"),
        ("the '80s", "los años ochenta"),
        ("on January 3, 2025", "el 3 de enero de 2025"),
        ("on January 3, 2025", "el 3/1/2025"),
        ("on 03/01/2025", "el 3 de enero de 2025"),
        ("on 2025-01-03", "el 3.1.2025"),
        ("at 3 p.m.", "a las 15:00"),
        ("at 3:30 p.m.", "a las 15.30 h"),
        ("at 3:30 pm", "a las 3:30 de la tarde"),
        ("from 2010 to 2015", "entre 2010 y 2015"),
        ("2010-2015", "de 2010 a 2015"),
        ("in 2019 300 people", "en 2019, 300 personas"),
        ("law 1.2.3", "ley 1.2.3"),
        ("item 1.22.333.4", "punto 1.22.333.4"),
        ("5 of 5", "los 5"),
        ("see https://example.org/2024/7 now", "vea https://example.org/otro/9 ahora"),
        ("<1>12</1> people", "<1>12</1> personas"),
    ],
)
def test_numbers_that_agree_raise_no_flag(english, spanish):
    assert not flagged(english, spanish)
    assert not flagged(spanish, english, ("es", "en"))


@pytest.mark.parametrize(
    ("english", "spanish"),
    [
        ("1,200 people", "12.000 personas"),
        ("1,200 people", "1,2 personas"),
        ("1,200 people", "unas personas"),
        ("3.5 million", "35 millones"),
        ("3.5 million", "3,5 personas"),
        ("1.2 billion", "1,2 billones"),
        ("30%", "un tercio"),
        ("30%", "13 %"),
        ("in 1998", "en 1989"),
        ("people", "7 personas"),
        ("43 students", "34 estudiantes"),
        ("43 students", "cuarenta y cuatro estudiantes"),
        ("on January 3, 2025", "el 13 de enero de 2025"),
        ("on January 3, 2025", "el 3 de enero"),
        ("on 03/01/2025", "el 3 de enero de 2024"),
        ("at 3 p.m.", "a las 16:00"),
        ("the 20th century", "el siglo XIX"),
        ("<1>12</1> people", "<1></1> personas"),
    ],
)
def test_numbers_that_differ_raise_the_flag_both_ways(english, spanish):
    assert flagged(english, spanish)
    assert flagged(spanish, english, ("es", "en"))


def test_numbers_in_an_unknown_language_may_be_words_up_to_twelve():
    assert not flagged("7 people in 2024", "lapan katao ing 2024", ("en", "jv"))
    assert flagged("77 people", "katao", ("en", "jv"))
    assert not flagged("3.5 million people", "3,5 millions de personnes", ("en", "fr"))


@pytest.mark.parametrize(
    ("source", "target", "languages", "expected"),
    [
        ("1,200 people", "1,200 personas", ("en", "es"), True),
        ("1,200 people", "1.200 personas", ("en", "es"), False),
        ("1,200 people", "1,200 personas", ("en", "es-mx"), False),
        ("1.200 personas", "1.200 people", ("es", "en"), True),
        ("1.200 personas", "1,200 people", ("es", "en"), False),
        ("1,200 people", "1,200 people", ("en", "en-GB"), False),
        ("1,200 people", "1,200 katao", ("en", "jv"), False),
        ("no people", "0 personas", ("en", "es"), False),
    ],
)
def test_number_format_of_the_other_language_raises_a_flag(source, target, languages, expected):
    assert flagged(source, target, languages, NumberFormatCheck) is expected
