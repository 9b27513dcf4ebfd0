"""RSS as a reader's program gets it."""

import pytest

from .newsroom import picture
from .reading import opened, page_of

XML = "{http://www.w3.org/XML/1998/namespace}"
NAMES = {"content": "http://purl.org/rss/1.0/modules/content/", "dc": "http://purl.org/dc/elements/1.1/"}


def test_feed_says_its_language_and_where_it_is(client, newsroom):
    article = newsroom.article("One")
    newsroom.article("Uno", of=article)
    feed = opened(client, "/es/noticias/feed/")
    assert feed.get(f"{XML}lang") == feed.findtext("channel/language") == "es"
    assert feed.findtext("channel/title") == "Noticias"
    assert feed.findtext("channel/link") == "http://localhost/es/noticias/"
    assert feed.xpath("channel/*[local-name()='link']/@href") == ["http://localhost/es/noticias/feed/"]
    assert [item.findtext("title") for item in feed.findall("channel/item")] == ["Uno"]


def test_feed_holds_the_full_text_with_absolute_links(client, newsroom):
    link = f'<p>See <a linktype="page" id="{newsroom.index.pk}">the news</a>.</p>'
    newsroom.article(
        "One & <two>",
        authors=[newsroom.author("Ana Ficticia"), newsroom.author("Bea Inventada")],
        topics=[newsroom.topic()],
        lead_image=picture(),
        body=[("paragraph", link), ("image", {"image": picture(), "caption": "", "credit": ""})],
        sources=[{"publisher": "El Diario Inventado"}],
    )
    (item,) = opened(client, "/en/news/feed/").findall("channel/item")
    html = item.findtext("content:encoded", namespaces=NAMES)
    assert 'href="http://localhost/en/news/"' in html
    assert html.count('src="http://localhost/media/') == 2
    assert "srcset" not in html
    assert "El Diario Inventado" in html
    assert item.findtext("title") == "One & <two>"
    assert item.findtext("dc:creator", namespaces=NAMES) == "Ana Ficticia, Bea Inventada"
    assert item.findtext("category") == "Prisons"


def test_feed_identifies_an_article_whatever_its_address(client, newsroom):
    article = newsroom.article("One")
    before = opened(client, "/en/news/feed/").findtext("channel/item/guid")
    article.slug = "moved"
    article.save()
    newsroom.article("Uno", of=article)
    assert opened(client, "/en/news/feed/").findtext("channel/item/guid") == before
    assert opened(client, "/es/noticias/feed/").findtext("channel/item/guid") != before


def test_feed_survives_characters_that_xml_cannot_write(client, newsroom):
    newsroom.article("Bell\x07 and\x0b tab", standfirst="\x00"[:0] + "a\x1fb", body=[("paragraph", "<p>c\x08d</p>")])
    assert opened(client, "/en/news/feed/").findtext("channel/item/title") == "Bell and tab"


@pytest.mark.parametrize("address", ["http://[bad", "//[", "http://a/\x0b"])
def test_feed_survives_an_address_that_is_none(client, newsroom, address):
    newsroom.article("One", body=[("paragraph", f'<p><a href="{address}">a link</a></p>')])
    item = opened(client, "/en/news/feed/").find("channel/item")
    assert "a link" in item.findtext("content:encoded", namespaces=NAMES)


def test_feed_of_an_author_and_of_a_topic(client, newsroom):
    newsroom.article("One", authors=[newsroom.author()], topics=[newsroom.topic()])
    newsroom.article("Two")
    for way in ("author/ana-ficticia", "topic/prisons"):
        feed = opened(client, f"/en/news/{way}/feed/")
        assert [item.findtext("title") for item in feed.findall("channel/item")] == ["One"]
        link = page_of(client, f"/en/news/{way}/").select("link[type='application/rss+xml']")[0]
        assert link["href"] == f"http://localhost/en/news/{way}/feed/"


def test_feed_without_articles_is_a_feed(client, newsroom):
    assert opened(client, "/en/news/feed/").findall("channel/item") == []
