"""Readers' comments, each through the use cases that a reader and a moderator take."""

from datetime import timedelta
from typing import Any

from django.contrib.auth import get_user_model
from django.utils import timezone

from wagtail_hrnews.articles.models import ArticlePage
from wagtail_hrnews.comments import moderation
from wagtail_hrnews.comments.leaving import leave_comment
from wagtail_hrnews.comments.models import ReaderComment, Status

from .content import load
from .stories import story_key

DECISIONS = {decision.status: decision for decision in moderation.DECISIONS.values()}


def make_comments() -> None:
    """Leave every comment; decide on those that are not to wait."""
    moderator = get_user_model().objects.get(username="moderator")
    for words in load("comments")["comment"]:
        comment = _leave(words)
        if words["status"] != Status.PENDING:
            moderation.decide(comment, DECISIONS[Status(words["status"])], moderator)


def _leave(words: dict[str, Any]) -> ReaderComment:
    page = ArticlePage.objects.get(translation_key=story_key(words["article"]), locale__language_code=words["language"])
    comment = leave_comment(page, name=words["name"], email=words["email"], text=words["body"])
    left = timezone.now() - timedelta(hours=words["hours_ago"])
    ReaderComment.objects.filter(pk=comment.pk).update(created_at=left, consent_at=left)
    return comment
