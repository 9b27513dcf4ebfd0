"""System checks of what machine drafts need.

=== ==============================================================
E001 Django's translations are off
E002 Wagtail's translations are off
E003 an engine cannot be used as it is configured
E004 ``ENGINE_ORDER`` names an engine that does not exist
E005 texts are to be kept on this server, but only an engine that sends them away is there
E006 ``DRAFT_ON_PUBLISH`` names a model that does not exist
E007 the middleware that tells why a text was not published is missing, or stands before Django's messages
W001 there is only one content language
W002 an engine says itself why it cannot work here
W003 nobody may approve (``check --database default``: it asks the database)
W004 ``LANGUAGE_CODE`` is not one of ``LANGUAGES``
=== ==============================================================
"""

from collections.abc import Iterator, Sequence
from itertools import permutations
from typing import Any

from django.apps import apps
from django.conf import settings as django_settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.core.checks import CheckMessage, Error, Tags, Warning, register
from django.db import connections, router

from wagtail_hrnews.conf import SETTING, hrnews_settings

from .engine_choice import aliases_for
from .engines.base import Engine
from .engines.exceptions import EngineMisconfigured
from .engines.loading import make_engine

ID = "wagtail_hrnews.translation"
LOCAL_ENGINE = "wagtail_hrnews.translation.engines.apertium.ApertiumEngine"
MESSAGES = "django.contrib.messages.middleware.MessageMiddleware"
MIDDLEWARE = "wagtail_hrnews.translation.middleware.ReviewRedirectMiddleware"
LANGUAGES_HINT = 'Write WAGTAIL_CONTENT_LANGUAGES = LANGUAGES = [("en", "English"), ("es", "Español")].'


@register
def check_languages(app_configs: object, **kwargs: Any) -> list[CheckMessage]:
    """Without languages there is nothing to draft, and Wagtail says nothing of it."""
    found: list[CheckMessage] = []
    if not django_settings.USE_I18N:
        found.append(Error("USE_I18N is off.", hint="Write USE_I18N = True.", id=f"{ID}.E001"))
    if not getattr(django_settings, "WAGTAIL_I18N_ENABLED", False):
        hint = 'Write WAGTAIL_I18N_ENABLED = True, and "wagtail.locales" into INSTALLED_APPS.'
        found.append(Error("WAGTAIL_I18N_ENABLED is off: pages have no languages.", hint=hint, id=f"{ID}.E002"))
    if len(_codes()) < 2:
        message = "WAGTAIL_CONTENT_LANGUAGES does not hold two languages: nothing will be drafted."
        found.append(Warning(message, hint=LANGUAGES_HINT, id=f"{ID}.W001"))
    return found


@register
def check_language_code(app_configs: object, **kwargs: Any) -> list[CheckMessage]:
    """With "en-us", Wagtail writes /en-us/… for a page in "en" wherever there is no request: in tasks and commands."""
    code, languages = django_settings.LANGUAGE_CODE, dict(django_settings.LANGUAGES)
    if code in languages:
        return []
    message = f'LANGUAGE_CODE "{code}" is not in LANGUAGES: addresses that are made outside a request lead nowhere.'
    return [Warning(message, hint=f'Write LANGUAGE_CODE = "{next(iter(languages), "en")}".', id=f"{ID}.W004")]


@register
def check_engines(app_configs: object, **kwargs: Any) -> list[CheckMessage]:
    """Find out now, by making each engine, what would fail when the first article is published; asks no network."""
    if not isinstance(hrnews_settings.raw.get("ENGINES", {}), dict):
        return []  # wagtail_hrnews.E002 tells
    found: list[CheckMessage] = []
    engines: dict[str, Engine] = {}
    for alias, config in hrnews_settings.ENGINES.items():
        try:
            engines[alias] = make_engine(config, alias)
        except EngineMisconfigured as error:
            hint = (
                f'Write into {SETTING}["ENGINES"]: "{alias}": {{"BACKEND": "dotted.path.of.Engine", "OPTIONS": {{}}}}.'
            )
            found.append(Error(f"{error}", hint=hint, id=f"{ID}.E003"))
    return [*found, *_order_problems(), *_pair_problems(engines)]


@register
def check_models(app_configs: object, **kwargs: Any) -> list[CheckMessage]:
    """A misspelt model would mean that its pages are silently never drafted."""
    wanted = hrnews_settings.DRAFT_ON_PUBLISH
    names = wanted if isinstance(wanted, list | tuple) else ()
    hint = 'Write it as "app_label.Model", for example "wagtail_hrnews_articles.ArticlePage".'
    message = f'{SETTING}["DRAFT_ON_PUBLISH"] names "{{}}", which is no model here.'
    return [Error(message.format(name), hint=hint, id=f"{ID}.E006") for name in names if not _is_model(name)]


@register
def check_middleware(app_configs: object, **kwargs: Any) -> list[CheckMessage]:
    """Without it Wagtail answers "you do not have permission" where the gate refused an unapproved text."""
    order = [name for name in django_settings.MIDDLEWARE if name in (MESSAGES, MIDDLEWARE)]
    if MIDDLEWARE in order and order[0] == MESSAGES:
        return []
    hint = f'Write "{MIDDLEWARE}" into MIDDLEWARE, after "{MESSAGES}".'
    return [Error("Editors would not be told why a translation was not published.", hint=hint, id=f"{ID}.E007")]


@register(Tags.database)
def check_reviewers(app_configs: object, databases: Sequence[str] | None = None, **kwargs: Any) -> list[CheckMessage]:
    """Superusers may do everything, but a newsroom's reviewers should not have to be superusers."""
    database = router.db_for_read(Permission)
    if database not in (databases or ()) or not _has_tables(database) or _has_reviewers():
        return []
    hint = 'Give a group the permission "approve_translation" in the admin: Settings → Groups.'
    message = "No group and no user may approve machine drafts: only superusers can publish them."
    return [Warning(message, hint=hint, id=f"{ID}.W003")]


def _codes() -> list[str]:
    languages = getattr(django_settings, "WAGTAIL_CONTENT_LANGUAGES", None) or []
    return [code for code, _ in languages]


def _order_problems() -> Iterator[CheckMessage]:
    known = hrnews_settings.ENGINES
    for pair, aliases in hrnews_settings.ENGINE_ORDER.items():
        for alias in aliases:
            if alias not in known:
                message = f'{SETTING}["ENGINE_ORDER"]["{pair}"] names the engine "{alias}", which ENGINES lacks.'
                hint = f"Name one of: {', '.join(known)}."
                yield Error(message, hint=hint, id=f"{ID}.E004")


def _pair_problems(engines: dict[str, Engine]) -> Iterator[CheckMessage]:
    for source, target in permutations(_codes(), 2):
        serving = [alias for alias in aliases_for(source, target) if alias in engines]
        if serving and hrnews_settings.KEEP_LOCAL and not any(engines[alias].is_local for alias in serving):
            message = f"KEEP_LOCAL is on, but only engines that send texts away serve {source} to {target}."
            hint = f'Add "{LOCAL_ENGINE}" to ENGINES and to ENGINE_ORDER, or write "KEEP_LOCAL": False.'
            yield Error(message, hint=hint, id=f"{ID}.E005")
        for alias in serving:
            if problem := engines[alias].problem(source, target):
                hint = f'Mend it, or name another engine for "{source}-{target}" in {SETTING}["ENGINE_ORDER"].'
                yield Warning(f'Engine "{alias}", {source} to {target}: {problem}', hint=hint, id=f"{ID}.W002")


def _is_model(name: str) -> bool:
    try:
        apps.get_model(name)
    except (LookupError, ValueError):
        return False
    return True


def _has_reviewers() -> bool:
    right = Permission.objects.filter(
        codename="approve_translation", content_type__app_label="wagtail_hrnews_translation"
    )
    if Group.objects.filter(permissions__in=right).exists():
        return True
    users = get_user_model()  # a site's own user model may do without permissions of its own
    return hasattr(users, "user_permissions") and users._default_manager.filter(user_permissions__in=right).exists()


def _has_tables(database: str) -> bool:
    """Before the first ``migrate`` there are none; ``migrate`` itself runs these checks."""
    return Permission._meta.db_table in connections[database].introspection.table_names()
