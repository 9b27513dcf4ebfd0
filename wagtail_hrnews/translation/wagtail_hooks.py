"""Registration only: each hook is one call."""

from typing import Any

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, URLResolver, include, path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.log_actions import LogActionRegistry

from .admin import urls as admin_urls
from .admin.action_menu import add_review
from .admin.editor import approve_before_publishing, approve_only
from .admin.header_buttons import draft_button
from .admin.home_panel import WaitingPanel
from .admin.reports import DraftsMenuItem
from .public.disclosure import disclosure_of, name_original


@hooks.register("construct_page_action_menu")
def add_review_to_page(menu_items: list[Any], request: HttpRequest, context: dict[str, Any]) -> None:
    if context["view"] != "create":
        add_review(menu_items, request, context["page"])


@hooks.register("construct_snippet_action_menu")
def add_review_to_snippet(menu_items: list[Any], request: HttpRequest, context: dict[str, Any]) -> None:
    if context["view"] != "create":
        add_review(menu_items, request, context["instance"])


@hooks.register("before_publish_page")
@hooks.register("before_publish")
def approve_published(request: HttpRequest, instance: Any) -> HttpResponse | None:
    return approve_before_publishing(request, instance)


@hooks.register("after_edit_page")
@hooks.register("after_edit_snippet")
def approve_saved(request: HttpRequest, instance: Any) -> HttpResponse | None:
    return approve_only(request, instance)


@hooks.register("construct_hrnews_article_sections")
def disclose(sections: list[Any], request: HttpRequest, page: Any) -> None:
    section = disclosure_of(page)
    if section is not None:
        sections.append(section)


@hooks.register("construct_hrnews_metadata")
def add_original(metadata: Any, request: HttpRequest, page: Any) -> None:
    name_original(metadata, request, page)


@hooks.register("register_page_header_buttons")
def add_draft_button(page: Any, user: Any, view_name: str, next_url: str | None = None) -> Any:
    yield from draft_button(page, user)


@hooks.register("register_snippet_listing_buttons")
def add_snippet_draft_button(snippet: Any, user: Any, next_url: str | None = None) -> Any:
    yield from draft_button(snippet, user)


@hooks.register("register_admin_urls")
def register_urls() -> list[URLPattern | URLResolver]:
    return [path("hrnews/", include(admin_urls, namespace="hrnews_translation"))]


@hooks.register("register_reports_menu_item")
def register_report() -> MenuItem:
    return DraftsMenuItem()


@hooks.register("construct_homepage_panels")
def add_waiting_panel(request: HttpRequest, panels: list[Any]) -> None:
    panels.append(WaitingPanel())


@hooks.register("register_permissions")
def register_approval() -> QuerySet[Permission]:
    return Permission.objects.filter(
        content_type__app_label="wagtail_hrnews_translation", codename="approve_translation"
    )


@hooks.register("register_log_actions")
def register_actions(actions: LogActionRegistry) -> None:
    actions.register_action("hrnews.draft", _("Draft by machine"), _("Drafted by machine"))
    actions.register_action("hrnews.approve", _("Approve translation"), _("Translation approved"))
    actions.register_action(
        "hrnews.refuse_scheduled",
        _("Refuse scheduled publication"),
        _("Scheduled publication refused: the translation is not approved"),
    )
