"""Ask for drafts: which languages of an original should be drafted now. Calls no engine."""

from collections.abc import Iterable
from typing import Any

from django.db import IntegrityError, transaction
from wagtail.models import Locale

from wagtail_hrnews.conf import hrnews_settings

from .exceptions import NotTranslatable
from .models import Draft
from .originals import is_listed
from .segments import text_hash
from .targets import base_model, is_draftable_model
from .writing import is_touched

State = Draft.State

_WISH = ["source_hash", "title", "requested_by", "source_revision", "updated_at"]
"""All that may be written while a worker holds the draft: the rest is the worker's."""
_QUEUE = [*_WISH, "state", "error", "attempts", "next_try_at", "lease_until", "enqueued_at"]


def is_drafted_on_publish(model: type) -> bool:
    """Whether the site wants originals of this model drafted as soon as they are published."""
    return hrnews_settings.DRAFT_ON_PUBLISH is not False and is_listed(model)


def is_translation(instance: Any) -> bool:
    """Whether ``instance`` was drafted from another language; a translation never drafts back."""
    return bool(Draft.objects.for_translation(instance).exists())


def target_locales(source: Any) -> list[Locale]:
    """The site's other languages, without those that were taken out of the settings."""
    return [
        locale
        for locale in Locale.objects.exclude(pk=source.locale_id).order_by("language_code")
        if locale.language_code_is_valid()
    ]


def request_drafts(source: Any, *, locales: Iterable[Locale] | None = None, user: Any = None) -> list[Draft]:
    """Note that ``source`` should be drafted into ``locales`` (all others by default).

    Returns the drafts that a worker should take up; the caller enqueues them (``tasks.enqueue``). A language that
    people translated by hand or changed by hand is left alone, as is one whose draft is of this very text already.
    """
    with transaction.atomic():
        stored = [_store(draft) for draft in preview_drafts(source, locales=locales, user=user)]
    return [draft for draft in stored if draft is not None and draft.state == State.QUEUED]


@transaction.atomic
def preview_drafts(source: Any, *, locales: Iterable[Locale] | None = None, user: Any = None) -> list[Draft]:
    """What ``request_drafts`` would store, without storing it."""
    if not is_draftable_model(type(source)):
        raise NotTranslatable(type(source)._meta.label)
    if getattr(source, "alias_of_id", None) or is_translation(source):
        return []
    if not source.live and source.latest_revision is not None:
        source = source.get_latest_revision_as_object()
    source_hash = text_hash(source)
    drafts = {draft.target_locale_id: draft for draft in Draft.objects.of_group(source).select_for_update(of=("self",))}
    taken = _languages_of_others(source, drafts)
    wanted = target_locales(source) if locales is None else [item for item in locales if item.pk != source.locale_id]
    asked = [
        _ask(source, source_hash, drafts.get(locale.pk) or _new_draft(source, locale), user)
        for locale in wanted
        if locale.pk not in taken
    ]
    return [draft for draft in asked if draft is not None]


def note_new_source(source: Any) -> None:
    """Remember the text of an original that was just published: its translations, and copies of them, show as stale."""
    drafts = Draft.objects.filter(content_type=Draft.objects.content_type_of(source), source_id=str(source.pk))
    if drafts.exists():
        drafts.update(source_hash=text_hash(source), source_revision=None, title=_title(source))


def _store(draft: Draft) -> Draft | None:
    """Save only what a request may say; None where another request came first."""
    if draft.pk is not None:
        draft.save(update_fields=_WISH if draft.is_being_drafted else _QUEUE)
        return draft
    try:
        with transaction.atomic():
            draft.save(force_insert=True)
    except IntegrityError:
        return None
    return draft


def _languages_of_others(source: Any, drafts: dict[int, Draft]) -> set[int]:
    """Languages that people translated by hand, or that are drafted from another original.

    An alias is no translation: it is only the original shown again.
    """
    model: Any = base_model(type(source))
    others = model._default_manager.filter(translation_key=source.translation_key).exclude(locale_id=source.locale_id)
    if hasattr(model, "alias_of"):
        others = others.filter(alias_of=None)
    by_hand = {locale_id for locale_id in others.values_list("locale_id", flat=True) if locale_id not in drafts}
    return by_hand | {pk for pk, draft in drafts.items() if draft.source_locale_id != source.locale_id}


def _new_draft(source: Any, locale: Locale) -> Draft:
    return Draft(
        content_type_id=Draft.objects.content_type_of(source).pk,
        translation_key=source.translation_key,
        source_locale_id=source.locale_id,
        target_locale=locale,
        source_id=str(source.pk),
    )


def _ask(source: Any, source_hash: str, draft: Draft, user: Any) -> Draft | None:
    """Note the wish on ``draft``, unsaved; None where it is fulfilled already, or cannot be."""
    if not _is_wanted(draft, source_hash):
        return None
    draft.source_hash, draft.title, draft.requested_by = source_hash, _title(source), user
    draft.source_revision = None if source.live else source.latest_revision
    if not draft.is_being_drafted:  # else the worker sees the new hash when it is done, and begins again
        draft.state, draft.error = State.QUEUED, ""
        draft.attempts, draft.next_try_at, draft.lease_until, draft.enqueued_at = 0, None, None, None
    return draft


def _is_wanted(draft: Draft, source_hash: str) -> bool:
    if draft.state == State.BY_HAND:
        return False
    if draft.is_being_drafted:
        return draft.source_hash != source_hash
    if draft.state in (State.QUEUED, State.FAILED, State.DRAFTING):
        return True
    return draft.text_of_source != source_hash and not _is_in_a_persons_hands(draft)


def _is_in_a_persons_hands(draft: Draft) -> bool:
    target = draft.target()
    return target is not None and is_touched(draft, target)


def _title(source: Any) -> str:
    return str(source)[:255]
