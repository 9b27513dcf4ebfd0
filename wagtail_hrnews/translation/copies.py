"""A copy of a machine draft stays one, and a copy of an approved text stays approved."""

from typing import Any

from .gate import written_draft
from .models import Approval, Draft, Segment


def carry_draft(original: Any, copy: Any) -> None:
    """Give ``copy``, which was just made of ``original``, a draft of its own with the same segments and approvals.

    Does nothing where ``original`` holds no machine words, or where ``copy`` has a draft already.
    """
    draft = written_draft(original)
    if draft is None or Draft.objects.for_translation(copy).exists():
        return
    segments, approvals = list(draft.segments.all()), list(draft.approvals.all())
    draft.pk, draft.target_id = None, str(copy.pk)
    draft.translation_key, draft.target_locale_id = copy.translation_key, copy.locale_id
    draft._state.adding = True
    draft.save()
    for segment in segments:
        segment.pk, segment.draft = None, draft
    for approval in approvals:
        approval.pk, approval.draft = None, draft
    Segment.objects.bulk_create(segments)
    Approval.objects.bulk_create(approvals)
