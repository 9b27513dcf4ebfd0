"""A person at risk: the real name, the photo and the website never leave the admin."""

import json

import pytest
from django.core.exceptions import ValidationError

from .newsroom import SECRET
from .reading import json_ld_of, page_of


@pytest.fixture
def article(newsroom):
    return newsroom.article("Behind a name", authors=[newsroom.in_hiding()])


def assert_tells_nothing(client, url):
    response = client.get(url)
    assert response.status_code == 200, url
    assert SECRET.lower() not in response.content.decode().lower(), url


@pytest.mark.parametrize(
    "route",
    ["", "feed/", "author/luz-oculta/", "author/luz-oculta/feed/", "search/?q=behind", f"search/?q={SECRET}x"[:-1]],
)
def test_pseudonym_tells_nothing_on_public_routes(client, article, route):
    url = f"/en/news/{route}"
    if SECRET in route:
        assert not page_of(client, url).select(".hrnews-card")
        return
    assert_tells_nothing(client, url)
    assert "Luz Oculta" in client.get(url).content.decode()


def test_pseudonym_tells_nothing_in_the_article(client, article):
    assert_tells_nothing(client, article.url)
    tree = page_of(client, article.url)
    assert json_ld_of(tree)["author"] == [
        {
            "@type": "Person",
            "name": "Luz Oculta",
            "url": "http://localhost/en/news/author/luz-oculta/",
            "jobTitle": "Reporter",
        }
    ]
    assert not tree.select(".hrnews-about img")


def test_pseudonym_tells_nothing_in_the_api(client, article):
    url = f"/api/v2/pages/{article.pk}/?fields=*"
    assert_tells_nothing(client, url)
    assert json.loads(client.get(url).content)["public_bylines"] == [
        {"name": "Luz Oculta", "part": "", "url": "/en/news/author/luz-oculta/"}
    ]
    nested = client.get(f"/api/v2/pages/{article.pk}/?fields=bylines(*),public_bylines(*)")
    assert SECRET.lower() not in nested.content.decode().lower()


def test_pseudonym_tells_nothing_in_the_sitemap(client, article):
    assert_tells_nothing(client, "/sitemap.xml")


def test_pseudonym_is_all_that_the_object_says_of_itself(newsroom):
    author = newsroom.in_hiding()
    assert str(author) == "Luz Oculta"
    assert SECRET.lower() not in repr(author).lower()
    assert SECRET.lower() not in repr(author.as_public(None)).lower()


@pytest.mark.parametrize("slug", ["wilhelmina-realname", "realname", "w-realname-2"])
def test_pseudonym_refuses_an_address_with_the_real_name(newsroom, slug):
    author = newsroom.in_hiding()
    author.slug = slug
    with pytest.raises(ValidationError) as refused:
        author.full_clean()
    assert set(refused.value.message_dict) == {"slug"}
    assert SECRET.lower() not in str(refused.value).lower()


def test_pseudonym_may_share_a_word_with_the_name(newsroom):
    newsroom.author("Luz Realname", pseudonym="Luz Oculta", slug="luz-oculta").full_clean()
