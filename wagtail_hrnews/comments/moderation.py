"""What a moderator does to comments. Whether the user may, the caller checks with ``permissions.comment_policy``."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import log

from wagtail_hrnews.comments.models import ReaderComment, Status


@dataclass(frozen=True)
class Decision:
    """One of the things that a moderator can decide; each can be taken back by another."""

    name: str
    status: Status
    label: str | Promise
    done: str | Promise

    @property
    def log_action(self) -> str:
        return f"hrnews.comment.{self.name}"


APPROVE = Decision("approve", Status.APPROVED, _("Approve"), _("Approved"))
REJECT = Decision("reject", Status.REJECTED, _("Reject"), _("Rejected"))
SPAM = Decision("spam", Status.SPAM, _("Mark as spam"), _("Marked as spam"))
DECISIONS = {decision.name: decision for decision in (APPROVE, REJECT, SPAM)}


def decide(comment: ReaderComment, decision: Decision, user: Any) -> bool:
    """Give the comment its new status and log it; False if it had it already, also by a colleague just now."""
    before = comment.status
    now = timezone.now()
    with transaction.atomic(savepoint=False):
        others = ReaderComment.objects.filter(pk=comment.pk).exclude(status=decision.status)
        if not others.update(status=decision.status, moderated_at=now, moderated_by=user):
            return False
        log(instance=comment, action=decision.log_action, user=user, data={"from": before})
    comment.status, comment.moderated_at, comment.moderated_by = decision.status, now, user
    return True


def decide_all(comments: Iterable[ReaderComment], decision: Decision, user: Any) -> int:
    """As ``decide`` for each; returns how many changed."""
    with transaction.atomic():
        return sum(decide(comment, decision, user) for comment in comments)


def approve(comment: ReaderComment, user: Any) -> bool:
    """Make it public."""
    return decide(comment, APPROVE, user)


def reject(comment: ReaderComment, user: Any) -> bool:
    """Keep it, or take it, off the page."""
    return decide(comment, REJECT, user)


def mark_as_spam(comment: ReaderComment, user: Any) -> bool:
    """Off the page, and soon forgotten."""
    return decide(comment, SPAM, user)
