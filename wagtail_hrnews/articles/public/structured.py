"""schema.org's words for an article and its people; pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol
from urllib.parse import urljoin

from django.utils.timezone import localtime

from wagtail_hrnews.articles.bylines import PublicAuthor

from .alternates import Alternate
from .pictures import Picture


@dataclass(frozen=True, slots=True)
class CreativeWork:
    """Something published elsewhere, in its own words."""

    headline: str
    url: str
    publisher: str
    language: str = ""

    def as_json(self) -> dict[str, Any]:
        return present(
            {
                "@type": "CreativeWork",
                "name": self.headline or self.publisher,
                "url": self.url,
                "inLanguage": self.language,
                "publisher": {"@type": "Organization", "name": self.publisher},
            }
        )


class DescribesArticle(Protocol):
    """What is read of the metadata."""

    heading: str
    description: str
    language: str
    url: str
    site_name: str
    pictures: Sequence[Picture]
    published: datetime | None
    modified: datetime | None
    authors: Sequence[PublicAuthor]
    topics: Sequence[str]
    sources: Sequence[CreativeWork]
    credit: str

    @property
    def others(self) -> list[Alternate]: ...


def structured_article(article: DescribesArticle) -> dict[str, Any]:
    """A NewsArticle; what is not known is left out."""
    return present(
        {
            "@type": "NewsArticle",
            "headline": article.heading,
            "description": article.description,
            "inLanguage": article.language,
            "url": article.url,
            "mainEntityOfPage": article.url,
            "image": [picture.url for picture in article.pictures],
            "datePublished": moment(article.published),
            "dateModified": moment(article.modified),
            "author": [structured_person(author, article.url) for author in article.authors],
            "publisher": present({"@type": "NewsMediaOrganization", "name": article.site_name}),
            "keywords": list(article.topics),
            "isBasedOn": [source.as_json() for source in article.sources],
            "workTranslation": [
                {"@type": "NewsArticle", "@id": other.url, "inLanguage": other.language} for other in article.others
            ],
            "creditText": article.credit,
        }
    )


def structured_person(author: PublicAuthor, base_url: str) -> dict[str, Any]:
    """A Person, from what readers may know."""
    return present(
        {
            "@type": "Person",
            "name": author.name,
            "url": urljoin(base_url, author.url) if author.url else "",
            "jobTitle": author.role,
            "sameAs": author.website,
        }
    )


def moment(value: datetime | None) -> str:
    """ISO 8601 with offset, or empty."""
    return localtime(value).isoformat(timespec="seconds") if value else ""


def present(data: dict[str, Any]) -> dict[str, Any]:
    """Without the keys that hold nothing."""
    return {key: value for key, value in data.items() if value}
