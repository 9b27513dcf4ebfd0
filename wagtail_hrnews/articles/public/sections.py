"""What other parts of the package put on the article page."""

from typing import Any

from django.http import HttpRequest
from laces.components import MediaContainer
from wagtail import hooks

from wagtail_hrnews.sections import ArticleSection, Placement

HOOK = "construct_hrnews_article_sections"


class ArticleSections(MediaContainer):
    """The sections of one page, in order; ``media`` is what they need in the head."""

    @property
    def header(self) -> list[ArticleSection]:
        return self._placed("header")

    @property
    def footer(self) -> list[ArticleSection]:
        return self._placed("footer")

    def _placed(self, placement: Placement) -> list[ArticleSection]:
        return [section for section in self if section.placement == placement]


def article_sections(page: Any, request: HttpRequest) -> ArticleSections:
    """Ask whoever is installed for sections."""
    sections: list[ArticleSection] = []
    for construct in hooks.get_hooks(HOOK):
        construct(sections, request, page)
    return ArticleSections(sorted(sections, key=lambda section: section.order))
