"""An engine that cannot work, for the one draft of the demo that shows what editors see then."""

from collections.abc import Sequence

from wagtail_hrnews.translation.engines.base import Engine, Result
from wagtail_hrnews.translation.engines.exceptions import QuotaExceeded
from wagtail_hrnews.translation.inline import InlineText


class SpentEngine(Engine):
    """A paid engine at the end of its month: each call is refused, and asking again soon does not help."""

    is_local = True
    label = "Spent"

    def translate(self, texts: Sequence[InlineText], source: str, target: str, *, timeout: float) -> list[Result]:
        raise QuotaExceeded("the demo's quota is used up")
