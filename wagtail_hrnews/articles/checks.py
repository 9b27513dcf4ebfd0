"""What a site owner can get wrong about the articles app."""

from collections.abc import Sequence
from typing import Any

import swapper
from django.apps import apps
from django.core.checks import CheckMessage, Error, register

NEEDED_APPS = ("wagtail.contrib.routable_page", "wagtail.contrib.table_block", "django.contrib.sitemaps")


@register
def check_page_model(app_configs: Sequence[Any] | None, **kwargs: Any) -> list[CheckMessage]:
    """Our page types extend Wagtail's own page model."""
    if swapper.get_model_name("wagtailcore", "Page").lower() == "wagtailcore.page":
        return []
    return [
        Error(
            "The articles app does not support a custom page model (WAGTAIL_PAGE_MODEL).",
            hint="Remove 'wagtail_hrnews.articles' from INSTALLED_APPS, or the setting WAGTAIL_PAGE_MODEL. "
            "The translation and comments apps work with either.",
            id="wagtail_hrnews.articles.E001",
        )
    ]


@register
def check_needed_apps(app_configs: Sequence[Any] | None, **kwargs: Any) -> list[CheckMessage]:
    """Templates and scripts of these apps are used by our pages and their editor."""
    return [
        Error(
            f"The articles app needs '{name}', which is not installed.",
            hint=f"Add '{name}' to INSTALLED_APPS.",
            id="wagtail_hrnews.articles.E002",
        )
        for name in NEEDED_APPS
        if not apps.is_installed(name)
    ]
