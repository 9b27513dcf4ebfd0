"""A newsroom to publish in, with tasks that run at once so that the search index is up to date."""

from pathlib import Path

import pytest
from django.core.cache import cache
from wagtail import VERSION, hooks

from .newsroom import Newsroom

collect_ignore = ["test_api_v3.py", "api_v3_urls.py"] if VERSION < (8,) else []
HERE = Path(__file__).parent
WAGTAIL_LEAVES_OPEN = "ignore:Unclosed file <tempfile.SpooledTemporaryFile:ResourceWarning"
"""Wagtail never closes the temporary file that it writes a rendition to."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker(pytest.mark.filterwarnings(WAGTAIL_LEAVES_OPEN))


@pytest.fixture
def newsroom(db, settings) -> Newsroom:
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
    cache.clear()
    return Newsroom()


@pytest.fixture
def register_hook():
    """A hook for the length of a ``with`` block."""
    return hooks.register_temporarily
