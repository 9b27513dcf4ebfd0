"""The discussion under a page: for the articles app by its hook, for any other page by the template tag."""

from typing import Any

from django.urls import reverse
from django.utils import translation
from django.utils.safestring import SafeString
from wagtail.models import Page

from wagtail_hrnews.comments.forms import ReaderCommentForm
from wagtail_hrnews.comments.leaving import takes_comments
from wagtail_hrnews.comments.models import ReaderComment
from wagtail_hrnews.conf import hrnews_settings
from wagtail_hrnews.sections import ArticleSection


def form_context(page: Page, form: ReaderCommentForm) -> dict[str, Any]:
    """What ``wagtail_hrnews_comments/form.html`` needs."""
    language = page.locale.language_code
    return {
        "form": form,
        "form_url": reverse("wagtail_hrnews_comments:leave", args=[page.pk]),
        "privacy_url": hrnews_settings.COMMENTS["PRIVACY_URL"].replace("{language}", language),
    }


class ReaderCommentsSection(ArticleSection):
    """Approved comments and the form, in the page's language; nothing for a page that is not published.

    It is rendered without the request, on purpose: nothing in it can depend on who reads, or set a cookie.
    """

    template_name = "wagtail_hrnews_comments/reader_comments.html"
    placement = "footer"
    order = 300

    def __init__(self, page: Page) -> None:
        self.page = page

    def render_html(self, parent_context: Any = None) -> SafeString:
        if not (self.page.pk and self.page.live):
            return SafeString("")
        with translation.override(self.page.locale.language_code):
            return super().render_html(parent_context)

    def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
        comments = list(ReaderComment.objects.about(self.page).approved().order_by("created_at", "pk"))
        context = {"comments": comments, "page_language": self.page.locale.language_code}
        if takes_comments(self.page):
            context.update(form_context(self.page, ReaderCommentForm()))
        return context
