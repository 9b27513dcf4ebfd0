"""How moderators narrow the queue."""

from collections.abc import Iterable, Mapping
from typing import Any

import django_filters
from django.db.models import Q
from django.forms import CheckboxSelectMultiple
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.coreutils import get_content_languages

from wagtail_hrnews.comments.models import ReaderComment, ReaderCommentQuerySet, Status

SEARCH_FIELDS = ("name", "email", "body")


def languages() -> Iterable[tuple[str, str]]:
    """The site's content languages, as choices."""
    choices: dict[str, str] = get_content_languages()
    return choices.items()


class ReaderCommentFilterSet(WagtailFilterSet):
    status = django_filters.MultipleChoiceFilter(
        label=_("Status"), choices=Status.choices, widget=CheckboxSelectMultiple
    )
    language = django_filters.MultipleChoiceFilter(
        label=_("Language"), choices=languages, widget=CheckboxSelectMultiple
    )
    created_at = django_filters.DateFromToRangeFilter(label=_("Received"), widget=DateRangePickerWidget)

    class Meta:
        model = ReaderComment
        fields = ["status", "language", "created_at"]


def as_listed(params: Mapping[str, Any], request: Any) -> ReaderCommentQuerySet:
    """All comments, on every page of the list, that these query parameters show."""
    filterset = ReaderCommentFilterSet(params, ReaderComment.objects.all(), request=request)
    comments: ReaderCommentQuerySet = filterset.qs if filterset.is_valid() else ReaderComment.objects.none()
    if query := params.get("q", "").strip():
        found = Q()
        for field in SEARCH_FIELDS:
            found |= Q((f"{field}__icontains", query))
        comments = comments.filter(found)
    return comments
