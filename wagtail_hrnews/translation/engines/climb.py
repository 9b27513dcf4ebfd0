"""One text on its way down the ladder of ``StringEngine``."""

from collections.abc import Sequence

from wagtail_hrnews.translation.inline import InlineText

from .answers import Answer
from .base import Result
from .envelope import Envelope, widen
from .exceptions import BadAnswer, EngineError
from .markup import MarkupCodec, MarkupDamaged

MARKUP = "markup"


class Climb:
    """Holds what to ask for a text, takes the answers, and ends with a result."""

    def __init__(self, text: InlineText, codec: MarkupCodec) -> None:
        self.codec = codec
        self.result = None if text.has_words else Result(text)
        self.text = widen(text)
        self.flags = () if self.text == text else (MARKUP,)
        self.question = ""
        """The string to send; empty where this text cannot be written with its marks."""
        if self.result is None and text.is_well_formed():
            self.envelope = Envelope.around(self.text, codec.is_opaque)
            self.question = self._written()

    @property
    def wants_whole(self) -> bool:
        """Whether sending it as a whole is worth trying."""
        return self.result is None and self.question != ""

    def hear(self, answer: Answer | EngineError) -> None:
        """Take the answer to ``question``; damaged marks leave the result open."""
        if isinstance(answer, EngineError):
            self.result = Result(error=answer)
            return
        try:
            core = self.codec.decode(answer.text, self.envelope.core)
        except MarkupDamaged:
            return
        self.result = Result(self.envelope.restore(core), flags=_joined(self.flags, answer.flags))

    def questions_apart(self) -> list[str]:
        """The runs that hold words, each written alone."""
        return [self.codec.encode(Envelope.around(run).core) for run in self._runs()]

    def hear_apart(self, answers: Sequence[Answer | EngineError]) -> None:
        """Put the runs' answers between the marks; one run without an answer fails the text."""
        good = [answer for answer in answers if isinstance(answer, Answer)]
        failures = [answer for answer in answers if isinstance(answer, EngineError)]
        try:
            heard = [self._heard(run, answer) for run, answer in zip(self._runs(), good, strict=not failures)]
        except MarkupDamaged as error:
            failures.append(error)
        if failures:
            self.result = Result(error=failures[0])
            return
        runs = iter(heard)
        parts = [next(runs) if isinstance(part, str) and _has_words(part) else part for part in self.text.parts]
        self.result = Result(InlineText.of(parts), flags=_joined((MARKUP,), *(answer.flags for answer in good)))

    def outcome(self) -> Result:
        """The result that was reached."""
        return self.result or Result(error=BadAnswer("no answer"))

    def _runs(self) -> list[InlineText]:
        return [InlineText((part,)) for part in self.text.parts if isinstance(part, str) and _has_words(part)]

    def _heard(self, run: InlineText, answer: Answer) -> str:
        """One run's translation, in the run's own white space; engines begin a sentence where there is none."""
        envelope = Envelope.around(run)
        core = self.codec.decode(answer.text, envelope.core).plain
        if envelope.core.plain[:1].islower() and core[:1].isupper() and not core[1:2].isupper():
            core = core[:1].lower() + core[1:]
        return envelope.restore(InlineText.of([core])).plain

    def _written(self) -> str:
        try:
            return self.codec.encode(self.envelope.core)
        except MarkupDamaged:
            return ""


def _has_words(run: str) -> bool:
    return InlineText((run,)).has_words


def _joined(*groups: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(flag for group in groups for flag in group))
