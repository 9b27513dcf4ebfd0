"""The articles that people wrote, in one language or in both."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.utils import timezone

from wagtail_hrnews.articles.models import ArticleByline, ArticlePage, ArticleSource

from .blocks import identity, raw_body
from .content import languages_of, load
from .newsroom import CREDIT, Newsroom, put_live

TRANSLATED_AFTER_HOURS = 3


def make_story(room: Newsroom, key: str, story: dict[str, Any]) -> None:
    """Make the pages of one story: the original, and its translation by hand where there is one."""
    for number, code in enumerate(languages_of(story)):
        hours_ago = max(story["hours_ago"] - number * TRANSLATED_AFTER_HOURS, 0.5)
        put_live(room.indexes[code], _article(room, key, story, code), hours_ago)


def _article(room: Newsroom, key: str, story: dict[str, Any], code: str) -> ArticlePage:
    words = story[code]
    page = ArticlePage(
        title=words["headline"],
        slug=words["slug"],
        standfirst=words["standfirst"],
        dateline=words["dateline"],
        lead_image=room.pictures[story["picture"]],
        lead_image_alt=words["picture_alt"],
        lead_image_caption=words["picture_caption"],
        lead_image_credit=CREDIT,
        locale=room.locales[code],
        translation_key=story_key(key),
    )
    page.body = raw_body(key, words["body"], load("site")[code]["sample"])
    page.bylines = [ArticleByline(author=room.authors[author][code]) for author in story["authors"]]
    page.sources = [_source(source) for source in story["sources"]]
    page.topics = [room.topics[topic][code] for topic in story["topics"]]
    return page


def story_key(key: str) -> UUID:
    """The translation key of a story's pages."""
    return UUID(identity(key, "page"))


def _source(source: dict[str, Any]) -> ArticleSource:
    values = {name: value for name, value in source.items() if name != "days_ago"}
    return ArticleSource(date=(timezone.now() - timedelta(days=source["days_ago"])).date(), **values)
