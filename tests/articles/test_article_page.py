"""The article as a reader gets it."""

from datetime import date, timedelta

import pytest
from django.utils import translation

from wagtail_hrnews.sections import ArticleSection

from .newsroom import picture
from .reading import page_of, text_of


@pytest.fixture
def article(newsroom):
    return newsroom.article(
        "A court <opens>",
        authors=[newsroom.author()],
        topics=[newsroom.topic()],
        sources=[
            {
                "publisher": "El Diario Inventado",
                "url": "https://diario.example/nota",
                "headline": "La corte abre",
                "author": "Nadie Alguien",
                "date": date(2026, 1, 2),
                "language": "es",
                "relation": "translation_of",
                "licence": "CC BY 4.0",
            },
            {"publisher": "Radio Sample"},
        ],
        dateline="Testville",
        lead_image=picture(),
        lead_image_alt="A door",
        lead_image_caption="The door",
        lead_image_credit="Drawn by nobody",
    )


def test_article_parts_stand_in_a_reader_s_order(client, article):
    tree = page_of(client, article.url)
    text = tree.select("main")[0].get_text()
    parts = [
        "Prisons",
        "A court <opens>",
        "Standfirst of",
        "Ana Ficticia",
        "Published",
        "The door",
        "Testville",
        "Text of",
        "Original sources",
        "About Ana Ficticia",
        "View all posts by Ana Ficticia",
    ]
    positions = [text.index(part) for part in parts]
    assert positions == sorted(positions)
    assert tree.select("main img[alt='A door']")
    assert tree.html["lang"] == "en"


def test_article_names_its_sources_in_their_own_language(client, article):
    tree = page_of(client, article.url)
    first, second = text_of(tree, ".hrnews-sources li")
    assert first == "Translation of: El Diario Inventado La corte abre Nadie Alguien Jan. 2, 2026 Spanish CC BY 4.0"
    assert second == "Based on: Radio Sample"
    assert tree.select(".hrnews-sources cite[lang=es] a")[0].get("href") == "https://diario.example/nota"


def test_article_arrow_is_hidden_from_screen_readers(client, article):
    link = page_of(client, article.url).select(".hrnews-more")[0]
    assert link.get("href") == "/en/news/author/ana-ficticia/"
    assert link.select("span[aria-hidden=true]")[0].string == "→"


def test_article_links_to_its_other_language(client, newsroom, article):
    newsroom.article("Abre una corte", of=article)
    tree = page_of(client, article.url)
    (link,) = tree.select(".hrnews-read-in a")
    assert (link.string, link.get("lang"), link.get("hreflang")) == ("Español", "es", "es")
    current, other = tree.select(".hrnews-languages a")
    assert (current.string, current.get("aria-current")) == ("English", "true")
    assert (other.string, other.get("aria-current")) == ("Español", None)


def test_article_of_one_language_has_no_switcher(client, article):
    tree = page_of(client, article.url)
    assert not tree.select(".hrnews-languages")
    assert not tree.select(".hrnews-read-in")


def test_article_speaks_its_language_on_a_site_without_prefixes(newsroom, article, rf):
    spanish = newsroom.article("Abre una corte", of=article)
    with translation.override("en"):
        response = spanish.serve(rf.get("/"))
        assert translation.get_language() == "en"
    assert response.headers["Content-Language"] == "es"
    assert b'lang="es"' in response.content


def test_article_author_without_translation_keeps_the_bio_s_language(client, newsroom, article):
    spanish = newsroom.article("Abre una corte", of=article, authors=[row.author for row in article.bylines.all()])
    tree = page_of(client, spanish.url)
    assert tree.select(".hrnews-about [lang=en] .hrnews-bio")


def test_article_shows_the_author_s_live_translation_only(client, newsroom, article):
    author = article.bylines.first().author
    translated = newsroom.author(
        author.name,
        slug="ana",
        locale=newsroom.es,
        translation_key=author.translation_key,
        live=False,
        role="Reportera",
    )
    spanish = newsroom.article("Abre una corte", of=article, authors=[author])
    assert text_of(page_of(client, spanish.url), ".hrnews-role") == ["Reporter"]
    translated.live = True
    translated.save()
    tree = page_of(client, spanish.url)
    assert text_of(tree, ".hrnews-role") == ["Reportera"]
    assert not tree.select(".hrnews-about [lang]")
    assert tree.select(".hrnews-byline a")[0].get("href") == "/es/noticias/author/ana/"


def test_article_leaves_out_an_unpublished_author(client, newsroom):
    article = newsroom.article(authors=[newsroom.author("Nina Unpublished", live=False)])
    assert "Nina" not in page_of(client, article.url).get_text()


def test_article_says_when_it_was_updated(client, newsroom, article):
    assert not page_of(client, article.url).select(".hrnews-updated")
    article.last_published_at = article.first_published_at + timedelta(hours=2)
    article.save()
    times = page_of(client, article.url).select(".hrnews-byline time")
    assert [time.get("datetime") for time in times] == [
        article.first_published_at.isoformat(),
        article.last_published_at.isoformat(),
    ]


class Note(ArticleSection):
    template_name = "wagtail_hrnews_articles/blocks/heading.html"

    class Media:
        css = {"all": ["note.css"]}

    def __init__(self, text, placement, order):
        self.text, self.placement, self.order = text, placement, order

    def get_context_data(self, parent_context=None):
        assert parent_context["request"]
        return {"value": self.text}


def test_article_shows_sections_in_their_places_and_order(client, article, register_hook):
    def construct(sections, request, page):
        sections += [Note("late", "footer", 9), Note("early", "footer", 1), Note("label <x>", "header", 5)]

    with register_hook("construct_hrnews_article_sections", construct):
        tree = page_of(client, article.url)
    assert text_of(tree, ".hrnews-article-head > h2") == ["label <x>"]
    assert text_of(tree, ".hrnews-after > h2") == ["early", "late"]
    assert tree.select("head link[href*='note.css']")


def test_article_blocks_are_shown(client, newsroom):
    article = newsroom.article(
        body=[
            ("heading", "A <heading>"),
            (
                "quote",
                {
                    "text": "I was there",
                    "attribution": "A witness",
                    "original_text": "Estuve",
                    "original_language": "es",
                },
            ),
            ("image", {"image": picture("a-camera-s-name.png"), "caption": "Seen", "credit": "Somebody"}),
            ("fact_box", {"title": "Facts", "text": "<ul><li>One</li></ul>"}),
            ("content_warning", "Describes violence"),
            ("embed", {"url": "https://video.example/1", "title": "A video", "caption": ""}),
            (
                "table",
                {
                    "data": [["Year", "Cases"], ["2025", "<3>"]],
                    "first_row_is_table_header": True,
                    "table_caption": "Cases",
                },
            ),
        ]
    )
    tree = page_of(client, article.url)
    assert text_of(tree, ".hrnews-body > h2") == ["A <heading>"]
    assert text_of(tree, ".hrnews-quote details blockquote[lang=es]") == ["Estuve"]
    assert text_of(tree, ".hrnews-quote summary span[lang=es]") == ["Español"]
    assert tree.select(".hrnews-picture img")[0].get("alt") == ""
    assert text_of(tree, ".hrnews-facts li") == ["One"]
    assert text_of(tree, ".hrnews-warning") == ["Content warning: Describes violence"]
    assert tree.select(".hrnews-embed a")[0].get("href") == "https://video.example/1"
    assert text_of(tree, ".hrnews-table td") == ["2025", "<3>"]


def test_article_loads_nothing_from_elsewhere(client, article):
    tree = page_of(client, article.url)
    names = {"[src]": "src", "[srcset]": "srcset", "link[rel=stylesheet]": "href"}
    loaded = [element[name] for selector, name in names.items() for element in tree.select(selector)]
    assert loaded
    assert all(url.startswith(("/static/", "/media/")) for url in loaded)


def test_article_of_a_mixin_falls_back_to_our_template(article, rf):
    assert article.get_template(rf.get("/")) == ["wagtail_hrnews_articles/article_page.html"] * 2
