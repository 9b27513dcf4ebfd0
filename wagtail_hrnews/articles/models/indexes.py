"""The page under which articles live."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page

from wagtail_hrnews.articles.querysets import published

from .articles import ArticlePage
from .authors import Author
from .localising import best_by_id, best_for, live_translations
from .routes import AUTHORS, TOPICS, NewsRoutes
from .serving import SpeaksItsLanguage
from .topics import Topic


class NewsIndexPage(SpeaksItsLanguage, NewsRoutes, Page):
    """Lists the articles below it; its author and topic pages and its search cover the whole tree of its language.

    ``article_model`` is the page type that is listed; a subclass may name one of the site's own.
    """

    introduction = models.TextField(
        _("introduction"), blank=True, help_text=_("One or two sentences under the title, also used in the feed.")
    )

    article_model: Any = ArticlePage
    articles_per_page = 10
    translatable_fields = ["title", "introduction", "seo_title", "search_description"]
    content_panels = [*Page.content_panels, FieldPanel("introduction")]
    page_description = _("The list of articles, with search, feeds and the pages of authors and topics.")

    class Meta:
        verbose_name = _("news index")
        verbose_name_plural = _("news indexes")

    def get_articles(self) -> Any:
        """Published articles below this page."""
        return published(self.article_model.objects.descendant_of(self).filter(locale_id=self.locale_id))

    def get_articles_of_language(self) -> Any:
        """Published articles of the site in this page's language: of the tree right under Wagtail's root."""
        tree = self.path[: 2 * self.steplen]
        return published(self.article_model.objects.filter(path__startswith=tree, locale_id=self.locale_id))

    def own_url(self) -> str:
        """The page's URL, looked up once for the many URLs below it."""
        return self._own_url

    @cached_property
    def _own_url(self) -> str:
        return self.url or ""

    def with_people(self, articles: list[Any]) -> list[Any]:
        """Give articles that were fetched ``for_cards`` or ``for_feed`` their authors and topics, in three queries."""
        authors = [row.author_id for article in articles for row in article.bylines.all()]
        topics = [topic.translation_key for article in articles for topic in article.topics.all()]
        localised_authors = best_by_id(Author, authors, self.locale_id)
        localised_topics = best_for(live_translations(Topic, topics), self.locale_id)
        for article in articles:
            article.news_index = self
            article.localised_authors = localised_authors
            article.localised_topics = localised_topics
        return articles

    def get_sitemap_urls(self, request: HttpRequest | None = None) -> list[dict[str, Any]]:
        """This page, and the pages of the authors and topics that have articles in its language."""
        urls: list[dict[str, Any]] = super().get_sitemap_urls(request)
        base = self.get_full_url(request)
        if not base:  # as where a tree has no address, because languages are switched off
            return []
        for subject in (AUTHORS, TOPICS):
            keys = set(self.get_articles_of_language().values_list(f"{subject.path}__translation_key", flat=True))
            rows = best_for(live_translations(subject.model, keys - {None}), self.locale_id).values()
            slugs = [row.as_public(None).slug for row in rows]
            urls += [{"location": base + self.reverse_subpage(subject.name, args=[slug])} for slug in slugs if slug]
        return urls
