"""The frame of the demo: languages, front pages, news indexes, authors, topics and bulletins."""

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.core.files.base import ContentFile
from django.utils import timezone
from wagtail.images import get_image_model
from wagtail.models import Collection, Locale, Page, Site

from sandbox.bulletin.models import BulletinPage
from sandbox.home.models import HomePage
from wagtail_hrnews.articles.models import Author, NewsIndexPage, Topic

from .blocks import identity
from .content import LANGUAGES, load

CREDIT = "The Sandbox Monitor"


@dataclass
class Newsroom:
    """What the stories are hung on; the inner keys are language codes."""

    locales: dict[str, Locale]
    pictures: dict[str, Any]
    indexes: dict[str, NewsIndexPage] = field(default_factory=dict)
    authors: dict[str, dict[str, Author]] = field(default_factory=dict)
    topics: dict[str, dict[str, Topic]] = field(default_factory=dict)


def make_newsroom(drawn: dict[str, bytes]) -> Newsroom:
    """Make everything but the stories; ``drawn`` are the pictures by file name."""
    locales = {code: Locale.objects.get_or_create(language_code=code)[0] for code in LANGUAGES}
    room = Newsroom(locales, _store_pictures(drawn))
    homes = _make_homes(room)
    _make_indexes(room, homes)
    _make_bulletins(room, homes)
    _make_authors(room)
    _make_topics(room)
    return room


def put_live(parent: Page, page: Page, hours_ago: float) -> Any:
    """Add a page as one that has been public for a while, with the revision that an editor opens.

    It is not *published*: that would have every story drafted into the other language as soon as the worker starts.
    """
    moment = timezone.now() - timedelta(hours=hours_ago)
    page.live, page.first_published_at, page.last_published_at = True, moment, moment
    parent.add_child(instance=page)
    page.live_revision = page.save_revision()
    page.has_unpublished_changes = False
    page.save(update_fields=["live_revision", "has_unpublished_changes"], clean=False)
    return page


def _store_pictures(drawn: dict[str, bytes]) -> dict[str, Any]:
    collection = Collection.get_first_root_node().add_child(name="Drawn for the demo")
    model = get_image_model()
    pictures = {}
    for name, content in drawn.items():
        file = ContentFile(content, f"{name}.jpg")
        pictures[name] = model.objects.create(title=f"Drawing: {name}", file=file, collection=collection)
    return pictures


def _make_homes(room: Newsroom) -> dict[str, HomePage]:
    """Put a front page for each language in the place of Wagtail's welcome page."""
    site = Site.objects.get(is_default_site=True)
    root, welcome = site.root_page.get_parent(), site.root_page
    words, homes = load("site"), {}
    for code, locale in room.locales.items():
        page = HomePage(
            title=words[code]["home"],
            seo_title=words[code]["tagline"],
            slug=f"home-{code}",
            locale=locale,
            translation_key=UUID(identity("home", "page")),
        )
        homes[code] = put_live(root, page, 300)
    site.root_page = homes[LANGUAGES[0]]
    site.save()
    welcome.delete()
    return homes


def _make_indexes(room: Newsroom, homes: dict[str, HomePage]) -> None:
    words = load("site")
    for code, locale in room.locales.items():
        page = NewsIndexPage(
            title=words[code]["news"],
            slug=words[code]["news_slug"],
            introduction=words[code]["introduction"],
            show_in_menus=True,
            locale=locale,
            translation_key=UUID(identity("news", "index")),
        )
        room.indexes[code] = put_live(homes[code], page, 300)


def _make_bulletins(room: Newsroom, homes: dict[str, HomePage]) -> None:
    for number, bulletin in enumerate(load("site")["bulletins"]):
        for code, locale in room.locales.items():
            key = UUID(identity("bulletin", number))
            in_menu = bulletin.get("in_menu", False)
            page = BulletinPage(**bulletin[code], locale=locale, translation_key=key, show_in_menus=in_menu)
            put_live(homes[code], page, 24 * bulletin["days_ago"])


def _make_authors(room: Newsroom) -> None:
    for key, person in load("people").items():
        room.authors[key] = {}
        for code, locale in room.locales.items():
            author = Author(
                name=person["name"],
                slug=person["slug"],
                pseudonym=person.get("pseudonym", ""),
                role=person[code]["role"],
                bio=f'<p data-block-key="about">{person[code]["bio"]}</p>',
                photo=room.pictures[f"portrait-{person['portrait']}"],
                locale=locale,
                translation_key=UUID(identity("author", key)),
            )
            room.authors[key][code] = _keep(author)


def _make_topics(room: Newsroom) -> None:
    for key, names in load("topics").items():
        room.topics[key] = {}
        for code, locale in room.locales.items():
            name, slug = names[code]
            topic = Topic(name=name, slug=slug, locale=locale, translation_key=UUID(identity("topic", key)))
            room.topics[key][code] = _keep(topic)


def _keep(snippet: Any) -> Any:
    """Store a live snippet with its first revision."""
    moment = timezone.now()
    snippet.live, snippet.first_published_at, snippet.last_published_at = True, moment, moment
    snippet.full_clean(exclude=["live_revision"])
    snippet.save()
    snippet.live_revision = snippet.save_revision()
    snippet.has_unpublished_changes = False
    snippet.save(update_fields=["live_revision", "has_unpublished_changes"])
    return snippet
