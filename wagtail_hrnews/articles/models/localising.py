"""Which translation of a snippet a page may show."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID


def live_translations(model: Any, keys: Iterable[UUID]) -> list[Any]:
    """Published authors or topics of these groups, the oldest (the original) of each first.

    Each knows its whole group, unpublished rows too: any of them may say that the author must not be named.
    """
    rows = model.objects.filter(translation_key__in=set(keys)).select_related(*model.shown_with).order_by("pk")
    groups: dict[UUID, list[Any]] = {}
    for row in rows:
        row.translation_group = groups.setdefault(row.translation_key, [])
        row.translation_group.append(row)
    return [row for row in rows if row.live]


def best_for(rows: Iterable[Any], locale_id: int | None) -> dict[UUID, Any]:
    """By translation key: the row in that locale, else the oldest; an unpublished translation is not shown."""
    best: dict[UUID, Any] = {}
    for row in rows:
        if row.translation_key not in best or row.locale_id == locale_id:
            best[row.translation_key] = row
    return best


def best_by_id(model: Any, ids: Iterable[int], locale_id: int | None) -> dict[int, Any]:
    """What to show for each row that an article points to; rows with nothing published are left out. Two queries."""
    keys = dict(model.objects.filter(pk__in=set(ids)).values_list("pk", "translation_key"))
    best = best_for(live_translations(model, keys.values()), locale_id)
    return {pk: best[key] for pk, key in keys.items() if key in best}
