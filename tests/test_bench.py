"""The benchmark measures what it says it measures; how long that takes is not for a test."""

import os
import subprocess
import sys

import pytest

from bench.article import SEGMENTS
from bench.rounds import WrongResult, measure
from tests.wheels import ROOT
from wagtail_hrnews.articles.models import ArticlePage
from wagtail_hrnews.translation.models import Draft

pytestmark = pytest.mark.whole

DUMMY = "wagtail_hrnews.translation.engines.dummy.DummyEngine"
RECORDING = "tests.engines.RecordingEngine"


@pytest.fixture(autouse=True)
def _dummy_engine(settings) -> None:
    settings.WAGTAIL_HRNEWS = {"ENGINES": {"default": {"BACKEND": DUMMY}}}


@pytest.mark.django_db
def test_bench_drafts_every_segment_of_each_article() -> None:
    bare, ours = measure(rounds=1)
    assert (len(bare.seconds), len(ours.seconds)) == (1, 1)
    # One to warm up, one that is timed, one whose queries are counted.
    assert list(Draft.objects.values_list("state", "drafted_count")) == [(Draft.State.IN_REVIEW, SEGMENTS)] * 3
    assert SEGMENTS == 48
    assert ArticlePage.objects.filter(locale__language_code="es", live=True).count() == 0
    assert 0 < bare.queries < ours.queries


@pytest.mark.django_db
def test_bench_refuses_a_draft_without_the_engines_words(settings) -> None:
    settings.WAGTAIL_HRNEWS = {"ENGINES": {"default": {"BACKEND": RECORDING}}}
    with pytest.raises(WrongResult, match="not the engine's"):
        measure(rounds=1)


def test_bench_runs_on_a_database_of_its_own(tmp_path) -> None:
    """As ``make bench`` does it; the data of a demo stays as it is."""
    environment = {**os.environ, "HRNEWS_VAR": str(tmp_path)}
    command = [sys.executable, "-m", "bench", "--rounds", "1"]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    said = (
        "48 segments",
        "wagtail_hrnews: request_drafts + draft",
        "ratio of the medians",
        "Measured: 1 rounds of each",
    )
    assert [part for part in said if part not in done.stdout] == []
    assert list(tmp_path.iterdir()) == []
