"""Registration, and one line each of what is registered."""

from collections.abc import Iterable
from typing import Any

import wagtail.permissions
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from wagtail import hooks
from wagtail.models import Page
from wagtail.snippets.models import register_snippet

from wagtail_hrnews.comments.bulk_actions import ApproveBulkAction, RejectBulkAction, SpamBulkAction
from wagtail_hrnews.comments.models import ReaderComment
from wagtail_hrnews.comments.moderation import DECISIONS
from wagtail_hrnews.comments.panels import PendingCommentsPanel
from wagtail_hrnews.comments.permissions import MODERATE, comment_policy
from wagtail_hrnews.comments.sections import ReaderCommentsSection
from wagtail_hrnews.comments.viewsets import ReaderCommentViewSet
from wagtail_hrnews.sections import ArticleSection

# Wagtail 8 asks a registry, 7.4 the viewset; first of all, else Wagtail makes a policy of its own for the model.
if hasattr(wagtail.permissions, "register_permission_policy"):
    wagtail.permissions.register_permission_policy(ReaderComment, comment_policy)

register_snippet(ReaderCommentViewSet)
for action in (ApproveBulkAction, RejectBulkAction, SpamBulkAction):
    hooks.register("register_bulk_action", action)


@hooks.register("register_log_actions")
def register_log_actions(actions: Any) -> None:
    for decision in DECISIONS.values():
        actions.register_action(decision.log_action, decision.label, decision.done)


@hooks.register("before_delete_snippet")
def refuse_to_delete_without_the_right(request: HttpRequest, instances: Iterable[object]) -> None:
    """Wagtail 7.4's bulk deletion asks for Django's permission alone, not for the policy."""
    comments = any(isinstance(instance, ReaderComment) for instance in instances)
    if comments and not comment_policy.user_has_permission(request.user, "delete"):
        raise PermissionDenied


@hooks.register("construct_homepage_panels")
def add_pending_comments(request: HttpRequest, panels: list[Any]) -> None:
    if comment_policy.user_has_permission(request.user, MODERATE):
        panels.append(PendingCommentsPanel())


@hooks.register("construct_hrnews_article_sections")
def add_reader_comments(sections: list[ArticleSection], request: HttpRequest, page: Page) -> None:
    sections.append(ReaderCommentsSection(page))
