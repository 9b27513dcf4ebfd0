"""The decisions for many comments at once."""

from collections.abc import Iterable
from typing import Any, ClassVar

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.snippets.bulk_actions.snippet_bulk_action import SnippetBulkAction

from wagtail_hrnews.comments.filters import as_listed
from wagtail_hrnews.comments.models import ReaderComment
from wagtail_hrnews.comments.moderation import APPROVE, REJECT, SPAM, Decision, decide_all
from wagtail_hrnews.comments.permissions import MODERATE, comment_policy


class DecideBulkAction(SnippetBulkAction):
    """Shows what was chosen and, on a yes, decides it."""

    decision: ClassVar[Decision]
    models = [ReaderComment]
    template_name = "wagtail_hrnews_comments/admin/bulk_decide.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Refuse before the confirmation page: it shows the comments."""
        if not comment_policy.user_has_permission(request.user, MODERATE):
            raise PermissionDenied
        response: HttpResponseBase = super().dispatch(request, *args, **kwargs)
        return response

    def check_perm(self, obj: ReaderComment) -> bool:
        return bool(comment_policy.user_has_permission_for_instance(self.request.user, MODERATE, obj))

    def get_all_objects_in_listing_query(self, parent_id: Any) -> Any:
        """What the list shows. Wagtail's own answer is the whole table, whatever the list was filtered by."""
        return as_listed(self.request.GET, self.request).values_list("pk", flat=True)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return context | {"decision": self.decision}

    @classmethod
    def execute_action(cls, objects: Iterable[ReaderComment], **kwargs: Any) -> tuple[int, int]:
        return decide_all(objects, cls.decision, kwargs["self"].request.user), 0

    def get_success_message(self, num_parent_objects: int, num_child_objects: int) -> str:
        return ngettext("%(count)d comment: %(done)s.", "%(count)d comments: %(done)s.", num_parent_objects) % {
            "count": num_parent_objects,
            "done": self.decision.done,
        }


class ApproveBulkAction(DecideBulkAction):
    decision = APPROVE
    display_name = APPROVE.label
    action_type = APPROVE.name
    aria_label = _("Approve the selected comments")
    action_priority = 10


class RejectBulkAction(DecideBulkAction):
    decision = REJECT
    display_name = REJECT.label
    action_type = REJECT.name
    aria_label = _("Reject the selected comments")
    action_priority = 20


class SpamBulkAction(DecideBulkAction):
    decision = SPAM
    display_name = SPAM.label
    action_type = SPAM.name
    aria_label = _("Mark the selected comments as spam")
    action_priority = 25
