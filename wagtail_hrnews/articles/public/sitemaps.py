"""The site's public pages in all languages; Wagtail's own sitemap stops at one language's tree."""

from collections import defaultdict
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from wagtail.contrib.sitemaps import Sitemap
from wagtail.contrib.sitemaps.views import sitemap
from wagtail.models import Locale, Page

from wagtail_hrnews.articles.querysets import published

from .alternates import alternates_among, default_url

UrlInfo = dict[str, Any]


class AllLanguagesSitemap(Sitemap):
    """Pages under the site's root and its translations, each with links to its other languages."""

    def items(self) -> Any:
        root = self.get_wagtail_site().root_page
        trees = Q(pk__in=[])
        for path in root.get_translations(inclusive=True).values_list("path", flat=True):
            trees |= Q(path__startswith=path)
        pages = published(Page.objects.filter(trees)).order_by("path")
        return pages.defer_streamfields().specific()

    def _urls(self, page: int, protocol: str, domain: str) -> list[UrlInfo]:
        pages = list(self.paginator.page(page).object_list)
        locales = Locale.objects.in_bulk()
        for item in pages:
            item.locale = locales[item.locale_id]
        links = self._links(pages)
        infos = [(info, item) for item in pages for info in item.get_sitemap_urls(self.request) if info["location"]]
        urls = [self._with_links(info, links, item) for info, item in infos]
        moments = [url["lastmod"] for url in urls if url.get("lastmod")]
        if moments:
            self.latest_lastmod = max(moments)
        return urls

    def _with_links(self, info: UrlInfo, links: dict[UUID, list[UrlInfo]], page: Any) -> UrlInfo:
        """The page's own entry gets the links; further ones, such as an index's author pages, are left as they are."""
        if info["location"] != page.get_full_url(self.request):
            return info
        return {**info, "alternates": links[page.translation_key]}

    def _links(self, pages: list[Any]) -> dict[UUID, list[UrlInfo]]:
        groups: dict[UUID, dict[str, Any]] = defaultdict(dict)
        for page in pages:
            groups[page.translation_key][page.locale.language_code] = page
        return {key: self._links_of(group) for key, group in groups.items()}

    def _links_of(self, group: dict[str, Any]) -> list[UrlInfo]:
        alternates = alternates_among(group, None, self.request)
        if len(alternates) < 2:
            return []
        links = [{"lang_code": alternate.language, "location": alternate.url} for alternate in alternates]
        return [*links, {"lang_code": "x-default", "location": default_url(alternates)}]


def sitemap_view(request: HttpRequest) -> HttpResponse:
    response: HttpResponse = sitemap(request, {"pages": AllLanguagesSitemap})
    return response
