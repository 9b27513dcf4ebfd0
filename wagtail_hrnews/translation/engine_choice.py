"""Which engines may serve a pair of languages, in the order that the site wrote. Text leaves the server only so."""

from collections.abc import Iterator

from wagtail_hrnews.conf import hrnews_settings

from .engines.base import Engine
from .engines.loading import engine_class_of, make_engine
from .exceptions import NoEngine


def aliases_for(source: str, target: str) -> list[str]:
    """Aliases for a pair of language codes: of the exact pair, else of the base languages, else of ``*``."""
    order = hrnews_settings.ENGINE_ORDER
    base = f"{source.partition('-')[0]}-{target.partition('-')[0]}"
    for pair in (f"{source}-{target}", base, "*"):
        if pair in order:
            return list(order[pair])
    return []


def engines_for(source: str, target: str, *, keep_local: bool) -> Iterator[tuple[str, Engine]]:
    """Make the engines for a pair, one by one as they are needed: ``(alias, engine)``.

    With ``keep_local`` those that send text away are passed over. Raises NoEngine where none is left.
    """
    configs = hrnews_settings.ENGINES
    aliases = aliases_for(source, target)
    if not aliases:
        raise NoEngine("no-engine")
    allowed = [alias for alias in aliases if not keep_local or engine_class_of(configs.get(alias, {}), alias).is_local]
    if not allowed:
        raise NoEngine("only-web")
    return ((alias, make_engine(configs.get(alias, {}), alias)) for alias in allowed)


def engine_label(alias: str) -> str:
    """What a reviewer reads for an engine; the alias itself once it is gone from the settings."""
    config = hrnews_settings.ENGINES.get(alias)
    return engine_class_of(config, alias).label or alias if config else alias
