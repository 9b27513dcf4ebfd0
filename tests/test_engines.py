"""The helpers in tests/engines.py keep their own promises, or the tests that lean on them show nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.engines import FailingEngine, ReversibleEngine, reverse
from wagtail_hrnews.translation.engines.exceptions import EngineTimeout
from wagtail_hrnews.translation.inline import InlineText


def translate(engine, *texts):
    return engine.translate([InlineText.parse(text) for text in texts], "en", "es", timeout=1)


@given(st.text())
def test_reversible_engine_is_its_own_inverse(text):
    inline = InlineText.of([text])
    assert reverse(reverse(inline)) == inline


def test_reversible_engine_changes_words_and_keeps_marks():
    ReversibleEngine.reset()
    (result,) = translate(ReversibleEngine(), "Él <1>dijo 12</1>.")
    assert str(result.text) == "Èy <1>qvwb 12</1>."
    assert ReversibleEngine.asked() == ["Él <1>dijo 12</1>."]


def test_failing_engine_fails_where_told():
    FailingEngine.reset()
    good, bad = translate(FailingEngine(["boom"], "EngineTimeout"), "fine", "a boom")
    assert str(good.text) == "svar"
    assert isinstance(bad.error, EngineTimeout)


def test_failing_engine_recovers_after_so_many_calls():
    FailingEngine.reset()
    engine = FailingEngine(raises=True, times=1, error=EngineTimeout())
    with pytest.raises(EngineTimeout):
        translate(engine, "fine")
    assert translate(engine, "fine")[0].text is not None
