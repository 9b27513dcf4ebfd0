"""On the admin's home page: the machine drafts that wait for a person to read them."""

from typing import Any

from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.ui.components import Component

from ..models import Draft
from ..permissions import APPROVE
from .waiting import with_objects

SHOWN = 10


class WaitingPanel(Component):
    """The oldest drafts in review that the user may approve; nothing at all where there are none."""

    name = "hrnews_waiting"
    template_name = "wagtail_hrnews_translation/admin/home_panel.html"
    order = 110

    def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
        request = parent_context["request"]
        return {"rows": _rows(request.user), "request": request}


def _rows(user: Any) -> list[dict[str, Any]]:
    if not user.has_perm(APPROVE):
        return []
    finder = AdminURLFinder(user)
    drafts = Draft.objects.waiting().select_related("content_type", "source_locale", "target_locale")
    pairs = with_objects(drafts.order_by("drafted_at")[: SHOWN * 5], user)
    return [{"draft": draft, "target": target, "url": finder.get_edit_url(target)} for draft, target in pairs[:SHOWN]]
