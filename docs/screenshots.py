"""Takes the documentation's pictures anew, from a running demo: ``make demo``, then ``python docs/screenshots.py``.

They are cut to what the text speaks of, and kept small by a palette. Nothing in the demo is changed.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

IMAGES = Path(__file__).resolve().parent / "images"
SIDEBAR = 200
WIDTH = 1280
WAITING = "Dos años sin ascensor"
"""A headline of the demo whose translation waits for review."""


def main(url: str, chromium: str) -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        with _login(browser, url, "reviewer", 760) as page:
            _take(page, "waiting.png", WIDTH - SIDEBAR, 170, y=255)
            page.get_by_role("link", name=WAITING).first.click()
            page.locator(".hrnews-panel").first.wait_for()
            _take(page, "review.png", WIDTH - SIDEBAR, 760)
            page.locator("footer [data-controller~='w-dropdown'] button").first.click()
            _take(page, "actions.png", 460, 240, y=520)
        with _login(browser, url, "editor", 760) as page:
            page.goto(f"{url}/admin/hrnews/report/")
            _take(page, "report.png", WIDTH - SIDEBAR, 450)
        with _login(browser, url, "moderator", 760) as page:
            page.get_by_role("link", name="Reader comments").first.click()
            _take(page, "moderation.png", WIDTH - SIDEBAR, 515)


@contextmanager
def _login(browser: Browser, url: str, name: str, height: int) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": WIDTH, "height": height}, locale="en")
    page = context.new_page()
    page.goto(f"{url}/admin/login/")
    page.fill("[name=username]", name)
    page.fill("[name=password]", f"demo-{name}")
    page.locator("button[type=submit]").first.click()
    page.wait_for_url(f"{url}/admin/")
    yield page
    context.close()


def _take(page: Page, name: str, width: int, height: int, y: int = 0) -> None:
    """Cut beside the menu."""
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(800)  # the script mounts the source texts, and Wagtail's panels unfold
    clip = {"x": SIDEBAR, "y": y, "width": width, "height": height}
    shot = Image.open(BytesIO(page.screenshot(clip=clip)))
    shot.convert("RGB").quantize(64, dither=Image.Dither.NONE).save(IMAGES / name, optimize=True)


if __name__ == "__main__":
    main(*(sys.argv[1:3] if len(sys.argv) > 2 else ("http://127.0.0.1:8000", "/usr/bin/chromium")))
