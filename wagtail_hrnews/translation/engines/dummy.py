"""An engine that translates nothing and says so in every text: for tests, and for demos where Apertium is missing."""

from collections.abc import Sequence

from wagtail_hrnews.translation.inline import InlineText

from .base import Engine, Result


class DummyEngine(Engine):
    """Puts a placeholder's mark before the text, and keeps words, numbers and inline marks as they are."""

    is_local = True
    label = "Dummy"

    def translate(self, texts: Sequence[InlineText], source: str, target: str, *, timeout: float) -> list[Result]:
        """Mark each text; nothing can fail, so ``timeout`` does not matter."""
        return [Result(_mark(text, source, target)) for text in texts]


def _mark(text: InlineText, source: str, target: str) -> InlineText:
    """Name base languages only: the digits of ``es-419`` would look like a number that the original lacks."""
    if not text.has_words:
        return text
    label = f"[{source.partition('-')[0]}→{target.partition('-')[0]} placeholder] "
    return InlineText.of((label, *text.parts))
