"""Tags for public pages: also for a site's own templates, of any page type."""

import json
from typing import Any

from django import template
from django.core.serializers.json import DjangoJSONEncoder
from django.template.context import RequestContext
from django.utils.html import format_html
from django.utils.safestring import SafeString

from wagtail_hrnews.articles.frame import Frame, frame_of
from wagtail_hrnews.articles.public.alternates import Alternate, alternates_of, own_name
from wagtail_hrnews.articles.public.metadata import PublicMetadata, page_metadata

register = template.Library()
JSON_ESCAPES = {ord(">"): "\\u003E", ord("<"): "\\u003C", ord("&"): "\\u0026"}
"""As in Django's ``json_script``, which writes another type of script."""


@register.simple_tag(takes_context=True)
def hrnews_metadata(context: RequestContext) -> PublicMetadata:
    """What the view put into the context, else what can be said of any page."""
    given = context.get("metadata")
    if isinstance(given, PublicMetadata):
        return given
    return page_metadata(context["page"], context["request"])


@register.simple_tag(takes_context=True)
def hrnews_frame(context: RequestContext) -> Frame:
    """Site name, navigation, search and feed around the page."""
    return frame_of(context["page"], context["request"])


@register.inclusion_tag("wagtail_hrnews_articles/includes/language_switcher.html", takes_context=True)
def language_switcher(context: RequestContext, page: Any) -> dict[str, Any]:
    """Links to the page in its other published languages, by their own names; nothing where there is but one."""
    return {"alternates": _alternates(context, page)}


@register.inclusion_tag("wagtail_hrnews_articles/includes/read_in.html", takes_context=True)
def read_in(context: RequestContext, page: Any) -> dict[str, Any]:
    """ "Read in: Español" for the byline."""
    return {"alternates": [alternate for alternate in _alternates(context, page) if not alternate.is_current]}


def _alternates(context: RequestContext, page: Any) -> Any:
    metadata = context.get("metadata")
    if isinstance(metadata, PublicMetadata) and context.get("page") is page:
        return metadata.alternates
    found: list[Alternate] = alternates_of(page, context["request"])
    return found


@register.simple_tag
def json_ld(data: dict[str, Any]) -> str:
    """Structured data that cannot end its script: every character with a meaning in HTML is escaped in JSON's way."""
    text = json.dumps(data, cls=DjangoJSONEncoder, ensure_ascii=False).translate(JSON_ESCAPES)
    return format_html('<script type="application/ld+json">{}</script>', SafeString(text))


@register.filter
def native_language(code: str) -> str:
    """What a language calls itself."""
    return own_name(code)
