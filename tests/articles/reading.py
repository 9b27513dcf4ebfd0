"""Read a public page as a browser, a search engine and a feed reader do."""

import json
from typing import Any

import html5lib
import lxml.etree
from bs4 import BeautifulSoup


def page_of(client: Any, url: str, status: int = 200) -> Any:
    """The page's tree; its HTML has to be without a single parse error, and nothing may set a cookie."""
    response = client.get(url)
    assert response.status_code == status, (url, response.status_code)
    text = response.content.decode()
    html5lib.HTMLParser(strict=True).parse(text)
    assert not response.cookies
    assert "Cookie" not in response.headers.get("Vary", "")
    for attribute in ("style=", "onclick=", "onerror="):
        assert attribute not in text
    return BeautifulSoup(text, "html.parser")


def text_of(tree: Any, path: str) -> list[str]:
    return [" ".join(element.get_text().split()) for element in tree.select(path)]


def json_ld_of(tree: Any) -> dict[str, Any]:
    scripts = tree.select("script")
    assert [script["type"] for script in scripts] == ["application/ld+json"]
    found: dict[str, Any] = json.loads(scripts[0].string)
    return found


def hreflang_of(tree: Any) -> dict[str, str]:
    return {link.get("hreflang"): link.get("href") for link in tree.select("link[rel=alternate][hreflang]")}


def opened(client: Any, url: str) -> Any:
    """An XML document."""
    response = client.get(url)
    assert response.status_code == 200, (url, response.status_code)
    return lxml.etree.fromstring(response.content)
