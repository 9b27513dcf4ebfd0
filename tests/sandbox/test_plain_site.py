"""The sandbox without the demo's content, and in every shape of installation."""

import pytest
from wagtail.models import Locale, Page, Site

from sandbox.home.models import HomePage


@pytest.fixture
def home(db) -> HomePage:
    page = Page.get_first_root_node().add_child(
        instance=HomePage(title="Front door", slug="front-door", locale=Locale.get_default())
    )
    Site.objects.update(root_page=page)
    Site.clear_site_root_paths_cache()
    return page


def test_home_page_is_served_without_any_content(client, home):
    response = client.get("/en/")
    assert response.status_code == 200
    assert "Front door" in response.content.decode()


@pytest.mark.parametrize(("code", "words"), [("en", "This page does not exist"), ("es", "Esta página no existe")])
def test_missing_page_is_told_in_the_language_of_the_address(client, home, code: str, words: str):
    response = client.get(f"/{code}/no-such-page/")
    assert response.status_code == 404
    assert words in response.content.decode()


@pytest.mark.parametrize(("code", "words"), [("en", "on our side"), ("es", "por nuestra parte")])
def test_failure_is_told_without_touching_the_database(client, code: str, words: str):
    from django.template.loader import render_to_string
    from django.utils import translation

    with translation.override(code):
        assert words in render_to_string("500.html")
