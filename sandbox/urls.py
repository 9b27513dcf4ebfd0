"""URLs of the sandbox: ours, Wagtail's admin, API and pages, and the files of the demo."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.contrib.staticfiles.views import serve as serve_static
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import include, path, re_path
from django.views.generic import RedirectView
from django.views.static import serve
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.api.v2.router import WagtailAPIRouter
from wagtail.api.v2.views import PagesAPIViewSet
from wagtail.documents import urls as wagtaildocs_urls

api_router = WagtailAPIRouter("wagtailapi")
api_router.register_endpoint("pages", PagesAPIViewSet)


def serve_media(request: HttpRequest, path: str) -> HttpResponseBase:
    """Serve an uploaded file: the sandbox has no web server of its own in front of it, and runs without ``DEBUG``."""
    return serve(request, path, document_root=settings.MEDIA_ROOT)


urlpatterns = [
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path("api/v2/", api_router.urls),
    # Browsers ask for it on pages that name no icon.
    path("favicon.ico", RedirectView.as_view(url="/static/demo/icon.svg")),
    path("", include("wagtail_hrnews.urls")),
    re_path(r"^media/(?P<path>.+)$", serve_media),
    re_path(r"^static/(?P<path>.+)$", serve_static, {"insecure": True}),
    *i18n_patterns(path("", include(wagtail_urls))),
]
