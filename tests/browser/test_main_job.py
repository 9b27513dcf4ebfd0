"""The main job, from an editor's first word to a reader's comment: by the demo, its worker, Apertium and Chromium."""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import urlencode

import pytest
from django.utils import formats, translation
from playwright.sync_api import Locator, Page, expect

from tests.browser.axe import problems
from tests.browser.commenting import CLEAN, is_harmless, leave_comment, open_as_moderator, shown_comment
from tests.browser.people import Staff, Visitor
from tests.browser.running_demo import RunningDemo
from tests.browser.stories import FROM_ENGLISH, FROM_SPANISH, SOURCES, Story
from tests.browser.writing import body_of, publish, wait_for_draft, write_article
from wagtail_hrnews.languages import detect

pytestmark = [pytest.mark.browser, pytest.mark.apertium, pytest.mark.whole]

DRAFTAIL_HANDS_OVER = 400
"""Milliseconds; Wagtail's rich text fills the form in a quarter of a second after the last key."""
REFUSAL = "This is a machine draft, and you may not approve it. Your text was saved."


@dataclass(frozen=True, slots=True)
class Draft:
    """The page that the worker made."""

    pk: str
    title: str
    url: str
    """Where it will be; the path alone."""
    original_url: str


@pytest.mark.parametrize("story", [FROM_ENGLISH, FROM_SPANISH], ids=["en-es", "es-en"])
def test_article_goes_its_whole_way(
    story: Story, demo: RunningDemo, staff: Callable[..., Staff], visitor: Callable[..., Visitor]
) -> None:
    editor = staff("editor")
    write_article(editor.page, story)
    editor.picture(f"{story.source}-1-written")
    publish(editor.page)
    draft = _open_draft(editor, story)
    _draft_is_whole(editor, story, draft)

    reader = visitor()
    _draft_is_not_public(reader, story, draft)
    _editor_may_not_publish(editor, draft)
    _draft_is_not_public(reader, story, draft)

    _review(staff("reviewer"), story, draft)
    _pages_know_each_other(reader, story, draft)
    _reader_is_told(reader, story, draft)

    name = f"Reader of {story.rare}"
    _leave_comment(reader, name, story, draft, demo)
    _moderate(staff("moderator"), name)
    _comment_is_public(reader, name, draft)
    reader.is_unharmed()


def _open_draft(editor: Staff, story: Story) -> Draft:
    """Wait for it at the report and open it from there."""
    row = wait_for_draft(editor.page, story.headline)
    assert f"{story.source} → {story.target}" in row.inner_text()
    editor.picture(f"{story.source}-2-report")
    row.get_by_role("link").click()
    page = editor.page
    pk = re.search(r"/pages/(\d+)/edit/", page.url)
    assert pk
    title = page.locator("#id_title").input_value()
    url = story.draft_index + page.locator("#id_slug").input_value() + "/"
    original = page.locator(".hrnews-panel").get_by_role("link", name=story.headline)
    original.click()
    original_url = story.original_index + page.locator("#id_slug").input_value() + "/"
    page.go_back()
    return Draft(pk[1], title, url, original_url)


def _draft_is_whole(editor: Staff, story: Story, draft: Draft) -> None:
    """Bold text and link stand where they stood, and the rest is in the other language."""
    page = editor.page
    assert editor.go(f"/admin/pages/{draft.pk}/view_draft/").status == 200
    editor.picture(f"{story.source}-3-draft")
    paragraphs = page.locator(".hrnews-body p")
    expect(paragraphs).to_have_count(3)
    expect(paragraphs.nth(0).locator("b, strong")).to_have_text(re.compile(r"\b(120|35)\b \w+"))
    expect(paragraphs.locator("b, strong")).to_have_count(1)
    expect(paragraphs.nth(1).locator("a")).to_have_attribute("href", story.link)
    expect(paragraphs.locator("a")).to_have_count(1)
    for text, original in zip(paragraphs.all_inner_texts(), story.paragraphs, strict=True):
        assert text != original
    words = " ".join([page.locator(".hrnews-standfirst").inner_text(), *paragraphs.all_inner_texts()])
    assert detect(words) == story.target
    for publisher, url, _headline in SOURCES:
        sources = page.locator(".hrnews-sources")
        expect(sources).to_contain_text(publisher)
        expect(sources.locator(f"a[href='{url}']")).to_have_count(1)
    expect(page.locator(".hrnews-byline")).to_contain_text(story.author)


def _draft_is_not_public(reader: Visitor, story: Story, draft: Draft) -> None:
    """Whatever a visitor asks, there is only the original."""
    assert reader.status(draft.url) == 404
    assert reader.status(f"/api/v2/pages/{draft.pk}/") == 404
    search = urlencode({"q": story.rare})
    listed = {
        "type": "wagtail_hrnews_articles.ArticlePage",
        "fields": "*",
        "limit": "20",
        "order": "-first_published_at",
    }
    places = [
        (f"/{story.source}/", f"/{story.target}/"),
        (story.original_index, story.draft_index),
        (f"{story.original_index}search/?{search}", f"{story.draft_index}search/?{search}"),
        (f"{story.original_index}feed/", f"{story.draft_index}feed/"),
        (
            "/api/v2/pages/?" + urlencode({**listed, "locale": story.source}),
            "/api/v2/pages/?" + urlencode({**listed, "locale": story.target}),
        ),
    ]
    for original, other in places:
        assert story.headline in reader.text(original)
        found = reader.text(other)
        assert draft.title not in found, other
        assert draft.url not in found, other
    sitemap = reader.text("/sitemap.xml")
    assert draft.original_url in sitemap
    assert draft.url not in sitemap
    page = reader.read(draft.original_url)
    assert story.target not in _hreflang(page)
    expect(page.locator(f".hrnews-read-in a, .hrnews-languages a[hreflang='{story.target}']")).to_have_count(0)


def _editor_may_not_publish(editor: Staff, draft: Draft) -> None:
    """There is no button for it, and pressing one that should not be there is refused in words."""
    page = editor.page
    editor.go(f"/admin/pages/{draft.pk}/edit/")
    expect(page.locator(".hrnews-panel")).to_contain_text("a person who may approve translations has to publish it")
    expect(page.locator("[name='action-publish'], [name='action-hrnews-approve']")).to_have_count(0)
    with page.expect_response(lambda answer: answer.request.method == "POST" and "/edit/" in answer.url) as answer:
        page.evaluate(
            """() => {
                const forged = Object.assign(document.createElement('button'), {name: 'action-publish', value: '1'});
                document.getElementById('page-edit-form').append(forged);
                forged.click();
            }"""
        )
    assert answer.value.status < 500
    page.wait_for_load_state()
    assert REFUSAL in editor.told
    editor.picture(f"refused-{draft.pk}")


def _review(reviewer: Staff, story: Story, draft: Draft) -> None:
    """Two clicks from the notice to the public page, besides the mending."""
    page = reviewer.page
    panel = page.locator("#hrnews-waiting-section")
    expect(panel).to_contain_text("Machine drafts waiting for your review")
    reviewer.picture(f"{story.source}-4-notice")
    assert problems(page, "#hrnews-waiting-section") == []
    panel.get_by_role("link", name=story.headline).click()
    _review_screen_tells_all(page, story)
    reviewer.picture(f"{story.source}-5-review")

    last = body_of(page).locator("[data-block='true']").last
    last.click(click_count=3)
    page.keyboard.type(story.mended)
    expect(last).to_have_text(story.mended)

    page.wait_for_timeout(DRAFTAIL_HANDS_OVER)
    page.get_by_role("button", name="Approve and publish").click()
    page.wait_for_url(re.compile(r"/admin/pages/\d+/$"))
    assert "has been published" in reviewer.told
    reviewer.picture(f"{story.source}-6-published")


def _review_screen_tells_all(page: Page, story: Story) -> None:
    panel = page.locator(".hrnews-panel")
    expect(panel.get_by_role("heading")).to_have_text("Machine draft: read it before it goes live")
    expect(panel).to_contain_text("Apertium")
    expect(panel.get_by_role("link", name=story.headline)).to_have_attribute("lang", story.source)
    whole = {"title": [story.headline], "standfirst": [story.standfirst], "body": list(story.paragraphs)}
    for path, texts in whole.items():
        field = page.locator(f"[data-contentpath='{path}']")
        source = field.locator(".hrnews-source")
        expect(source.locator("p")).to_contain_text(texts)
        written = field.locator("input:visible, textarea:visible, [contenteditable='true']").first
        _stands_at(source, written, "under" if path == "title" else "beside")


def _stands_at(source: Locator, field: Locator, where: str) -> None:
    """Beside it; under it where a single line would lose half its width."""
    written, original = field.bounding_box(), source.bounding_box()
    assert written
    assert original
    if where == "beside":
        assert original["x"] >= written["x"] + written["width"]
    else:
        assert original["y"] >= written["y"] + written["height"]


def _pages_know_each_other(reader: Visitor, story: Story, draft: Draft) -> None:
    """Each names both in its head and leads to the other by its switcher."""
    page = reader.read(draft.url)
    expect(page.locator("html")).to_have_attribute("lang", story.target)
    expect(page.locator(".hrnews-body")).to_contain_text(story.mended)
    of_draft = _hreflang(page)
    assert of_draft[story.target] == reader.url + draft.url
    assert of_draft[story.source] == reader.url + draft.original_url
    reader.picture(f"{story.source}-7-translation")
    page.locator(f".hrnews-languages a[hreflang='{story.source}']").click()
    expect(page.locator("h1")).to_have_text(story.headline)
    assert _hreflang(page) == of_draft
    reader.picture(f"{story.source}-8-original")
    page.locator(f".hrnews-languages a[hreflang='{story.target}']").click()
    expect(page.locator("h1")).to_have_text(draft.title)
    for path in (draft.url, f"{story.draft_index}feed/", "/sitemap.xml", story.draft_index):
        assert draft.url in reader.text(path), path


def _reader_is_told(reader: Visitor, story: Story, draft: Draft) -> None:
    """Drafted by machine, read by the newsroom, when, and from what; who read it stays with the newsroom."""
    page = reader.read(draft.url)
    with translation.override(story.target):
        date = formats.date_format(datetime.now(UTC), "DATE_FORMAT")
    disclosure = page.locator(".hrnews-disclosure")
    expect(disclosure).to_be_visible()
    expect(disclosure).to_contain_text(story.disclosure.format(date=date))
    original = disclosure.get_by_role("link", name=story.headline)
    expect(original).to_have_attribute("hreflang", story.source)
    for name in ("Remo", "Castellane", "reviewer"):
        assert name not in page.content()
    original.click()
    expect(page.locator("h1")).to_have_text(story.headline)
    expect(page.locator(".hrnews-disclosure")).to_have_count(0)


def _leave_comment(reader: Visitor, name: str, story: Story, draft: Draft, demo: RunningDemo) -> None:
    """It is stored clean, and nobody but the moderators sees it."""
    page = reader.read(draft.url)
    leave_comment(page, name)
    expect(page.locator("main")).to_contain_text(story.thanks)
    reader.picture(f"{draft.pk}-9-thanks")
    columns = "body, status, removed"
    table = "wagtail_hrnews_comments_readercomment"
    ((body, status, removed),) = demo.stored(f"SELECT {columns} FROM {table} WHERE name = ?", name)  # noqa: S608
    assert (body, status) == (CLEAN, "pending")
    assert {"tag:script", "attribute:event", "link:javascript"} <= set(json.loads(removed))
    expect(shown_comment(reader.read(draft.url), name)).to_have_count(0)
    assert name not in page.content()


def _moderate(moderator: Staff, name: str) -> None:
    body = open_as_moderator(moderator, name)
    assert body.inner_html().strip() == CLEAN
    page = moderator.page
    expect(page.locator(".hrnews-inspect")).to_contain_text("an event handler, which would have run a script")
    is_harmless(page)
    moderator.picture(f"moderation-{name}")
    page.get_by_role("button", name="Approve", exact=True).click()
    page.wait_for_load_state()
    assert "approved" in moderator.told.lower()


def _comment_is_public(reader: Visitor, name: str, draft: Draft) -> None:
    page = reader.read(draft.url)
    comment = shown_comment(page, name)
    expect(comment).to_have_count(1)
    body = comment.locator(".hrnews-comments__body")
    assert body.inner_html().strip() == CLEAN
    expect(body.get_by_role("link")).to_have_attribute("rel", "nofollow ugc noopener")
    is_harmless(page)
    reader.picture(f"{draft.pk}-10-comment")


def _hreflang(page: Page) -> dict[str, str]:
    links = page.locator("link[rel='alternate'][hreflang]").all()
    return {link.get_attribute("hreflang") or "": link.get_attribute("href") or "" for link in links}
