"""Are the links, and whatever else is marked, still there?"""

from collections import Counter

from wagtail_hrnews.translation.inline import InlineText

from .base import Check


class LinksCheck(Check):
    """A link or other mark is lost, doubled, crossed with another or empty. Their order is the translator's."""

    code = "links"
    blocking = True

    def check(self, source: InlineText, target: InlineText, source_language: str, target_language: str) -> bool:
        """Compare the marks alone."""
        if Counter(source.marks) != Counter(target.marks) or not target.is_well_formed():
            return True
        return bool(_filled(source) - _filled(target))


def _filled(text: InlineText) -> set[int]:
    """The numbers of the elements with anything but white space inside."""
    open_marks: list[int] = []
    filled: set[int] = set()
    for part in text.parts:
        if isinstance(part, str):
            filled.update(open_marks if part.strip() else ())
        elif part.kind == "open":
            open_marks.append(part.id)
        elif part.kind == "close" and part.id in open_marks:
            open_marks.remove(part.id)
    return filled
