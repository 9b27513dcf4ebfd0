"""A review without a mouse."""

import re
from collections.abc import Callable
from typing import Literal

import pytest
from playwright.sync_api import Page, expect

from tests.browser.demo_pages import headline, story
from tests.browser.people import Staff, Visitor
from tests.browser.running_demo import RunningDemo
from tests.browser.stories import LISTS

pytestmark = [pytest.mark.browser, pytest.mark.apertium, pytest.mark.whole]

Role = Literal["button", "link", "textbox"]
ADDED = " Checked."
NEXT = "Go to the next flagged passage"
MOST_STEPS = 100
"""Presses of Tab from one place to another; more is a trap."""


def test_reviewer_needs_no_mouse(staff: Callable[..., Staff], visitor: Callable[..., Visitor]) -> None:
    reviewer = staff("reviewer")
    page = reviewer.page
    _tab_to(page, "link", headline("lift"))
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/edit/$"))
    expect(page.locator(".hrnews-panel")).to_be_visible()
    slug = page.locator("#id_slug").input_value()

    _tab_to(page, "button", NEXT)
    page.keyboard.press("Enter")
    expect(page.locator("[data-hrnews-flagged]:focus")).to_be_in_viewport()
    page.keyboard.press("Tab")
    expect(page.locator("[data-hrnews-flagged] [data-hrnews-next]:focus")).to_have_text(NEXT)
    _tab_to(page, "button", NEXT, "Shift+Tab")
    _tab_to(page, "textbox", re.compile("Standfirst"))
    page.keyboard.press("Control+End")
    page.keyboard.type(ADDED)
    # Backwards, where the form's end is near: Draftail takes Tab in a list for its own use and lets nobody out.
    _tab_to(page, "button", "Approve and publish", "Shift+Tab")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/admin/pages/\d+/$"))
    assert "has been published" in reviewer.told

    target = "en" if story("lift")["original"] == "es" else "es"
    published = visitor().read(f"{LISTS[target]}{slug}/")
    expect(published.locator(".hrnews-standfirst")).to_contain_text(ADDED.strip())


def test_flagged_passages_come_one_after_the_other(staff: Callable[..., Staff], demo: RunningDemo) -> None:
    """From the panel or from the passage itself, and the focus goes with it; after the last comes the first."""
    reviewer = staff("reviewer")
    page = reviewer.page
    reviewer.go("/admin/hrnews/report/")
    page.get_by_role("link", name=headline("observers")).click()
    _open_first_version(reviewer, demo)
    flagged = page.locator("[data-hrnews-flagged]")
    focused = page.locator("[data-hrnews-flagged]:focus")
    expect(flagged.first).to_be_attached()
    in_order = flagged.all_inner_texts()
    assert len(in_order) > 1
    for way in (page.locator(".hrnews-panel"), focused):
        seen = []
        for _ in [*in_order, "and round again"]:
            way.get_by_role("button", name=NEXT).press("Enter")
            expect(focused).to_be_in_viewport()
            seen.append(focused.inner_text())
        assert sorted(seen[:-1]) == sorted(in_order)
        assert seen[0] == seen[-1]


def _open_first_version(staff: Staff, demo: RunningDemo) -> None:
    """What the machine wrote, before a person mended it and its flags were gone."""
    page_id = re.search(r"/pages/(\d+)/", staff.page.url)
    assert page_id
    ((first,),) = demo.stored("SELECT MIN(id) FROM wagtailcore_revision WHERE object_id = ?", page_id[1])
    staff.go(f"/admin/pages/{page_id[1]}/revisions/{first}/revert/")


def _tab_to(page: Page, role: Role, name: str | re.Pattern[str], key: str = "Tab") -> None:
    wanted = page.get_by_role(role, name=name).first
    for _ in range(MOST_STEPS):
        page.keyboard.press(key)
        if wanted.evaluate("element => element === document.activeElement"):
            return
    raise AssertionError(f"{key} does not reach {role} {name}")
