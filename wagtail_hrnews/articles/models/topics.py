"""What an article is about."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, TitleFieldPanel
from wagtail.admin.widgets.slug import SlugInput
from wagtail.models import DraftStateMixin, LockableMixin, RevisionMixin, TranslatableMixin, WorkflowMixin
from wagtail.search import index

from wagtail_hrnews.articles.bylines import PublicTopic


class UniqueSlugInLocale(models.Model):
    """A slug that names one thing in a language, so that it can stand in a URL.

    The database has the constraint too; this is its message, as Django leaves out constraints on fields that a form
    does not show (the locale).
    """

    slug: "models.Field[str, str]"
    locale_id: int | None

    class Meta:
        abstract = True

    def clean(self) -> None:
        super().clean()
        rows: Any = type(self)._default_manager
        same = rows.filter(slug=self.slug, locale_id=self.locale_id).exclude(pk=self.pk)
        if self.slug and self.locale_id and same.exists():
            raise ValidationError({"slug": _("This slug is already in use in this language.")})


class Topic(
    WorkflowMixin,
    DraftStateMixin,
    LockableMixin,
    RevisionMixin,
    TranslatableMixin,
    UniqueSlugInLocale,
    index.Indexed,
    ClusterableModel,
):
    """A subject with a page and a feed of its own in each language."""

    name = models.CharField(_("name"), max_length=120)
    slug = models.SlugField(
        _("slug"), max_length=120, allow_unicode=True, help_text=_("The part of the topic page's address.")
    )
    description = models.TextField(
        _("description"), blank=True, help_text=_("One or two sentences at the top of the topic's page.")
    )

    translatable_fields = ["name", "description"]
    shown_with = ("locale",)
    search_fields = [
        index.SearchField("name", boost=2),
        index.AutocompleteField("name"),
        index.FilterField("locale"),
        index.FilterField("translation_key"),
    ]
    panels = [
        TitleFieldPanel("name", targets=["slug"]),
        FieldPanel("slug", widget=SlugInput),
        FieldPanel("description"),
    ]

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
        ordering = ["name"]
        constraints = [models.UniqueConstraint(fields=["locale", "slug"], name="hrnews_topic_slug_in_locale")]

    def __str__(self) -> str:
        return self.name

    def as_public(self, index: Any) -> PublicTopic:
        """What readers see; ``index`` is the news index that holds the topic's page, or None."""
        return PublicTopic(
            name=self.name,
            language=self.locale.language_code,
            slug=self.slug,
            description=self.description,
            url=index.route_url("topic", self.slug) if index else "",
            feed_url=index.route_url("topic_feed", self.slug) if index else "",
        )
