"""RSS with the full text, one feed for each index, author and topic in each language."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any
from urllib.parse import urljoin
from uuid import uuid5

import lxml.html
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.feedgenerator import Rss201rev2Feed
from wagtail.blocks import StreamValue

FEED_LENGTH = 20
"""Articles in a feed: some days' worth even of a busy newsroom."""
NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


class NewsRssFeed(Rss201rev2Feed):
    """RSS 2.0 that says its language in XML's way and carries the text as ``content:encoded``."""

    def rss_attributes(self) -> dict[str, str]:
        language: str = self.feed["language"]
        content = "http://purl.org/rss/1.0/modules/content/"
        return {**super().rss_attributes(), "xmlns:content": content, "xml:lang": language}

    def add_item_elements(self, handler: Any, item: dict[str, Any]) -> None:
        super().add_item_elements(handler, item)
        handler.addQuickElement("content:encoded", item["content"])


@dataclass(frozen=True, slots=True)
class Channel:
    """What a feed is called and where it lives; URLs are absolute."""

    title: str
    description: str
    language: str
    url: str
    feed_url: str


def feed_response(channel: Channel, articles: Sequence[Any], request: HttpRequest) -> HttpResponse:
    """The feed of these articles."""
    feed = NewsRssFeed(
        title=in_xml(channel.title),
        link=channel.url,
        description=in_xml(channel.description or channel.title),
        language=channel.language,
        feed_url=channel.feed_url,
    )
    for article, blocks in with_blocks(articles):
        feed.add_item(**_item(article, blocks, request))
    text = feed.writeString("utf-8")
    return HttpResponse(text, content_type=feed.content_type)


def _item(article: Any, blocks: Sequence[Any], request: HttpRequest) -> dict[str, Any]:
    url = article.get_full_url(request)
    html = render_to_string("wagtail_hrnews_articles/feed_item.html", {"page": article, "blocks": blocks})
    return {
        "title": in_xml(article.title),
        "link": url,
        "description": in_xml(article.standfirst),
        "content": in_xml(with_absolute_links(html, url)),
        "unique_id": uuid5(article.translation_key, article.locale.language_code).urn,
        "unique_id_is_permalink": False,
        "author_name": in_xml(", ".join(byline.author.name for byline in article.get_bylines())),
        "categories": [in_xml(topic.name) for topic in article.get_topics()],
        "pubdate": article.first_published_at,
        "updateddate": article.last_published_at,
    }


def with_blocks(articles: Sequence[Any]) -> Iterator[tuple[Any, list[Any]]]:
    """Each article with the blocks of its text, whose pictures and documents are fetched for all articles at once."""
    streams = [list(article.body.raw_data) for article in articles]
    if not streams:
        return
    joined = StreamValue(articles[0].body.stream_block, list(chain(*streams)), is_lazy=True)
    start = 0
    for article, stream in zip(articles, streams, strict=True):
        yield article, [joined[position] for position in range(start, start + len(stream))]
        start += len(stream)


def with_absolute_links(html: str, base_url: str) -> str:
    """HTML that can be read anywhere: feed readers do not agree on what a relative link is relative to."""
    tree: Any = lxml.html.fromstring(f"<div>{in_xml(html)}</div>")
    for element in tree.iter():
        for attribute in {"srcset", "sizes"} & set(element.attrib):
            del element.attrib[attribute]
        for attribute in {"href", "src"} & set(element.attrib):
            address = _absolute(base_url, element.attrib.pop(attribute))
            if address:
                element.attrib[attribute] = address
    return str(lxml.html.tostring(tree, encoding="unicode"))


def _absolute(base_url: str, address: Any) -> str:
    """Nothing for an address that is none: the editor keeps what was pasted, and one bad link must not cost a feed."""
    try:
        return in_xml(urljoin(base_url, str(address)))
    except ValueError:
        return ""


def in_xml(text: str) -> str:
    """Text without the control characters that XML has no way to write, and that would make an error of the feed."""
    return NOT_IN_XML.sub("", text)
