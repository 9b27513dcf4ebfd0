"""The demo is made once for a class of tests, so its files have to outlive a single test."""

from collections.abc import Iterator

import pytest
from django.test.utils import override_settings


@pytest.fixture(scope="package", autouse=True)
def _media_of_the_demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with override_settings(MEDIA_ROOT=tmp_path_factory.mktemp("media")):
        yield


@pytest.fixture(autouse=True)
def _media_of_its_own() -> None:
    """In place of the folder that other tests get one by one."""
