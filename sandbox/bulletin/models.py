"""A page type and a snippet as a site would write them itself: they inherit nothing of wagtail_hrnews."""

from typing import Any

from django.apps import apps
from django.db import models
from django.http import HttpRequest
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.fields import RichTextField, StreamField
from wagtail.models import (
    DraftStateMixin,
    LockableMixin,
    Orderable,
    Page,
    RevisionMixin,
    TranslatableMixin,
    WorkflowMixin,
)
from wagtail.snippets.models import register_snippet


class FactBlock(blocks.StructBlock):
    label = blocks.CharBlock()
    text = blocks.RichTextBlock()


class BulletinPage(Page):
    """A site's own translatable page: plain, rich and stream fields, and an inline child."""

    summary = models.TextField(blank=True)
    text = RichTextField(blank=True)
    facts = StreamField(
        [
            ("paragraph", blocks.RichTextBlock()),
            ("fact", FactBlock()),
            ("points", blocks.ListBlock(blocks.CharBlock())),
        ],
        blank=True,
    )

    content_panels = [
        *Page.content_panels,
        FieldPanel("summary"),
        FieldPanel("text"),
        FieldPanel("facts"),
        InlinePanel("contacts"),
    ]

    def get_template(self, request: HttpRequest, *args: Any, **kwargs: Any) -> str:
        """With readers' comments below it where that app is installed: elsewhere its template tag does not exist."""
        if apps.is_installed("wagtail_hrnews.comments"):
            return "bulletin/discussed_bulletin_page.html"
        return "bulletin/bulletin_page.html"


class BulletinContact(Orderable):
    page = ParentalKey(BulletinPage, on_delete=models.CASCADE, related_name="contacts")
    role = models.CharField(max_length=100)
    website = models.URLField(blank=True)

    panels = [FieldPanel("role"), FieldPanel("website")]


class Notice(WorkflowMixin, DraftStateMixin, LockableMixin, RevisionMixin, TranslatableMixin, ClusterableModel):
    """A site's own translatable snippet with drafts."""

    heading = models.CharField(max_length=100)
    text = RichTextField()

    panels = [FieldPanel("heading"), FieldPanel("text")]

    class Meta(TranslatableMixin.Meta):
        pass

    def __str__(self) -> str:
        return self.heading


register_snippet(Notice)
