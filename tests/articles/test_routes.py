"""The news index and its routes."""

import pytest

from .reading import hreflang_of, page_of, text_of


def test_index_lists_the_newest_first_and_in_its_language_only(client, newsroom):
    first = newsroom.article("First")
    newsroom.article("Second")
    newsroom.article("Primero", of=first)
    assert text_of(page_of(client, "/en/news/"), ".hrnews-card h2") == ["First", "Second"]
    assert text_of(page_of(client, "/es/noticias/"), ".hrnews-card h2") == ["Primero"]


def test_index_without_articles_says_so(client, newsroom):
    assert text_of(page_of(client, "/en/news/"), ".hrnews-empty") == ["No articles have been published here yet."]


def test_index_is_paginated_and_every_page_is_its_own_canonical(client, newsroom):
    for number in range(12):
        newsroom.article(f"Story {number}")
    first, second = page_of(client, "/en/news/"), page_of(client, "/en/news/?page=2")
    assert len(first.select(".hrnews-card")) == 10
    assert len(first.select(".hrnews-card--lead")) == 1
    assert text_of(second, ".hrnews-card h2") == ["Story 10", "Story 11"]
    assert first.select("a[rel=next]")[0]["href"] == "?page=2"
    assert second.select("link[rel=canonical]")[0]["href"] == "http://localhost/en/news/?page=2"
    assert set(hreflang_of(first)) == {"en", "es", "x-default"}
    assert hreflang_of(second) == {}


@pytest.mark.parametrize("page", ["0", "-1", "2", "x", "1e9", "99999999999999999999"])
def test_index_has_no_page_beyond_its_last(client, newsroom, page):
    assert client.get(f"/en/news/?page={page}").status_code == 404


def test_author_page_lists_articles_of_all_the_author_s_translations(client, newsroom):
    author = newsroom.author()
    spanish = newsroom.author(
        "Ana Ficticia", slug="ana", locale=newsroom.es, translation_key=author.translation_key, role="Reportera"
    )
    article = newsroom.article("One", authors=[author])
    newsroom.article("Uno", of=article, authors=[author])
    newsroom.article("Dos", of=newsroom.article("Two"), authors=[spanish])
    newsroom.article("By nobody")
    tree = page_of(client, "/es/noticias/author/ana/")
    assert sorted(text_of(tree, ".hrnews-card h2")) == ["Dos", "Uno"]
    assert text_of(tree, "h1") == ["Ana Ficticia"]
    assert text_of(tree, ".hrnews-role") == ["Reportera"]
    assert hreflang_of(tree) == {
        "en": "http://localhost/en/news/author/ana-ficticia/",
        "es": "http://localhost/es/noticias/author/ana/",
        "x-default": "http://localhost/en/news/author/ana-ficticia/",
    }


def test_author_page_names_an_author_once_who_is_named_twice(client, newsroom):
    author = newsroom.author()
    newsroom.article("One", authors=[author, author])
    assert text_of(page_of(client, "/en/news/author/ana-ficticia/"), ".hrnews-card h2") == ["One"]


def test_author_page_falls_back_to_the_original_in_its_own_language(client, newsroom):
    author = newsroom.author()
    newsroom.author(author.name, slug="ana", locale=newsroom.es, translation_key=author.translation_key, live=False)
    tree = page_of(client, "/es/noticias/author/ana-ficticia/")
    assert tree.select(".hrnews-profile [lang=en] .hrnews-bio")
    assert tree.html["lang"] == "es"
    assert client.get("/es/noticias/author/ana/").status_code == 404


@pytest.mark.parametrize("feed", ["", "feed/"])
def test_author_address_of_another_language_leads_to_the_own_one(client, newsroom, feed):
    author = newsroom.author()
    newsroom.author(author.name, slug="ana", locale=newsroom.es, translation_key=author.translation_key)
    response = client.get(f"/es/noticias/author/ana-ficticia/{feed}")
    assert (response.status_code, response.headers["Location"]) == (302, f"/es/noticias/author/ana/{feed}")


def test_author_address_belongs_first_to_the_author_of_that_language(client, newsroom):
    newsroom.author("Same Slug", slug="same")
    newsroom.author("Mismo Slug", slug="same", locale=newsroom.es)
    assert text_of(page_of(client, "/es/noticias/author/same/"), "h1") == ["Mismo Slug"]
    assert text_of(page_of(client, "/en/news/author/same/"), "h1") == ["Same Slug"]


def test_author_address_may_have_other_letters(client, newsroom):
    newsroom.article("One", authors=[newsroom.author("Ñandú", slug="ñandú")])
    assert text_of(page_of(client, "/en/news/author/ñandú/"), ".hrnews-card h2") == ["One"]
    assert page_of(client, "/en/news/").select(".hrnews-card")


def test_topic_page_shows_its_name_in_the_page_s_language(client, newsroom):
    topic = newsroom.topic(description="Behind bars")
    newsroom.topic("Cárceles", slug="carceles", locale=newsroom.es, translation_key=topic.translation_key)
    article = newsroom.article("One", topics=[topic])
    newsroom.article("Uno", of=article, topics=[topic])
    assert text_of(page_of(client, "/en/news/topic/prisons/"), ".hrnews-introduction") == ["Behind bars"]
    tree = page_of(client, "/es/noticias/topic/carceles/")
    assert text_of(tree, "h1") == ["Cárceles"]
    assert text_of(tree, ".hrnews-card h2") == ["Uno"]
    assert text_of(tree, ".hrnews-card-topic") == ["Cárceles"]


def test_search_finds_live_articles_of_its_language(client, newsroom):
    article = newsroom.article("Walrus news", body=[("paragraph", "<p>A zeppelin landed.</p>")])
    newsroom.article("Zeppelin noticia", of=article)
    newsroom.article("Zeppelin draft", live=False)
    tree = page_of(client, "/en/news/search/?q=zeppelin")
    assert text_of(tree, ".hrnews-card h2") == ["Walrus news"]
    assert text_of(tree, "[role=status]") == ["1 article for “zeppelin”"]
    assert tree.select("input[name=q]")[0]["value"] == "zeppelin"
    assert tree.select("meta[name=robots]")[0]["content"] == "noindex"
    assert len(tree.select("form[role=search]")) == 1


def test_search_keeps_its_order_over_pages(client, newsroom):
    for number in range(11):
        newsroom.article(f"Walrus {number}")
    titles = [
        title
        for page in (1, 2)
        for title in text_of(page_of(client, f"/en/news/search/?q=walrus&page={page}"), ".hrnews-card h2")
    ]
    assert sorted(titles) == sorted(f"Walrus {number}" for number in range(11))
    assert page_of(client, "/en/news/search/?q=walrus").select("a[rel=next]")[0]["href"] == "?q=walrus&page=2"


@pytest.mark.parametrize(
    "query",
    [
        "",
        "   ",
        "%00",
        "%22",
        "'",
        "*",
        "walrus*",
        "a%20AND",
        "(",
        "-",
        "NOT",
        "OR",
        "NEAR(a b)",
        "a:b",
        "walrus%22",
        "<script>alert(1)</script>",
        "x" * 5000,
    ],
)
def test_search_answers_any_query(client, newsroom, query):
    newsroom.article("Walrus")
    tree = page_of(client, f"/en/news/search/?q={query}")
    assert len(tree.select("input[name=q]")[0]["value"]) <= 200


def test_search_without_result_says_what_to_do(client, newsroom):
    tree = page_of(client, "/en/news/search/?q=nothing")
    assert text_of(tree, "[role=status]") == ["0 articles for “nothing”"]
    assert tree.select(".hrnews-empty")
    assert not page_of(client, "/en/news/search/").select("[role=status]")


def test_header_shows_the_site_its_sections_and_the_feed(client, newsroom):
    tree = page_of(client, "/en/news/")
    assert text_of(tree, ".hrnews-brand") == ["The Test Monitor"]
    assert [(link.string, link["aria-current"]) for link in tree.select(".hrnews-nav a")] == [("News", "page")]
    assert tree.select("link[type='application/rss+xml']")[0]["href"] == "http://localhost/en/news/feed/"
    assert tree.select("a[href='#main']")
    assert tree.select("main#main")


def test_index_previews(newsroom, rf):
    newsroom.article("One")
    response = newsroom.index.make_preview_request()
    assert b"One" in response.content
