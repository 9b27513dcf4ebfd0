"""The moderation queue in Wagtail's admin. The moderator is the target of the attack: nothing here trusts a comment."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _g
from django.utils.translation import gettext_lazy as _
from django.views import View
from wagtail.admin import messages
from wagtail.admin.ui.tables import BaseColumn, Column, DateColumn, StatusTagColumn
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin
from wagtail.log_actions import registry as log_registry
from wagtail.snippets.views.chooser import SnippetChooserViewSet
from wagtail.snippets.views.snippets import InspectView, SnippetViewSet

from wagtail_hrnews.comments.audit import describe
from wagtail_hrnews.comments.filters import SEARCH_FIELDS, ReaderCommentFilterSet
from wagtail_hrnews.comments.models import ReaderComment, ReaderCommentQuerySet, Status
from wagtail_hrnews.comments.moderation import DECISIONS, Decision, decide
from wagtail_hrnews.comments.permissions import MODERATE, comment_policy

NAMESPACE = "wagtailsnippets_wagtail_hrnews_comments_readercomment"


def offered(comment: ReaderComment) -> list[Decision]:
    """The decisions that would change something."""
    return [decision for decision in DECISIONS.values() if decision.status != comment.status]


class CommentColumn(BaseColumn):
    """The comment itself with the buttons to decide: most are decided without opening anything."""

    cell_template_name = "wagtail_hrnews_comments/admin/comment_cell.html"

    def get_cell_context_data(self, instance: ReaderComment, parent_context: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_cell_context_data(instance, parent_context)
        request = parent_context["request"]
        return context | {
            "comment": instance,
            "inspect_url": reverse(f"{NAMESPACE}:inspect", args=[instance.pk]),
            "decisions": offered(instance),
            "decide_url": reverse(f"{NAMESPACE}:decide", args=[instance.pk]),
            "next": _list_url(request),
            "csrf_token": get_token(request),
        }


def _list_url(request: HttpRequest) -> str:
    """The list as it is shown now; the part that scripts load has an address of its own, which is no page."""
    query = request.GET.urlencode()
    return reverse(f"{NAMESPACE}:list") + (f"?{query}" if query else "")


class DecideView(PermissionCheckedMixin, View):
    """One comment, one decision, one click. Only ever by POST, with Django's token."""

    http_method_names = ["post"]
    permission_required = MODERATE
    permission_policy = comment_policy

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        comment = get_object_or_404(ReaderComment, pk=pk)
        decision = DECISIONS.get(request.POST.get("decision", ""))
        if decision is None:
            messages.error(request, _g("Choose what to do with the comment."))
        elif decide(comment, decision, request.user):
            messages.success(request, f"{comment}: {decision.done}.")
        else:
            messages.warning(request, _g("%(comment)s was decided so already.") % {"comment": comment})
        return redirect(get_valid_next_url_from_request(request) or reverse(f"{NAMESPACE}:list"))


class ReaderCommentInspectView(InspectView):
    """One comment with all that helps to decide."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        comment: ReaderComment = self.object
        return context | {
            "comment": comment,
            "page_url": comment.page.specific_deferred.get_url(self.request) if comment.page else None,
            "removed": describe(comment.removed),
            "doubts": describe(comment.doubts),
            "decisions": offered(comment),
            "decide_url": reverse(f"{NAMESPACE}:decide", args=[comment.pk]),
            "next": self.request.path,
            "log_entries": log_registry.get_logs_for_instance(comment).select_related("user")[:20],
        }


class NoChooserViewSet(SnippetChooserViewSet):
    """Wagtail gives each snippet a chooser that anybody in the admin may open; nothing chooses comments."""

    register_widget = False

    def get_urlpatterns(self) -> list[URLPattern]:
        return []


class ReaderCommentViewSet(SnippetViewSet):
    model = ReaderComment
    permission_policy = comment_policy
    icon = "comment"
    menu_label = _("Reader comments")
    menu_name = "reader-comments"
    menu_order = 250
    add_to_admin_menu = True
    add_to_reference_index = False
    copy_view_enabled = False
    inspect_view_enabled = True
    inspect_view_class = ReaderCommentInspectView
    chooser_viewset_class = NoChooserViewSet
    filterset_class = ReaderCommentFilterSet
    search_fields = SEARCH_FIELDS
    search_backend_name = None
    ordering = ("-created_at", "-pk")
    list_display = [
        CommentColumn("comment", label=_("Comment")),
        StatusTagColumn(
            "status",
            label=_("Status"),
            accessor="get_status_display",
            primary=lambda comment: comment.status == Status.PENDING,
        ),
        Column("language", label=_("Language"), sort_key="language", classname="hrnews-wide"),
        Column(
            "page",
            label=_("Page"),
            accessor=lambda comment: comment.page.title if comment.page else "",
            classname="hrnews-wide",
        ),
        DateColumn("created_at", label=_("Received"), sort_key="created_at", classname="hrnews-wide"),
    ]

    def get_queryset(self, request: HttpRequest) -> ReaderCommentQuerySet:
        return ReaderComment.objects.select_related("page")

    def get_urlpatterns(self) -> list[URLPattern]:
        decide_view = self.construct_view(DecideView)
        return [*super().get_urlpatterns(), path("decide/<int:pk>/", decide_view, name="decide")]
