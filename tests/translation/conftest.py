"""A site in English and Spanish with a page type and a snippet of its own, and people with different rights."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from wagtail.models import GroupPagePermission, Locale, Page, Site

from sandbox.bulletin.models import BulletinPage, Notice
from sandbox.home.models import HomePage
from tests.engines import ReversibleEngine

REVERSIBLE = {"ENGINES": {"default": {"BACKEND": "tests.engines.ReversibleEngine"}}}

TEXT = (
    '<p data-block-key="aaaaa">The court <b>freed</b> the <a href="https://example.org/case?a=1&amp;b=2">nurse</a>.</p>'
    '<p data-block-key="bbbbb">She had been held for 12 days.</p>'
    '<p data-block-key="ccccc">Her lawyer spoke outside.</p>'
)


@pytest.fixture(autouse=True)
def _reversible_engine(settings: Any) -> None:
    settings.WAGTAIL_HRNEWS = REVERSIBLE
    ReversibleEngine.reset()


@pytest.fixture
def english(db: None) -> Locale:
    return Locale.objects.get_or_create(language_code="en")[0]


@pytest.fixture
def spanish(db: None) -> Locale:
    return Locale.objects.get_or_create(language_code="es")[0]


@pytest.fixture
def home(english: Locale, spanish: Locale) -> HomePage:
    root = Page.objects.get(depth=1)
    root.get_children().delete()
    root = Page.objects.get(depth=1)
    page = root.add_child(instance=HomePage(title="Home", slug="home", locale=english))
    Site.objects.update_or_create(is_default_site=True, defaults={"hostname": "localhost", "root_page": page})
    spanish_page = page.copy_for_translation(spanish)
    spanish_page.live = True
    spanish_page.save()
    return page


@pytest.fixture
def spanish_home(home: HomePage, spanish: Locale) -> HomePage:
    return home.get_translation(spanish)


@pytest.fixture
def bulletin(home: HomePage) -> BulletinPage:
    """An original, live, that was saved by code: nothing was published yet, so nothing is drafted."""
    page = BulletinPage(title="Nurse freed", slug="nurse-freed", summary="A short summary.", text=TEXT)
    page.facts = [("fact", {"label": "Days held", "text": "<p>12 days</p>"}), ("points", ["First", "Second"])]
    home.add_child(instance=page)
    return BulletinPage.objects.get(pk=page.pk)


@pytest.fixture
def notice(home: HomePage, english: Locale) -> Notice:
    return Notice.objects.create(heading="Office closed", text="<p>Until Monday.</p>", locale=english, live=True)


@pytest.fixture
def make_user(home: HomePage, spanish_home: HomePage) -> Callable[..., Any]:
    """``make_user("name", approve=True, publish=True)``: an editor of both languages with just these rights."""

    def make(name: str, *, approve: bool = False, publish: bool = True, superuser: bool = False) -> Any:
        user = get_user_model().objects.create_user(name, f"{name}@example.org", "secret", is_superuser=superuser)
        group = Group.objects.create(name=f"Group of {name}")
        codenames = ["access_admin", "change_notice"]
        codenames += ["publish_notice"] if publish else []
        codenames += ["approve_translation"] if approve else []
        group.permissions.set(Permission.objects.filter(codename__in=codenames))
        wanted = ["add_page", "change_page"] + (["publish_page"] if publish else [])
        permissions = Permission.objects.filter(codename__in=wanted, content_type__app_label="wagtailcore")
        for page in (home, spanish_home):
            for permission in permissions:
                GroupPagePermission.objects.create(group=group, page=page, permission=permission)
        user.groups.add(group)
        return user

    return make


@pytest.fixture(autouse=True)
def _tasks_run_at_once(settings: Any) -> None:
    """As on a site without a worker: a task runs as soon as its transaction is committed."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
