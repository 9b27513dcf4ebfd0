"""Uses the package in the new site that ``test_install.py`` made; copied there, and run with that site's Python."""

import sys

import django

django.setup()

from django.apps import apps  # noqa: E402
from django.contrib.auth import get_user_model  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.test import Client  # noqa: E402
from wagtail.models import Locale, Site  # noqa: E402

Draft = apps.get_model("wagtail_hrnews_translation.Draft")
BODY = "<p>The <b>well</b> is clean again, the village says. See <a href='https://example.org/'>the report</a>.</p>"


def nothing_is_queued() -> None:
    assert Draft.objects.count() == 0
    if apps.is_installed("django_tasks_db"):
        assert apps.get_model("django_tasks_database.DBTaskResult").objects.count() == 0


def article_and_draft() -> None:
    home = Site.objects.get(is_default_site=True).root_page
    english, _ = Locale.objects.get_or_create(language_code="en")
    spanish, _ = Locale.objects.get_or_create(language_code="es")
    assert home.locale == english
    home.copy_for_translation(spanish).save_revision().publish()
    index = home.add_child(instance=apps.get_model("wagtail_hrnews_articles.NewsIndexPage")(title="News", slug="news"))
    index.copy_for_translation(spanish).save_revision().publish()
    model = apps.get_model("wagtail_hrnews_articles.ArticlePage")
    article = model(title="The well is clean again", slug="well", body=[("paragraph", BODY)])
    article = index.add_child(instance=article)
    editor = get_user_model().objects.create_superuser("editor", "editor@example.org", "x")
    article.save_revision(user=editor).publish(user=editor)
    if apps.is_installed("django_tasks_db"):
        call_command("db_worker", "--batch", "--no-startup-delay", verbosity=0)

    page = Client().get(article.get_url())
    assert page.status_code == 200, page.status_code
    assert "The well is clean again" in page.content.decode()
    translation = article.get_translation(spanish)
    draft = Draft.objects.get()
    words = str(translation.get_latest_revision_as_object().body)
    assert not translation.live
    assert Client().get(translation.get_url()).status_code == 404
    assert "<b>" in words, words
    assert "pueblo" in words, words
    assert "https://example.org/" in words, words
    print(page.status_code, draft, translation.get_latest_revision_as_object().title)


{"queue": nothing_is_queued, "article": article_and_draft}[sys.argv[1]]()
