"""The report of all machine drafts: state, languages, engine, whether the original has changed."""

from typing import Any

import django_filters
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.reports import ReportView

from ..messages import error_message
from ..models import Draft
from .waiting import may_see_drafts, with_objects


class DraftFilterSet(WagtailFilterSet):
    """By state and language, and the stale ones alone."""

    stale = django_filters.BooleanFilter(label=_("The original has changed"), method="filter_stale")

    def filter_stale(self, queryset: Any, name: str, value: bool) -> Any:
        stale = Draft.objects.stale().values("pk")
        return queryset.filter(pk__in=stale) if value else queryset.exclude(pk__in=stale)

    class Meta:
        model = Draft
        fields = ["state", "source_locale", "target_locale"]


class DraftsReportView(ReportView):
    """Only what the user may edit; whoever may neither edit nor approve anything is refused."""

    page_title = _("Machine drafts")
    header_icon = "globe"
    index_url_name = "hrnews_translation:report"
    index_results_url_name = "hrnews_translation:report_results"
    results_template_name = "wagtail_hrnews_translation/admin/report_results.html"
    filterset_class = DraftFilterSet
    default_ordering = "-updated_at"
    paginate_by = 50
    list_export = ["title", "source_locale", "target_locale", "get_state_display", "engine", "updated_at"]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if not may_see_drafts(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_base_queryset(self) -> Any:
        return Draft.objects.select_related("content_type", "source_locale", "target_locale")

    def decorate_paginated_queryset(self, object_list: Any) -> list[Draft]:
        """Keep what the user may edit, on the page and in the exported file alike."""
        finder = AdminURLFinder(self.request.user)
        pairs = with_objects(object_list, self.request.user)
        for draft, item in pairs:
            draft.edit_url = finder.get_edit_url(item)  # type: ignore[attr-defined]
            draft.error_message = error_message(draft.error) if draft.error else ""  # type: ignore[attr-defined]
        return [draft for draft, _item in pairs]


class DraftsMenuItem(MenuItem):
    """In Wagtail's Reports menu."""

    def __init__(self) -> None:
        super().__init__(
            _("Machine drafts"),
            reverse("hrnews_translation:report"),
            name="hrnews-drafts",
            icon_name="globe",
            order=650,
        )

    def is_shown(self, request: HttpRequest) -> bool:
        return may_see_drafts(request.user)
