"""From the texts of the demo to the raw value of an article's StreamField."""

from typing import Any
from uuid import NAMESPACE_URL, uuid5

Block = dict[str, Any]


def raw_body(key: str, blocks: list[dict[str, Any]], sample: str) -> list[dict[str, Any]]:
    """Give the raw body of a story; both languages of it share the blocks' ids, as Wagtail's copies do.

    ``sample`` is the last paragraph: it says that the story is a sample wherever the text is shown, feeds included.
    """
    marked = [*blocks, {"p": f"<i>{sample}</i>"}]
    return [raw_block(identity(key, number), block) for number, block in enumerate(marked)]


def raw_block(name: str, block: Block) -> dict[str, Any]:
    """Give one block; its first key says of what kind it is."""
    return {"id": name, **_KINDS[next(iter(block))](name, block)}


def identity(key: str, part: object) -> str:
    """Give the same UUID for the same part of a story at every run."""
    return str(uuid5(NAMESPACE_URL, f"hrnews-demo/{key}/{part}"))


def _paragraph(name: str, block: Block) -> dict[str, Any]:
    return {"type": "paragraph", "value": f'<p data-block-key="{name[:5]}">{block["p"]}</p>'}


def _heading(_name: str, block: Block) -> dict[str, Any]:
    return {"type": "heading", "value": block["h"]}


def _warning(_name: str, block: Block) -> dict[str, Any]:
    return {"type": "content_warning", "value": block["warning"]}


def _quote(_name: str, block: Block) -> dict[str, Any]:
    value = {"text": block["quote"], "attribution": block["by"]}
    return {
        "type": "quote",
        "value": {**value, "original_text": block.get("original", ""), "original_language": block.get("lang", "")},
    }


def _facts(name: str, block: Block) -> dict[str, Any]:
    items = (
        f'<li data-block-key="{identity(name, number)[:5]}">{item}</li>' for number, item in enumerate(block["items"])
    )
    return {"type": "fact_box", "value": {"title": block["facts"], "text": f"<ul>{''.join(items)}</ul>"}}


def _table(_name: str, block: Block) -> dict[str, Any]:
    return {
        "type": "table",
        "value": {
            "data": [block["columns"], *block["rows"]],
            "cell": [],
            "mergeCells": [],
            "table_caption": block["table"],
            "table_header_choice": "both",
            "first_row_is_table_header": True,
            "first_col_is_header": True,
        },
    }


_KINDS = {
    "p": _paragraph,
    "h": _heading,
    "quote": _quote,
    "facts": _facts,
    "table": _table,
    "warning": _warning,
}
