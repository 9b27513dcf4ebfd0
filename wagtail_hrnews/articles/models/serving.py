"""Pages that speak the language of their locale, whichever URL scheme or browser asks."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import translation


class SpeaksItsLanguage:
    """Render the page with its own language active.

    ``i18n_patterns`` does so already; a site without language prefixes, a domain for each language, or a preview from
    an admin in another language does not. The response is rendered here because a ``TemplateResponse`` is lazy: later
    the language of the visitor would be back.
    """

    locale: Any

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        with translation.override(self.locale.language_code):
            return self._rendered(super().serve(request, *args, **kwargs))  # type: ignore[misc]

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        with translation.override(self.locale.language_code):
            return self._rendered(super().serve_preview(request, mode_name))  # type: ignore[misc]

    def _rendered(self, response: Any) -> HttpResponse:
        if not getattr(response, "is_rendered", True):
            response = response.render()
        response.headers["Content-Language"] = self.locale.language_code
        rendered: HttpResponse = response
        return rendered
