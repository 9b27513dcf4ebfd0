"""A reader comments with a bag of tricks, and a moderator decides."""

import re

from playwright.sync_api import Locator, Page, expect

from tests.browser.people import Staff

EXECUTED = "hrnewsExecuted"
"""The property of the window that any of the tricks would set."""
ATTACK = (
    f"<script>window.{EXECUTED} = 1</script>"
    f'<p onclick="window.{EXECUTED} = 2">Thank you for <strong>this report</strong>.</p>'
    f'<img src="/nowhere" onerror="window.{EXECUTED} = 3">'
    f'<p>See <a href="https://reader.example/land" onmouseover="window.{EXECUTED} = 4">my notes</a> '
    f'and <a href="javascript:window.{EXECUTED} = 5">the rest</a>.</p>'
)
CLEAN = (
    "<p>Thank you for <strong>this report</strong>.</p>"
    '<p>See <a href="https://reader.example/land" rel="nofollow ugc noopener">my notes</a> and the rest.</p>'
)


def leave_comment(page: Page, name: str, text: str = ATTACK) -> None:
    """Fill in the form under an article and send it."""
    form = page.locator(".hrnews-comments__form")
    form.locator("[name='name']").fill(name)
    form.locator("[name='email']").fill("reader@reader.example")
    form.locator("[name='text']").fill(text)
    form.locator("[name='consent']").check()
    form.get_by_role("button").click()
    page.wait_for_url("**/thanks/")


def shown_comment(page: Page, name: str) -> Locator:
    return page.locator(".hrnews-comments__comment").filter(has_text=name)


def open_as_moderator(moderator: Staff, name: str) -> Locator:
    """From the admin's home page to one comment; gives its text as the moderator sees it."""
    moderator.go("/admin/")
    moderator.page.locator("#hrnews-pending-comments-section").get_by_role("link", name=re.compile("wait")).click()
    moderator.page.get_by_role("link", name=name, exact=True).click()
    body = moderator.page.locator(".hrnews-inspect__body")
    expect(body).to_be_visible()
    return body


def is_harmless(page: Page) -> None:
    """Nothing that the reader smuggled in has run, not even when it is pointed at and clicked."""
    for trap in page.get_by_text("Thank you for").all() + page.get_by_role("link", name="my notes").all():
        trap.hover()
    page.get_by_text("Thank you for").first.click()
    assert page.evaluate(f"window.{EXECUTED}") is None
