"""Reads the code blocks out of the documentation, so that the tests do what the reader is told to do."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from markdown_it import MarkdownIt


@dataclass(frozen=True, slots=True)
class Fence:
    """One fenced code block: its language, its text, and the headings that it stands under, the nearest last."""

    path: Path
    line: int
    language: str
    text: str
    headings: tuple[str, ...]

    @property
    def file(self) -> str | None:
        """The file that the block belongs to: its first line is ``# path/of/file`` (``{# … #}`` in a template)."""
        first = self.text.partition("\n")[0].strip()
        name = first.removeprefix("{#").removesuffix("#}").removeprefix("#").strip()
        return name if first.startswith(("#", "{#")) and "." in name and " " not in name else None

    def __str__(self) -> str:
        return f"{self.path.name}:{self.line}"


def fences(path: Path) -> Iterator[Fence]:
    """All fenced blocks of a Markdown file."""
    headings: list[tuple[int, str]] = []
    tokens = MarkdownIt().parse(path.read_text(encoding="utf-8"))
    for position, token in enumerate(tokens):
        if token.type == "heading_open":
            level = int(token.tag[1:])
            headings = [*(heading for heading in headings if heading[0] < level), (level, tokens[position + 1].content)]
        elif token.type == "fence":
            line = (token.map or [0])[0] + 1
            yield Fence(path, line, token.info.strip(), token.content, tuple(text for _, text in headings))
