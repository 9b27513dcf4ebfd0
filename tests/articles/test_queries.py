"""Exact numbers of queries, whatever the number of rows; caches warm, as they are on a site with readers.

What neighbouring apps add to a page is counted in their own tests.
"""

import pytest
from django.core.cache import cache
from wagtail import hooks

FEW, MANY = 2, 9


@pytest.fixture(autouse=True)
def _without_neighbours(monkeypatch):
    for name in ("construct_hrnews_metadata", "construct_hrnews_article_sections"):
        monkeypatch.setitem(hooks._hooks, name, [])


@pytest.fixture
def count(client, newsroom, django_assert_num_queries):
    """Ask twice for a page and count the second time."""

    def ask(url, number):
        assert client.get(url).status_code == 200
        with django_assert_num_queries(number):
            client.get(url)

    return ask


@pytest.mark.parametrize("articles", [FEW, MANY])
@pytest.mark.parametrize(
    ("way", "number"),
    [("", 22), ("search/?q=zebra", 23), ("feed/", 16), ("author/{author}/", 24), ("topic/{topic}/", 24)],
    ids=["index", "search", "feed", "author", "topic"],
)
def test_queries_of_lists(newsroom, count, articles, way, number):
    made = newsroom.full_articles(articles)
    author, topic = made[0].bylines.first().author, made[0].topics.first()
    for article in made[1:]:
        article.bylines.create(author=author)
        article.topics.add(topic)
        article.save()
    count(f"/en/news/{way}".format(author=author.slug, topic=topic.slug), number)


@pytest.mark.parametrize("people", [1, 5])
def test_queries_of_an_article(newsroom, count, people):
    article = newsroom.full_articles(1)[0]
    for number in range(people):
        article.bylines.create(author=newsroom.author(f"Another {number}"))
        article.topics.add(newsroom.topic(f"Another-{number}"))
        article.sources.create(publisher=f"Source {number}")
    article.save()
    newsroom.article("Uno", of=article)
    count(article.url, 25)


@pytest.mark.parametrize("articles", [FEW, MANY])
def test_queries_of_the_sitemap(newsroom, count, articles):
    newsroom.full_articles(articles)
    count("/sitemap.xml", 19)


def test_queries_of_a_cold_start_are_few_more(client, newsroom, django_assert_max_num_queries):
    newsroom.full_articles(FEW)
    client.get("/en/news/")
    cache.clear()
    with django_assert_max_num_queries(30):
        client.get("/en/news/")
