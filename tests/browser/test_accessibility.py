"""axe on what readers and reviewers see, in light and dark."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.axe import problems
from tests.browser.commenting import leave_comment
from tests.browser.demo_pages import article_url, headline
from tests.browser.people import NARROW, Staff, Visitor

pytestmark = [pytest.mark.browser, pytest.mark.apertium, pytest.mark.whole]

SCHEMES = pytest.mark.parametrize("scheme", ["light", "dark"])


@SCHEMES
@pytest.mark.parametrize("language", ["en", "es"])
def test_article_is_accessible(language: str, scheme: str, visitor: Callable[..., Visitor]) -> None:
    """One that was drafted by machine, with its disclosure, comments and form; on a wide screen and a narrow one."""
    reader = visitor(color_scheme=scheme)
    page = reader.read(article_url("press-cards", language))
    reader.picture(f"article-{language}-{scheme}")
    assert problems(page) == []
    page.set_viewport_size(NARROW)
    assert problems(page) == []


@SCHEMES
def test_lists_are_accessible(scheme: str, visitor: Callable[..., Visitor]) -> None:
    reader = visitor(color_scheme=scheme)
    for path in ("/en/", "/es/", "/en/news/", "/es/noticias/search/?q=agua", "/en/news/author/elira-montagudo/"):
        page = reader.read(path)
        reader.picture(f"list-{scheme}-{path.partition('?')[0].strip('/').replace('/', '-')}")
        assert problems(page) == [], path


@SCHEMES
def test_comment_pages_are_accessible(scheme: str, visitor: Callable[..., Visitor]) -> None:
    reader = visitor(color_scheme=scheme)
    page = reader.read(article_url("press-cards", "en"))
    leave_comment(page, "Reader with axe", "A plain comment.")
    assert problems(page) == []
    page = reader.read(article_url("press-cards", "en"))
    form = page.locator(".hrnews-comments__form")
    form.evaluate("form => { form.noValidate = true; }")
    form.get_by_role("button").click()
    expect(page.get_by_role("alert")).to_be_focused()
    reader.picture(f"comment-refused-{scheme}")
    assert problems(page) == []


@SCHEMES
def test_review_screen_is_accessible(scheme: str, staff: Callable[..., Staff]) -> None:
    """Our parts of Wagtail's screens: the panel, the original texts, the report, the languages."""
    reviewer = staff("reviewer", color_scheme=scheme)
    page = reviewer.page
    reviewer.go("/admin/hrnews/report/")
    assert problems(page, "#listing-results") == []
    page.get_by_role("link", name=headline("observers")).click()
    expect(page.locator(".hrnews-panel__warning")).to_be_visible()
    reviewer.picture(f"stale-{scheme}")
    assert problems(page, ".hrnews-panel", ".hrnews-source") == []
    page.locator(".hrnews-panel").get_by_role("link", name=headline("observers")).click()
    page.get_by_role("navigation", name="Actions", exact=True).get_by_role("button").click()
    page.get_by_role("link", name="Draft translations").click()
    expect(page.get_by_role("cell", name="Español")).to_be_visible()
    reviewer.picture(f"languages-{scheme}")
    assert problems(page, "main table", "main h1") == []
