"""The languages of one original: how far each draft is, and the button that asks for what is missing."""

from typing import Any

from django.contrib.admin.utils import unquote
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.admin_url_finder import AdminURLFinder

from ..messages import error_message
from ..models import Draft
from ..permissions import may_edit
from ..requesting import is_translation, request_drafts, target_locales
from ..targets import is_draftable_model
from ..tasks import enqueue

NOTHING_TO_DRAFT = gettext_lazy(
    "Nothing to draft: every language is up to date, was translated by hand, or holds a person's changes."
)


class DraftsView(TemplateView):
    """GET shows the languages, POST asks for drafts; both only for who may edit the original."""

    template_name = "wagtail_hrnews_translation/admin/drafts.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        self.instance = self._get_instance(kwargs["content_type_id"], unquote(kwargs["pk"]))
        if not may_edit(request.user, self.instance):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        drafts = request_drafts(self.instance, user=request.user)
        enqueue(drafts)
        if drafts:
            text = ngettext("%d translation is being drafted.", "%d translations are being drafted.", len(drafts))
            messages.success(request, text % len(drafts))
        else:
            messages.info(request, NOTHING_TO_DRAFT)
        return redirect(request.path)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        edit_url = AdminURLFinder(self.request.user).get_edit_url(self.instance)
        return super().get_context_data(
            instance=self.instance,
            edit_url=edit_url,
            breadcrumbs_items=[
                {"url": reverse("wagtailadmin_home"), "label": _("Home")},
                {"url": edit_url or "", "label": str(self.instance)},
                {"url": "", "label": _("Translations")},
            ],
            is_translation=is_translation(self.instance),
            rows=self._rows(),
            **kwargs,
        )

    def _rows(self) -> list[dict[str, Any]]:
        """One row a language: the draft, if any, and where to read it."""
        finder = AdminURLFinder(self.request.user)
        drafts = {draft.target_locale_id: draft for draft in Draft.objects.from_original(self.instance)}
        model: Any = type(self.instance)
        others = model._default_manager.filter(translation_key=self.instance.translation_key)
        targets = {other.locale_id: other for other in others}
        return [
            {
                "locale": locale,
                "draft": drafts.get(locale.pk),
                "error": _error(drafts.get(locale.pk)),
                "by_hand": locale.pk in targets and locale.pk not in drafts,
                "url": finder.get_edit_url(targets[locale.pk]) if locale.pk in targets else None,
            }
            for locale in target_locales(self.instance)
        ]

    @staticmethod
    def _get_instance(content_type_id: int, pk: str) -> Any:
        model = get_object_or_404(ContentType, pk=content_type_id).model_class()
        if model is None or not is_draftable_model(model):
            raise Http404
        try:
            found = get_object_or_404(model, pk=pk)
        except (ValueError, TypeError, ValidationError) as error:
            raise Http404 from error
        return getattr(found, "specific", found)


def _error(draft: Draft | None) -> str:
    return error_message(draft.error) if draft is not None and draft.error else ""
