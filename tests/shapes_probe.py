"""Looks at one shape of installation from inside, and prints what shows; started by ``test_shapes.py``."""

import json
import sys

import django

django.setup()

# Only now can models be imported: the settings module that Django was started with says which there are.
from django.apps import apps  # noqa: E402
from django.contrib.auth import get_user_model  # noqa: E402
from django.contrib.auth.models import Permission  # noqa: E402
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from wagtail.models import Page, Site  # noqa: E402

from sandbox.home.models import HomePage  # noqa: E402


def home() -> HomePage:
    page = Page.get_first_root_node().add_child(instance=HomePage(title="Home", slug="front"))
    Site.objects.update_or_create(is_default_site=True, defaults={"hostname": "localhost", "root_page": page})
    return page


def published_page(parent: HomePage) -> Page:
    """A page of the type that this shape works on."""
    if apps.is_installed("wagtail_hrnews.articles"):
        index = parent.add_child(instance=apps.get_model("wagtail_hrnews_articles.NewsIndexPage")(title="News"))
        parent, model = index, apps.get_model("wagtail_hrnews_articles.ArticlePage")
    else:
        model = apps.get_model("bulletin.BulletinPage")
    page = parent.add_child(instance=model(title="A well is clean again"))
    page.save_revision().publish()
    return page


def probe() -> dict[str, object]:
    visitor, staff = Client(), Client()
    staff.force_login(get_user_model().objects.create_superuser("probe", "probe@example.org", "probe"))
    page = published_page(home())
    public = visitor.get(page.get_url())
    admin = staff.get("/admin/")
    editor = staff.get(f"/admin/pages/{page.pk}/edit/")
    assert (public.status_code, admin.status_code, editor.status_code) == (200, 200, 200)
    return {
        "tables": connection.introspection.table_names(),
        "permissions": sorted({permission.content_type.app_label for permission in Permission.objects.all()}),
        "modules": sorted(name for name in sys.modules if name.startswith("wagtail_hrnews.")),
        "public": public.content.decode(),
        "admin": admin.content.decode(),
        "editor": editor.content.decode(),
    }


json.dump(probe(), sys.stdout)
