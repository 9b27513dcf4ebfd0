"""What a reviewer sees in Wagtail's editor beside the form: a panel at the top, and the source text at each field.

Plain values, made from a draft and its target; templates and one static script show them.
"""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from wagtail_hrnews.languages import translated_name

from ..engine_choice import engine_label
from ..inline import InlineText
from ..messages import flag_message
from ..models import Approval, Draft, Segment
from ..originals import current_source_hash
from ..permissions import may_approve
from ..reviewing import Shown, last_approval
from ..segments import TextSegment, extract, text_hash


@dataclass(frozen=True, slots=True)
class SourceText:
    """The source of one segment: where to show it (content path, block key last for rich text), and what is flagged."""

    path: tuple[str, ...]
    rich: bool
    text: str
    flags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReviewScreen:
    """All that the templates need; ``shown`` goes into the form and comes back with it."""

    draft: Draft
    source: Any
    engine: str
    shown: str
    texts: tuple[SourceText, ...]
    is_approved: bool
    is_stale: bool
    approval: Approval | None
    may_approve: bool

    @property
    def flagged(self) -> tuple[SourceText, ...]:
        """The source texts whose translation carries a flag."""
        return tuple(text for text in self.texts if text.flags)

    @property
    def source_language(self) -> str:
        """The original's language, in the reviewer's."""
        return translated_name(self.draft.source_language)

    @property
    def drafted_at(self) -> datetime | None:
        """When the machine last wrote this text."""
        return self.draft.drafted_at

    def texts_as_json(self) -> list[dict[str, Any]]:
        """For the script that puts the source beside each field."""
        return [asdict(text) for text in self.texts]


def build_review_screen(draft: Draft, target: Any, user: Any) -> ReviewScreen:
    """Put together what ``user`` sees when they open ``target`` in the editor. Writes nothing."""
    source = draft.source()
    source_hash = current_source_hash(draft, source)
    approval = draft.approvals.filter(target_hash=text_hash(target), source_hash=source_hash).first()
    return ReviewScreen(
        draft=draft,
        source=source,
        engine=engine_label(draft.engine),
        shown=str(Shown(source_hash, target.latest_revision_id)),
        texts=tuple(_texts(draft, source, target)) if source is not None else (),
        is_approved=approval is not None,
        is_stale=source_hash != draft.text_of_source,
        approval=approval or last_approval(draft),
        may_approve=may_approve(user, target),
    )


def _texts(draft: Draft, source: Any, target: Any) -> Iterator[SourceText]:
    rows = {row.path: row for row in draft.segments.all()}
    now = {segment.key: segment.text.plain for segment in extract(target)}
    for segment in extract(source):
        flags = tuple(flag_message(flag) for flag in _flags(segment, rows.get(segment.key), now.get(segment.key)))
        yield SourceText(segment.path, segment.kind == "rich", segment.text.plain, flags)


def _flags(segment: TextSegment, row: Segment | None, now: str | None) -> list[str]:
    """A flag is about what the machine wrote: it goes when a person changes the passage, or the original changes."""
    if row is None or now is None or row.source_hash != segment.hash():
        return []
    machine = InlineText.parse(row.text).plain
    is_machine = now.split() == machine.split() or ("too-long" in row.flags and machine.startswith(now))
    return list(row.flags) if is_machine else []
