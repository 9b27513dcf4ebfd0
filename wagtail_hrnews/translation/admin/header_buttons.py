"""The button that leads to an original's languages."""

from collections.abc import Iterator
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import Button
from wagtail.models import Page

from ..permissions import may_edit
from ..targets import base_content_type, is_draftable_model


def draft_button(instance: Any, user: Any) -> Iterator[Button]:
    """Shown for what can be drafted, to who may edit it."""
    if not is_draftable_model(type(instance)) or not instance.pk or getattr(instance, "alias_of_id", None):
        return
    if isinstance(instance, Page) and instance.is_root():
        return
    if not may_edit(user, instance):
        return
    url = reverse("hrnews_translation:drafts", args=[base_content_type(type(instance)).pk, instance.pk])
    yield Button(_("Draft translations"), url=url, icon_name="globe", priority=45)
