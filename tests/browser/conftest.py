"""One demo and one Chromium for all tests of this folder.

They end with the folder, not with the session: while Playwright runs, Django takes the thread for an asynchronous one
and refuses its database to the tests of other folders.
"""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser.people import Person, Staff, Visitor
from tests.browser.running_demo import RunningDemo

SWITCHES = (
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest.fixture(scope="package")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningDemo]:
    """Fails at the end if the demo had to tell of an error that no page showed."""
    running = RunningDemo(tmp_path_factory.mktemp("demo"))
    try:
        running.wait()
        yield running
    finally:
        running.stop()
    assert "Traceback" not in running.printed, running.printed


@pytest.fixture(scope="package")
def launched(chromium: str) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=list(SWITCHES))
        yield browser
        browser.close()


@pytest.fixture
def people() -> Iterator[list[Person]]:
    """Whoever came to the demo in this test leaves at its end."""
    came: list[Person] = []
    yield came
    for person in came:
        person.close()


@pytest.fixture
def visitor(demo: RunningDemo, launched: Browser, people: list[Person]) -> Callable[..., Visitor]:
    def come(**options: Any) -> Visitor:
        people.append(Visitor(launched, demo.url, **options))
        return people[-1]

    return come


@pytest.fixture
def staff(demo: RunningDemo, launched: Browser, people: list[Person]) -> Callable[..., Staff]:
    def come(login: str, **options: Any) -> Staff:
        person = Staff(launched, demo.url, **options)
        people.append(person)
        person.log_in(login, demo.password_of(login))
        return person

    return come
