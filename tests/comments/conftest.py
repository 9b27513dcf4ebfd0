"""A small bilingual site with a page type that knows nothing of us, and the people around it."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client
from wagtail.models import Locale, Page, Site

from sandbox.bulletin.models import BulletinPage
from wagtail_hrnews.comments.models import ReaderComment

LIST = "/admin/snippets/wagtail_hrnews_comments/readercomment/"


@pytest.fixture
def page(db: None) -> BulletinPage:
    """A live page in English."""
    english, _ = Locale.objects.get_or_create(language_code="en")
    root = Page.get_first_root_node()
    home = root.add_child(instance=Page(title="Front", slug="front", locale=english))
    Site.objects.update_or_create(is_default_site=True, defaults={"hostname": "testserver", "root_page": home})
    return home.add_child(instance=BulletinPage(title="Ferry crews & unpaid overtime", slug="ferry", locale=english))


@pytest.fixture
def spanish_page(page: BulletinPage) -> BulletinPage:
    """The same page in Spanish, live."""
    spanish, _ = Locale.objects.get_or_create(language_code="es")
    page.get_parent().copy_for_translation(spanish).save_revision().publish()
    translated = page.copy_for_translation(spanish)
    translated.title = "Horas sin pagar"
    translated.save_revision().publish()
    return BulletinPage.objects.get(pk=translated.pk)


@pytest.fixture
def make_comment(page: BulletinPage) -> Callable[..., ReaderComment]:
    def make(**fields: Any) -> ReaderComment:
        defaults = {
            "page_id": page.pk,
            "translation_key": page.translation_key,
            "language": "en",
            "name": "Ilse Marrow",
            "email": "ilse@example.org",
            "body": "<p>I saw it too.</p>",
        }
        return ReaderComment.objects.create(**defaults | fields)

    return make


def make_user(name: str, *codenames: str) -> User:
    user = User.objects.create_user(name)
    user.user_permissions.set(Permission.objects.filter(codename__in=["access_admin", *codenames]))
    return user


@pytest.fixture
def moderator(db: None) -> User:
    """Has the one right and the way into the admin, nothing else."""
    return make_user("moderator", "moderate_readercomment")


@pytest.fixture
def editor(db: None) -> User:
    """In the admin, without the right."""
    return make_user("editor", "delete_readercomment")


@pytest.fixture
def moderator_client(moderator: User) -> Client:
    client = Client(enforce_csrf_checks=False)
    client.force_login(moderator)
    return client


@pytest.fixture
def editor_client(editor: User) -> Client:
    client = Client()
    client.force_login(editor)
    return client
