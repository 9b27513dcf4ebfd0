"""The contract between drafting and a machine-translation engine. No ORM, no request, no settings."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from wagtail_hrnews.translation.inline import InlineText

from .exceptions import EngineError


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one text: the translation, or the error that says why there is none. Never both, never neither.

    ``flags`` are codes of what a reviewer should look at, for example ``"markup"`` where inline tags had to be placed
    anew, or ``"unknown-words"`` where the engine left words as they were.
    """

    text: InlineText | None = None
    error: EngineError | None = None
    flags: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if (self.text is None) == (self.error is None):
            raise ValueError("a result holds either a text or an error")


class Engine(ABC):
    """One way to translate. Made anew for each task: ``Engine(**OPTIONS)``; making it costs no I/O.

    ``translate`` returns one result for each text, in order, and raises only ``EngineError`` (all texts failed alike).
    It never runs longer than ``timeout`` seconds, and never puts a text, an answer or a key into a log or an exception.
    """

    is_local: ClassVar[bool] = False
    """True: no text leaves this server."""
    label: ClassVar[str] = ""
    """What a reviewer reads: "Apertium"."""

    @abstractmethod
    def translate(self, texts: Sequence[InlineText], source: str, target: str, *, timeout: float) -> list[Result]:
        """Translate ``texts`` from language code ``source`` into ``target`` (as in Django's ``LANGUAGES``)."""

    def problem(self, source: str, target: str) -> str | None:
        """Say in one line why this engine cannot serve the pair here (not installed, no key), else None; no network."""
        return None

    def __init__(self, **options: Any) -> None:
        if options:
            raise TypeError(f"{type(self).__name__} takes no options {', '.join(sorted(options))}")
