"""The article that is drafted: long, with everything that a paragraph may hold, and no sentence twice."""

from itertools import count
from typing import Any

SEGMENTS = 48
"""Headline, standfirst, 4 headings, 4 quotations with their speakers, 34 paragraphs."""
HEADINGS, QUOTES, PARAGRAPHS = 4, 4, 34
PARAGRAPHS_IN_BLOCK = 17

_SENTENCE = (
    "On day {n} the council heard <b>witness {n}</b>, who had walked to the town from the upper valley to tell of the "
    'closed well; the minutes are in <a href="https://council.example/minutes/{n}">file {n}</a>. '
    "Nobody at the table asked why the letter had lain in a drawer for so long."
)


def fields(name: str) -> dict[str, Any]:
    """Values for an ``ArticlePage``; ``name`` tells one round's article from the next one's."""
    return {
        "title": f"Council opens the file of the closed well, {name}",
        "slug": f"closed-well-{name}",
        "standfirst": f"Witnesses of round {name} came from nine villages, and the reading of the minutes took a day.",
        "body": _body(),
    }


def _body() -> list[tuple[str, Any]]:
    numbers = count(1)
    body: list[tuple[str, Any]] = []
    for part in range(HEADINGS):
        body.append(("heading", f"What the villages of district {part + 1} said"))
        if part % 2 == 0:
            paragraphs = [f"<p>{_SENTENCE.format(n=next(numbers))}</p>" for _ in range(PARAGRAPHS_IN_BLOCK)]
            body.append(("paragraph", "".join(paragraphs)))
        quote = {
            "text": f"We wrote {part + 2} letters and kept a copy.",
            "attribution": f"Speaker of village {part + 1}",
        }
        body.append(("quote", quote))
    return body
