"""StreamField blocks: which of a block's raw values hold text, found by the block's class.

A site's own block that is built from Wagtail's needs nothing. A StructBlock may name the children that are translated
in ``translatable_fields``, as a model does its fields. A block that keeps its text in a way of its own registers a
function in one line: ``register_block(MyBlock, walk_my_block)``.
"""

from collections.abc import Callable
from typing import Any

from wagtail import blocks
from wagtail.contrib.table_block.blocks import TableBlock
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock

from ..inline import InlineText
from .richtext import walk_rich_text
from .segment import Path, TextSegment, Visit

Walk = Callable[[Any, Any, Path, Visit], Any]
"""``walk(block, raw value, path, visit)`` returns the raw value with the visited texts put in."""

_walks: dict[type, Walk] = {}


def register_block(block_class: type, walk: Walk) -> None:
    """Say how the text of ``block_class`` and its subclasses is found."""
    _walks[block_class] = walk


def walk_block(block: Any, value: Any, path: Path, visit: Visit) -> Any:
    """Walk one block's raw value with the function of its nearest registered class; others are left whole."""
    for block_class in type(block).__mro__:
        if block_class in _walks:
            return _walks[block_class](block, value, path, visit)
    return value


def walk_text(value: Any, path: Path, visit: Visit, max_length: int | None = None) -> Any:
    """Plain text, whether a field's, a block's or a table cell's."""
    if not isinstance(value, str) or not value.strip():
        return value
    return visit(TextSegment(path, InlineText.of([value]), max_length=max_length)).plain


def _walk_char(block: Any, value: Any, path: Path, visit: Visit) -> Any:
    return walk_text(value, path, visit, getattr(block.field, "max_length", None))


def _walk_rich_text(block: Any, value: Any, path: Path, visit: Visit) -> Any:
    return walk_rich_text(value, path, visit) if isinstance(value, str) else value


def _walk_struct(block: Any, value: Any, path: Path, visit: Visit) -> Any:
    if not isinstance(value, dict):
        return value
    children = block.child_blocks
    named = [name for name in children if name in value and name in getattr(block, "translatable_fields", children)]
    # In the block's order, as PostgreSQL stores the keys of a JSON object in one of its own.
    walked = {name: walk_block(children[name], value[name], (*path, name), visit) for name in named}
    return {name: walked.get(name, child) for name, child in value.items()}


def _walk_list(block: Any, value: Any, path: Path, visit: Visit) -> Any:
    if not isinstance(value, list):
        return value
    return [_walk_item(block.child_block, item, (*path, _item_id(item, n)), visit) for n, item in enumerate(value)]


def _walk_stream(block: Any, value: Any, path: Path, visit: Visit) -> Any:
    if not isinstance(value, list):
        return value
    children = block.child_blocks
    return [
        _walk_item(children.get(item.get("type")), item, (*path, _item_id(item, n)), visit)
        for n, item in enumerate(value)
    ]


def _walk_item(block: Any, item: Any, path: Path, visit: Visit) -> Any:
    if block is None or not isinstance(item, dict) or "value" not in item:
        return item
    return {**item, "value": walk_block(block, item["value"], path, visit)}


def _item_id(item: Any, number: int) -> str:
    return (isinstance(item, dict) and item.get("id")) or str(number)


def _walk_table(block: Any, value: Any, path: Path, visit: Visit) -> Any:
    if not isinstance(value, dict):
        return value
    walked = dict(value)
    walked["data"] = [
        [walk_text(cell, (*path, "data", str(row), str(column)), visit) for column, cell in enumerate(cells)]
        for row, cells in enumerate(value.get("data") or [])
    ]
    if "table_caption" in value:
        walked["table_caption"] = walk_text(value["table_caption"], (*path, "table_caption"), visit)
    return walked


def _walk_typed_table(block: Any, value: Any, path: Path, visit: Visit) -> Any:
    if not isinstance(value, dict):
        return value
    columns = value.get("columns") or []
    return {
        **value,
        "caption": walk_text(value.get("caption"), (*path, "caption"), visit),
        "columns": [
            {**column, "heading": walk_text(column.get("heading"), (*path, "columns", str(n)), visit)}
            for n, column in enumerate(columns)
        ],
        "rows": [
            {**row, "values": _walk_cells(block, columns, row, (*path, "rows", str(n)), visit)}
            for n, row in enumerate(value.get("rows") or [])
        ],
    }


def _walk_cells(block: Any, columns: list[Any], row: Any, path: Path, visit: Visit) -> list[Any]:
    return [
        walk_block(block.child_blocks[column["type"]], cell, (*path, str(n)), visit)
        if column.get("type") in block.child_blocks
        else cell
        for n, (column, cell) in enumerate(zip(columns, row.get("values") or [], strict=False))
    ]


register_block(blocks.CharBlock, _walk_char)
register_block(blocks.TextBlock, _walk_char)
register_block(blocks.RichTextBlock, _walk_rich_text)
register_block(blocks.BaseStructBlock, _walk_struct)
register_block(blocks.ListBlock, _walk_list)
register_block(blocks.BaseStreamBlock, _walk_stream)
register_block(TableBlock, _walk_table)
register_block(TypedTableBlock, _walk_typed_table)
