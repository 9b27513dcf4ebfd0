"""What a site owner gets wrong in the settings is told, with what to write instead."""

from typing import Any

import pytest
from django.apps import apps
from django.core.checks import CheckMessage

from wagtail_hrnews.checks import check_setting, check_tasks


def _of_setting(settings: Any, value: object) -> list[CheckMessage]:
    settings.WAGTAIL_HRNEWS = value
    return check_setting(None)


def _of_tasks(settings: Any, value: object) -> list[CheckMessage]:
    settings.TASKS = value
    return check_tasks(None)


def test_setting_may_be_absent(settings: Any) -> None:
    del settings.WAGTAIL_HRNEWS
    assert check_setting(None) == []


def test_setting_has_to_be_a_dict(settings: Any) -> None:
    (message,) = _of_setting(settings, ["FOUR_EYES"])
    assert message.id == "wagtail_hrnews.E001"
    assert message.hint is not None
    assert 'WAGTAIL_HRNEWS = {"FOUR_EYES": True}' in message.hint


@pytest.mark.parametrize(
    ("value", "hint"),
    [
        ({"FOUR_EYE": True}, 'Did you mean "FOUR_EYES"?'),
        ({"keep_local": True}, 'Did you mean "KEEP_LOCAL"?'),
        ({"COMMENTS": {"MAX_LENGHT": 100}}, 'Did you mean "MAX_LENGTH"?'),
        ({"ENGINES": {"default": {"BACKEN": "x"}}}, 'Did you mean "BACKEND"?'),
        ({"ZZZ": 1}, "The keys are: ENGINES, ENGINE_ORDER, DRAFT_ON_PUBLISH, KEEP_LOCAL, FOUR_EYES, COMMENTS."),
    ],
)
def test_setting_with_an_unknown_key_names_the_nearest(settings: Any, value: object, hint: str) -> None:
    (message,) = _of_setting(settings, value)
    assert (message.id, message.hint) == ("wagtail_hrnews.W001", hint)


@pytest.mark.parametrize(
    "value",
    [
        {"ENGINES": ["apertium"]},
        {"ENGINES": {"default": "apertium"}},
        {"ENGINE_ORDER": ["default"]},
        {"ENGINE_ORDER": {"*": "default"}},
        {"DRAFT_ON_PUBLISH": "news.StoryPage"},
        {"KEEP_LOCAL": "yes"},
        {"FOUR_EYES": 1},
        {"COMMENTS": True},
        {"COMMENTS": {"MAX_LENGTH": 0}},
        {"COMMENTS": {"MAX_LENGTH": 1_000_000}},
        {"COMMENTS": {"MAX_LENGTH": True}},
        {"COMMENTS": {"EMAIL_REQUIRED": "no"}},
        {"COMMENTS": {"PRIVACY_URL": None}},
    ],
)
def test_setting_of_the_wrong_type_says_what_to_write(settings: Any, value: object) -> None:
    (message,) = _of_setting(settings, value)
    assert message.id == "wagtail_hrnews.E002"
    assert message.hint is not None
    assert message.hint.startswith("Write ")


def test_setting_that_is_right_is_quiet(settings: Any) -> None:
    value = {
        "ENGINES": {"default": {"BACKEND": "wagtail_hrnews.translation.engines.dummy.DummyEngine", "OPTIONS": {}}},
        "ENGINE_ORDER": {"en-es": ["default"], "*": ("default",)},
        "DRAFT_ON_PUBLISH": ["bulletin.BulletinPage"],
        "KEEP_LOCAL": True,
        "FOUR_EYES": False,
        "COMMENTS": {"MAX_LENGTH": 500, "EMAIL_REQUIRED": False, "PRIVACY_URL": "/privacy/"},
    }
    assert _of_setting(settings, value) == []


def test_tasks_may_be_absent(settings: Any) -> None:
    del settings.TASKS
    assert check_tasks(None) == []


@pytest.mark.parametrize(
    "value",
    [
        {},
        {"default": {}},
        {"default": "django_tasks_db.DatabaseBackend"},
        {"default": {"BACKEND": "nowhere.Backend"}},
        {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["mail"]}},
    ],
)
def test_tasks_without_a_usable_backend(settings: Any, value: object) -> None:
    (message,) = _of_tasks(settings, value)
    assert message.id == "wagtail_hrnews.E003"
    assert message.hint is not None
    assert 'TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"' in message.hint


def test_tasks_whose_app_is_not_installed(settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Taken out of Django's registry by hand: changing INSTALLED_APPS would start every app a second time."""
    monkeypatch.delitem(apps.app_configs, "django_tasks_database")
    (message,) = _of_tasks(settings, {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}})
    assert message.id == "wagtail_hrnews.E004"
    assert message.hint is not None
    assert "INSTALLED_APPS" in message.hint


def test_tasks_that_are_never_run(settings: Any) -> None:
    (message,) = _of_tasks(settings, {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}})
    assert message.id == "wagtail_hrnews.W002"
    assert message.hint is not None


@pytest.mark.parametrize(
    "value",
    [
        {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default", "mail"]}},
        {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}},
    ],
)
def test_tasks_that_are_right_are_quiet(settings: Any, value: object) -> None:
    assert _of_tasks(settings, value) == []
