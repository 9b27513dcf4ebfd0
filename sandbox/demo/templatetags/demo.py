"""What the demo's front page shows; only the demo has both the articles and the bulletins."""

from typing import Any

from django import template
from wagtail.models import Page

from sandbox.bulletin.models import BulletinPage
from wagtail_hrnews.articles.models import NewsIndexPage
from wagtail_hrnews.articles.querysets import for_cards, newest_first, published

register = template.Library()
ON_FRONT_PAGE = 9


@register.simple_tag
def front_page_articles(index: NewsIndexPage | None) -> list[Any]:
    """The newest articles in the language of ``index``, with what their cards need; rows of three are full."""
    if index is None:
        return []
    newest = newest_first(for_cards(index.get_articles_of_language()))
    cards: list[Any] = index.with_people(list(newest[:ON_FRONT_PAGE]))
    return cards[: len(cards) // 3 * 3] or cards


@register.simple_tag
def front_page_bulletins(page: Page) -> Any:
    """The bulletins right under the front page, without those that are in the menu."""
    return newest_first(published(BulletinPage.objects.child_of(page).filter(show_in_menus=False)))
