import pytest
from django.test import override_settings

from wagtail_hrnews.comments.checks import check_comments_settings, check_comments_urls


def ids(comments: object) -> list[str]:
    with override_settings(WAGTAIL_HRNEWS={"COMMENTS": comments}):
        return [message.id for message in check_comments_settings()]


@pytest.mark.parametrize(
    ("comments", "found"),
    [
        ({}, []),
        ({"MAX_LENGTH": 5000, "EMAIL_REQUIRED": False, "PRIVACY_URL": "/privacy/"}, []),
        ([], ["E001"]),
        ({"MAX_LENGTH": "3000"}, ["E002"]),
        ({"MAX_LENGTH": True}, ["E002"]),
        ({"MAX_LENGTH": 0}, ["E002"]),
        ({"MAX_LENGTH": 5001}, ["E003"]),
        ({"PRIVACY_URL": "javascript:x"}, ["E004"]),
        ({"MAX_LENGHT": 100}, ["E005"]),
        ({"SOMETHING": 1}, ["E005"]),
    ],
)
def test_check_comments_settings(comments, found) -> None:
    assert ids(comments) == [f"wagtail_hrnews.comments.{name}" for name in found]


def test_check_unknown_key_names_the_nearest() -> None:
    with override_settings(WAGTAIL_HRNEWS={"COMMENTS": {"max_lenght": 100}}):
        assert "MAX_LENGTH" in (check_comments_settings()[0].hint or "")


def test_check_urls_present() -> None:
    assert check_comments_urls() == []


@override_settings(ROOT_URLCONF="django.contrib.auth.urls")
def test_check_urls_missing() -> None:
    assert [message.id for message in check_comments_urls()] == ["wagtail_hrnews.comments.E006"]
