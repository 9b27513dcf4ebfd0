"""Who wrote an article and where its facts come from: ordered children of an article model."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.api import APIField
from wagtail.models import Orderable

from wagtail_hrnews.articles.language_choices import language_choices

from .authors import Author


class AbstractSource(Orderable):
    """Something published elsewhere that an article rests on.

    Its headline and publisher are names of things that exist: they are shown as they are and never translated.
    """

    class Relation(models.TextChoices):
        BASED_ON = "based_on", _("Based on")
        TRANSLATION_OF = "translation_of", _("Translation of")
        REPUBLISHED_FROM = "republished_from", _("Republished from")

    publisher = models.CharField(_("publisher"), max_length=160, help_text=_("Who published it, in its own spelling."))
    url = models.URLField(_("address"), max_length=1000, blank=True, help_text=_("The page itself, not only the site."))
    headline = models.CharField(
        _("original headline"), max_length=255, blank=True, help_text=_("In its own language; never translated.")
    )
    author = models.CharField(_("original author"), max_length=160, blank=True)
    date = models.DateField(_("published on"), null=True, blank=True)
    language = models.CharField(_("language"), max_length=20, blank=True, choices=language_choices)
    relation = models.CharField(
        _("this article is"), max_length=20, choices=Relation.choices, default=Relation.BASED_ON
    )
    licence = models.CharField(
        _("licence"), max_length=120, blank=True, help_text=_("For example “CC BY 4.0” or “with permission”.")
    )

    translatable_fields: list[str] = []
    panels = [
        FieldRowPanel([FieldPanel("relation"), FieldPanel("publisher")]),
        FieldPanel("url"),
        FieldPanel("headline"),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("author"), FieldPanel("date")]),
                FieldRowPanel([FieldPanel("language"), FieldPanel("licence")]),
            ],
            heading=_("Details"),
            classname="collapsed",
        ),
    ]

    api_fields = [
        APIField(name) for name in ("relation", "publisher", "url", "headline", "author", "date", "language", "licence")
    ]

    class Meta(Orderable.Meta):
        abstract = True
        verbose_name = _("original source")
        verbose_name_plural = _("original sources")

    def __str__(self) -> str:
        return self.headline or self.publisher


class AbstractByline(Orderable):
    """One author's name above an article."""

    author = models.ForeignKey(Author, verbose_name=_("author"), on_delete=models.PROTECT, related_name="+")
    role = models.CharField(
        _("part in this article"), max_length=80, blank=True, help_text=_("For example “Reporting” or “Photographs”.")
    )

    translatable_fields: list[str] = ["role"]
    panels = [FieldRowPanel([FieldPanel("author"), FieldPanel("role")])]

    class Meta(Orderable.Meta):
        abstract = True
        verbose_name = _("byline")
        verbose_name_plural = _("bylines")

    def __str__(self) -> str:
        return str(self.author)
