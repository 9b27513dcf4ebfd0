"""``{% translation_label page %}`` for page types of a site's own; our article pages carry the label by themselves."""

from typing import Any

from django import template
from django.template.context import Context
from django.utils.safestring import SafeString

from ..public.disclosure import disclosure_of

register = template.Library()


@register.simple_tag(takes_context=True)
def translation_label(context: Context, page: Any) -> SafeString:
    """What readers are told of a text that a machine drafted; nothing for any other page."""
    label = disclosure_of(page)
    return label.render_html(context) if label is not None else SafeString("")
