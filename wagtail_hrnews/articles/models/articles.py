"""The article, as a mixin for a site's own page types and as a page type of its own."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db import models
from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel, MultipleChooserPanel
from wagtail.api import APIField
from wagtail.fields import StreamField
from wagtail.images import get_image_model_string
from wagtail.models import Page
from wagtail.search import index

from wagtail_hrnews.articles.blocks import ArticleBody
from wagtail_hrnews.articles.bylines import Byline, PublicTopic
from wagtail_hrnews.articles.public.metadata import article_metadata
from wagtail_hrnews.articles.public.pictures import picture_for_api
from wagtail_hrnews.articles.public.sections import article_sections
from wagtail_hrnews.articles.querysets import published

from .attribution import AbstractByline, AbstractSource
from .authors import Author
from .localising import best_by_id, best_for, live_translations
from .serving import SpeaksItsLanguage
from .topics import Topic

INDEX_MODEL = "wagtail_hrnews_articles.NewsIndexPage"
"""By name, as the index lists articles and so has to know them."""
SAME_PUBLICATION = timedelta(minutes=1)
DEFAULT_TEMPLATE = "wagtail_hrnews_articles/article_page.html"


class AbstractArticle(SpeaksItsLanguage, models.Model):
    """What makes a page an article: put it before ``Page`` and give the page ``sources`` and ``bylines`` children.

    ``title`` is the headline.
    """

    standfirst = models.TextField(
        _("standfirst"),
        blank=True,
        help_text=_("One or two sentences under the headline; also shown in lists, feeds and shared links."),
    )
    dateline = models.CharField(
        _("dateline"), max_length=120, blank=True, help_text=_("Where it was reported, for example “Tegucigalpa”.")
    )
    lead_image = models.ForeignKey(
        get_image_model_string(),
        verbose_name=_("lead image"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    lead_image_alt = models.CharField(
        _("alternative text"),
        max_length=255,
        blank=True,
        help_text=_("What the picture shows, for readers who cannot see it."),
    )
    lead_image_caption = models.CharField(_("caption"), max_length=255, blank=True)
    lead_image_credit = models.CharField(_("credit"), max_length=160, blank=True, help_text=_("Who made it."))
    body = StreamField(ArticleBody(), verbose_name=_("text"), blank=True)
    topics = ParentalManyToManyField(
        "wagtail_hrnews_articles.Topic", verbose_name=_("topics"), blank=True, related_name="+"
    )
    social_title = models.CharField(
        _("social title"), max_length=120, blank=True, help_text=_("For shared links; else the headline.")
    )
    social_text = models.CharField(
        _("social text"), max_length=255, blank=True, help_text=_("For shared links; else the standfirst.")
    )

    translatable_fields = [
        "title",
        "standfirst",
        "dateline",
        "lead_image_alt",
        "lead_image_caption",
        "body",
        "seo_title",
        "search_description",
        "social_title",
        "social_text",
    ]
    content_panels = [
        *Page.content_panels,
        FieldPanel("standfirst"),
        MultipleChooserPanel("bylines", chooser_field_name="author", heading=_("By"), label=_("author")),
        FieldPanel("dateline"),
        MultiFieldPanel(
            [
                FieldPanel("lead_image"),
                FieldPanel("lead_image_alt"),
                FieldPanel("lead_image_caption"),
                FieldPanel("lead_image_credit"),
            ],
            heading=_("Lead image"),
        ),
        FieldPanel("body"),
        InlinePanel("sources", heading=_("Original sources"), label=_("source")),
        FieldPanel("topics"),
    ]
    promote_panels = [
        *Page.promote_panels,
        MultiFieldPanel([FieldPanel("social_title"), FieldPanel("social_text")], heading=_("Shared links")),
    ]
    search_fields = [
        *Page.search_fields,
        index.SearchField("standfirst", boost=1.5),
        index.SearchField("body"),
        index.SearchField("dateline"),
        index.FilterField("alias_of"),
    ]
    api_fields = [
        APIField("standfirst"),
        APIField("dateline"),
        APIField("public_bylines"),
        APIField("public_topics"),
        APIField("public_picture"),
        APIField("lead_image_alt"),
        APIField("lead_image_caption"),
        APIField("lead_image_credit"),
        APIField("body"),
        APIField("sources"),
    ]

    path: str
    locale_id: int | None
    bylines: Any
    sources: Any
    first_published_at: datetime | None
    last_published_at: datetime | None

    class Meta:
        abstract = True

    @cached_property
    def news_index(self) -> Any:
        """The index that the article lives under, else the first of its language, else None.

        A list of many articles sets it beforehand.
        """
        indexes = apps.get_model(INDEX_MODEL)._default_manager
        above = published(indexes.ancestor_of(self)).last() if self.path else None
        return above or published(indexes.filter(locale_id=self.locale_id)).order_by("path").first()

    @cached_property
    def _byline_rows(self) -> list[Any]:
        return list(self.bylines.all())

    @cached_property
    def _topic_rows(self) -> list[Any]:
        return list(self.topics.all())

    @cached_property
    def localised_authors(self) -> dict[int, Any]:
        """By id of the author that a byline points to: the author as the article's language shows it, if at all.

        A list of many articles sets it beforehand.
        """
        return best_by_id(Author, [row.author_id for row in self._byline_rows], self.locale_id)

    @cached_property
    def localised_topics(self) -> dict[UUID, Any]:
        """By translation key: the topics as the article's language shows them. Lists set it beforehand."""
        return best_for(live_translations(Topic, [topic.translation_key for topic in self._topic_rows]), self.locale_id)

    def get_bylines(self) -> list[Byline]:
        """Who is named above the article; a site with authors of its own overrides this."""
        found = [(self.localised_authors.get(row.author_id), row.role) for row in self._byline_rows]
        return [Byline(author.as_public(self.news_index), role) for author, role in found if author]

    def get_topics(self) -> list[PublicTopic]:
        """What the article is about, as far as it is published."""
        found = [self.localised_topics.get(topic.translation_key) for topic in self._topic_rows]
        return [topic.as_public(self.news_index) for topic in found if topic]

    # Wagtail's APIs follow a relation to its rows; what they may tell of these comes from properties instead.

    @property
    def public_bylines(self) -> list[dict[str, str]]:
        """Names as readers see them."""
        return [{"name": line.author.name, "part": line.role, "url": line.author.url} for line in self.get_bylines()]

    @property
    def public_topics(self) -> list[dict[str, str]]:
        """Names in the article's language."""
        return [{"name": topic.name, "url": topic.url} for topic in self.get_topics()]

    @property
    def public_picture(self) -> dict[str, Any] | None:
        """A rendition: the original file may say where it was taken and by whom."""
        return picture_for_api(self.lead_image)

    @property
    def updated_at(self) -> datetime | None:
        """When it was last published, if that was noticeably after the first time."""
        first, last = self.first_published_at, self.last_published_at
        return last if first and last and last - first > SAME_PUBLICATION else None

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)  # type: ignore[misc]
        context["metadata"] = article_metadata(self, request)
        context["sections"] = article_sections(self, request)
        return context

    def get_template(self, request: HttpRequest, *args: Any, **kwargs: Any) -> list[str]:
        """The page type's own template if there is one, else ours: Wagtail ignores ``template`` on a mixin."""
        own = super().get_template(request, *args, **kwargs)  # type: ignore[misc]
        return [own, DEFAULT_TEMPLATE]


class ArticlePage(AbstractArticle, Page):  # noqa: DJ008  (Page has one)
    """An article for sites that need no page type of their own."""

    subpage_types: list[str] = []
    page_description = _("A news article with authors and original sources.")

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")


class ArticleSource(AbstractSource):
    page = ParentalKey(ArticlePage, on_delete=models.CASCADE, related_name="sources")


class ArticleByline(AbstractByline):
    page = ParentalKey(ArticlePage, on_delete=models.CASCADE, related_name="bylines")
