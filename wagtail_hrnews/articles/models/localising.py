"""Which translation of a snippet a page may show."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID


def live_translations(model: Any, keys: Iterable[UUID]) -> list[Any]:
    """Published authors or topics of these groups, the oldest (the original) of each first."""
    rows = model.objects.filter(live=True, translation_key__in=set(keys))
    return list(rows.select_related(*model.shown_with).order_by("pk"))


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
