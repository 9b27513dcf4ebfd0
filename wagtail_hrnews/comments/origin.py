"""Does a post come from a page of this host? In place of a CSRF token, which a cached page could not carry."""

from collections.abc import Mapping
from urllib.parse import urlsplit


def is_same_origin(headers: Mapping[str, str], host: str) -> bool:
    """True if the browser says so, by the first of the three headers that it sent; scripts cannot forge any of them.

    ``Sec-Fetch-Site`` comes first: under a strict referrer policy browsers send ``Origin: null`` for our own form.
    ``none`` is the reader's own doing, as when a page is loaded again. A post without any of the three
    comes from no browser of today: it carries no reader's identity, so there is nothing that it could misuse.
    Only the host is compared: a proxy may end TLS, and we would see another scheme than the reader.
    """
    if site := headers.get("Sec-Fetch-Site"):
        return site in {"same-origin", "none"}
    origin = headers.get("Origin") or headers.get("Referer")
    return origin is None or _host(origin) == host.lower()


def _host(url: str) -> str | None:
    try:
        return urlsplit(url).netloc.rpartition("@")[2].lower()
    except ValueError:
        return None
