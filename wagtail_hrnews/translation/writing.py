"""Write a machine draft into Wagtail: a page or snippet in the other language that is not live, with one revision."""

from collections.abc import Iterable
from copy import copy
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction
from django.utils import timezone
from django.utils.text import slugify
from modelcluster.fields import ParentalManyToManyField
from wagtail.actions.convert_alias import ConvertAliasPageAction
from wagtail.admin.models import EditingSession
from wagtail.coreutils import find_available_slug
from wagtail.log_actions import LogContext, log
from wagtail.models import Locale, Page, TranslatableMixin

from .exceptions import LeaseLost, TranslatedByHand
from .inline import InlineText
from .models import Draft
from .segments import TextSegment, Visit, ingest, inline_relations, text_hash


def is_open_in_editor(target: Any) -> bool:
    """Whether a person has it open now: a new revision would make their next save fail, or bury the machine's."""
    content_type = ContentType.objects.get_for_model(type(target))
    sessions = EditingSession.objects.filter(content_type=content_type, object_id=str(target.pk))
    return bool(sessions.filter(last_seen_at__gte=timezone.now() - EditingSession.IDLE_TIMEOUT).exists())


def is_touched(job: Draft, target: Any) -> bool:
    """Whether a person changed the text since a machine last wrote it."""
    return text_hash(target) != job.machine_hash


def may_write(job: Draft) -> bool:
    """Whether a new revision would neither write over a person's words nor come between a person and their editor."""
    target = job.target()
    return target is None or not (is_touched(job, target) or is_open_in_editor(target))


def write_target(job: Draft, source: Any, source_hash: str, visit: Visit) -> bool:
    """Make or update the target of ``job`` from ``source`` with the texts of ``visit``, and note it in ``job``.

    Returns False, and writes nothing, where a person came first while the engines were asked. The target's row changes
    only while it is not live: what is public stays as it is. Target and note are stored in one transaction: a worker
    that is killed after it leaves no machine words that the gate does not know. Raises LeaseLost, TranslatedByHand.
    """
    with transaction.atomic(), LogContext(user=job.requested_by):
        held = Draft.objects.select_for_update().filter(pk=job.pk, lease_until=job.lease_until)
        if held.first() is None:  # not exists(), which need not lock
            raise LeaseLost
        if not may_write(job):
            return False
        target = job.target()
        is_new = target is None
        if target is None:
            target = _make_target(source, job.target_locale)
        else:
            _renew_children(source, target, job.target_locale)
        ingest(source, target, _shorten(visit))
        _point_to_language(target, job.target_locale)
        if is_new and isinstance(target, Page):
            target.slug = _slug(target)
        if is_new:
            _reset(target, job.requested_by)
        job.text_of_source = source_hash
        _note(job, _save(target, is_new).as_object())
        return True


def _renew_children(source: Any, target: Any, locale: Locale) -> None:
    """Inline children follow the original's: who was taken off it must not stay on a draft that nobody touched."""
    for name in inline_relations(type(source)):
        children = [copy(child) for child in getattr(source, name).all()]
        for child in children:
            child.pk = None
            if isinstance(child, TranslatableMixin):
                child.locale = locale
        setattr(target, name, children)


def _make_target(source: Any, locale: Locale) -> Any:
    model: Any = type(source)
    existing = model._default_manager.filter(translation_key=source.translation_key, locale=locale).first()
    if existing is not None:
        if not getattr(existing, "alias_of_id", None):
            raise TranslatedByHand(str(existing.pk))
        ConvertAliasPageAction(existing).execute(skip_permission_checks=True)
        return model._default_manager.get(pk=existing.pk)
    twin = (
        source.copy_for_translation(locale, copy_parents=True)
        if isinstance(source, Page)
        else source.copy_for_translation(locale)
    )
    if not isinstance(source, Page):
        twin.live, twin.has_unpublished_changes = False, True
        twin.live_revision = twin.first_published_at = twin.last_published_at = None
        twin.save()
    return model._default_manager.get(pk=twin.pk)


def _reset(target: Any, owner: Any) -> None:
    """What the copy took over from the original's life: locks, dates and the owner are its own affair."""
    fresh = {"locked": False, "locked_at": None, "locked_by": None, "go_live_at": None, "expire_at": None}
    for name, value in {**fresh, "owner": owner}.items():
        if hasattr(target, name):
            setattr(target, name, value)


def _save(target: Any, is_new: bool) -> Any:
    """Store row and revision; the copy's own first revision, which holds the original's words, is written over."""
    if not target.live:
        target.save(**({"clean": False} if isinstance(target, Page) else {}))
    overwrite = target.latest_revision if is_new and not target.live else None
    revision = target.save_revision(clean=False, changed=True, overwrite_revision=overwrite)
    log(instance=target, action="hrnews.draft", revision=revision, content_changed=True)
    return revision


def _note(job: Draft, target: Any) -> None:
    job.target_id, job.machine_hash, job.drafted_at = str(target.pk), text_hash(target), timezone.now()
    job.save(update_fields=["target_id", "machine_hash", "drafted_at", "text_of_source", "engine", "updated_at"])


def _slug(target: Any) -> str:
    return str(
        find_available_slug(target.get_parent(), slugify(target.title)[:200] or target.slug, ignore_page_id=target.pk)
    )


def _shorten(visit: Visit) -> Visit:
    """A text that is too long for its field ends with the last word that fits; the segment keeps it whole."""

    def fitting(segment: TextSegment) -> InlineText:
        text = visit(segment)
        if segment.max_length is None or len(text.plain) <= segment.max_length:
            return text
        cut = text.plain[: segment.max_length]
        return InlineText.of([cut.rpartition(" ")[0].rstrip() or cut])

    return fitting


def _point_to_language(instance: Any, locale: Locale) -> None:
    """Let foreign keys and lists of translatable objects (authors, topics) point to ``locale`` where it exists."""
    for field in instance._meta.get_fields():
        if not _leads_to_translatable(field):
            continue
        if field.many_to_many and not isinstance(field, ParentalManyToManyField):
            continue  # it is stored at once and in no revision: the copy keeps the original's
        if field.many_to_one:
            found = _in_language([getattr(instance, field.name)], locale)
            if found[0] is not None:
                setattr(instance, field.name, found[0])
        else:
            setattr(instance, field.name, _in_language(getattr(instance, field.name).all(), locale))
    for name in inline_relations(type(instance)):
        for child in getattr(instance, name).all():
            _point_to_language(child, locale)


def _leads_to_translatable(field: Any) -> bool:
    if not (field.many_to_one or field.many_to_many) or field.auto_created or field.related_model is None:
        return False
    parent_link = getattr(field.remote_field, "parent_link", False)
    return issubclass(field.related_model, TranslatableMixin) and not parent_link and field.name != "alias_of"


def _in_language(objects: Iterable[Any], locale: Locale) -> list[Any]:
    """Each object's public translation where there is one, else the object itself; one query."""
    originals = list(objects)
    present = [original for original in originals if original is not None]
    if not present:
        return originals
    manager: models.Manager[Any] = type(present[0])._default_manager
    keys = [original.translation_key for original in present]
    others = manager.filter(translation_key__in=keys, locale=locale)
    if hasattr(present[0], "live"):
        others = others.filter(live=True)
    found = {other.translation_key: other for other in others}
    return [original and found.get(original.translation_key, original) for original in originals]
