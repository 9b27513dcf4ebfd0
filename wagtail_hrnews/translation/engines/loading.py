"""Make an engine from what a site wrote in its settings; the dict is an argument, so that no setting is read here."""

from collections.abc import Mapping
from typing import Any

from django.utils.module_loading import import_string

from .base import Engine
from .exceptions import EngineMisconfigured


def make_engine(config: Mapping[str, Any], alias: str = "default") -> Engine:
    """Return the engine of ``{"BACKEND": dotted path, "OPTIONS": {…}}``.

    Raises ``EngineMisconfigured``, whose message names the alias and what to mend, but no option's value: one may be
    a key.
    """
    engine_class = engine_class_of(config, alias)
    options = config.get("OPTIONS") or {}
    if not isinstance(options, Mapping):
        raise EngineMisconfigured(f'engine "{alias}": OPTIONS must be a dict')
    try:
        return engine_class(**options)
    except TypeError as error:
        raise EngineMisconfigured(f'engine "{alias}": OPTIONS do not fit {engine_class.__name__}: {error}') from error


def engine_class_of(config: Mapping[str, Any], alias: str = "default") -> type[Engine]:
    """Import the class that ``BACKEND`` names; making no instance, it tells where text would go (``is_local``)."""
    path = config.get("BACKEND") if isinstance(config, Mapping) else None
    if not isinstance(path, str) or not path:
        raise EngineMisconfigured(f'engine "{alias}" names no BACKEND: write the dotted path of an engine class')
    try:
        engine_class = import_string(path)
    except ImportError as error:
        raise EngineMisconfigured(f'engine "{alias}": BACKEND "{path}" cannot be imported: {error}') from error
    if not (isinstance(engine_class, type) and issubclass(engine_class, Engine)):
        raise EngineMisconfigured(f'engine "{alias}": BACKEND "{path}" is no class derived from Engine')
    return engine_class
