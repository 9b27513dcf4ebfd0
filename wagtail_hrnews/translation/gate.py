"""Nothing unread goes live: the one place that decides whether a text may be public.

Every way to publish in Wagtail ends in ``PublishRevisionAction.execute``; ``signal_handlers`` wraps it with
``guard_publish``. What sets ``live`` by itself and saves is caught by ``guard_save``. Originals and texts that people
translated by hand have no written draft, and pass.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.db import models
from wagtail.log_actions import log

from .exceptions import UnapprovedText
from .models import Approval, Draft
from .originals import current_source_hash
from .segments import text_hash
from .targets import is_draftable_model

_publishing: ContextVar[bool] = ContextVar("hrnews_publishing", default=False)
_refused: ContextVar[list[Any] | None] = ContextVar("hrnews_refused", default=None)

SCHEDULED = "wagtail.publish.scheduled"
"""What ``publish_scheduled`` gives as ``log_action``."""


def written_draft(instance: Any) -> Draft | None:
    """The draft whose machine words ``instance`` holds or held; None for originals and texts by hand. One query."""
    if not is_draftable_model(type(instance)) or getattr(instance, "alias_of_id", None):
        return None
    return Draft.objects.written_into(instance).first()


def is_approved(draft: Draft, target_hash: str, source_hash: str) -> bool:
    """Whether a person approved exactly this text beside exactly this source."""
    return Approval.objects.filter(draft=draft, target_hash=target_hash, source_hash=source_hash).exists()


def may_go_live(instance: Any) -> bool:
    """Whether the text that ``instance`` holds now may be public."""
    draft = written_draft(instance)
    return draft is None or is_approved(draft, text_hash(instance), current_source_hash(draft))


def guard_publish(execute: Callable[..., Any], action: Any, *args: Any, **kwargs: Any) -> Any:
    """Stand before ``PublishRevisionAction.execute``: run it for an approved text, refuse any other.

    Raises UnapprovedText; a scheduled revision is unscheduled instead, so that the others of that run go on.
    """
    if may_go_live(action.object):
        with _allow_saves():
            return execute(action, *args, **kwargs)
    if action.log_action == SCHEDULED:
        return _unschedule(action.revision, action.object)
    raise refuse(action.object)


def guard_save(instance: Any, update_fields: Any) -> None:
    """Stand before a save that would put unapproved words on the site; raises UnapprovedText.

    A text that is live already may be saved again as it is: what is live stays live.
    """
    if _publishing.get() or not getattr(instance, "live", False):
        return
    if update_fields is not None and "live" not in update_fields:
        return
    if not may_go_live(instance) and not _is_live_already(instance):
        raise refuse(instance)


def refuse(instance: Any) -> UnapprovedText:
    """The exception to raise; also remembered, for the middleware to tell the user why (see ``middleware``)."""
    refused = _refused.get()
    if refused is not None:
        refused.append(instance)
    return UnapprovedText(instance)


@contextmanager
def collect_refusals() -> Iterator[list[Any]]:
    """Collect what is refused in this context, since Wagtail's views replace the reason by one of their own."""
    refused: list[Any] = []
    token = _refused.set(refused)
    try:
        yield refused
    finally:
        _refused.reset(token)


@contextmanager
def _allow_saves() -> Iterator[None]:
    token = _publishing.set(True)
    try:
        yield
    finally:
        _publishing.reset(token)


def _unschedule(revision: Any, instance: Any) -> None:
    revision.approved_go_live_at = None
    revision.save(update_fields=["approved_go_live_at"])
    log(instance=instance, action="hrnews.refuse_scheduled", revision=revision)


def _is_live_already(instance: models.Model) -> bool:
    stored: Any = type(instance)._default_manager.filter(pk=instance.pk, live=True).first()
    return stored is not None and text_hash(stored) == text_hash(instance)
