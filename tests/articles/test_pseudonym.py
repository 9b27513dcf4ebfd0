"""A person at risk: the real name, the photo and the website never leave the admin."""

import json

import pytest
from django.core.exceptions import ValidationError

from wagtail_hrnews.articles.models import Author

from .newsroom import SECRET, picture
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


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Вильгельмина Реал", "вильгельмина-реал"),
        ("Вильгельмина Реал", "реал"),
        ("王小明", "王小明"),
        ("王 小明", "小明"),
        ("Wilhelmina Real", "wilhelminareal"),
        ("Wilhelmina Real", "x-myreal-2"),
        ("Vílma Núñez", "núñez"),
        ("Vílma Núñez", "nunez"),
        ("Li Na", "li-na"),
        ("Li Na", "na-li"),
        ("Li Na", "lina"),
        ("Li Na", "li-na-2"),
    ],
)
def test_pseudonym_refuses_an_address_with_a_name_in_any_script(newsroom, name, slug):
    with pytest.raises(ValidationError) as refused:
        newsroom.author(name, slug=slug, pseudonym="Luz Oculta").full_clean()
    assert set(refused.value.message_dict) == {"slug"}


@pytest.mark.parametrize(
    ("name", "pseudonym", "slug"),
    [
        ("Li Na", "Carolina Sol", "carolina-sol"),
        ("Ana Na", "Mariana Sol", "mariana-sol"),
        ("María de Ríos", "Luz de Mar", "luz-de-mar"),
        ("王小明", "王五", "王五"),
    ],
)
def test_pseudonym_takes_its_own_words_for_an_address(newsroom, name, pseudonym, slug):
    newsroom.author(name, slug=slug, pseudonym=pseudonym).full_clean()


# A pseudonym in one language hides the person in all

OLD = f"{SECRET.lower()}-realname"
PUBLIC = [
    "/en/news/",
    "/es/noticias/",
    "/en/news/feed/",
    "/es/noticias/feed/",
    "/en/news/x/",
    "/es/noticias/equis/",
    "/sitemap.xml",
    "/api/v2/pages/?type=wagtail_hrnews_articles.ArticlePage&fields=*",
]
OF_AUTHOR = [f"/{index}/author/luz-oculta/{way}" for index in ("en/news", "es/noticias") for way in ("", "feed/")]


def spanish(newsroom, author, **fields):
    row = author.copy_for_translation(newsroom.es)
    for name, value in {"live": True, **fields}.items():
        setattr(row, name, value)
    row.save()
    return row


@pytest.fixture
def known(newsroom):
    """A named author, and an article in both languages."""
    author = newsroom.author(f"{SECRET} Realname", website=f"https://{SECRET.lower()}.example/", photo=picture())
    article = newsroom.article("X", authors=[author])
    newsroom.article("Equis", of=article, authors=[author])
    return author


def hide(author):
    author.pseudonym, author.slug = "Luz Oculta", "luz-oculta"
    author.full_clean()
    author.save_revision().publish()


def assert_hidden(client):
    for url in [*PUBLIC, *OF_AUTHOR]:
        assert_tells_nothing(client, url)
    for index in ("/en/news", "/es/noticias"):
        for way in ("", "feed/"):
            assert client.get(f"{index}/author/{OLD}/{way}").status_code == 404
    for url in ("/en/news/x/", "/es/noticias/equis/"):
        assert "Luz Oculta" in client.get(url).content.decode()
        assert not page_of(client, url).select(".hrnews-about img")


def test_pseudonym_given_later_hides_the_other_language(client, newsroom, known):
    spanish(newsroom, known)
    assert client.get(f"/es/noticias/author/{OLD}/").status_code == 200
    hide(known)
    assert_hidden(client)


def test_pseudonym_given_in_the_translation_hides_the_original(client, newsroom, known):
    hide(spanish(newsroom, known))
    assert_hidden(client)


def test_pseudonym_given_first_hides_a_translation_added_later(client, newsroom, known):
    hide(known)
    spanish(newsroom, known, pseudonym="", slug=OLD)
    assert_hidden(client)


def test_pseudonym_outlives_an_older_draft_published_after_it(client, newsroom, known):
    draft = spanish(newsroom, known, live=False)
    revision = draft.save_revision()
    hide(known)
    revision.publish()
    draft.refresh_from_db()
    assert (draft.live, draft.pseudonym, draft.slug) == (True, "", OLD)
    assert_hidden(client)


def test_pseudonym_of_an_unpublished_row_hides_too_without_a_page(client, newsroom, known):
    spanish(newsroom, known, live=False, pseudonym="Luz Oculta", slug="luz-oculta")
    for url in PUBLIC:
        assert_tells_nothing(client, url)
    for slug in (OLD, "luz-oculta"):
        assert client.get(f"/en/news/author/{slug}/").status_code == 404
    assert not page_of(client, "/en/news/x/").select("a[rel=author]")


def test_pseudonym_of_another_language_counts_for_a_lone_row(newsroom, known):
    row = spanish(newsroom, known)
    hide(known)
    alone = Author.objects.get(pk=row.pk)
    assert (str(alone), alone.public_slug) == ("Luz Oculta", "luz-oculta")
    assert (alone.public_photo, alone.public_website) == (None, "")
    assert SECRET.lower() not in repr(alone.as_public(newsroom.index_es)).lower()


def test_pseudonym_of_its_own_comes_before_that_of_another_language(newsroom, known):
    row = spanish(newsroom, known, pseudonym="Luz del Sur", slug="luz-del-sur")
    hide(known)
    assert Author.objects.get(pk=row.pk).public_name == "Luz del Sur"


def test_pseudonym_links_each_language_to_a_slug_of_its_own(client, newsroom, known):
    spanish(newsroom, known, pseudonym="Luz del Sur", slug="luz-del-sur")
    hide(known)
    links = page_of(client, "/en/news/author/luz-oculta/").select("link[hreflang]")
    assert {link["href"].rpartition("/author/")[2] for link in links} == {"luz-oculta/", "luz-del-sur/"}
    moved = client.get("/es/noticias/author/luz-oculta/")
    assert (moved.status_code, moved["Location"]) == (302, "/es/noticias/author/luz-del-sur/")
    assert SECRET.lower() not in client.get("/sitemap.xml").content.decode().lower()


def test_pseudonym_refuses_the_real_name_in_the_address_of_another_language(newsroom, known):
    row = spanish(newsroom, known, name="Otra Persona")
    hide(known)
    with pytest.raises(ValidationError) as refused:
        row.full_clean()
    assert "in another language" in str(refused.value.message_dict["slug"])
