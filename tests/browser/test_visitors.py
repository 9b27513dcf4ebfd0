"""What every visitor may rely on: nothing is kept of them, nothing is asked elsewhere, and no script is needed."""

from collections import deque
from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser.commenting import ATTACK, leave_comment
from tests.browser.demo_pages import article_url
from tests.browser.people import NARROW, Visitor

pytestmark = [pytest.mark.browser, pytest.mark.apertium, pytest.mark.whole]

MANY = 20
"""Fewer pages than the demo has would mean that the links were not followed."""


@pytest.mark.parametrize("start", ["/en/", "/es/"])
def test_public_pages_leave_no_trace_and_fit(start: str, visitor: Callable[..., Visitor]) -> None:
    """Every page that links lead to from the front page, on the narrowest screen."""
    reader = visitor(viewport=NARROW)
    waiting, seen = deque([start]), {start}
    while waiting:
        path = waiting.popleft()
        page = reader.read(path)
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert wide <= NARROW["width"], f"{path} is {wide} pixels wide"
        new = set(_linked(page, reader.url, start)) - seen
        seen |= new
        waiting.extend(sorted(new))
    assert len(seen) > MANY
    reader.is_unharmed()


def test_comment_can_be_left_without_scripts(visitor: Callable[..., Visitor]) -> None:
    """What is wrong is told in words, nothing typed is lost, and then it is taken."""
    reader = visitor(java_script_enabled=False)
    page = reader.read(article_url("press-cards", "en"))
    form = page.locator(".hrnews-comments__form")
    form.locator("[name='name']").fill("   ")
    form.locator("[name='email']").fill("reader@reader.example")
    form.locator("[name='text']").fill(ATTACK)
    form.locator("[name='consent']").check()
    form.get_by_role("button").click()
    expect(page.get_by_role("alert")).to_contain_text("Your comment was not sent")
    expect(page.locator("[name='text']")).to_have_value(ATTACK)
    reader.picture("comment-again")
    leave_comment(page, "Reader without scripts")
    expect(page.locator("h1")).to_have_text("Thank you for your comment")
    assert reader.context.cookies() == []


def _linked(page: Page, url: str, start: str) -> list[str]:
    """Where this page leads to on this site and in this language; pages, not feeds."""
    links = page.eval_on_selector_all("a[href]", "found => found.map(link => link.href)")
    parts = [urlsplit(link) for link in links if link.startswith(url + start)]
    return [part.path for part in parts if not part.path.endswith("/feed/") and not part.query]
