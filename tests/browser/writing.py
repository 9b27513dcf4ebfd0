"""What an editor does in Wagtail's editor, by mouse and keyboard."""

import re
import time

from playwright.sync_api import Locator, Page, expect

from tests.browser.stories import SOURCES, Story

DRAFTED_WITHIN = 15.0
"""Seconds from the publication of an original to the draft in the other language."""


def write_article(page: Page, story: Story) -> None:
    """From the explorer to a whole article in the form; nothing is published yet."""
    _open_new_article(page, story)
    page.get_by_role("textbox", name="Title*").fill(story.headline)
    # The editor takes what stands in the form in its first two seconds for what was there from the start.
    page.wait_for_timeout(2500)
    page.get_by_role("textbox", name="Standfirst").fill(story.standfirst)
    # Wagtail creates the page by its first autosave. Where that is slow, one that follows creates it once more, and
    # Wagtail answers the second with a 500: a person types more slowly than Playwright.
    page.wait_for_url(re.compile(r"/edit/"), timeout=20_000)
    _choose_author(page, story.author)
    _type_body(page, story)
    for number, source in enumerate(SOURCES):
        _add_source(page, number, *source)


def publish(page: Page) -> None:
    """Choose Publish in the menu beside Save draft."""
    page.get_by_role("button", name="More actions").click()
    page.get_by_role("button", name="Publish", exact=True).click()
    page.wait_for_url(re.compile(r"/admin/pages/\d+/$"))


def wait_for_draft(page: Page, title: str) -> Locator:
    """Look at the report until the draft of this title waits for review; gives its row."""
    deadline = time.monotonic() + DRAFTED_WITHIN
    row = page.locator("tbody tr").filter(has_text=title)
    while time.monotonic() < deadline:
        page.goto("/admin/hrnews/report/")
        if row.count() and "Waiting for review" in row.inner_text():
            return row
        time.sleep(0.2)
    raise AssertionError(f"no draft of “{title}” within {DRAFTED_WITHIN} seconds: {page.inner_text('main')}")


def body_of(page: Page) -> Locator:
    """The rich text of the first block."""
    return page.locator("[data-contentpath='body'] [contenteditable='true']").first


def _open_new_article(page: Page, story: Story) -> None:
    page.goto("/admin/pages/")
    for title in story.index:
        page.get_by_role("link", name=f"Explore child pages of '{title}'").click()
    page.get_by_role("link", name="Add child page").first.click()
    page.get_by_role("link", name=re.compile(r"^Article\b")).click()


def _choose_author(page: Page, name: str) -> None:
    page.get_by_role("button", name="Add author").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("checkbox", name=name).check()
    dialog.get_by_role("button", name="Confirm selection").click()
    dialog.wait_for(state="detached")


def _type_body(page: Page, story: Story) -> None:
    """Three paragraphs: the first with bold text, the second with a link."""
    page.get_by_role("button", name="Insert a block").click()
    page.get_by_role("option", name="Paragraphs").click()
    body_of(page).click()
    keys = page.keyboard
    keys.type(story.before)
    keys.press("Control+b")
    keys.type(story.bold)
    keys.press("Control+b")
    keys.type(story.after)
    keys.press("Enter")
    keys.type(story.lead_in + story.link_text + story.lead_out)
    keys.press("Enter")
    keys.type(story.last)
    _link(page, story)
    expect(body_of(page).locator("[data-block='true']")).to_have_text(list(story.paragraphs))


def _link(page: Page, story: Story) -> None:
    """Go back to the words by keyboard and make a link of them. It comes last: the dialog takes the focus away."""
    for _ in range(len(story.lead_out) + 1 + len(story.last)):
        page.keyboard.press("ArrowLeft")
    for _ in range(len(story.link_text)):
        page.keyboard.press("Shift+ArrowLeft")
    page.keyboard.press("Control+k")
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("link", name="External link").click()
    dialog.get_by_label("URL").fill(story.link)
    dialog.get_by_role("button", name="Insert link").click()
    dialog.wait_for(state="detached")
    expect(body_of(page).get_by_role("button", name=story.link_text)).to_be_visible()


def _add_source(page: Page, number: int, publisher: str, url: str, headline: str) -> None:
    page.get_by_role("button", name="Add source").click()
    page.locator(f"#id_sources-{number}-publisher").fill(publisher)
    page.locator(f"#id_sources-{number}-url").fill(url)
    page.locator(f"#id_sources-{number}-headline").fill(headline)
