"""The article, as a mixin for a site's own page types and as a page type of its own."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel, MultipleChooserPanel
from wagtail.fields import StreamField
from wagtail.images import get_image_model_string
from wagtail.models import Page
from wagtail.search import index

from wagtail_hrnews.articles.blocks import ArticleBody

from .attribution import AbstractByline, AbstractSource
from .serving import SpeaksItsLanguage

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
    ]

    class Meta:
        abstract = True

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
