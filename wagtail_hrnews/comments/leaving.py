"""A reader leaves a comment: the use case, without a request."""

from django.utils import timezone
from wagtail.models import Page

from wagtail_hrnews import html
from wagtail_hrnews.comments import spam
from wagtail_hrnews.comments.exceptions import EmptyComment
from wagtail_hrnews.comments.models import ReaderComment


def takes_comments(page: Page) -> bool:
    """A page that everybody can read. A restricted one would show its moderator's queue what its readers may know."""
    return bool(page.pk and page.live and not page.get_view_restrictions().exists())


def leave_comment(page: Page, *, name: str, email: str, text: str, honeypot: str = "") -> ReaderComment:
    """Sanitise and store a comment for a moderator to read; the writer has agreed to the storing.

    Raises TextTooLong and EmptyComment. It takes the raw text only, so that nobody can pass HTML that was not cleaned.
    """
    cleaned = html.clean(text)
    if html.is_blank(cleaned.html):
        raise EmptyComment
    return ReaderComment.objects.create(
        page_id=page.pk,
        translation_key=page.translation_key,
        language=page.locale.language_code,
        name=name,
        email=email,
        body=cleaned.html,
        removed=list(cleaned.removed),
        doubts=spam.reasons_for_doubt(honeypot=honeypot),
        consent_at=timezone.now(),
    )
