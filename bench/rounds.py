"""The two ways, done in turn to articles of their own, and what each took. Every piece of work is looked at."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from statistics import median
from time import perf_counter
from typing import Any

from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Locale, Page

from wagtail_hrnews.articles.models import ArticlePage, NewsIndexPage
from wagtail_hrnews.translation import drafting
from wagtail_hrnews.translation.models import Draft
from wagtail_hrnews.translation.requesting import request_drafts
from wagtail_hrnews.translation.segments import extract

from .article import SEGMENTS, fields

MARK = "[en→es placeholder] "
"""What the dummy engine puts before each text."""


class WrongResult(Exception):
    """What was timed did not do its work, so its time means nothing."""


@dataclass
class Way:
    """One way to get an article into the other language, and its figures: seconds of each round, number of queries."""

    name: str
    work: Callable[[ArticlePage, Locale], Any]
    verify: Callable[[ArticlePage, Locale], None]
    seconds: list[float] = field(default_factory=list)
    queries: int = 0

    @property
    def median(self) -> float:
        return median(self.seconds)


def measure(rounds: int) -> tuple[Way, Way]:
    """Wagtail's bare copy and our draft. One round before warms up, one after counts queries; neither is timed."""
    index, spanish = _make_newsroom()
    ways = (
        Way("Wagtail: copy_for_translation + save_revision", _copy, _verify_copy),
        Way("wagtail_hrnews: request_drafts + draft", _draft, _verify_draft),
    )
    _round(index, spanish, ways, "warm-up")
    for way in ways:
        way.seconds.clear()
    for number in range(rounds):
        _round(index, spanish, ways if number % 2 else ways[::-1], str(number))
    for way in ways:
        article = _make_article(index, f"counted-{ways.index(way)}")
        with CaptureQueriesContext(connection) as queries:
            way.work(article, spanish)
        way.queries = len(queries)
    return ways


def _round(index: NewsIndexPage, spanish: Locale, ways: tuple[Way, ...], name: str) -> None:
    """Do each way once; who comes first changes from round to round."""
    for way in ways:
        article = _make_article(index, f"{name}-{way.work.__name__.strip('_')}")
        with _timed(way):
            way.work(article, spanish)
        way.verify(article, spanish)


@contextmanager
def _timed(way: Way) -> Iterator[None]:
    started = perf_counter()
    yield
    way.seconds.append(perf_counter() - started)


def _copy(article: ArticlePage, spanish: Locale) -> None:
    article.copy_for_translation(spanish).save_revision()


def _draft(article: ArticlePage, spanish: Locale) -> None:
    """What the request does, and then what the worker does; the task queue between them is not ours."""
    for draft in request_drafts(article, locales=[spanish]):
        drafting.draft(draft.pk)


def _verify_copy(article: ArticlePage, spanish: Locale) -> None:
    copy = article.get_translation(spanish).get_latest_revision_as_object()
    _expect(len(list(extract(copy))) == SEGMENTS, "the copy lacks texts")


def _verify_draft(article: ArticlePage, spanish: Locale) -> None:
    draft = Draft.objects.from_original(article).get()
    _expect(draft.state == Draft.State.IN_REVIEW, f"the draft is {draft.state} {draft.error}")
    _expect(draft.drafted_count == draft.segment_count == SEGMENTS, f"{draft.drafted_count} segments were drafted")
    target = article.get_translation(spanish)
    _expect(not target.live, "the draft is public")
    texts = list(extract(target.get_latest_revision_as_object()))
    _expect(len(texts) == SEGMENTS, f"the draft holds {len(texts)} texts")
    _expect(all(text.text.plain.startswith(MARK) for text in texts), "a text is not the engine's")


def _expect(fact: bool, otherwise: str) -> None:
    if not fact:
        raise WrongResult(otherwise)


def _make_newsroom() -> tuple[NewsIndexPage, Locale]:
    """A home page and a news index in both languages, so that no way has to make the parents first."""
    home = Page.objects.filter(depth=2).first()
    spanish, _ = Locale.objects.get_or_create(language_code="es")
    home.copy_for_translation(spanish)
    index = home.add_child(instance=NewsIndexPage(title="News", slug="bench-news", locale=home.locale))
    index.copy_for_translation(spanish)
    return index, spanish


def _make_article(index: NewsIndexPage, name: str) -> ArticlePage:
    """A live original with a revision, as an editor leaves it; saved without publishing, so that nothing is drafted."""
    article = index.add_child(instance=ArticlePage(**fields(name)))
    article.save_revision()
    article = ArticlePage.objects.get(pk=article.pk)
    _expect(len(list(extract(article))) == SEGMENTS, "the article does not have the promised number of segments")
    return article
