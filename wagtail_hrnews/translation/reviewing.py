"""A person takes the responsibility for a machine draft. No request here: users, objects and what the form showed."""

from dataclasses import dataclass
from typing import Any

from django.db import transaction
from wagtail.log_actions import log

from wagtail_hrnews.conf import hrnews_settings

from .exceptions import FourEyesNeeded, NotAllowedToApprove, TextMoved
from .models import Approval, Draft, Segment
from .originals import current_source_hash
from .permissions import may_approve
from .segments import extract, text_hash


@dataclass(frozen=True, slots=True)
class Shown:
    """What stood on the reviewer's screen: the source's hash, and the revision that the form began with."""

    source_hash: str
    revision_id: int | None

    def __str__(self) -> str:
        return f"{self.source_hash}.{self.revision_id or ''}"

    @classmethod
    def parse(cls, value: str) -> "Shown":
        """Read what ``str()`` wrote; anything else matches no text."""
        source_hash, _, revision_id = value.partition(".")
        return cls(source_hash, parse_id(revision_id))


def parse_id(value: str) -> int | None:
    """A revision's id from a form; None for anything that cannot be one."""
    return int(value) if value.isascii() and value.isdecimal() and len(value) < 19 else None


def shown_now(draft: Draft, target: Any) -> Shown:
    """What a form that is rendered now shows."""
    return Shown(current_source_hash(draft), target.latest_revision_id)


def approve(draft: Draft, target: Any, user: Any, shown: Shown, began_with: int | None = None) -> Approval:
    """Approve the text that ``target`` holds, which was just saved from the form as its latest revision.

    ``shown`` is what the form showed; ``began_with`` the revision that it last saved by itself (autosave), if any.
    Raises NotAllowedToApprove, FourEyesNeeded, or TextMoved where either side changed since. Then nothing is stored.
    """
    if not may_approve(user, target):
        raise NotAllowedToApprove
    if hrnews_settings.FOUR_EYES and _has_edited(draft, target, user):
        raise FourEyesNeeded
    with transaction.atomic():
        locked = Draft.objects.select_for_update().get(pk=draft.pk)
        if shown.source_hash != current_source_hash(locked) or _was_overtaken(target, began_with or shown.revision_id):
            raise TextMoved
        return _store(locked, target, user, shown.source_hash)


def _store(draft: Draft, target: Any, user: Any, source_hash: str) -> Approval:
    rows = list(draft.segments.all())
    approval = Approval.objects.create(
        draft=draft,
        user=user,
        source_hash=source_hash,
        target_hash=text_hash(target),
        snapshot=_snapshot(rows, target),
        dismissed=[{"path": row.path, "flag": flag} for row in rows for flag in row.flags],
        revision_id=target.latest_revision_id,
    )
    draft.state, draft.text_of_source, draft.source_hash = Draft.State.APPROVED, source_hash, source_hash
    draft.next_try_at, draft.error, draft.lease_until = None, "", None  # a worker that is at it loses its lease
    fields = ["state", "text_of_source", "source_hash", "next_try_at", "error", "lease_until", "updated_at"]
    draft.save(update_fields=fields)
    log(instance=target, action="hrnews.approve", user=user, revision=target.latest_revision)
    return approval


def _snapshot(rows: list[Segment], target: Any) -> list[list[str]]:
    sources = {row.path: row.source for row in rows}
    return [[segment.key, sources.get(segment.key, ""), str(segment.text)] for segment in extract(target)]


def _was_overtaken(target: Any, began_with: int | None) -> bool:
    """Whether somebody else saved between the revision that the form began with and the one it just made."""
    earlier = target.revisions.exclude(pk=target.latest_revision_id).order_by("-created_at", "-pk").first()
    return earlier is not None and earlier.pk != began_with and target.latest_revision_id != began_with


def _has_edited(draft: Draft, target: Any, user: Any) -> bool:
    """Whether a revision that ``user`` saved since it was drafted changed a word of the one before."""
    before = draft.machine_hash
    for revision in target.revisions.filter(created_at__gte=draft.drafted_at).order_by("created_at", "pk"):
        after = text_hash(revision.as_object())
        if revision.user_id == user.pk and after != before:
            return True
        before = after
    return False


def last_approval(draft: Draft) -> Approval | None:
    """The newest approval, whoever gave it."""
    return draft.approvals.select_related("user").first()
