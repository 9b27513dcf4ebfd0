"""Wagtail's API v3, which came with 8.0 and follows relations in its own way."""

import pytest

from .newsroom import SECRET

pytestmark = pytest.mark.urls("tests.articles.api_v3_urls")


@pytest.fixture
def article(newsroom):
    return newsroom.article("Behind a name", authors=[newsroom.in_hiding()])


def test_api_v3_tells_public_names_only(client, article):
    response = client.get(f"/api/v3/pages/{article.pk}/?fields=*")
    assert response.status_code == 200
    assert SECRET.lower() not in response.content.decode().lower()
    assert response.json()["public_bylines"] == [
        {"name": "Luz Oculta", "part": "", "url": "/en/news/author/luz-oculta/"}
    ]


def test_api_v3_does_not_list_authors(client, article):
    assert client.get("/api/v3/snippets/wagtail_hrnews_articles.Author/").status_code in {401, 404, 422}
