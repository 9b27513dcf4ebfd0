"""Tell the reader the truth about a translation: drafted by machine, reviewed by the newsroom, when, and from what."""

from datetime import datetime
from typing import Any, ClassVar

from wagtail.models import Page

from wagtail_hrnews.languages import translated_name
from wagtail_hrnews.sections import ArticleSection, Placement

from ..gate import written_draft
from ..models import Draft
from ..segments import text_hash

_FOUND = "_hrnews_disclosure"


class Disclosure(ArticleSection):
    """The label on the public page. It names no reviewer: who reviews may be at risk."""

    template_name = "wagtail_hrnews_translation/disclosure.html"
    placement: ClassVar[Placement] = "header"
    order: ClassVar[int] = 50

    class Media:
        css = {"all": ["wagtail_hrnews_translation/disclosure.css"]}

    def __init__(self, draft: Draft, reviewed_at: datetime, source: Any) -> None:
        self.draft = draft
        self.reviewed_at = reviewed_at
        self.source = source

    def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
        language = self.draft.source_language
        return {
            "reviewed_at": self.reviewed_at,
            "source": self.source,
            "source_url": self.source.get_url(parent_context.get("request")) if self.source is not None else None,
            "source_language": language,
            "source_language_name": translated_name(language),
        }


def name_original(metadata: Any, request: Any, page: Any) -> None:
    """Say in the structured data what the public page is a translation of; ``metadata`` is the articles app's."""
    section = disclosure_of(page)
    if section is not None and section.source is not None:
        metadata.structured_data["translationOfWork"] = {
            "@type": "NewsArticle",
            "@id": section.source.get_full_url(request),
            "inLanguage": section.draft.source_language,
        }


def disclosure_of(page: Any) -> Disclosure | None:
    """The label for a public page; None for originals and for texts that people translated by hand.

    Head and body of a page ask for it: what was found is kept on the page object.
    """
    if _FOUND not in vars(page):
        setattr(page, _FOUND, _find_disclosure(page))
    found: Disclosure | None = vars(page)[_FOUND]
    return found


def _find_disclosure(page: Any) -> Disclosure | None:
    draft = written_draft(page)
    if draft is None:
        return None
    approval = draft.approvals.filter(target_hash=text_hash(page)).first()
    if approval is None:  # as with an alias that shows the original until its translation is published
        return None
    return Disclosure(draft, approval.created_at, _public_page(draft.source()))


def _public_page(source: Any) -> Any | None:
    """The original if every visitor may see it: not even its headline is told otherwise."""
    if not isinstance(source, Page) or not source.live or source.get_view_restrictions().exists():
        return None
    return source
