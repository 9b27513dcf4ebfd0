"""``{% reader_comments page %}`` for any Wagtail page, and what our own templates need."""

from django import template
from django.template.context import Context
from django.utils.safestring import SafeString, mark_safe
from wagtail.models import Page

from wagtail_hrnews import html
from wagtail_hrnews.comments.sections import ReaderCommentsSection
from wagtail_hrnews.languages import translated_name

register = template.Library()


@register.simple_tag(takes_context=True)
def reader_comments(context: Context, page: Page) -> SafeString:
    """The discussion under a page: approved comments in all its languages, and the form."""
    return ReaderCommentsSection(page).render_html(context)


@register.filter
def comment_body(body: str) -> SafeString:
    """A stored comment as HTML: the one place where a reader's text is not escaped.

    It was cleaned before it was stored. nh3 goes over it here again with the same allow-list, so that a row which came
    by another way (restore, SQL) brings no markup either; what nh3 returns is what is marked as safe.
    """
    return mark_safe(html.verify(body))  # noqa: S308  (see above)


@register.filter
def comment_language(code: str) -> str:
    """A language's name inside a sentence in the active language."""
    return translated_name(code)
