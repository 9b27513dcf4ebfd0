"""The same page in its other languages: for hreflang, the language switcher, the sitemap."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from wagtail.coreutils import get_content_languages, get_supported_content_language_variant

from wagtail_hrnews.articles.querysets import published
from wagtail_hrnews.languages import native_name


@dataclass(frozen=True, slots=True)
class Alternate:
    """One language of a page: its code, its own name for itself, the absolute URL."""

    language: str
    name: str
    url: str
    is_current: bool


def own_name(language: str) -> str:
    """What a language calls itself, as a heading writes it: ``Español``; else what the site calls it."""
    name = native_name(language)
    if name == language:
        name = get_content_languages().get(language, language)
    return name[:1].upper() + name[1:]


def no_suffix(page: Any) -> str:
    return ""


def alternates_of(page: Any, request: HttpRequest | None, suffix: Callable[[Any], str] = no_suffix) -> list[Alternate]:
    """The page and its published translations, in the order of the site's languages.

    ``suffix`` gives what follows a page's own URL, for the routes of an index. The page itself is always among them,
    so that a preview shows where it will stand.
    """
    translations = published(page.get_translations(inclusive=True)).select_related("locale")
    pages = {translation.locale.language_code: translation for translation in translations}
    pages[page.locale.language_code] = page
    return alternates_among(pages, page, request, suffix)


def alternates_among(
    pages: Mapping[str, Any], current: Any, request: HttpRequest | None, suffix: Callable[[Any], str] = no_suffix
) -> list[Alternate]:
    """Alternates of one group of pages by language, without languages that the site no longer has."""
    known = [(code, pages[code]) for code in get_content_languages() if code in pages]
    located = [(code, page, page.get_full_url(request)) for code, page in known]
    return [Alternate(code, own_name(code), url + suffix(page), page is current) for code, page, url in located if url]


def default_url(alternates: Sequence[Alternate]) -> str:
    """Where x-default points: the site's default language, else the first. The same for all of a group."""
    first = alternates[0].url if alternates else ""
    try:
        default = get_supported_content_language_variant(settings.LANGUAGE_CODE)
    except LookupError:  # the admin's language need not be one of the content's
        return first
    return {alternate.language: alternate.url for alternate in alternates}.get(default, first)
