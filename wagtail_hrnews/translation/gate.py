"""Nothing unread goes live: the one place that decides whether a text may be public.

Every way to publish in Wagtail ends in ``PublishRevisionAction.execute``; ``signal_handlers`` wraps it with
``guard_publish``. What sets ``live`` by itself and saves is caught by ``guard_save``. Originals and texts that people
translated by hand have no written draft, and pass.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.db import models
from wagtail.log_actions import log

from .exceptions import UnapprovedText
from .models import Approval, Draft
from .originals import current_source_hash
from .segments import text_hash, translatable_fields
from .targets import base_model, is_draftable_model

_publishing: ContextVar[tuple[Any, Any] | None] = ContextVar("hrnews_publishing", default=None)
_refused: ContextVar[list[Any] | None] = ContextVar("hrnews_refused", default=None)

SCHEDULED = "wagtail.publish.scheduled"
"""What ``publish_scheduled`` gives as ``log_action``."""


def written_draft(instance: Any) -> Draft | None:
    """The draft whose machine words ``instance`` holds or held; None for originals and texts by hand. One query."""
    if not is_draftable_model(type(instance)) or instance.pk is None:
        return None
    return Draft.objects.written_into(instance).first()


def is_approved(draft: Draft, target_hash: str, source_hash: str) -> bool:
    """Whether a person approved exactly this text beside exactly this source."""
    return Approval.objects.filter(draft=draft, target_hash=target_hash, source_hash=source_hash).exists()


def may_go_live(instance: Any) -> bool:
    """Whether the text that ``instance`` holds now may be public."""
    draft = written_draft(instance)
    if draft is None:
        return True
    whole = getattr(instance, "specific", instance)  # a page's base class does not hold its text
    return is_approved(draft, text_hash(whole), current_source_hash(draft))


def guard_publish(execute: Callable[..., Any], action: Any, *args: Any, **kwargs: Any) -> Any:
    """Stand before ``PublishRevisionAction.execute``: run it for an approved text, refuse any other.

    Raises UnapprovedText; a scheduled revision is unscheduled instead, so that the others of that run go on.
    """
    if may_go_live(action.object):
        with _allow_saves_of(action.object):
            return execute(action, *args, **kwargs)
    if action.log_action == SCHEDULED:
        return _unschedule(action.revision, action.object)
    raise refuse(action.object)


def guard_save(instance: Any, update_fields: Any) -> None:
    """Stand before a save that would put unapproved words on the site; raises UnapprovedText.

    A text that is live already may be saved again as it is: what is live stays live.
    """
    if not getattr(instance, "live", False) or _publishing.get() == _identity(instance):
        return
    if update_fields is not None and not _touches_text(instance, update_fields):
        return
    if instance._state.adding:
        if _is_unread_copy(instance):
            raise refuse(instance)
    elif not may_go_live(instance) and not _is_live_already(instance):
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
def _allow_saves_of(instance: Any) -> Iterator[None]:
    """Only of what is being published: a receiver that saves something else at the same time gets no pass."""
    token = _publishing.set(_identity(instance))
    try:
        yield
    finally:
        _publishing.reset(token)


def _unschedule(revision: Any, instance: Any) -> None:
    revision.approved_go_live_at = None
    revision.save(update_fields=["approved_go_live_at"])
    log(instance=instance, action="hrnews.refuse_scheduled", revision=revision)


def _identity(instance: Any) -> tuple[Any, Any]:
    return base_model(type(instance)), instance.pk


def _touches_text(instance: Any, update_fields: Iterable[str]) -> bool:
    names = {field.name for field in translatable_fields(type(instance))}
    return bool(({"live"} | names) & set(update_fields))


def _is_unread_copy(instance: Any) -> bool:
    """Whether a new object that is born live holds what a machine wrote into another language of it.

    Wagtail copies a snippet's latest draft for translation, and keeps the copy live.
    """
    drafts = Draft.objects.of_group(instance).written()
    found = [(draft, draft.target()) for draft in drafts]
    mine = text_hash(instance) if found else ""
    return any(
        target is not None and text_hash(target) == mine and not is_approved(draft, mine, current_source_hash(draft))
        for draft, target in found
    )


def _is_live_already(instance: models.Model) -> bool:
    stored: Any = type(instance)._default_manager.filter(pk=instance.pk, live=True).first()
    return stored is not None and text_hash(stored) == text_hash(instance)
