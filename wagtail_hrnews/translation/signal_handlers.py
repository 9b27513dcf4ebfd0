"""What Wagtail tells us: something is published, or about to be."""

from functools import wraps
from typing import Any

from django.db.models.signals import pre_save
from wagtail.actions.publish_revision import PublishRevisionAction
from wagtail.signals import published

from .gate import guard_publish, guard_save
from .requesting import is_drafted_on_publish, note_new_source, request_drafts
from .targets import is_draftable_model
from .tasks import enqueue


def connect() -> None:
    """Called once, when Django has loaded all apps."""
    wrap_publish_action()
    pre_save.connect(stop_unapproved_save, dispatch_uid="hrnews_gate")
    published.connect(draft_what_was_published, dispatch_uid="hrnews_draft")


def wrap_publish_action() -> None:
    """Put the gate before the one method that every way to publish ends in; Wagtail sends no signal before it."""
    execute = PublishRevisionAction.execute
    if getattr(execute, "is_guarded", False):
        return

    @wraps(execute)
    def guarded(action: Any, *args: Any, **kwargs: Any) -> Any:
        return guard_publish(execute, action, *args, **kwargs)

    guarded.is_guarded = True  # type: ignore[attr-defined]
    PublishRevisionAction.execute = guarded


def stop_unapproved_save(
    sender: Any, instance: Any, raw: bool = False, update_fields: Any = None, **kwargs: Any
) -> None:
    """Catch ``live = True; save()``; fixtures (``raw``) are let through and found by the audit."""
    if not raw and is_draftable_model(sender):
        guard_save(instance, update_fields)


def draft_what_was_published(sender: Any, instance: Any, **kwargs: Any) -> None:
    """An original went live: its translations are stale now, and are drafted again where the site wants that."""
    if not is_draftable_model(type(instance)) or not instance.live:
        return
    note_new_source(instance)
    if is_drafted_on_publish(type(instance)):
        enqueue(request_drafts(instance))
