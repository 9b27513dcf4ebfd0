"""Texts with marks: for hypothesis, and quicker ones by the thousand."""

from hypothesis import strategies as st

from wagtail_hrnews.translation.inline import InlineText, Mark

WORDS = (
    "house",
    "río",
    "peace",
    "no",
    "1,200",
    "“yes”",
    "a<b",
    "R&D",
    "[x]",
    "don't",
    "XII",
    "日本",
    "…",
    "C++",
    "x@y.org",
)
RUNS = st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join)
GAPS = st.sampled_from(["", " ", ", ", ". ", "\u00a0"])


@st.composite
def inline_texts(draw, runs=RUNS, most_marks=6):
    """A well-formed text: runs, void marks and nested elements, with or without blanks round them."""
    budget = draw(st.integers(0, most_marks))
    numbers = iter(draw(st.permutations(range(1, most_marks + 1))))
    parts, stack = [], []
    for _ in range(budget):
        parts += [draw(runs), draw(GAPS)]
        kind = draw(st.sampled_from(["open", "open", "void", "close"]))
        if kind == "close" and stack:
            parts.append(Mark(stack.pop(), "close"))
        elif kind == "void":
            parts.append(Mark(next(numbers), "void"))
        else:
            stack.append(next(numbers))
            parts.append(Mark(stack[-1], "open"))
        parts.append(draw(GAPS))
    parts.append(draw(runs))
    parts += [part for number in reversed(stack) for part in (Mark(number, "close"), draw(GAPS))]
    return InlineText.of(parts)


def random_text(choice, most_marks=5):
    """The same from a ``random.Random``, with a blank between words and marks now and then."""
    parts, stack = [], []
    for number in range(1, choice.randint(0, most_marks) + 1):
        parts += [" ".join(choice.choices(WORDS, k=choice.randint(1, 3))), choice.choice(["", " ", " "])]
        kind = choice.choice(["open", "open", "void", "close"])
        if kind == "close" and stack:
            parts.append(Mark(stack.pop(), "close"))
        else:
            parts.append(Mark(number, "void" if kind == "void" else "open"))
            stack += [number] if kind != "void" else []
    parts.append(choice.choice(WORDS))
    parts += [Mark(number, "close") for number in reversed(stack)]
    return InlineText.of(parts)
