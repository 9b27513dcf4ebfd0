"""What a page says of itself to search engines and shared links, gathered once.

Canonical, hreflang, Open Graph, Twitter card and JSON-LD are all written from one ``PublicMetadata``, so they cannot
contradict each other. Another part adds to it through the hook ``construct_hrnews_metadata(metadata, request, page)``:
plain fields, or ``structured_data``, which wins over what is derived from the fields.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal
from urllib.parse import urljoin

from django.conf import settings
from django.http import HttpRequest
from django.utils.html import strip_tags
from django.utils.translation import to_locale
from wagtail import hooks
from wagtail.models import Site

from wagtail_hrnews.articles.bylines import PublicAuthor, PublicTopic

from .alternates import Alternate, alternates_of, default_url
from .pictures import Picture, pictures_of
from .structured import CreativeWork, moment, structured_article, structured_person

HOOK = "construct_hrnews_metadata"
Kind = Literal["article", "website", "profile"]


@dataclass(slots=True)
class PublicMetadata:
    """Everything is plain text, unescaped; URLs are absolute. ``heading`` is the headline as the page shows it."""

    kind: Kind
    heading: str
    language: str
    title: str = ""
    social_title: str = ""
    description: str = ""
    social_description: str = ""
    url: str = ""
    site_name: str = ""
    alternates: Sequence[Alternate] = ()
    pictures: Sequence[Picture] = ()
    published: datetime | None = None
    modified: datetime | None = None
    authors: Sequence[PublicAuthor] = ()
    topics: Sequence[str] = ()
    sources: Sequence[CreativeWork] = ()
    credit: str = ""
    feed_url: str = ""
    feed_title: str = ""
    is_listed: bool = True
    structured_data: dict[str, Any] = field(default_factory=dict)

    @property
    def default_url(self) -> str:
        """Where hreflang's x-default points."""
        return default_url(self.alternates)

    @property
    def hreflang(self) -> Sequence[Alternate]:
        """The links for the head; none where this URL is not one of them, as a list's second page."""
        return self.alternates if any(alternate.url == self.url for alternate in self.alternates) else ()

    @property
    def others(self) -> list[Alternate]:
        """The page's other languages."""
        return [alternate for alternate in self.alternates if not alternate.is_current]

    def json_ld(self) -> dict[str, Any]:
        """schema.org data; empty for a page that is neither an article nor a person."""
        derived: dict[str, Any] = {}
        if self.kind == "article":
            derived = structured_article(self)
        elif self.kind == "profile":
            people = [structured_person(author, self.url) for author in self.authors]
            derived = {"@type": "ProfilePage", "mainEntity": people[0] if people else {}}
        data = {**derived, **self.structured_data}
        return {"@context": "https://schema.org", **data} if data else {}

    def open_graph(self) -> list[tuple[str, str]]:
        """Pairs of property and content."""
        pairs = [
            ("og:type", self.kind),
            ("og:title", self.social_title or self.heading),
            ("og:description", self.social_description or self.description),
            ("og:url", self.url),
            ("og:site_name", self.site_name),
            ("og:locale", to_locale(self.language)),
            *[("og:locale:alternate", to_locale(other.language)) for other in self.others],
            *self._og_picture(),
            *self._og_article(),
        ]
        return [(name, content) for name, content in pairs if content]

    def _og_picture(self) -> list[tuple[str, str]]:
        if not self.pictures:
            return []
        picture = self.pictures[0]
        size = [("og:image:width", str(picture.width)), ("og:image:height", str(picture.height))]
        return [("og:image", picture.url), *size, ("og:image:alt", picture.alt)]

    def _og_article(self) -> list[tuple[str, str]]:
        if self.kind != "article":
            return []
        return [
            ("article:published_time", moment(self.published)),
            ("article:modified_time", moment(self.modified)),
            *[("article:author", urljoin(self.url, author.url) if author.url else "") for author in self.authors],
            *[("article:tag", topic) for topic in self.topics],
        ]

    @property
    def twitter_card(self) -> str:
        """The rest of the card is taken from Open Graph by those who read it."""
        return "summary_large_image" if self.pictures else "summary"


def page_metadata(page: Any, request: HttpRequest, **fields: Any) -> PublicMetadata:
    """Metadata of any page, ``fields`` over what is found in it, and what the hook adds."""
    values: dict[str, Any] = {
        "kind": "website",
        "heading": page.title,
        "title": getattr(page, "seo_title", ""),
        "description": getattr(page, "search_description", ""),
        "language": page.locale.language_code,
        "url": page.get_full_url(request) or "",
        "site_name": site_name(request),
        **fields,
    }
    if "alternates" not in values:
        values["alternates"] = alternates_of(page, request)
    metadata = PublicMetadata(**values)
    for construct in hooks.get_hooks(HOOK):
        construct(metadata, request, page)
    return metadata


def article_metadata(page: Any, request: HttpRequest) -> PublicMetadata:
    """Metadata of an article."""
    base_url = page.get_full_url(request) or ""
    index = page.news_index
    return page_metadata(
        page,
        request,
        kind="article",
        social_title=page.social_title,
        description=page.search_description or page.standfirst,
        social_description=page.social_text or page.standfirst,
        pictures=pictures_of(page.lead_image, base_url, page.lead_image_alt),
        published=page.first_published_at,
        modified=page.last_published_at,
        authors=[byline.author for byline in page.get_bylines()],
        topics=[topic.name for topic in page.get_topics()],
        sources=[CreativeWork(row.headline, row.url, row.publisher, row.language) for row in page.sources.all()],
        credit=page.lead_image_credit,
        feed_url=urljoin(base_url, index.route_url("feed")) if index else "",
        feed_title=index.title if index else "",
    )


def author_metadata(author: PublicAuthor, index: Any, request: HttpRequest, **fields: Any) -> PublicMetadata:
    """Metadata of an author's page, which is a route of an index."""
    return page_metadata(
        index,
        request,
        kind="profile",
        heading=author.name,
        title="",
        description=strip_tags(author.bio) or author.role,
        authors=[author],
        **fields,
    )


def topic_metadata(topic: PublicTopic, index: Any, request: HttpRequest, **fields: Any) -> PublicMetadata:
    """Metadata of a topic's page, which is a route of an index."""
    return page_metadata(
        index, request, heading=topic.name, title="", description=topic.description, topics=[topic.name], **fields
    )


def site_name(request: HttpRequest) -> str:
    """The name of the Wagtail site that was asked for, else the name of the installation."""
    site = Site.find_for_request(request)
    name: str = (site and site.site_name) or getattr(settings, "WAGTAIL_SITE_NAME", "")
    return name
