"""The editor's buttons for a machine draft: "Approve and publish" in the place of "Publish", and "Approve"."""

from copy import copy
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from laces.components import Component
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.staticfiles import versioned_static

from ..gate import written_draft
from .review_screen import ReviewScreen, build_review_screen

SHOWN_FIELD = "hrnews-shown"
APPROVE_ACTION = "action-hrnews-approve"


class ReviewMenuItem(Component):
    """Carries the panel, the source texts and the hidden field into the form, and the button that approves only."""

    template_name = "wagtail_hrnews_translation/admin/review_item.html"
    name = APPROVE_ACTION
    order = 35

    def __init__(self, screen: ReviewScreen) -> None:
        self.screen = screen

    def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
        request = parent_context["request"]
        source = self.screen.source
        return {
            "screen": self.screen,
            "source_url": AdminURLFinder(request.user).get_edit_url(source) if source is not None else None,
            "shown_field": SHOWN_FIELD,
            "approve_action": APPROVE_ACTION,
            "request": request,
        }

    class Media:
        css = {"all": [versioned_static("wagtail_hrnews_translation/review.css")]}
        js = [versioned_static("wagtail_hrnews_translation/review.js")]


def add_review(menu_items: list[Any], request: HttpRequest, instance: Any) -> None:
    """Change the menu of ``instance``'s editor in place, if it holds a machine draft."""
    draft = written_draft(instance)
    if draft is None:
        return
    screen = build_review_screen(draft, instance, request.user)
    if not screen.is_approved:
        _mend_publish(menu_items, screen)
    menu_items.append(ReviewMenuItem(screen))


def _mend_publish(menu_items: list[Any], screen: ReviewScreen) -> None:
    """Only cosmetic: what may go live is decided by the gate."""
    position = next((n for n, item in enumerate(menu_items) if item.name == "action-publish"), None)
    if position is None:
        return
    publish = copy(menu_items.pop(position))  # Wagtail keeps one instance for all requests
    if screen.may_approve:
        publish.label = _("Approve and publish")
        publish.template_name = "wagtailadmin/pages/action_menu/publish.html"
        menu_items.insert(0, publish)
