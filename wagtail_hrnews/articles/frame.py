"""What stands around every public page: the site's name, its sections, search and feed."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from wagtail.models import Page

from .models import NewsIndexPage
from .public.metadata import site_name
from .querysets import published

HOME_DEPTH = 2
"""Right under Wagtail's root: the home page of one language."""


@dataclass(frozen=True, slots=True)
class Frame:
    """The surroundings of a page in its language; ``index`` is None where there is no news index."""

    name: str
    home_url: str
    items: Sequence[Any]
    index: Any

    @property
    def search_url(self) -> str:
        return self.index.route_url("search") if self.index else ""

    @property
    def feed_url(self) -> str:
        return self.index.route_url("feed") if self.index else ""


def frame_of(page: Any, request: HttpRequest) -> Frame:
    """Three queries and one for private sections, whatever the page."""
    home = (
        page if page.depth == HOME_DEPTH else Page.objects.filter(path=page.path[: HOME_DEPTH * page.steplen]).first()
    )
    items = list(published(home.get_children()).in_menu()) if home else []
    return Frame(
        name=site_name(request),
        home_url=(home and home.get_url(request)) or "/",
        items=items,
        index=_index_of(page),
    )


def _index_of(page: Any) -> Any:
    """The page itself, the index that an article knows, else the first one of the language."""
    if isinstance(page, NewsIndexPage):
        return page
    if hasattr(page, "news_index"):
        return page.news_index
    return published(NewsIndexPage.objects.filter(locale_id=page.locale_id)).order_by("path").first()
