"""White space round marks: engines put a blank on the wrong side of a marker, or lose it."""

from wagtail_hrnews.translation.inline import InlineText, Mark

Part = str | Mark

_CLOSING = frozenset(".,;:!?…)]}»”\u2019%")
_OPENING = frozenset("([{«“\u2018¿¡")


def tidy_spaces(target: InlineText, source: InlineText) -> InlineText:
    """Put the blanks beside each mark where the source has them, and drop the outer ones.

    Only blanks next to marks are touched; a mark that stands beside another mark is left as it is.
    """
    parts: list[Part] = ["", *target.parts, ""]
    habits = _habits(source)
    for position, part in enumerate(parts):
        if isinstance(part, Mark) and part in habits and part.kind != "void":
            _tidy(parts, position, *habits[part])
    return stripped(InlineText.of(parts))


def _habits(source: InlineText) -> dict[Mark, tuple[bool, bool]]:
    """Whether the source has white space before and after each mark."""
    parts = ("", *source.parts, "")
    return {
        part: (_ends_blank(parts[position - 1]), _starts_blank(parts[position + 1]))
        for position, part in enumerate(parts)
        if isinstance(part, Mark)
    }


def _tidy(parts: list[Part], position: int, blank_before: bool, blank_after: bool) -> None:
    before, mark, after = parts[position - 1 : position + 2]
    if not (isinstance(before, str) and isinstance(after, str)):
        return
    if isinstance(mark, Mark) and mark.kind == "open":
        before, after = _tidy_open(before, after, blank_before, blank_after)
    else:
        before, after = _tidy_close(before, after, blank_before, blank_after)
    parts[position - 1], parts[position + 1] = before, after


def _tidy_open(outer: str, inner: str, blank_outside: bool, blank_inside: bool) -> tuple[str, str]:
    if inner[:1].isspace() and not blank_inside:
        inner = inner.lstrip()
        outer = outer if outer[-1:].isspace() else f"{outer} "
    if not blank_outside and outer.rstrip()[-1:] in _OPENING:
        outer = outer.rstrip()
    if blank_outside and outer[-1:].isalnum() and inner[:1].isalnum():
        outer += " "
    return outer, inner


def _tidy_close(inner: str, outer: str, blank_inside: bool, blank_outside: bool) -> tuple[str, str]:
    if inner[-1:].isspace() and not blank_inside:
        inner = inner.rstrip()
        outer = outer if outer[:1].isspace() else f" {outer}"
    if not blank_outside and outer.lstrip()[:1] in _CLOSING:
        outer = outer.lstrip()
    if blank_outside and outer[:1].isalnum() and inner[-1:].isalnum():
        outer = f" {outer}"
    return inner, outer


def stripped(text: InlineText) -> InlineText:
    """Without white space at the ends."""
    parts = list(text.parts)
    if parts and isinstance(parts[0], str):
        parts[0] = parts[0].lstrip()
    if parts and isinstance(parts[-1], str):
        parts[-1] = parts[-1].rstrip()
    return InlineText.of(parts)


def _ends_blank(part: Part) -> bool:
    return isinstance(part, str) and part[-1:].isspace()


def _starts_blank(part: Part) -> bool:
    return isinstance(part, str) and part[:1].isspace()
