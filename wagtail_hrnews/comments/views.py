"""The two public pages: the form with its errors, and the thanks. Neither reads or sets a cookie."""

from typing import Any

import swapper
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from wagtail_hrnews.comments.exceptions import EmptyComment
from wagtail_hrnews.comments.forms import ReaderCommentForm, too_long
from wagtail_hrnews.comments.leaving import leave_comment, takes_comments
from wagtail_hrnews.comments.origin import is_same_origin
from wagtail_hrnews.comments.sections import form_context
from wagtail_hrnews.html import TextTooLong

Page = swapper.load_model("wagtailcore", "Page")


# The page with the form may come from a cache, so it carries no token; is_same_origin stands in for it.
@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def leave(request: HttpRequest, page_id: int) -> HttpResponse:
    """Take a comment on a page, or show the form again with what is wrong and all that was typed."""
    page = _open_page_or_404(request, page_id)
    with translation.override(page.locale.language_code):
        if request.method != "POST":
            return _render(request, "leave_comment", page, 200, **form_context(page, ReaderCommentForm()))
        if not is_same_origin(request.headers, request.get_host()):
            return _render(request, "refused", page, 403)
        form = ReaderCommentForm(request.POST)
        if _accept(page, form):
            return HttpResponseRedirect(reverse("wagtail_hrnews_comments:thanks", args=[page.pk]), status=303)
        return _render(request, "leave_comment", page, 422, **form_context(page, form))


@never_cache
@require_safe
def thanks(request: HttpRequest, page_id: int) -> HttpResponse:
    """Say that a moderator reads the comment first. The same for everybody: it knows nothing of the comment."""
    page = _open_page_or_404(request, page_id)
    with translation.override(page.locale.language_code):
        return _render(request, "thanks", page, 200)


def _accept(page: Any, form: ReaderCommentForm) -> bool:
    if not form.is_valid():
        return False
    data = form.cleaned_data
    try:
        leave_comment(page, name=data["name"], email=data["email"], text=data["text"], honeypot=data["website"])
    except TextTooLong as error:
        form.add_error("text", too_long(error.length))
    except EmptyComment:
        form.add_error("text", _("Nothing that can be shown was left of your comment. Write it as plain text."))
    return form.is_valid()


def _open_page_or_404(request: HttpRequest, page_id: int) -> Any:
    page = Page.objects.filter(pk=page_id, live=True).select_related("locale").first()
    # The root of the tree, for one, has no address: it belongs to no site.
    if page is None or _url(request, page) is None or not takes_comments(page):
        raise Http404
    return page


def _url(request: HttpRequest, page: Any) -> Any:
    return page.specific_deferred.get_url(request)


def _render(request: HttpRequest, template: str, page: Any, status: int, **context: Any) -> HttpResponse:
    context |= {"page": page, "page_url": _url(request, page)}
    response = render(request, f"wagtail_hrnews_comments/{template}.html", context, status=status)
    # Not the language of the browser, which LocaleMiddleware would write.
    response.headers["Content-Language"] = page.locale.language_code
    return response
