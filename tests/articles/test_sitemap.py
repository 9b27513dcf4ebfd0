"""One sitemap for all languages."""

from .reading import opened

NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


def test_sitemap_covers_all_languages_and_links_them(client, newsroom):
    article = newsroom.article("One", authors=[newsroom.author()], topics=[newsroom.topic()])
    spanish = newsroom.article("Uno", of=article)
    tree = opened(client, "/sitemap.xml")
    links = {
        url.findtext("s:loc", namespaces=NAMES): {
            link.get("hreflang"): link.get("href") for link in url.findall("x:link", namespaces=NAMES)
        }
        for url in tree.findall("s:url", namespaces=NAMES)
    }
    both = {"en": article.full_url, "es": spanish.full_url, "x-default": article.full_url}
    assert links[article.full_url] == links[spanish.full_url] == both
    assert set(links) == {
        "http://localhost/en/",
        "http://localhost/es/",
        "http://localhost/en/news/",
        "http://localhost/es/noticias/",
        "http://localhost/en/news/author/ana-ficticia/",
        "http://localhost/en/news/topic/prisons/",
        article.full_url,
        spanish.full_url,
    }


def test_sitemap_of_a_page_without_translation_links_nothing(client, newsroom):
    article = newsroom.article("One")
    tree = opened(client, "/sitemap.xml")
    (url,) = [url for url in tree if url.findtext("s:loc", namespaces=NAMES) == article.full_url]
    assert url.findall("x:link", namespaces=NAMES) == []
