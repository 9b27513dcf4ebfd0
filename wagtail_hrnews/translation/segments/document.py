"""A whole page or snippet: which of its fields hold text, and the one walk through them."""

import json
from collections import Counter
from dataclasses import replace
from typing import Any

from django.db import models
from modelcluster.models import get_all_child_relations
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page

from ..inline import InlineText
from .blocks import walk_block, walk_text
from .richtext import walk_rich_text
from .segment import Path, TextSegment, Visit, digest

PAGE_FIELDS = frozenset({"title", "seo_title", "search_description"})
_NEVER = (models.SlugField, models.URLField, models.EmailField, models.FilePathField)


def translatable_fields(model: type[models.Model]) -> list[Any]:
    """The fields of ``model`` that hold text to translate, in the order of the model.

    A model may name them in ``translatable_fields`` (also none: an empty list). Without it they are found by type:
    char and text fields, rich text and streams; never slugs, addresses, choices, unique values or Wagtail's own fields.
    """
    named = getattr(model, "translatable_fields", None)
    if named is not None:
        return [model._meta.get_field(name) for name in named]
    return [field for field in model._meta.concrete_fields if _holds_text(field)]


def _holds_text(field: Any) -> bool:
    if field.model is Page or field.name == "draft_title":
        return field.name in PAGE_FIELDS
    if isinstance(field, StreamField):
        return True
    return (
        isinstance(field, models.CharField | models.TextField)
        and not isinstance(field, _NEVER)
        and field.editable
        and not field.choices
        and not field.unique
    )


def walk(instance: Any, visit: Visit) -> dict[str, Any]:
    """Show every segment of ``instance`` and its inline children to ``visit``, in reading order.

    Returns what its fields would hold with the visited texts, and changes nothing: ``{field: value}``, and for a child
    relation ``{relation: [{field: value}, …]}`` in the children's order.
    """
    return _walk_instance(instance, (), _with_unique_keys(visit))


def _with_unique_keys(visit: Visit) -> Visit:
    """Content that was made by code may hold one block id twice; answers are stored by key."""
    seen: Counter[str] = Counter()

    def visit_unique(segment: TextSegment) -> InlineText:
        seen[segment.key] += 1
        count = seen[segment.key]
        return visit(segment if count == 1 else replace(segment, path=(*segment.path, f"~{count}")))

    return visit_unique


def _walk_instance(instance: Any, path: Path, visit: Visit) -> dict[str, Any]:
    values = {
        field.name: _walk_field(field, getattr(instance, field.attname), (*path, field.name), visit)
        for field in translatable_fields(type(instance))
    }
    for name in child_relations(type(instance)):
        children = getattr(instance, name).all()
        values[name] = [_walk_instance(child, (*path, name, str(n)), visit) for n, child in enumerate(children)]
    return values


def inline_relations(model: type[models.Model]) -> dict[str, type[models.Model]]:
    """Inline children by the name of their relation, without Wagtail's own (the editor's comments)."""
    relations = {relation.get_accessor_name(): relation.related_model for relation in get_all_child_relations(model)}
    return {name: child for name, child in relations.items() if child._meta.app_label != "wagtailcore"}


def child_relations(model: type[models.Model]) -> list[str]:
    """Names of the inline children that hold text."""
    return [name for name, child in inline_relations(model).items() if _has_text(child)]


def _has_text(model: type[models.Model]) -> bool:
    return bool(translatable_fields(model)) or bool(child_relations(model))


def _walk_field(field: Any, value: Any, path: Path, visit: Visit) -> Any:
    if isinstance(field, StreamField):
        raw = json.loads(json.dumps(list(value.get_prep_value()), default=str)) if value else []
        return walk_block(field.stream_block, raw, path, visit)
    if isinstance(field, RichTextField):
        return walk_rich_text(value or "", path, visit)
    return walk_text(value, path, visit, field.max_length)


def extract(instance: Any) -> list[TextSegment]:
    """Take a document apart: its segments in reading order."""
    segments: list[TextSegment] = []

    def collect(segment: TextSegment) -> InlineText:
        segments.append(segment)
        return segment.text

    walk(instance, collect)
    return segments


def ingest(source: Any, target: Any, visit: Visit) -> None:
    """Put ``source`` together again on ``target``, with the texts that ``visit`` gives; saves nothing.

    Children that ``target`` has more or fewer of than ``source`` keep what they hold.
    """
    _assign(target, walk(source, visit))


def _assign(target: Any, values: dict[str, Any]) -> None:
    relations = set(child_relations(type(target)))
    for name, value in values.items():
        if name not in relations:
            setattr(target, name, value)
            continue
        children = list(getattr(target, name).all())
        for child, child_values in zip(children, value, strict=False):
            _assign(child, child_values)
        if children:
            setattr(target, name, children)


def text_hash(instance: Any) -> str:
    """What an approval is bound to: the words, inline tags and links of a document, in order, as 64 hex digits.

    Equal for two documents that read alike; block ids, keys and the way the editor writes its HTML do not count.
    """
    return digest([[segment.path[0], segment.canonical()] for segment in extract(instance)])
