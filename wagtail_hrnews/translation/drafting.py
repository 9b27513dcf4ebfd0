"""From a queued draft to a Wagtail draft revision: claim, extract, ask the engines, store each answer, ingest.

The engines are asked outside every transaction. Each answer is stored as it arrives, so that a killed worker, a dead
engine or a new attempt never pays twice. A person's text is never written over.
"""

from datetime import datetime, timedelta
from typing import Any

from django.db.models import F
from django.utils import timezone

from wagtail_hrnews.conf import hrnews_settings

from .answers import Answers
from .engines.exceptions import EngineError
from .exceptions import NoEngine, TranslatedByHand
from .models import Approval, Draft
from .segments import TextSegment, extract, text_hash
from .writing import is_open_in_editor, write_target

State = Draft.State

LEASE = timedelta(minutes=15)
"""How long a worker may be at one draft; after that it is taken for killed and another one may begin."""
MAX_ATTEMPTS = 6
FIRST_PAUSE = timedelta(minutes=1)
"""Between the first and the second attempt; doubled for each further one."""
EDITOR_PAUSE = timedelta(minutes=2)
"""Until the next look whether a person has closed the editor."""


def draft(draft_id: int) -> bool:
    """Draft what ``draft_id`` asks for; True if it has to be enqueued again (the original changed meanwhile).

    Does nothing where another worker is at it, or where there is nothing to do. Failures are kept in the row.
    """
    lease = _claim(draft_id)
    if lease is None:
        return False
    job = Draft.objects.select_related("source_locale", "target_locale", "content_type").get(pk=draft_id)
    try:
        _work(job)
    except EngineError as error:
        _fail(job, error.code, retry=error.retryable)
    except NoEngine as error:
        _fail(job, error.code, retry=False)
    except TranslatedByHand:
        job.state = State.BY_HAND
    return _release(job, lease)


def _claim(draft_id: int) -> datetime | None:
    lease = timezone.now() + LEASE
    claimed = (
        Draft.objects.claimable()
        .filter(pk=draft_id)
        .update(state=State.DRAFTING, lease_until=lease, attempts=F("attempts") + 1, error="")
    )
    return lease if claimed else None


def _work(job: Draft) -> None:
    source = job.source()
    if source is None:
        _fail(job, "source-gone", retry=False)
        return
    source_hash, segments = text_hash(source), extract(source)
    target = job.target()
    if target is not None and (is_touched(job, target) or is_open_in_editor(target)):
        _leave(job, target)
        return
    answers = Answers(job, segments)
    error = answers.ask(keep_local=hrnews_settings.KEEP_LOCAL or not source.live) if answers.missing() else None
    missing = answers.missing()
    job.segment_count, job.drafted_count = len(segments), len(segments) - len(missing)
    if missing:
        raise error or EngineError("no answer")
    _finish(job, source, source_hash, answers)


def is_touched(job: Draft, target: Any) -> bool:
    """Whether a person changed the text since a machine last wrote it."""
    return text_hash(target) != job.machine_hash


def _finish(job: Draft, source: Any, source_hash: str, answers: Answers) -> None:
    def visit(segment: TextSegment) -> Any:
        return answers.text_of(segment)

    answers.prune()
    job.engine = next((row.provenance for row in answers.rows.values() if row.provenance), "")
    job.text_of_source = source_hash
    write_target(job, source, visit)
    job.state, job.attempts, job.next_try_at = State.IN_REVIEW, 0, None


def _leave(job: Draft, target: Any) -> None:
    """Write nothing: a person's text stays, and shows as stale where the original changed."""
    approved = Approval.objects.filter(draft=job, target_hash=text_hash(target)).exists()
    job.state = State.APPROVED if approved else State.IN_REVIEW
    job.attempts, job.next_try_at = 0, None
    if not is_touched(job, target) and job.text_of_source != job.source_hash:
        job.state, job.next_try_at = State.QUEUED, timezone.now() + EDITOR_PAUSE


def _fail(job: Draft, code: str, *, retry: bool) -> None:
    job.state, job.error = State.FAILED, code
    again = retry and job.attempts < MAX_ATTEMPTS
    job.next_try_at = timezone.now() + FIRST_PAUSE * 2 ** (job.attempts - 1) if again else None


def _release(job: Draft, lease: datetime) -> bool:
    """Store the outcome, unless another worker took the draft over; True if the original changed meanwhile."""
    asked = Draft.objects.filter(pk=job.pk, lease_until=lease).values_list("source_hash", flat=True).first()
    if asked is None:
        return False
    changed = asked != job.source_hash
    if changed:
        job.state, job.next_try_at = State.QUEUED, None
    fields = ["state", "error", "attempts", "next_try_at", "segment_count", "drafted_count", "engine", "target_id"]
    fields += ["machine_hash", "text_of_source", "drafted_at", "lease_until", "updated_at"]
    job.lease_until = None
    job.save(update_fields=fields)
    return changed
