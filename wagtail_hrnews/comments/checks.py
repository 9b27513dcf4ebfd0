"""System checks of ``WAGTAIL_HRNEWS["COMMENTS"]`` and of what the app needs around it."""

from collections.abc import Mapping
from difflib import get_close_matches
from typing import Any

from django.core.checks import CheckMessage, Error, Tags, register
from django.urls import NoReverseMatch, reverse

from wagtail_hrnews.conf import DEFAULT_COMMENTS, MAX_COMMENT_LENGTH, hrnews_settings

SETTING = 'WAGTAIL_HRNEWS["COMMENTS"]'


@register()
def check_comments_settings(**kwargs: Any) -> list[CheckMessage]:
    raw = hrnews_settings.raw.get("COMMENTS", {})
    if not isinstance(raw, Mapping):
        return [
            Error(
                f"{SETTING} is not a dict.",
                hint=f'Write for example {{"MAX_LENGTH": {DEFAULT_COMMENTS["MAX_LENGTH"]}}}.',
                id="wagtail_hrnews.comments.E001",
            )
        ]
    return [*_check_max_length(raw), *_check_privacy_url(raw), *_check_keys(raw)]


def _check_max_length(raw: Mapping[str, Any]) -> list[CheckMessage]:
    value = raw.get("MAX_LENGTH", DEFAULT_COMMENTS["MAX_LENGTH"])
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        return [
            Error(
                f"{SETTING}: MAX_LENGTH is not a positive whole number.",
                hint=f"Write a number of characters from 1 to {MAX_COMMENT_LENGTH}, without quotes.",
                id="wagtail_hrnews.comments.E002",
            )
        ]
    if value > MAX_COMMENT_LENGTH:
        return [
            Error(
                f"{SETTING}: MAX_LENGTH is {value}, more than can be sanitised in a reasonable time.",
                hint=f"Write {MAX_COMMENT_LENGTH} or less.",
                id="wagtail_hrnews.comments.E003",
            )
        ]
    return []


def _check_privacy_url(raw: Mapping[str, Any]) -> list[CheckMessage]:
    url = str(raw.get("PRIVACY_URL", ""))
    if url and not url.startswith(("/", "https://", "http://")):
        return [
            Error(
                f"{SETTING}: PRIVACY_URL is not the address of a page.",
                hint='Write a path such as "/privacy/", or an address that begins with https://.',
                id="wagtail_hrnews.comments.E004",
            )
        ]
    return []


def _check_keys(raw: Mapping[str, Any]) -> list[CheckMessage]:
    return [
        Error(
            f"{SETTING} has the unknown key {key!r}.",
            hint=f"Did you mean {near[0]!r}?" if near else f"The keys are {', '.join(DEFAULT_COMMENTS)}.",
            id="wagtail_hrnews.comments.E005",
        )
        for key in raw
        if key not in DEFAULT_COMMENTS
        for near in [get_close_matches(str(key).upper(), DEFAULT_COMMENTS, n=1)]
    ]


@register(Tags.urls)
def check_comments_urls(**kwargs: Any) -> list[CheckMessage]:
    """Without our URLs every page with the tag would fail, and only when somebody reads it."""
    try:
        reverse("wagtail_hrnews_comments:leave", args=[1])
    except NoReverseMatch:
        return [
            Error(
                "The URLs of the reader comments are missing.",
                hint='Add path("", include("wagtail_hrnews.urls")) to your URLs, before Wagtail\'s own.',
                id="wagtail_hrnews.comments.E006",
            )
        ]
    return []
