"""The tables of the articles app."""

import subprocess
import sys

import pytest
from django.core.exceptions import ValidationError
from django.db.models import ProtectedError
from wagtail.actions.copy_for_translation import CopyPageForTranslationAction

from wagtail_hrnews.articles.language_choices import language_choices
from wagtail_hrnews.articles.models import AbstractSource, ArticlePage, Author

IMPORT_WITHOUT_THE_APP = """
import django
from django.conf import settings
settings.configure(INSTALLED_APPS=["django.contrib.contenttypes", "django.contrib.auth"])
django.setup()
import wagtail_hrnews.articles.models
"""


def test_models_refuse_to_load_where_the_app_is_not_installed():
    run = subprocess.run([sys.executable, "-c", IMPORT_WITHOUT_THE_APP], capture_output=True, text=True, check=False)
    assert "ImproperlyConfigured" in run.stderr
    assert "'wagtail_hrnews.articles' is not in INSTALLED_APPS" in run.stderr


def test_author_slug_is_unique_in_a_language(newsroom):
    first = newsroom.author("One", slug="same")
    newsroom.author("Uno", slug="same", locale=newsroom.es)
    with pytest.raises(ValidationError) as refused:
        Author(name="Two", slug="same", locale=newsroom.en).full_clean()
    assert "This slug is already in use in this language." in refused.value.message_dict["slug"]
    first.full_clean()


def test_author_of_an_article_cannot_be_deleted(newsroom):
    author = newsroom.author()
    newsroom.article(authors=[author])
    with pytest.raises(ProtectedError):
        author.delete()


def test_article_copied_for_translation_keeps_its_children(newsroom):
    article = newsroom.article(authors=[newsroom.author()], topics=[newsroom.topic()], sources=[{"publisher": "P"}])
    copy = CopyPageForTranslationAction(article, newsroom.es).execute(skip_permission_checks=True)
    assert isinstance(copy, ArticlePage)
    assert not copy.live
    assert [source.publisher for source in copy.sources.all()] == ["P"]
    assert [byline.author.name for byline in copy.get_bylines()] == ["Ana Ficticia"]
    assert [topic.name for topic in copy.get_topics()] == ["Prisons"]


def test_author_copied_for_translation_keeps_its_address(newsroom):
    copy = newsroom.author().copy_for_translation(newsroom.es)
    copy.full_clean()
    copy.save()
    assert copy.slug == "ana-ficticia"


def test_translatable_fields_exist_and_leave_out_what_is_a_name():
    names = {field.name for field in ArticlePage._meta.get_fields()}
    assert set(ArticlePage.translatable_fields) <= names
    assert AbstractSource.translatable_fields == []
    assert {"name", "pseudonym", "slug"}.isdisjoint(Author.translatable_fields)


def test_language_choices_name_each_language_once_and_the_site_s_first():
    codes = [code for code, _name in language_choices()]
    assert codes[:2] == ["en", "es"]
    assert len(codes) == len(set(codes))
    assert {"quc", "nah", "gn", "ar"} <= set(codes)


def test_sources_and_bylines_are_named_in_the_admin(newsroom):
    article = newsroom.article(
        authors=[newsroom.in_hiding()], sources=[{"publisher": "P"}, {"publisher": "P", "headline": "H"}]
    )
    assert [str(source) for source in article.sources.all()] == ["P", "H"]
    assert [str(byline) for byline in article.bylines.all()] == ["Luz Oculta"]
