"""What stands in for ``requests`` inside deep-translator, whose calls have no timeout, no limit and no manners.

A call here ends by its deadline whatever the server does: a watchman shuts the connection, since a server that sends a
byte a second outlives every read timeout. Bodies are capped, redirects refused, and what goes wrong is an
``EngineError``, with neither the text nor the address in it: deep-translator puts both into the URL.
"""

import contextlib
import email.utils
import logging
import os
import re
import socket
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import requests
from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.exceptions import HTTPError

from .exceptions import (
    BadAnswer,
    EngineError,
    EngineTimeout,
    EngineUnavailable,
    NotAuthorised,
    QuotaExceeded,
    RateLimited,
    TextTooLong,
)

USER_AGENT = "wagtail-hrnews"
CONNECT_SECONDS = 5.0
READ_SECONDS = 15.0
BODY_LIMIT = 2_000_000
"""Bytes. The longest answer to the longest text is a small part of it."""


@dataclass
class _Call:
    """The call that a thread is at: its patience in seconds, and the connections that it uses."""

    connect: float
    read: float
    whole: re.Pattern[bytes] | None
    connections: list[Any] = field(default_factory=list)
    is_over: bool = False

    def end(self) -> None:
        self.is_over = True
        for connection in self.connections:
            with contextlib.suppress(OSError, AttributeError):
                connection.sock.shutdown(socket.SHUT_RDWR)


class _Current(threading.local):
    call: _Call | None = None
    session: requests.Session | None = None


class Transport:
    """Has the part of the ``requests`` module's interface that deep-translator uses. Safe for threads."""

    exceptions = requests.exceptions

    @contextlib.contextmanager
    def until(
        self,
        deadline: float,
        *,
        connect: float = CONNECT_SECONDS,
        read: float = READ_SECONDS,
        whole: re.Pattern[bytes] | None = None,
    ) -> Iterator[None]:
        """Let the calls of this thread run till ``deadline`` (as in ``time.monotonic()``).

        ``whole`` is found in every body that was not cut short on its way.
        """
        if deadline <= time.monotonic():
            raise EngineTimeout("no time left")
        call = _current.call = _Call(connect, read, whole)
        watchman = threading.Timer(deadline - time.monotonic(), call.end)
        watchman.daemon = True
        watchman.start()
        try:
            yield
        finally:
            watchman.cancel()
            _current.call = None

    def get(self, url: str, **options: Any) -> requests.Response:
        """As ``requests.get``."""
        return self._request("GET", url, **options)

    def post(self, url: str, **options: Any) -> requests.Response:
        """As ``requests.post``."""
        return self._request("POST", url, **options)

    def _request(self, method: str, url: str, **options: Any) -> requests.Response:
        call = _current.call
        if call is None:
            raise EngineUnavailable("a request outside of a call with a deadline")
        options |= {"stream": True, "allow_redirects": False, "timeout": (call.connect, call.read)}
        try:
            response = _session().request(method, url, **options)
            with contextlib.closing(response):
                _refuse(response)
                response._content = _body(response)
                response.encoding = _charset(response)
        except (requests.RequestException, HTTPError, OSError, ValueError) as error:
            raise _named(error, call) from None
        if call.is_over:
            raise EngineTimeout("no answer in time")
        if call.whole and not call.whole.search(response.content):
            raise BadAnswer("the answer is cut short, or of another kind")
        return response


def _named(error: Exception, call: _Call) -> EngineError:
    if call.is_over or isinstance(error, requests.Timeout):
        return EngineTimeout("no answer in time")
    return EngineUnavailable(f"the connection failed: {type(error).__name__}")


def _refuse(response: requests.Response) -> None:
    """Raise what a status other than success means; the body of an error is not read."""
    status = response.status_code
    if status == 429:
        raise RateLimited("status 429", _seconds(response.headers.get("Retry-After")))
    if status in (401, 403):
        raise NotAuthorised(f"status {status}")
    if status in (402, 456):
        raise QuotaExceeded(f"status {status}")
    if status in (413, 414):
        raise TextTooLong(f"status {status}")
    if status >= 500:
        raise EngineUnavailable(f"status {status}")
    if status != 200:
        raise BadAnswer(f"status {status}")


def _body(response: requests.Response) -> bytes:
    body = bytearray()
    while data := response.raw.read1(65536, decode_content=True):
        body += data
        if len(body) > BODY_LIMIT:
            raise BadAnswer("the answer is far too long")
    return bytes(body)


def _charset(response: requests.Response) -> str:
    """What the server says, else UTF-8: guessing costs time, and turns accents into signs."""
    declared = "charset" in response.headers.get("Content-Type", "").lower()
    return (response.encoding if declared else None) or "utf-8"


def _seconds(header: str | None) -> float | None:
    """Read ``Retry-After``: seconds, or a date."""
    if not header:
        return None
    if header.strip().isdecimal():
        return float(header)
    try:
        return max(0.0, email.utils.parsedate_to_datetime(header).timestamp() - time.time())
    except ValueError:
        return None


def _session() -> requests.Session:
    """One a thread, so that connections stay open between calls. No cookies: they tell a service who comes back."""
    if _current.session is None:
        session = requests.Session()
        session.headers["User-Agent"] = USER_AGENT
        session.cookies.set_policy(_NoCookies())
        for scheme in ("http://", "https://"):
            session.mount(scheme, _Adapter())
        _current.session = session
    return _current.session


class _NoCookies(requests.cookies.cookielib.DefaultCookiePolicy):
    def set_ok(self, cookie: Any, request: Any) -> bool:
        return False


class _WatchedHTTP(HTTPConnection):
    """A connection that the watchman of its thread's call knows before it connects or sends."""

    def connect(self) -> None:
        _watch(self)
        super().connect()

    def request(self, *args: Any, **options: Any) -> None:
        _watch(self)
        super().request(*args, **options)


class _WatchedHTTPS(_WatchedHTTP, HTTPSConnection):
    """The same over TLS: what ``super()`` means above is HTTPSConnection here."""


def _watch(connection: HTTPConnection) -> None:
    if _current.call:
        _current.call.connections.append(connection)


class _HTTPPool(HTTPConnectionPool):
    ConnectionCls = _WatchedHTTP


class _HTTPSPool(HTTPSConnectionPool):
    ConnectionCls = _WatchedHTTPS


class _Adapter(HTTPAdapter):
    """Opens watched connections only, and never tries again by itself."""

    def init_poolmanager(self, *args: Any, **options: Any) -> None:
        super().init_poolmanager(*args, **options)
        self.poolmanager.pool_classes_by_scheme = {"http": _HTTPPool, "https": _HTTPSPool}

    def proxy_manager_for(self, proxy: str, **options: Any) -> Any:
        manager = super().proxy_manager_for(proxy, **options)
        manager.pool_classes_by_scheme = {"http": _HTTPPool, "https": _HTTPSPool}
        return manager


class _Silence(logging.Filter):
    """urllib3 logs each address, and ours hold the text: nothing is logged about a thread's call while it runs."""

    def filter(self, record: logging.LogRecord) -> bool:
        return _current.call is None


def _forget_session() -> None:
    """A forked child must not speak on its parent's connections."""
    _current.session = None


_current = _Current()
transport = Transport()
logging.getLogger("urllib3.connectionpool").addFilter(_Silence())
os.register_at_fork(after_in_child=_forget_session)
