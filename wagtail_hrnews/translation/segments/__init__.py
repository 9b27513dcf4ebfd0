"""Take a page or snippet apart into segments, and put it together again. Knows model fields and blocks, never a query.

Taking apart and putting together are one walk with two visitors (``document.walk``), so they cannot drift apart.
"""

from .blocks import register_block
from .document import extract, ingest, inline_relations, text_hash, translatable_fields
from .segment import Tag, TextSegment, Visit

__all__ = [
    "Tag",
    "TextSegment",
    "Visit",
    "extract",
    "ingest",
    "inline_relations",
    "register_block",
    "text_hash",
    "translatable_fields",
]
