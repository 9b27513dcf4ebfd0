"""The base of engines that go through deep-translator: a fresh translator a text, our transport, errors by name."""

import importlib.util
import re
import threading
from abc import abstractmethod
from collections.abc import Collection, Mapping, Sequence
from types import ModuleType
from typing import Any, ClassVar

from django.utils.translation import gettext as _

from .answers import looks_like_an_error
from .exceptions import (
    BadAnswer,
    EngineError,
    EngineNotInstalled,
    EngineUnavailable,
    LanguageNotSupported,
    NotAuthorised,
    QuotaExceeded,
    RateLimited,
    TextTooLong,
)
from .strings import StringEngine
from .transport import CONNECT_SECONDS, READ_SECONDS, transport

ERRORS: Mapping[str, type[EngineError]] = {
    "TooManyRequests": RateLimited,
    "RequestError": EngineUnavailable,
    "ServerException": EngineUnavailable,
    "TranslationNotFound": BadAnswer,
    "ElementNotFoundInGetRequest": BadAnswer,
    "NotValidPayload": BadAnswer,
    "NotValidLength": TextTooLong,
    "LanguageNotSupportedException": LanguageNotSupported,
    "InvalidSourceOrTargetLanguage": LanguageNotSupported,
    "AuthorizationException": NotAuthorised,
    "ApiKeyException": NotAuthorised,
}
"""deep-translator's exceptions by name: they have no common base, and their messages hold the text or the key."""

FOR_ALL = (RateLimited, NotAuthorised, QuotaExceeded, LanguageNotSupported)
"""After one of these the remaining texts are not asked for: they would fail alike."""
MOST_FAILURES = 2
"""So many texts in a row may fail for want of an answer; then the service counts as down."""
LEAST_ECHO = 4
"""So many words with a small first letter make an answer suspect that equals its text; names may well stay."""
_LOWER_WORD = re.compile(r"(?<!\w)[a-zß-öø-ÿ][^\W\d_]+")
_modules: dict[str, ModuleType] = {}
_modules_lock = threading.Lock()


class DeepEngine(StringEngine):
    """A translator class of deep-translator, named by ``module`` and ``class_name``."""

    module: ClassVar[str]
    class_name: ClassVar[str]
    max_length: ClassVar[int]
    """Characters in one text, markers included, that the service takes."""
    whole_answer: ClassVar[re.Pattern[bytes] | None] = None
    """What a body holds that was not cut short."""
    language_codes: ClassVar[Mapping[str, str]] = {}
    """Django's code to the service's, where they differ; others fall back to the base language."""

    def __init__(self, *, connect_timeout: float = CONNECT_SECONDS, read_timeout: float = READ_SECONDS) -> None:
        super().__init__()
        self.patience = {"connect": connect_timeout, "read": read_timeout}

    @abstractmethod
    def supported_codes(self, module: ModuleType) -> Collection[str]:
        """The service's own language codes."""

    def problem(self, source: str, target: str) -> str | None:
        """Only look for the package: importing it takes most of a second."""
        if importlib.util.find_spec("deep_translator") is None:
            return _("deep-translator is not installed. Type: %(command)s") % {"command": "pip install deep-translator"}
        return None

    def translate_strings(
        self, strings: Sequence[str], source: str, target: str, deadline: float
    ) -> list[str | EngineError]:
        """One request a text; a service that is down, or refuses us, is not asked for the rest."""
        answers: list[str | EngineError] = []
        for string in strings:
            answers.append(_verdict(answers) or self._attempt(string, source, target, deadline))
        return answers

    def make_translator(self, module: ModuleType, source: str, target: str) -> Any:
        """A fresh translator: it changes itself while it works, so that a shared one mixes up texts."""
        return getattr(module, self.class_name)(source=source, target=target)

    def judge(self, answer: object, string: str) -> str:
        """Return the answer if it is a translation; raises ``BadAnswer``."""
        if not isinstance(answer, str) or not answer.strip():
            raise BadAnswer("the answer is empty")
        if looks_like_an_error(answer, string):
            raise BadAnswer("the answer is an error message")
        if answer.strip() == string.strip() and len(_LOWER_WORD.findall(string)) >= LEAST_ECHO:
            raise BadAnswer("the answer is the text itself")
        return answer

    def _attempt(self, string: str, source: str, target: str, deadline: float) -> str | EngineError:
        if len(string) > self.max_length:
            return TextTooLong(f"{len(string)} characters, {self.max_length} at most")
        try:
            with transport.until(deadline, whole=self.whole_answer, **self.patience):
                return self.judge(self._call(string, source, target), string)
        except EngineError as error:
            return error

    def _call(self, string: str, source: str, target: str) -> object:
        """Ask deep-translator; whatever it raises leaves here by our name, without its message."""
        module = _private_module(self.module)
        try:
            codes = [self._code(code, module) for code in (source, target)]
            return self.make_translator(module, *codes).translate(string)
        except EngineError:
            raise
        except Exception as error:  # noqa: BLE001 - its exceptions share no base, and answers break its parsing anyhow
            raise ERRORS.get(type(error).__name__, BadAnswer)(f"deep-translator: {type(error).__name__}") from None

    def _code(self, language: str, module: ModuleType) -> str:
        """The service's code for a language, or for its base language."""
        known = set(self.supported_codes(module))
        base = language.partition("-")[0]
        for code in (self.language_codes.get(language), language, self.language_codes.get(base), base):
            if code in known:
                return code
        raise LanguageNotSupported(f"{self.label} does not know {language}")


def _verdict(answers: Sequence[str | EngineError]) -> EngineError | None:
    """The error that the remaining texts share without being asked for, if there is one."""
    last = answers[-MOST_FAILURES:]
    if last and isinstance(last[-1], FOR_ALL):
        return last[-1]
    if len(last) == MOST_FAILURES and all(isinstance(answer, EngineUnavailable) for answer in last):
        return last[-1] if isinstance(last[-1], EngineError) else None
    return None


def _private_module(name: str) -> ModuleType:
    """A copy of one of deep-translator's modules that calls ``transport``; the site's own copy stays as it is."""
    with _modules_lock:
        if name not in _modules:
            spec = importlib.util.find_spec(name)
            if spec is None or spec.loader is None:
                raise EngineNotInstalled("deep-translator is not installed")
            module = importlib.util.module_from_spec(spec)
            spec.loader.exec_module(module)
            vars(module)["requests"] = transport
            _modules[name] = module
        return _modules[name]
