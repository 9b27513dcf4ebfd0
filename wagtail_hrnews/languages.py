"""Which language a text is in, and how a language calls itself."""

import importlib
import re
import threading
from collections.abc import Collection
from pathlib import Path
from typing import Any

from django.utils.translation import get_language, get_language_info

LEAST_WORDS = 8
"""Of shorter texts the guess is too often wrong."""
LEAST_PROBABILITY = 0.95
SEED = 0
"""langdetect draws lots: without a seed one headline in four changed its language from run to run."""

CAPITALISE = frozenset({"cy", "de", "en", "ga", "mt", "nl"})
"""Languages that write the names of languages with a capital inside a sentence."""

_ADDRESS = re.compile(r"https?://\S+|www\.\S+|\S+@\S+")
_WORD = re.compile(r"[^\W\d_]+")
_PROFILES = {"zh": "zh-cn", "zh-hans": "zh-cn", "zh-hant": "zh-tw", "nb": "no", "nn": "no"}
_CODES = {"zh-cn": "zh-hans", "zh-tw": "zh-hant"}
_factories: dict[frozenset[str], Any] = {}
_loading = threading.Lock()


def detect(text: str, languages: Collection[str] | None = None) -> str | None:
    """Return the code of the language of ``text`` ("es", also where it is es-419); None where that is not certain.

    With ``languages`` the choice is between these: quicker, and surer of short texts, but blind to any other language.
    Without it all 55 profiles are used: the first call takes up to two seconds and 66 MB, each further one 40 ms.
    """
    text = _ADDRESS.sub(" ", text)
    if len(_WORD.findall(text)) < LEAST_WORDS:
        return None
    profiles = frozenset(map(_profile, languages or ()))
    if len(profiles) == 1:
        return None
    found = _best(_factory(profiles), text.lower() if _shouts(text) else text)
    return _CODES.get(found, found) if found else None


def preload(languages: Collection[str] | None = None) -> None:
    """Load what ``detect`` needs, so that nobody waits for it later."""
    _factory(frozenset(map(_profile, languages or ())))


def native_name(code: str) -> str:
    """The language's own name ("español"); the code where Django does not know it."""
    try:
        return str(get_language_info(code)["name_local"])
    except KeyError:
        return code


def translated_name(code: str) -> str:
    """The language's name inside a sentence in the active language ("inglés"); the code where Django knows none.

    Django gives every name a capital; most languages write them without one.
    """
    try:
        name = str(get_language_info(code)["name_translated"])
    except KeyError:
        return code
    return name if (get_language() or "en").partition("-")[0] in CAPITALISE else name.lower()


def _best(factory: Any, text: str) -> str | None:
    """The most likely language if it is likely enough; langdetect raises on a text without one letter that it knows."""
    detector = factory.create()
    detector.append(text)
    try:
        guesses = detector.get_probabilities()
    except importlib.import_module("langdetect").LangDetectException:
        return None
    return str(guesses[0].lang) if guesses and guesses[0].prob >= LEAST_PROBABILITY else None


def _factory(profiles: frozenset[str]) -> Any:
    """A detector factory of our own, loaded once under a lock: a cold start shared by threads gives wrong answers."""
    with _loading:
        if profiles not in _factories:
            _factories[profiles] = _loaded(profiles)
        return _factories[profiles]


def _loaded(profiles: frozenset[str]) -> Any:
    """Imported here, since most processes never ask for a language."""
    package = importlib.import_module("langdetect.detector_factory")
    files = sorted(Path(package.PROFILES_DIRECTORY).iterdir())
    factory = package.DetectorFactory()
    factory.load_json_profile(
        [path.read_text(encoding="utf-8") for path in files if not profiles or path.name in profiles]
    )
    factory.set_seed(SEED)
    return factory


def _profile(language: str) -> str:
    language = language.lower()
    return _PROFILES.get(language) or _PROFILES.get(language.partition("-")[0]) or language.partition("-")[0]


def _shouts(text: str) -> bool:
    """Whether a text is in capitals, which langdetect skips as if they were names."""
    return sum(map(str.isupper, text)) > sum(map(str.islower, text))
