"""Lists of drafts with what they are about: only what the user may edit, in a fixed number of queries."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from wagtail.models import Page
from wagtail.permission_policies.pages import PagePermissionPolicy

from ..models import Draft
from ..permissions import APPROVE, may_edit

_EDIT = {"add", "change", "publish"}

Key = tuple[int, str]


def with_objects(drafts: Iterable[Draft], user: Any) -> list[tuple[Draft, Any]]:
    """Pair each draft with its target, or with its original while there is no target.

    What ``user`` may not edit, or what is gone, is left out. One query for each type, whatever the number of drafts.
    """
    found = list(drafts)
    objects = _objects({_key(draft): draft for draft in found})
    editable = _editable_pages(user, [item.pk for item in objects.values() if isinstance(item, Page)])
    pairs = [(draft, objects.get(_key(draft))) for draft in found]
    return [(draft, item) for draft, item in pairs if item is not None and _is_editable(user, item, editable)]


def may_see_drafts(user: Any) -> bool:
    """Whether lists of drafts mean anything to ``user``: they may approve, or edit some page."""
    return bool(user.has_perm(APPROVE)) or bool(PagePermissionPolicy().user_has_any_permission(user, _EDIT))


def _key(draft: Draft) -> Key:
    return draft.content_type_id, draft.target_id or draft.source_id


def _objects(drafts: dict[Key, Draft]) -> dict[Key, Any]:
    pks: defaultdict[Any, list[str]] = defaultdict(list)
    for (_, pk), draft in drafts.items():
        pks[draft.content_type].append(pk)
    found: dict[Key, Any] = {}
    for content_type, wanted in pks.items():
        model = content_type.model_class()
        rows = model._default_manager.filter(pk__in=wanted) if model is not None else []
        found.update({(content_type.pk, str(row.pk)): row for row in rows})
    return found


def _editable_pages(user: Any, pks: list[int]) -> set[int]:
    if not pks:
        return set()
    pages = PagePermissionPolicy().instances_user_has_any_permission_for(user, _EDIT)
    return set(pages.filter(pk__in=pks).values_list("pk", flat=True))


def _is_editable(user: Any, item: Any, editable_pages: set[int]) -> bool:
    return item.pk in editable_pages if isinstance(item, Page) else may_edit(user, item)
