"""The other side of a draft: the text that it is a translation of."""

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.db.models import Model
from wagtail.models import Page

from wagtail_hrnews.conf import hrnews_settings

from .models import Draft
from .segments import text_hash
from .targets import base_model, is_draftable_model

_UNREAD: Any = object()


def current_source_hash(draft: Draft, source: Any = _UNREAD) -> str:
    """Hash of the original's live text; of the one that was asked for where it is not live, or is gone.

    ``source`` spares the queries where the caller has read ``draft.source()`` already.
    """
    source = draft.source() if source is _UNREAD else source
    return text_hash(source) if source is not None and source.live else draft.source_hash


def drafted_originals(root: Any) -> Iterator[Any]:
    """The live pages in the tree of ``root`` that can be drafted; aliases are only shown again, and left out.

    Where the site lists models in ``DRAFT_ON_PUBLISH``, only those.
    """
    pages = root.get_descendants(inclusive=True).live().filter(alias_of=None, depth__gt=1).specific()
    return (page for page in pages.iterator() if is_listed(type(page)))


def live_originals() -> Iterator[Any]:
    """Every live page and snippet of the site that can be drafted."""
    yield from drafted_originals(Page.get_first_root_node())
    for model in apps.get_models():
        if not issubclass(model, Page) and is_listed(model) and base_model(model) is model:
            yield from model._default_manager.filter(live=True).iterator()


def is_listed(model: type[Model]) -> bool:
    """Whether ``model`` can be drafted and, where the site lists models in ``DRAFT_ON_PUBLISH``, is one of them."""
    listed = hrnews_settings.DRAFT_ON_PUBLISH
    labels = None if isinstance(listed, bool) else {label.lower() for label in listed}
    return is_draftable_model(model) and (labels is None or model._meta.label_lower in labels)
