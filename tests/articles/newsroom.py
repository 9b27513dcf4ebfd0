"""A small newsroom in two languages, of invented people, for the tests of the articles app."""

from datetime import timedelta
from io import BytesIO
from typing import Any
from uuid import uuid4

from django.core.files.base import ContentFile
from django.utils import timezone
from django.utils.html import escape
from PIL import Image as Drawing
from wagtail.images import get_image_model
from wagtail.models import Locale, Page, Site

from wagtail_hrnews.articles.models import ArticleByline, ArticlePage, ArticleSource, Author, NewsIndexPage, Topic

SECRET = "Wilhelmina"
"""A word of a real name that must never leave the admin."""


class Newsroom:
    """English and Spanish, each with a front page and a news index."""

    def __init__(self) -> None:
        self.en, self.es = (Locale.objects.get_or_create(language_code=code)[0] for code in ("en", "es"))
        root = Page.objects.get(depth=1)
        Page.objects.filter(depth=2).delete()
        root = Page.objects.get(depth=1)
        self.home = root.add_child(instance=Page(title="Front page", slug="home", locale=self.en))
        Site.objects.all().delete()
        self.site = Site.objects.create(
            hostname="localhost", root_page=self.home, is_default_site=True, site_name="The Test Monitor"
        )
        self.home_es = root.add_child(
            instance=Page(title="Portada", slug="portada", locale=self.es, translation_key=self.home.translation_key)
        )
        self.index = self.home.add_child(
            instance=NewsIndexPage(title="News", slug="news", locale=self.en, show_in_menus=True, introduction="Daily.")
        )
        self.index_es = self.home_es.add_child(
            instance=NewsIndexPage(
                title="Noticias",
                slug="noticias",
                locale=self.es,
                translation_key=self.index.translation_key,
                show_in_menus=True,
            )
        )

    def author(self, name: str = "Ana Ficticia", **fields: Any) -> Author:
        values: dict[str, Any] = {"slug": name.lower().replace(" ", "-"), "locale": self.en, "role": "Reporter"}
        return Author.objects.create(**{**values, "name": name, "bio": "<p>Writes about courts.</p>", **fields})

    def in_hiding(self) -> Author:
        """An author at risk: nothing of the name, picture or website may be seen."""
        return self.author(
            f"{SECRET} Realname",
            pseudonym="Luz Oculta",
            slug="luz-oculta",
            website=f"https://{SECRET.lower()}.example/",
            photo=picture(f"{SECRET}.png"),
        )

    def topic(self, name: str = "Prisons", **fields: Any) -> Topic:
        return Topic.objects.create(**{"name": name, "slug": name.lower(), "locale": self.en, **fields})

    def article(self, title: str = "A headline", **fields: Any) -> ArticlePage:
        """An article in English; ``of`` makes it a Spanish translation of another."""
        of = fields.pop("of", None)
        authors, topics, sources = (fields.pop(name, []) for name in ("authors", "topics", "sources"))
        moment = timezone.now() - timedelta(days=1, minutes=ArticlePage.objects.count())
        values: dict[str, Any] = {
            "locale": self.es if of else self.en,
            "translation_key": of.translation_key if of else uuid4(),
            "standfirst": f"Standfirst of {title}",
            "body": [("paragraph", f"<p>Text of <b>{escape(title)}</b>.</p>")],
            "first_published_at": moment,
            "last_published_at": moment,
        }
        page = ArticlePage(title=title, **{**values, **fields})
        page.bylines = [ArticleByline(author=author) for author in authors]
        page.sources = [ArticleSource(**source) for source in sources]
        page.topics = topics
        parent = self.index_es if page.locale == self.es else self.index
        return parent.add_child(instance=page)

    def full_articles(self, number: int) -> list[ArticlePage]:
        """Articles that use everything, each with an author, a topic, a source and pictures of its own."""
        made = []
        for count in range(number):
            word = f"{uuid4().hex[:8]}"
            made.append(
                self.article(
                    f"Story {count} {word} zebra",
                    authors=[self.author(f"Author {word}"), self.author(f"Other {word}")],
                    topics=[self.topic(f"Topic-{word}")],
                    sources=[{"publisher": f"Publisher {word}", "url": "https://source.example/a"}],
                    lead_image=picture(),
                    body=[
                        ("paragraph", "<p>One.</p>"),
                        ("image", {"image": picture(), "caption": "Seen", "credit": "Somebody"}),
                    ],
                )
            )
        return made


def picture(name: str = "drawing.png") -> Any:
    """A stored picture, small to be quick."""
    content = BytesIO()
    Drawing.new("RGB", (160, 120), (90, 120, 150)).save(content, "PNG")
    return get_image_model().objects.create(
        title=name, file=ContentFile(content.getvalue(), name), width=160, height=120
    )
