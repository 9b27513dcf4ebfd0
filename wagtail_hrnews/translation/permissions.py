"""Who may do what with a draft. Asked in every view and action, on the server."""

from typing import Any

from django.contrib.auth import get_permission_codename
from wagtail.models import Page

APPROVE = "wagtail_hrnews_translation.approve_translation"


def may_edit(user: Any, instance: Any) -> bool:
    """Whether ``user`` may edit this page (Wagtail's page trees make that a right by language) or this snippet."""
    if isinstance(instance, Page):
        return bool(instance.permissions_for_user(user).can_edit())
    options = instance._meta
    return bool(user.has_perm(f"{options.app_label}.{get_permission_codename('change', options)}"))


def may_approve(user: Any, instance: Any) -> bool:
    """The permission, together with the right to edit this very page or snippet."""
    return bool(user.has_perm(APPROVE)) and may_edit(user, instance)
