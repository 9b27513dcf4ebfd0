import random
import re
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.engines import reverse
from tests.translation.inline_texts import inline_texts, random_text
from wagtail_hrnews.translation.engines.answers import Answer
from wagtail_hrnews.translation.engines.exceptions import BadAnswer, EngineTimeout, RateLimited
from wagtail_hrnews.translation.engines.markup import XmlTags
from wagtail_hrnews.translation.engines.strings import StringEngine
from wagtail_hrnews.translation.inline import InlineText


class Scripted(StringEngine):
    """Answers by a function of the string and the number of the call; keeps what it was asked."""

    is_local = True

    def __init__(self, answer):
        super().__init__()
        self.answer = answer
        self.calls = []

    def translate_strings(self, strings, source, target, deadline):
        self.calls.append(list(strings))
        return [self.answer(string, len(self.calls)) for string in strings]


class Xml(Scripted):
    codec = XmlTags()


def run(engine, *texts):
    return engine.translate([InlineText.parse(text) for text in texts], "en", "es", timeout=5)


def stored(results):
    return [result.text and str(result.text) for result in results]


def rot13(string):
    """Change each word but no token."""
    pieces = re.split(r"(\[[XQZ][A-Z]+[XQZ]\])", string)
    return "".join(p if n % 2 else reverse(InlineText.of([p])).plain for n, p in enumerate(pieces))


@settings(max_examples=150, deadline=None)
@given(st.lists(inline_texts(), max_size=4))
def test_engine_that_keeps_tokens_changes_words_and_nothing_else(texts):
    engine = Scripted(lambda string, call: rot13(string))
    once = engine.translate(texts, "en", "es", timeout=5)
    if any(result.flags for result in once):
        return
    assert len(engine.calls) <= 1
    twice = engine.translate([result.text for result in once], "es", "en", timeout=5)
    assert [result.text for result in twice] == texts


def test_engine_that_damages_tokens_never_breaks_a_text():
    choice = random.Random(2)  # noqa: S311 - damage, no secret

    def answer(string, call):
        return re.sub(r"\[X\w+X\]", lambda match: choice.choice([match.group()] * 3 + ["", "[X", " [XAX] "]), string)

    texts = [random_text(choice) for _ in range(2000)]
    for text, result in zip(texts, Scripted(answer).translate(texts, "en", "es", timeout=60), strict=True):
        assert result.error is None
        assert Counter(result.text.marks) == Counter(text.marks)
        assert result.text.is_well_formed()
        assert "[X" not in result.text.plain


def test_texts_without_words_are_not_asked_for():
    engine = Scripted(lambda string, call: string.upper())
    assert stored(run(engine, "12 - 3", "", " <1>…</1>\n", "a")) == ["12 - 3", "", " <1>…</1>\n", "A"]
    assert engine.calls == [["a"]]


def test_engine_sees_neither_outer_marks_nor_wordless_elements():
    engine = Scripted(lambda string, call: string.upper())
    assert stored(run(engine, " <1/><2><3>A house</3></2> ", "a <1> (<2/>) </1> b")) == [
        " <1/><2><3>A HOUSE</3></2> ",
        "A <1> (<2/>) </1> B",
    ]
    assert engine.calls == [["A house", "a [XAX] b"]]


def test_marks_inside_a_word_take_it_whole_and_flag_the_text():
    engine = Scripted(lambda string, call: string.upper())
    (result,) = run(engine, "un<1>believ</1>able &lt;<2>s</2>ee")
    assert str(result.text) == "<1>UNBELIEVABLE</1> &lt;<2>SEE</2>"
    assert result.flags == ("markup",)


def test_damaged_marks_are_asked_for_once_more():
    engine = Scripted(lambda string, call: "damaged" if call == 1 else string.upper())
    (result,) = run(engine, "He <1>said</1> no")
    assert str(result.text) == "HE <1>SAID</1> NO"
    assert result.flags == ()
    assert len(engine.calls) == 2


def test_marks_that_stay_damaged_are_placed_round_runs_and_flagged():
    engine = Scripted(lambda string, call: Answer(re.sub(r"\[\w+\]", "", string).upper(), ("odd",)))
    results = run(engine, " He <1>said 12</1><2/>, <3>“no”</3>. ", "fine")
    assert stored(results) == [" HE <1>SAID 12</1><2/>, <3>“NO”</3>. ", "FINE"]
    assert [result.flags for result in results] == [("markup", "odd"), ("odd",)]
    assert [len(call) for call in engine.calls] == [2, 1, 3]


def test_runs_in_the_middle_do_not_begin_a_sentence():
    engine = Scripted(lambda string, call: re.sub(r"\[\w+\]", "", string).capitalize())
    (result,) = run(engine, "He <1>said</1> no")
    assert str(result.text) == "He <1>said</1> no"


def test_run_without_an_answer_fails_the_text_alone():
    def answer(string, call):
        return BadAnswer("no") if string == "no" else re.sub(r"\[\w+\]", "", string).upper()

    broken, whole = run(Scripted(answer), "He <1>said</1> no", "yes")
    assert isinstance(broken.error, BadAnswer)
    assert str(whole.text) == "YES"


def test_error_on_a_lower_rung_costs_only_what_is_on_it():
    def answer(string, call):
        if call > 1:
            raise RateLimited("pause", 7)
        return re.sub(r"\[\w+\]", "", string).upper()

    broken, whole = run(Scripted(answer), "He <1>said</1> no", "yes")
    assert broken.error.retry_after == 7
    assert str(whole.text) == "YES"


def test_error_on_the_first_rung_is_raised_for_all():
    def answer(string, call):
        raise EngineTimeout("late")

    with pytest.raises(EngineTimeout):
        run(Scripted(answer), "yes", "no")


@pytest.mark.parametrize("answer", ["", "  \n", None, 7, "\x00\x01", b"bytes"])
def test_answer_that_is_no_text_is_an_error(answer):
    (result,) = run(Scripted(lambda string, call: answer), "yes")
    assert isinstance(result.error, BadAnswer)


def test_characters_that_break_pages_or_databases_are_dropped():
    (result,) = run(Scripted(lambda string, call: "s\x00í\x1b\ud800\x85, <b>&amp;\t"), "yes")
    assert result.text.parts == ("sí\x85, <b>&amp;",)
    assert str(result.text) == "sí\x85, &lt;b>&amp;amp;"


def test_wrong_count_of_answers_fails_all():
    class Miscounting(Scripted):
        def translate_strings(self, strings, source, target, deadline):
            return ["one"]

    with pytest.raises(BadAnswer, match="1 answers to 2 strings"):
        run(Miscounting(None), "yes", "no")


def test_text_that_looks_like_markers_goes_in_runs():
    (result,) = run(Scripted(lambda string, call: string.lower()), "A [X [Q [Z <1>B</1>")
    assert str(result.text) == "a [x [q [z <1>b</1>"
    assert result.flags == ("markup",)


def test_text_that_is_not_well_formed_goes_in_runs():
    (result,) = run(Scripted(lambda string, call: string.upper()), "one <1>two")
    assert str(result.text) == "ONE <1>TWO"
    assert result.flags == ("markup",)


def test_xml_engine_keeps_its_text_escaped_both_ways():
    engine = Xml(lambda string, call: string.replace("said", "dijo"))
    assert stored(run(engine, "R&D <1>said</1> &lt;b> no", "R&D said")) == [
        "R&amp;D <1>dijo</1> &lt;b> no",
        "R&amp;D dijo",
    ]
    assert engine.calls == [['R&amp;D <x id="1">said</x> &lt;b&gt; no', "R&amp;D said"]]
