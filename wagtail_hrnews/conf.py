"""The one place that reads our settings.

Everything is in one dict, ``WAGTAIL_HRNEWS``. Each key is a typed property that is read live, so that
``override_settings`` works in tests. ``docs/settings.md`` describes them for site owners, ``checks.py`` finds mistakes.
"""

from collections.abc import Mapping, Sequence
from typing import Any, TypedDict

from django.conf import settings as django_settings

SETTING = "WAGTAIL_HRNEWS"


class EngineConfig(TypedDict, total=False):
    """One engine: the dotted path of its class, and the keyword arguments that it is made with."""

    BACKEND: str
    OPTIONS: dict[str, Any]


class CommentsConfig(TypedDict, total=False):
    """What a site may set for readers' comments."""

    MAX_LENGTH: int
    EMAIL_REQUIRED: bool
    PRIVACY_URL: str
    """The page that says how readers' data are treated; ``{language}`` becomes the code of the page's language."""


DEFAULT_ENGINES: dict[str, EngineConfig] = {
    "default": {"BACKEND": "wagtail_hrnews.translation.engines.apertium.ApertiumEngine"},
}
DEFAULT_COMMENTS: CommentsConfig = {"MAX_LENGTH": 3000, "EMAIL_REQUIRED": True, "PRIVACY_URL": ""}
MAX_COMMENT_LENGTH = 5000
"""No site may allow longer comments: above it the cleaner's worst case is a way to stop the server."""


class HrnewsSettings:
    """Typed view on ``settings.WAGTAIL_HRNEWS``; a wrong type is reported by the system checks, not here."""

    @property
    def raw(self) -> Mapping[str, Any]:
        """The dict as the site wrote it; empty if there is none or if it is not a dict (a check tells)."""
        value = getattr(django_settings, SETTING, {})
        return value if isinstance(value, Mapping) else {}

    @property
    def ENGINES(self) -> dict[str, EngineConfig]:
        """Engines by alias, in the manner of Django's ``DATABASES``."""
        return dict(self.raw.get("ENGINES", DEFAULT_ENGINES))

    @property
    def ENGINE_ORDER(self) -> Mapping[str, Sequence[str]]:
        """Aliases to try in turn for a language pair: ``{"en-es": ["default"], "*": ["default"]}``.

        Without it the engine ``default`` serves every pair, and nothing else is ever tried.
        """
        return dict(self.raw.get("ENGINE_ORDER", {"*": ["default"]}))

    @property
    def DRAFT_ON_PUBLISH(self) -> bool | Sequence[str]:
        """Which originals are drafted when they are published: all (True), none, or a list of ``app.Model``."""
        value: bool | Sequence[str] = self.raw.get("DRAFT_ON_PUBLISH", True)
        return value

    @property
    def KEEP_LOCAL(self) -> bool:
        """True: no text is ever given to an engine that sends it to another server."""
        return bool(self.raw.get("KEEP_LOCAL", False))

    @property
    def FOUR_EYES(self) -> bool:
        """True: who edited a machine draft may not approve it."""
        return bool(self.raw.get("FOUR_EYES", False))

    @property
    def COMMENTS(self) -> CommentsConfig:
        """Settings of the comments app, over their defaults."""
        return {**DEFAULT_COMMENTS, **self.raw.get("COMMENTS", {})}


hrnews_settings = HrnewsSettings()
KNOWN_KEYS = tuple(name for name in vars(HrnewsSettings) if name.isupper())
KNOWN_ENGINE_KEYS = tuple(EngineConfig.__annotations__)
KNOWN_COMMENTS_KEYS = tuple(CommentsConfig.__annotations__)
