"""Tell the user why a text was not published, and lead to its review.

Wagtail's views turn the gate's refusal into "you do not have permission" on the admin's home page. This middleware,
after Django's message middleware, puts the reason and the way to the review in its place. Scripts and APIs keep the
plain 403.
"""

from collections.abc import Callable
from contextlib import nullcontext
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import override
from wagtail.admin.admin_url_finder import AdminURLFinder

from .exceptions import UnapprovedText
from .gate import collect_refusals


class ReviewRedirectMiddleware:
    """Turn the answer to a refused publication into a redirect to the editor, with the reason."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with collect_refusals() as refused:
            response = self.get_response(request)
        if not refused or not _is_wagtails_refusal(response) or _is_script(request):
            return response
        url = AdminURLFinder(request.user).get_edit_url(refused[0])
        _replace_message(request)
        return redirect(url) if url else response


def _is_wagtails_refusal(response: HttpResponse) -> bool:
    return response.status_code in (302, 403)


def _is_script(request: HttpRequest) -> bool:
    return request.headers.get("X-Requested-With") == "XMLHttpRequest" or "json" in request.headers.get("Accept", "")


def _replace_message(request: HttpRequest) -> None:
    """Drop Wagtail's "no permission", which is the last one queued, and say what is the matter instead."""
    queued = list(messages.get_messages(request))
    if queued and queued[-1].level == messages.ERROR:
        queued.pop()
    for message in queued:
        messages.add_message(request, message.level, message.message, message.extra_tags or "")
    with _language_of(request.user):
        messages.error(request, str(UnapprovedText.message))


def _language_of(user: Any) -> Any:
    profile = getattr(user, "wagtail_userprofile", None)
    return override(profile.get_preferred_language()) if profile else nullcontext()
