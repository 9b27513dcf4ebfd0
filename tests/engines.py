"""Engines for tests of everything around engines: real implementations of the contract that need no program.

Name them by dotted path: ``{"BACKEND": "tests.engines.ReversibleEngine"}``. An engine is made anew for each task, so
what they were asked is kept on the class: call ``reset()`` first, read ``calls`` and ``asked`` afterwards.
"""

from collections.abc import Sequence
from typing import Any, ClassVar

from wagtail_hrnews.translation.engines import exceptions
from wagtail_hrnews.translation.engines.base import Engine, Result
from wagtail_hrnews.translation.inline import InlineText


class RecordingEngine(Engine):
    """Keeps the texts of each call; the texts come back as they were."""

    is_local = True
    label = "Recording"
    calls: ClassVar[list[tuple[InlineText, ...]]] = []
    """The texts of each call, of all instances of this class, oldest first."""

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        cls.calls = []

    @classmethod
    def reset(cls) -> None:
        cls.calls.clear()

    @classmethod
    def asked(cls) -> list[str]:
        """Every text ever asked for, in the stored form."""
        return [str(text) for call in cls.calls for text in call]

    def translate(self, texts: Sequence[InlineText], source: str, target: str, *, timeout: float) -> list[Result]:
        self.calls.append(tuple(texts))
        return [self.one(text, source, target) for text in texts]

    def one(self, text: InlineText, source: str, target: str) -> Result:
        return Result(text)


class ReversibleEngine(RecordingEngine):
    """Its own inverse: changes every letter of the alphabet (ROT13, and é ↔ è and the like), nothing else."""

    label = "Reversible"

    def one(self, text: InlineText, source: str, target: str) -> Result:
        return Result(reverse(text))


class WebEngine(ReversibleEngine):
    """The same, said to send its texts to another server."""

    is_local = False
    label = "Web"


class FailingEngine(RecordingEngine):
    """Fails on texts that hold one of ``words`` (on all without ``words``), else works as ReversibleEngine.

    ``error`` is an EngineError or the name of one; ``raises`` gives up the whole call, as an engine does that cannot be
    reached; ``times`` is the number of calls that fail (for ever without it), counted since ``reset()``.
    """

    label = "Failing"

    def __init__(
        self,
        words: Sequence[str] = (),
        error: exceptions.EngineError | str = "EngineUnavailable",
        *,
        raises: bool = False,
        times: int | None = None,
    ) -> None:
        super().__init__()
        self.words = tuple(words)
        self.error = getattr(exceptions, error)("failing on purpose") if isinstance(error, str) else error
        self.raises = raises
        self.times = times

    def translate(self, texts: Sequence[InlineText], source: str, target: str, *, timeout: float) -> list[Result]:
        results = super().translate(texts, source, target, timeout=timeout)
        if self.raises and any(result.error for result in results):
            raise self.error
        return results

    def one(self, text: InlineText, source: str, target: str) -> Result:
        return Result(error=self.error) if self.fails(text) else Result(reverse(text))

    def fails(self, text: InlineText) -> bool:
        if self.times is not None and len(self.calls) > self.times:
            return False
        return not self.words or any(word in text.plain for word in self.words)


def reverse(text: InlineText) -> InlineText:
    """Change every word; twice gives the text back, marks and white space to the byte."""
    return InlineText.of(part.translate(_Partners()) if isinstance(part, str) else part for part in text.parts)


class _Partners:
    """Each letter's partner, for ``str.translate``; no partner is anything but a letter."""

    def __getitem__(self, code: int) -> int:
        character = chr(code)
        if character.isascii() and character.isalpha():
            first = ord("a" if character.islower() else "A")
            return first + (code - first + 13) % 26
        return code ^ 1 if character.isalpha() and chr(code ^ 1).isalpha() and code > 127 else code


class GrowingEngine(RecordingEngine):
    """Answers with twice the text."""

    def one(self, text: InlineText, source: str, target: str) -> Result:
        return Result(InlineText.of([*text.parts, " ", text.plain]))
