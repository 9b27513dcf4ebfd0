import pytest

from wagtail_hrnews.translation.engines.dummy import DummyEngine
from wagtail_hrnews.translation.engines.exceptions import EngineMisconfigured
from wagtail_hrnews.translation.engines.loading import engine_class_of, make_engine

DUMMY = "wagtail_hrnews.translation.engines.dummy.DummyEngine"


def test_make_engine_builds_the_class_named():
    assert type(make_engine({"BACKEND": DUMMY})) is DummyEngine
    assert engine_class_of({"BACKEND": DUMMY}) is DummyEngine


def test_make_engine_passes_the_options():
    engine = make_engine({"BACKEND": "tests.engines.FailingEngine", "OPTIONS": {"words": ["boom"]}})
    assert engine.words == ("boom",)


@pytest.mark.parametrize(
    ("config", "hint"),
    [
        ({}, "names no BACKEND"),
        ({"BACKEND": 3}, "names no BACKEND"),
        ("a string", "names no BACKEND"),
        ({"BACKEND": "no.such.module.Engine"}, "cannot be imported"),
        ({"BACKEND": "wagtail_hrnews.translation.engines.dummy.Missing"}, "cannot be imported"),
        ({"BACKEND": "pathlib.Path"}, "derived from Engine"),
        ({"BACKEND": DUMMY, "OPTIONS": ["x"]}, "OPTIONS must be a dict"),
        ({"BACKEND": DUMMY, "OPTIONS": {"api_key": "sesame"}}, "OPTIONS do not fit DummyEngine"),
        ({"BACKEND": "wagtail_hrnews.translation.engines.base.Engine"}, "OPTIONS do not fit Engine"),
    ],
)
def test_make_engine_says_what_to_mend_and_where(config, hint):
    with pytest.raises(EngineMisconfigured, match='engine "backup"') as caught:
        make_engine(config, "backup")
    assert hint in str(caught.value)
    assert "sesame" not in str(caught.value)
