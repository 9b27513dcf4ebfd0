"""What would keep machine drafts from working is told before the first article is published."""

from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.core.checks import CheckMessage, Tags, run_checks
from django.db import connection
from django.test.utils import CaptureQueriesContext

from wagtail_hrnews.translation.checks import (
    MESSAGES,
    MIDDLEWARE,
    check_engines,
    check_language_code,
    check_languages,
    check_middleware,
    check_models,
    check_reviewers,
)
from wagtail_hrnews.translation.engines.base import Engine, Result

DUMMY = {"BACKEND": "wagtail_hrnews.translation.engines.dummy.DummyEngine"}
WEB = {"BACKEND": "tests.translation.test_checks.WebEngine"}
BROKEN = {"BACKEND": "tests.translation.test_checks.KeylessEngine"}


class WebEngine(Engine):
    """An engine that would send texts away; it is made here, never asked."""

    def translate(self, texts: Any, source: str, target: str, *, timeout: float) -> list[Result]:
        raise AssertionError("a check asked an engine to translate")


class KeylessEngine(WebEngine):
    """An engine whose key is missing."""

    def problem(self, source: str, target: str) -> str | None:
        return "it has no key: set OPTIONS"


def _ids(messages: list[CheckMessage]) -> list[str]:
    assert all(message.hint for message in messages)
    return [str(message.id).removeprefix("wagtail_hrnews.translation.") for message in messages]


def _of(settings: Any, **value: object) -> list[CheckMessage]:
    settings.WAGTAIL_HRNEWS = value
    return check_engines(None)


def test_languages_that_are_right_are_quiet() -> None:
    assert check_languages(None) == []


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("USE_I18N", False, "E001"),
        ("WAGTAIL_I18N_ENABLED", False, "E002"),
        ("WAGTAIL_CONTENT_LANGUAGES", [("en", "English")], "W001"),
        ("WAGTAIL_CONTENT_LANGUAGES", None, "W001"),
    ],
)
def test_languages_switched_off_or_missing(settings: Any, name: str, value: object, expected: str) -> None:
    setattr(settings, name, value)
    assert _ids(check_languages(None)) == [expected]


def test_language_code_that_is_no_language_of_the_site(settings: Any) -> None:
    assert check_language_code(None) == []
    settings.LANGUAGE_CODE = "en-us"
    (message,) = check_language_code(None)
    assert (_ids([message]), message.hint) == (["W004"], 'Write LANGUAGE_CODE = "en".')


def test_engine_that_is_right_is_quiet(settings: Any) -> None:
    assert _of(settings, ENGINES={"default": DUMMY}) == []


@pytest.mark.parametrize(
    "config",
    [
        {},
        {"BACKEND": "nowhere.Engine"},
        {"BACKEND": "wagtail_hrnews.conf.HrnewsSettings"},
        {**DUMMY, "OPTIONS": {"api_kye": "s3cret"}},
        {**DUMMY, "OPTIONS": "s3cret"},
    ],
)
def test_engine_that_cannot_be_made(settings: Any, config: object) -> None:
    (message,) = _of(settings, ENGINES={"default": config})
    assert _ids([message]) == ["E003"]
    assert "default" in message.msg
    assert "s3cret" not in f"{message.msg}{message.hint}"


def test_engine_that_names_its_own_problem(settings: Any) -> None:
    """Once for each direction."""
    found = _of(settings, ENGINES={"default": BROKEN})
    assert _ids(found) == ["W002", "W002"]
    assert "it has no key" in found[0].msg


def test_engine_that_no_pair_uses_is_not_asked(settings: Any) -> None:
    assert _of(settings, ENGINES={"default": DUMMY, "spare": BROKEN}) == []


def test_engine_order_with_an_unknown_alias(settings: Any) -> None:
    found = _of(settings, ENGINES={"default": DUMMY}, ENGINE_ORDER={"en-es": ["deepl"], "*": ["default"]})
    assert _ids(found) == ["E004"]
    assert found[0].hint == "Name one of: default."


def test_engine_that_sends_texts_away_while_they_are_kept_here(settings: Any) -> None:
    assert _ids(_of(settings, ENGINES={"default": WEB}, KEEP_LOCAL=True)) == ["E005", "E005"]
    order = {"*": ["web", "default"]}
    assert _of(settings, ENGINES={"web": WEB, "default": DUMMY}, ENGINE_ORDER=order, KEEP_LOCAL=True) == []


def test_engines_of_the_wrong_type_are_left_to_the_root_check(settings: Any) -> None:
    assert _of(settings, ENGINES=["default"]) == []


def test_models_that_do_not_exist(settings: Any) -> None:
    settings.WAGTAIL_HRNEWS = {"DRAFT_ON_PUBLISH": ["wagtailcore.Page", "news.StoryPage", "nonsense"]}
    assert _ids(check_models(None)) == ["E006", "E006"]
    settings.WAGTAIL_HRNEWS = {"DRAFT_ON_PUBLISH": False}
    assert check_models(None) == []


def test_middleware_is_there_and_after_the_messages(settings: Any) -> None:
    assert check_middleware(None) == []
    settings.MIDDLEWARE = [MESSAGES]
    assert _ids(check_middleware(None)) == ["E007"]
    settings.MIDDLEWARE = [MIDDLEWARE, MESSAGES]
    assert _ids(check_middleware(None)) == ["E007"]
    settings.MIDDLEWARE = [MESSAGES, MIDDLEWARE]
    assert check_middleware(None) == []


def _right() -> Permission:
    return Permission.objects.get(codename="approve_translation", content_type__app_label="wagtail_hrnews_translation")


@pytest.mark.django_db
def test_reviewers_missing() -> None:
    assert _ids(check_reviewers(None, databases=["default"])) == ["W003"]


@pytest.mark.django_db
def test_reviewers_in_a_group() -> None:
    Group.objects.create(name="Translation desk").permissions.add(_right())
    assert check_reviewers(None, databases=["default"]) == []


@pytest.mark.django_db
def test_reviewer_by_name() -> None:
    get_user_model().objects.create_user("remo").user_permissions.add(_right())
    assert check_reviewers(None, databases=["default"]) == []


@pytest.mark.django_db
def test_reviewers_are_looked_for_only_where_the_database_is_checked() -> None:
    with CaptureQueriesContext(connection) as queries:
        assert check_reviewers(None) == []
        assert [message for message in run_checks() if str(message.id).endswith("translation.W003")] == []
    assert len(queries) == 0
    assert "wagtail_hrnews.translation.W003" in {
        message.id for message in run_checks(tags=[Tags.database], databases=["default"])
    }
