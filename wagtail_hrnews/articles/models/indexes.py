"""The page under which articles live."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin
from wagtail.models import Page

from .serving import SpeaksItsLanguage


class NewsIndexPage(SpeaksItsLanguage, RoutablePageMixin, Page):
    """Lists the articles of its language, and holds the pages and feeds of their authors and topics."""

    introduction = models.TextField(
        _("introduction"), blank=True, help_text=_("One or two sentences under the title, also used in the feed.")
    )

    translatable_fields = ["title", "introduction", "seo_title", "search_description"]
    content_panels = [*Page.content_panels, FieldPanel("introduction")]
    page_description = _("The list of articles, with search, feeds and the pages of authors and topics.")

    class Meta:
        verbose_name = _("news index")
        verbose_name_plural = _("news indexes")
