"""System checks of the settings that every installation has.

=== ==============================================================
E001 ``WAGTAIL_HRNEWS`` is no dict
E002 a setting has the wrong type or value
E003 ``TASKS`` names no usable backend
E004 the app of the tasks' backend is not installed
W001 an unknown key, which would be ignored
W002 tasks are recorded, never run
=== ==============================================================
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from typing import Any

from django.apps import apps
from django.conf import settings as django_settings
from django.core.checks import CheckMessage, Error, Warning, register
from django.utils.module_loading import import_string

from wagtail_hrnews.conf import (
    KNOWN_COMMENTS_KEYS,
    KNOWN_ENGINE_KEYS,
    KNOWN_KEYS,
    MAX_COMMENT_LENGTH,
    SETTING,
    hrnews_settings,
)

QUEUE = "default"
Test = Callable[[Any], bool]


@register
def check_setting(app_configs: object, **kwargs: Any) -> list[CheckMessage]:
    """Find what is misspelt or of the wrong type in ``WAGTAIL_HRNEWS``."""
    value = getattr(django_settings, SETTING, {})
    if not isinstance(value, Mapping):
        hint = f'Write {SETTING} = {{"FOUR_EYES": True}}, or leave it out.'
        return [Error(f"{SETTING} is no dict.", hint=hint, id="wagtail_hrnews.E001")]
    return [*_wrong_values(), *_unknown_keys()]


@register
def check_tasks(app_configs: object, **kwargs: Any) -> list[CheckMessage]:
    """Find a ``TASKS`` that would lose our work; without the setting it is done at once, which is fine."""
    tasks = getattr(django_settings, "TASKS", None)
    if tasks is None:
        return []
    config = tasks.get("default") if isinstance(tasks, Mapping) else None
    if not (isinstance(config, Mapping) and isinstance(config.get("BACKEND"), str)):
        return [_tasks_error('TASKS has no "default" with a BACKEND.')]
    return [*_backend_problems(config["BACKEND"]), *_queue_problems(config)]


def _wrong_values() -> Iterator[CheckMessage]:
    for key, (fits, form) in FORMS.items():
        if key in hrnews_settings.raw and not fits(hrnews_settings.raw[key]):
            yield _wrong(f'{SETTING}["{key}"]', form)
    comments = hrnews_settings.raw.get("COMMENTS", {})
    for key, (fits, form) in COMMENTS_FORMS.items():
        if isinstance(comments, Mapping) and key in comments and not fits(comments[key]):
            yield _wrong(f'{SETTING}["COMMENTS"]["{key}"]', form)


def _wrong(place: str, form: str) -> CheckMessage:
    return Error(f"{place} is not {form}.", hint=f"Write {form} there, or leave it out.", id="wagtail_hrnews.E002")


def _unknown_keys() -> Iterator[CheckMessage]:
    raw = hrnews_settings.raw
    yield from _unknown(SETTING, raw, KNOWN_KEYS)
    yield from _unknown(f'{SETTING}["COMMENTS"]', raw.get("COMMENTS"), KNOWN_COMMENTS_KEYS)
    engines = raw.get("ENGINES")
    for alias, config in engines.items() if isinstance(engines, Mapping) else ():
        yield from _unknown(f'{SETTING}["ENGINES"]["{alias}"]', config, KNOWN_ENGINE_KEYS)


def _unknown(place: str, value: object, known: Sequence[str]) -> Iterator[CheckMessage]:
    for key in value if isinstance(value, Mapping) else ():
        if key not in known:
            near = get_close_matches(str(key).upper(), known, n=1)
            hint = f'Did you mean "{near[0]}"?' if near else f"The keys are: {', '.join(known)}."
            yield Warning(f'{place} has an unknown key "{key}"; it is ignored.', hint=hint, id="wagtail_hrnews.W001")


def _backend_problems(path: str) -> Iterator[CheckMessage]:
    try:
        import_string(path)
    except ImportError as error:
        yield _tasks_error(f'TASKS: the backend "{path}" cannot be imported: {error}')
        return
    app = path.partition(".")[0]
    if app == "django_tasks_db" and not apps.is_installed(app):
        hint = f'Write "{app}" into INSTALLED_APPS, migrate, and run manage.py db_worker.'
        yield Error(f'TASKS names "{path}", but its app is not installed.', hint=hint, id="wagtail_hrnews.E004")
    if path.endswith(".DummyBackend"):
        hint = 'Write "django_tasks_db.DatabaseBackend" (with a worker), or leave TASKS out (without one).'
        yield Warning("TASKS: the dummy backend runs no task.", hint=hint, id="wagtail_hrnews.W002")


def _queue_problems(config: Mapping[str, Any]) -> Iterator[CheckMessage]:
    queues = config.get("QUEUES")
    if queues and QUEUE not in queues:
        yield _tasks_error(f'TASKS: QUEUES lacks "{QUEUE}", which our tasks go to.')


def _tasks_error(message: str) -> CheckMessage:
    hint = 'Write TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]}}.'
    return Error(message, hint=hint, id="wagtail_hrnews.E003")


def _is_bool(value: object) -> bool:
    return isinstance(value, bool)


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _is_length(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 < value <= MAX_COMMENT_LENGTH


def _is_list_of_text(value: object) -> bool:
    return isinstance(value, list | tuple) and all(isinstance(item, str) for item in value)


def _is_dict_of(fits: Test) -> Test:
    return lambda value: isinstance(value, Mapping) and all(isinstance(k, str) and fits(v) for k, v in value.items())


FORMS: dict[str, tuple[Test, str]] = {
    "ENGINES": (
        _is_dict_of(lambda value: isinstance(value, Mapping)),
        'a dict of engines: {"default": {"BACKEND": …}}',
    ),
    "ENGINE_ORDER": (_is_dict_of(_is_list_of_text), 'a dict of lists of aliases: {"*": ["default"]}'),
    "DRAFT_ON_PUBLISH": (
        lambda value: _is_bool(value) or _is_list_of_text(value),
        'True, False or a list of models: ["news.StoryPage"]',
    ),
    "KEEP_LOCAL": (_is_bool, "True or False"),
    "FOUR_EYES": (_is_bool, "True or False"),
    "COMMENTS": (lambda value: isinstance(value, Mapping), 'a dict: {"MAX_LENGTH": 3000}'),
}
COMMENTS_FORMS: dict[str, tuple[Test, str]] = {
    "MAX_LENGTH": (_is_length, f"a number of characters from 1 to {MAX_COMMENT_LENGTH}"),
    "EMAIL_REQUIRED": (_is_bool, "True or False"),
    "PRIVACY_URL": (_is_text, "a text: the address of the page on privacy"),
}
