"""The routes of a news index: list, search, authors, topics, and a feed of each."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin

from django.core.paginator import InvalidPage, Paginator
from django.core.paginator import Page as Listing
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import pgettext
from wagtail.contrib.routable_page.models import RoutablePageMixin, path

from wagtail_hrnews.articles.public.alternates import Alternate, alternates_of
from wagtail_hrnews.articles.public.feeds import FEED_LENGTH, Channel, feed_response
from wagtail_hrnews.articles.public.metadata import PublicMetadata, author_metadata, page_metadata, topic_metadata
from wagtail_hrnews.articles.querysets import by_author, by_topic, for_cards, for_feed, newest_first

from .authors import Author
from .localising import best_for, live_translations
from .topics import Topic

LONGEST_QUERY = 200
WORD = re.compile(r"\w+")
"""All that is searched for: SQLite's full-text search takes a lone quotation mark for a syntax error."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What an index has a page and a feed for: the route's name, the model, the way to it from an article."""

    name: str
    model: Any
    path: str
    articles: Callable[..., Any]
    metadata: Callable[..., PublicMetadata]


AUTHORS = Subject("author", Author, "bylines__author", by_author, author_metadata)
TOPICS = Subject("topic", Topic, "topics", by_topic, topic_metadata)


class NewsRoutes(RoutablePageMixin):
    """Needs ``get_articles()``, ``get_articles_of_language()`` and ``with_people()`` of the page it is mixed into."""

    title: str
    introduction: str
    locale: Any
    locale_id: int | None
    article_model: Any
    articles_per_page: int
    own_url: Callable[[], str]
    get_articles: Callable[[], Any]
    get_articles_of_language: Callable[[], Any]
    with_people: Callable[[list[Any]], list[Any]]

    def route_url(self, name: str, *args: str) -> str:
        """The URL of a route: ``author``, ``author_feed``, ``topic``, ``topic_feed``, ``feed`` or ``search``."""
        route: str = self.reverse_subpage(name, args=args)
        return self.own_url() + route

    @path("", name="index")
    def index_route(self, request: HttpRequest) -> HttpResponse:
        listing = self._listing(self.get_articles(), request)
        url = _numbered(self._absolute(request, ""), listing)
        metadata = page_metadata(self, request, url=url, **self._feed_link(request, "", self.title))
        return self._show(request, "news_index_page", metadata, listing=listing)

    @path("feed/", name="feed")
    def feed_route(self, request: HttpRequest) -> HttpResponse:
        return self._feed(request, self.get_articles(), "", self.title, self.introduction)

    @path("author/<str:slug>/", name="author")
    def author_route(self, request: HttpRequest, slug: str) -> HttpResponse:
        return self._subject_page(request, AUTHORS, slug)

    @path("author/<str:slug>/feed/", name="author_feed")
    def author_feed_route(self, request: HttpRequest, slug: str) -> HttpResponse:
        return self._subject_feed(request, AUTHORS, slug)

    @path("topic/<str:slug>/", name="topic")
    def topic_route(self, request: HttpRequest, slug: str) -> HttpResponse:
        return self._subject_page(request, TOPICS, slug)

    @path("topic/<str:slug>/feed/", name="topic_feed")
    def topic_feed_route(self, request: HttpRequest, slug: str) -> HttpResponse:
        return self._subject_feed(request, TOPICS, slug)

    @path("search/", name="search")
    def search_route(self, request: HttpRequest) -> HttpResponse:
        query = request.GET.get("q", "").replace("\x00", "").strip()[:LONGEST_QUERY]
        words = " ".join(WORD.findall(query))
        found = self.get_articles_of_language().search(words) if words else []
        listing = self._page(found, request)
        listing.object_list = self._cards([article.pk for article in listing.object_list])
        metadata = page_metadata(
            self,
            request,
            heading=pgettext("page", "Search"),
            title="",
            url=self._absolute(request, "search/"),
            alternates=self._alternates(request, lambda page: "search/"),
            is_listed=False,
        )
        return self._show(request, "search", metadata, listing=listing, query=query)

    # Parts of the routes

    def _subject_page(self, request: HttpRequest, subject: Subject, slug: str) -> HttpResponse:
        translations, row = self._find(subject, slug)
        public = row.as_public(self)
        if public.slug != slug:
            return redirect(self.route_url(subject.name, public.slug))
        articles = subject.articles(self.get_articles_of_language(), row.translation_key)
        listing = self._listing(articles, request)
        own = {translation.locale_id: _public_slug(translation) for translation in translations}
        way = self._way(subject, slug)
        metadata = subject.metadata(
            public,
            self,
            request,
            url=_numbered(self._absolute(request, way), listing),
            alternates=self._alternates(
                request, lambda page: self._way(subject, own.get(page.locale_id, _public_slug(translations[0])))
            ),
            **self._feed_link(request, way, public.name),
        )
        return self._show(request, f"{subject.name}_page", metadata, listing=listing, **{subject.name: public})

    def _subject_feed(self, request: HttpRequest, subject: Subject, slug: str) -> HttpResponse:
        _translations, row = self._find(subject, slug)
        public = row.as_public(self)
        if public.slug != slug:
            return redirect(self.route_url(f"{subject.name}_feed", public.slug))
        articles = subject.articles(self.get_articles_of_language(), row.translation_key)
        title = f"{public.name} | {self.title}"
        return self._feed(request, articles, self._way(subject, slug), title, getattr(public, "description", ""))

    def _find(self, subject: Subject, slug: str) -> tuple[list[Any], Any]:
        """The published translations of the author or topic, and the one that this language shows; or 404.

        The address of another language leads to it as well: the caller redirects where this one has its own. An
        address that holds the real name of somebody behind a pseudonym leads nowhere: to redirect would tie both names.
        """
        named = subject.model.objects.filter(slug=slug, live=True).order_by("pk")
        keys = dict(reversed(named.values_list("locale_id", "translation_key")))
        if not keys:
            raise Http404
        key = keys.get(self.locale_id) or next(reversed(keys.values()))
        translations = live_translations(subject.model, [key])
        if slug not in map(_public_slug, translations):
            raise Http404
        return translations, best_for(translations, self.locale_id)[key]

    def _way(self, subject: Subject, slug: str) -> str:
        way: str = self.reverse_subpage(subject.name, args=[slug])
        return way

    def _absolute(self, request: HttpRequest, way: str) -> str:
        return urljoin(self.get_full_url(request) or request.build_absolute_uri(self.own_url()), way)

    def _alternates(self, request: HttpRequest, way: Callable[[Any], str]) -> list[Alternate]:
        return alternates_of(self, request, way)

    def _feed_link(self, request: HttpRequest, way: str, title: str) -> dict[str, str]:
        return {"feed_url": self._absolute(request, f"{way}feed/"), "feed_title": title}

    def _feed(self, request: HttpRequest, articles: Any, way: str, title: str, description: str) -> HttpResponse:
        language = self.locale.language_code
        url = self._absolute(request, way)
        channel = Channel(title, description, language, url, urljoin(url, "feed/"))
        return feed_response(channel, self.with_people(list(newest_first(for_feed(articles))[:FEED_LENGTH])), request)

    def _listing(self, articles: Any, request: HttpRequest) -> Any:
        listing = self._page(newest_first(for_cards(articles)), request)
        listing.object_list = self.with_people(list(listing.object_list))
        return listing

    def _page(self, found: Any, request: HttpRequest) -> Any:
        try:
            return Paginator(found, self.articles_per_page).page(request.GET.get("page", "1"))
        except InvalidPage as error:
            raise Http404 from error

    def _cards(self, keys: list[int]) -> list[Any]:
        """Articles in the order of their keys."""
        cards = {card.pk: card for card in for_cards(self.article_model.objects.filter(pk__in=keys))}
        return self.with_people([cards[key] for key in keys])

    def _show(self, request: HttpRequest, template: str, metadata: PublicMetadata, **context: Any) -> HttpResponse:
        response: HttpResponse = self.render(
            request,
            template=f"wagtail_hrnews_articles/{template}.html",
            context_overrides={"metadata": metadata, **context},
        )
        return response


def _numbered(url: str, listing: "Listing[Any]") -> str:
    return f"{url}?page={listing.number}" if listing.number > 1 else url


def _public_slug(row: Any) -> str:
    slug: str = row.as_public(None).slug
    return slug
