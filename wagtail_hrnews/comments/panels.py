"""What moderators see on the admin's first page."""

from typing import Any

from django.urls import reverse
from wagtail.admin.ui.components import Component

from wagtail_hrnews.comments.models import ReaderComment, Status
from wagtail_hrnews.comments.viewsets import NAMESPACE


class PendingCommentsPanel(Component):
    """How many comments wait, and the way there. A number and no text."""

    name = "hrnews_pending_comments"
    template_name = "wagtail_hrnews_comments/admin/home_panel.html"
    order = 150

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        return {
            "count": ReaderComment.objects.pending().count(),
            "url": f"{reverse(f'{NAMESPACE}:list')}?status={Status.PENDING}",
        }
