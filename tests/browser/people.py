"""Who sits before the browser: visitors, who have no account, and staff, who log in by the admin's form."""

import os
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, ConsoleMessage, Page, Request, Response

WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 360, "height": 740}
TALL = 2400
SCREENSHOTS = os.environ.get("HRNEWS_SCREENSHOTS", "")
"""A folder; with it every step leaves its picture there, on a wide and on a narrow screen."""
PATIENCE = 10_000
"""Milliseconds that anything on a page may take to appear."""


class Person:
    """A browser profile of its own: cookies of one person are never another one's."""

    scrolls = True
    """Whether the page itself scrolls, so that a picture can show the whole of it."""

    def __init__(self, browser: Browser, url: str, **options: Any) -> None:
        self.url = url
        self.context = browser.new_context(**{"viewport": WIDE, "base_url": url, **options})
        self.context.set_default_timeout(PATIENCE)
        self.page: Page = self.context.new_page()

    def go(self, path: str) -> Response:
        response = self.page.goto(path)
        assert response is not None
        return response

    def picture(self, name: str) -> None:
        if not SCREENSHOTS:
            return
        before = self.page.viewport_size
        for size in (NARROW, WIDE):
            self.page.set_viewport_size(size if self.scrolls else {**size, "height": TALL})
            path = Path(SCREENSHOTS, f"{name}-{size['width']}.png")
            self.page.screenshot(path=path, full_page=True, animations="disabled")
        self.page.set_viewport_size(before or WIDE)

    def close(self) -> None:
        self.context.close()


class Visitor(Person):
    """Reads the site, and notes what a reader must never be exposed to."""

    def __init__(self, browser: Browser, url: str, **options: Any) -> None:
        super().__init__(browser, url, **options)
        self.complaints: list[str] = []
        self.page.on("console", lambda message: self._note("console", self._place(message), message.type in _TROUBLE))
        self.page.on("pageerror", lambda error: self._note("script", error.message))
        self.context.on("request", self._watch)

    def read(self, path: str) -> Page:
        """Open a page that has to be there."""
        assert self.go(path).status == 200, path
        return self.page

    def status(self, path: str) -> int:
        """Ask for a page that need not be there."""
        return self.context.request.get(path).status

    def text(self, path: str) -> str:
        """What a program gets: a feed, a sitemap, the API."""
        answer = self.context.request.get(path)
        assert answer.ok, path
        return answer.text()

    def is_unharmed(self) -> None:
        """No error on the console, no request to another host, no cookie, nothing kept in the browser."""
        assert not self.complaints, "\n".join(self.complaints)
        assert self.context.cookies() == []
        assert self.context.storage_state()["origins"] == []

    @staticmethod
    def _place(message: ConsoleMessage) -> str:
        return f"{message.text} ({message.location['url']})"

    def _watch(self, request: Request) -> None:
        self._note("elsewhere", request.url, not request.url.startswith((f"{self.url}/", "data:")))

    def _note(self, kind: str, what: str, is_trouble: bool = True) -> None:
        if is_trouble:
            self.complaints.append(f"{kind}: {what}")


_TROUBLE = {"error", "warning"}


class Staff(Person):
    """Works in the admin, with the rights of one of the demo's accounts."""

    scrolls = False

    def log_in(self, login: str, password: str) -> None:
        self.go("/admin/login/")
        self.page.get_by_label("Username").fill(login)
        self.page.get_by_label("Password").fill(password)
        self.page.get_by_role("button", name="Sign in").click()
        self.page.wait_for_url("**/admin/")

    @property
    def told(self) -> str:
        """What the admin's messages say now."""
        return self.page.locator(".messages").first.inner_text()
