"""What is not published, or private, shows nowhere: not in a list, a feed, the sitemap, hreflang, search or the API."""

import pytest
from django.utils import timezone
from wagtail.models import PageViewRestriction

from .reading import hreflang_of, page_of

PLACES = [
    "/es/noticias/",
    "/es/noticias/feed/",
    "/es/noticias/author/ana-ficticia/",
    "/es/noticias/author/ana-ficticia/feed/",
    "/es/noticias/topic/prisons/",
    "/es/noticias/topic/prisons/feed/",
    "/es/noticias/search/?q=zanahoria",
    "/sitemap.xml",
    "/api/v2/pages/?type=wagtail_hrnews_articles.ArticlePage&fields=*",
]


@pytest.fixture
def original(newsroom):
    return newsroom.article("In the open", authors=[newsroom.author()], topics=[newsroom.topic()])


@pytest.fixture
def translated(newsroom, original):
    """A translation with children and place of its own."""

    def make(**fields):
        people = [row.author for row in original.bylines.all()]
        topics = list(original.topics.all())
        body = [("paragraph", "<p>Una zanahoria.</p>")]
        return newsroom.article("Escondido", of=original, authors=people, topics=topics, body=body, **fields)

    return make


def places_that_show(client, word):
    return [url for url in PLACES if word in client.get(url).content.decode().lower()]


def test_unpublished_control_a_published_translation_is_everywhere(client, original, translated):
    page = translated()
    assert places_that_show(client, "escondido") == PLACES
    assert hreflang_of(page_of(client, original.url)) == {
        "en": original.full_url,
        "es": page.full_url,
        "x-default": original.full_url,
    }


def test_unpublished_draft_is_nowhere(client, original, translated):
    page = translated(live=False)
    page.save_revision()
    assert places_that_show(client, "escondido") == []
    assert client.get(page.url).status_code == 404
    assert "es" not in hreflang_of(page_of(client, original.url))
    assert not page_of(client, original.url).select(".hrnews-read-in")


def test_unpublished_draft_words_of_a_live_page_are_nowhere(client, original, translated):
    page = translated()
    page.title = page.standfirst = "Borrador secreto"
    page.save_revision()
    assert places_that_show(client, "borrador secreto") == []
    assert b"Borrador secreto" not in client.get(page.url).content


def test_unpublished_private_page_is_nowhere(client, original, translated):
    page = translated()
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    assert places_that_show(client, "escondido") == []
    assert "es" not in hreflang_of(page_of(client, original.url))


def test_unpublished_alias_in_another_language_is_nowhere(client, newsroom, original):
    original.copy_for_translation(newsroom.es, copy_parents=True, alias=True)
    wagtails_own = [PLACES[-1]]
    assert places_that_show(client, "in the open") == wagtails_own
    assert "es" not in hreflang_of(page_of(client, original.url))


def test_unpublished_author_and_topic_have_no_page(client, newsroom):
    newsroom.author("Nina Draft", live=False)
    newsroom.topic("Drafts", live=False)
    for way in (
        "author/nina-draft/",
        "author/nina-draft/feed/",
        "topic/drafts/",
        "topic/drafts/feed/",
        "author/nobody/",
    ):
        assert client.get(f"/en/news/{way}").status_code == 404


def test_unpublished_expired_page_is_nowhere(client, original, translated):
    page = translated()
    page.unpublish()
    page.expire_at = timezone.now()
    page.save()
    assert places_that_show(client, "escondido") == []
