"""What Wagtail tells us: something is published, or about to be."""

from functools import wraps
from typing import Any

from django.db.models.signals import post_delete, pre_save
from wagtail.actions.copy_page import CopyPageAction
from wagtail.actions.publish_revision import PublishRevisionAction
from wagtail.signals import published

from .copies import carry_draft
from .gate import guard_publish, guard_save
from .models import Draft, Segment
from .requesting import is_drafted_on_publish, note_new_source, request_drafts
from .targets import base_content_type, is_draftable_model
from .tasks import enqueue


def connect() -> None:
    """Called once, when Django has loaded all apps."""
    wrap_publish_action()
    wrap_copy_action()
    pre_save.connect(stop_unapproved_save, dispatch_uid="hrnews_gate")
    post_delete.connect(forget_deleted, dispatch_uid="hrnews_forget")
    published.connect(draft_what_was_published, dispatch_uid="hrnews_draft")


def wrap_publish_action() -> None:
    """Put the gate before the one method that every way to publish ends in; Wagtail sends no signal before it."""
    execute = PublishRevisionAction.execute

    @wraps(execute)
    def guarded(action: Any, *args: Any, **kwargs: Any) -> Any:
        return guard_publish(execute, action, *args, **kwargs)

    PublishRevisionAction.execute = guarded


def wrap_copy_action() -> None:
    """Let a draft's state travel with each page of a copied tree; Wagtail announces copies by no signal."""
    copy_page = CopyPageAction._copy_page

    @wraps(copy_page)
    def carrying(action: Any, page: Any, *args: Any, **kwargs: Any) -> Any:
        copy = copy_page(action, page, *args, **kwargs)
        carry_draft(page.specific, copy)
        return copy

    CopyPageAction._copy_page = carrying


def stop_unapproved_save(
    sender: Any, instance: Any, raw: bool = False, update_fields: Any = None, **kwargs: Any
) -> None:
    """Catch ``live = True; save()``; fixtures (``raw``) are let through and found by the audit."""
    if not raw and is_draftable_model(sender):
        guard_save(instance, update_fields)


def forget_deleted(sender: Any, instance: Any, **kwargs: Any) -> None:
    """A text that was erased must not live on in the segments: with the target goes its draft, with the original the
    answers of engines. The draft of a deleted original stays: its words are still unread.
    """
    if not is_draftable_model(sender):
        return
    drafts = Draft.objects.filter(content_type=base_content_type(sender))
    drafts.filter(target_id=str(instance.pk)).delete()
    drafts.filter(target_id="", translation_key=instance.translation_key, target_locale=instance.locale_id).delete()
    Segment.objects.filter(draft__in=drafts.filter(source_id=str(instance.pk))).delete()


def draft_what_was_published(sender: Any, instance: Any, **kwargs: Any) -> None:
    """An original went live: its translations are stale now, and are drafted again where the site wants that."""
    if not is_draftable_model(type(instance)) or not instance.live:
        return
    note_new_source(instance)
    if is_drafted_on_publish(type(instance)):
        enqueue(request_drafts(instance))
