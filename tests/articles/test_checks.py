"""What the system checks of the articles app tell a site owner."""

import pytest
from django.apps import apps

from wagtail_hrnews.articles.checks import NEEDED_APPS, check_needed_apps, check_page_model


def test_check_accepts_this_site():
    assert check_page_model(None) == check_needed_apps(None) == []


def test_check_names_a_custom_page_model(settings):
    settings.WAGTAIL_PAGE_MODEL = "home.BasePage"
    (error,) = check_page_model(None)
    assert error.id == "wagtail_hrnews.articles.E001"
    assert "WAGTAIL_PAGE_MODEL" in error.hint


@pytest.mark.parametrize("name", NEEDED_APPS)
def test_check_names_the_app_that_is_missing(monkeypatch, name):
    monkeypatch.delitem(apps.app_configs, next(label for label, app in apps.app_configs.items() if app.name == name))
    (error,) = check_needed_apps(None)
    assert error.id == "wagtail_hrnews.articles.E002"
    assert error.hint == f"Add '{name}' to INSTALLED_APPS."
