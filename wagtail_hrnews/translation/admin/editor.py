"""What the editor's form does besides saving: approving. Turns the use case's exceptions into messages."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.admin_url_finder import AdminURLFinder

from ..exceptions import ApprovalError
from ..gate import may_go_live, written_draft
from ..models import Draft
from ..reviewing import Shown, approve, parse_id
from .action_menu import APPROVE_ACTION, SHOWN_FIELD


def approve_before_publishing(request: HttpRequest, instance: Any) -> HttpResponse | None:
    """Publishing from the editor is the approval of what the form showed. A refusal leads back to the saved draft."""
    draft = written_draft(instance)
    if draft is None or may_go_live(instance):
        return None
    return _approve(request, draft, instance)


def approve_only(request: HttpRequest, instance: Any) -> HttpResponse | None:
    """The button "Approve without publishing", after the form was saved as a draft."""
    if request.method != "POST" or APPROVE_ACTION not in request.POST:
        return None
    draft = written_draft(instance)
    if draft is None:
        return None
    refusal = _approve(request, draft, instance)
    if refusal is None:
        messages.success(request, _("The translation is approved. It is not public until somebody publishes it."))
    return refusal


def _approve(request: HttpRequest, draft: Draft, instance: Any) -> HttpResponse | None:
    shown = Shown.parse(request.POST.get(SHOWN_FIELD, ""))
    autosaved = request.POST.get("overwrite_revision_id", "")
    saved = instance.latest_revision.as_object()
    try:
        approve(draft, saved, request.user, shown, parse_id(autosaved))
    except ApprovalError as error:
        messages.error(request, error.message)
        return redirect(AdminURLFinder(request.user).get_edit_url(instance) or "wagtailadmin_home")
    return None
