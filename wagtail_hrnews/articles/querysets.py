"""Which pages readers may see listed, whatever their type."""

from typing import Any
from uuid import UUID

from django.db.models import Prefetch
from wagtail.images import get_image_model

CARD_PICTURES = ("fill-400x225|format-webp", "fill-800x450|format-webp")
"""WebP because its encoder drops what a camera or an editor wrote into the file (places, names, comments)."""


def published(pages: Any) -> Any:
    """Live pages outside private sections, without aliases: these may repeat a text under another language."""
    return pages.live().public().filter(alias_of__isnull=True)


def newest_first(articles: Any) -> Any:
    """Order by first publication, so that a correction does not bring an old story back to the top."""
    return articles.order_by("-first_published_at", "-pk")


def by_author(articles: Any, translation_key: UUID) -> Any:
    """Articles with the author in any of the author's languages."""
    return articles.filter(bylines__author__translation_key=translation_key).distinct()


def by_topic(articles: Any, translation_key: UUID) -> Any:
    """Articles with the topic in any of the topic's languages."""
    return articles.filter(topics__translation_key=translation_key).distinct()


def for_cards(articles: Any) -> Any:
    """Fetch with each article what a list shows of it, in a number of queries that does not grow with the list."""
    pictures = get_image_model().objects.prefetch_renditions(*CARD_PICTURES)
    return (
        articles.select_related("locale")
        .prefetch_related(Prefetch("lead_image", queryset=pictures), "bylines", "topics")
        .defer("body")
    )


def for_feed(articles: Any) -> Any:
    """As ``for_cards``, with the full text."""
    return articles.select_related("locale", "lead_image").prefetch_related("bylines", "topics", "sources")
