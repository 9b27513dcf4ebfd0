"""The base of engines that translate strings: marks, white space, bad answers and the ladder of fallbacks in one place.

A text climbs down only as far as it must:

1. it is sent whole, marks written as the codec of the engine says;
2. where the answer's marks are damaged, once more;
3. then its runs of text are translated apart, put back between the marks, and the result is flagged ``"markup"``.
"""

import time
from abc import abstractmethod
from collections.abc import Callable, Sequence
from typing import ClassVar

from wagtail_hrnews.translation.inline import InlineText

from .answers import Answer, checked
from .base import Engine, Result
from .climb import Climb
from .exceptions import BadAnswer, EngineError
from .markup import MarkupCodec, TextTokens

Ask = Callable[[Sequence[str]], list[Answer | EngineError]]


class StringEngine(Engine):
    """Write ``translate_strings``; everything that marks need is done here."""

    codec: ClassVar[MarkupCodec] = TextTokens()
    """How marks are written for this engine."""
    repeatable: ClassVar[bool] = True
    """Whether the same question may get another answer; False saves the second rung."""

    @abstractmethod
    def translate_strings(
        self, strings: Sequence[str], source: str, target: str, deadline: float
    ) -> Sequence[str | Answer | EngineError]:
        """Translate ``strings``, in order, one answer each; stop by ``deadline`` (as in ``time.monotonic()``).

        Raise an ``EngineError`` where all fail alike; return it in the place of a string that failed alone.
        """

    def translate(self, texts: Sequence[InlineText], source: str, target: str, *, timeout: float) -> list[Result]:
        """Send what holds words, keep the rest as it is."""
        deadline = time.monotonic() + timeout

        def ask(strings: Sequence[str]) -> list[Answer | EngineError]:
            answers = [checked(answer) for answer in self.translate_strings(strings, source, target, deadline)]
            if len(answers) != len(strings):
                raise BadAnswer(f"{len(answers)} answers to {len(strings)} strings")
            return answers

        climbs = [Climb(text, self.codec) for text in texts]
        _send_whole(ask, climbs)
        if self.repeatable:
            _send_whole(_never_raising(ask), climbs)
        _send_apart(_never_raising(ask), climbs)
        return [climb.outcome() for climb in climbs]


def _send_whole(ask: Ask, climbs: Sequence[Climb]) -> None:
    waiting = [climb for climb in climbs if climb.wants_whole]
    if waiting:
        for climb, answer in zip(waiting, ask([climb.question for climb in waiting]), strict=True):
            climb.hear(answer)


def _send_apart(ask: Ask, climbs: Sequence[Climb]) -> None:
    waiting = [climb for climb in climbs if climb.result is None]
    questions = [climb.questions_apart() for climb in waiting]
    if not waiting:
        return
    answers = iter(ask([question for group in questions for question in group]))
    for climb, group in zip(waiting, questions, strict=True):
        climb.hear_apart([next(answers) for _ in group])


def _never_raising(ask: Ask) -> Ask:
    """On the lower rungs some texts are translated already: an error belongs to those that were asked for."""

    def asked(strings: Sequence[str]) -> list[Answer | EngineError]:
        try:
            return ask(strings)
        except EngineError as error:
            return [error] * len(strings)

    return asked
