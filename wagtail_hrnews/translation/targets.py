"""Which pages and snippets can be drafted, and how they are told apart. No tables of our own."""

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import models
from wagtail.models import DraftStateMixin, Page, RevisionMixin, TranslatableMixin


def is_draftable_model(model: type[models.Model]) -> bool:
    """A language, revisions and an unpublished state: without them a machine's words could not wait for a reader."""
    return (
        issubclass(model, TranslatableMixin) and issubclass(model, RevisionMixin) and issubclass(model, DraftStateMixin)
    )


def base_content_type(model: type[models.Model]) -> Any:
    """The content type of the model that holds ``translation_key``: Page for every page, else the snippet's root."""
    return ContentType.objects.get_for_model(base_model(model))


def base_model(model: type[models.Model]) -> type[models.Model]:
    """The topmost concrete model of ``model`` that is translatable."""
    if issubclass(model, Page):
        return Page
    concrete = [parent for parent in model._meta.get_parent_list() if issubclass(parent, TranslatableMixin)]
    return concrete[-1] if concrete else model
