"""From a queued draft to a Wagtail draft revision: claim, extract, ask the engines, store each answer, ingest.

The engines are asked outside every transaction. Each answer is stored as it arrives, so that a killed worker, a dead
engine or a new attempt never pays twice. A person's text is never written over.
"""

import logging
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from wagtail_hrnews.conf import hrnews_settings

from .answers import Answers
from .engines.exceptions import EngineError
from .exceptions import LeaseLost, NoEngine, TranslatedByHand
from .models import Approval, Draft
from .models.draft import MAX_ATTEMPTS
from .segments import TextSegment, extract, text_hash
from .writing import is_touched, may_write, write_target

State = Draft.State
logger = logging.getLogger(__name__)

LEASE = timedelta(minutes=15)
"""How long a worker may be at one draft; after that it is taken for killed and another one may begin."""
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
    except LeaseLost:
        return False
    except Exception as error:  # noqa: BLE001  (whatever a site's own model, block or engine does, the row says so)
        logger.error("Draft %s failed: %s", draft_id, type(error).__name__)  # the message may hold the text
        _fail(job, "internal", retry=True)
    return _release(job, lease)


def give_up_abandoned() -> int:
    """File as failed what killed one worker after the other; returns how many."""
    return Draft.objects.abandoned().update(state=State.FAILED, error="abandoned", lease_until=None, next_try_at=None)


def _claim(draft_id: int) -> datetime | None:
    lease = timezone.now() + LEASE
    due = Draft.objects.due().filter(pk=draft_id)
    claimed = due.update(state=State.DRAFTING, lease_until=lease, attempts=F("attempts") + 1, error="")
    return lease if claimed else None


def _work(job: Draft) -> None:
    source = job.source()
    if source is None:
        _fail(job, "source-gone", retry=False)
        return
    source_hash, segments = text_hash(source), extract(source)
    if not may_write(job):
        _leave(job)
        return
    answers = Answers(job, segments)
    error = answers.ask(keep_local=hrnews_settings.KEEP_LOCAL or not source.live) if answers.missing() else None
    missing = answers.missing()
    job.segment_count, job.drafted_count = len(segments), len(segments) - len(missing)
    if missing:
        raise error or EngineError("no answer")
    _finish(job, source, source_hash, answers)


def _finish(job: Draft, source: Any, source_hash: str, answers: Answers) -> None:
    def visit(segment: TextSegment) -> Any:
        return answers.text_of(segment)

    answers.prune()
    job.engine = next((row.provenance for row in answers.rows.values() if row.provenance), "")
    if write_target(job, source, source_hash, visit):
        job.state, job.attempts, job.next_try_at = State.IN_REVIEW, 0, None
    else:
        _leave(job)


def _leave(job: Draft) -> None:
    """Write nothing: a person's text stays, and shows as stale where the original changed."""
    target = job.target()
    approved = Approval.objects.filter(draft=job, target_hash=text_hash(target)).exists()
    job.state = State.APPROVED if approved else State.IN_REVIEW
    job.attempts, job.next_try_at = 0, None
    if not is_touched(job, target) and job.text_of_source != job.source_hash:
        job.state, job.next_try_at = State.QUEUED, timezone.now() + EDITOR_PAUSE


def _fail(job: Draft, code: str, *, retry: bool) -> None:
    job.state, job.error = State.FAILED, code
    again = retry and job.attempts < MAX_ATTEMPTS
    job.next_try_at = timezone.now() + FIRST_PAUSE * 2 ** (job.attempts - 1) if again else None


@transaction.atomic
def _release(job: Draft, lease: datetime | None) -> bool:
    """Store the outcome, unless another worker or a reviewer took over; True if the original changed meanwhile."""
    row = Draft.objects.select_for_update().filter(pk=job.pk, lease_until=lease).first()
    if row is None:
        return False
    changed = row.source_hash != job.source_hash
    if changed:
        job.state, job.next_try_at = State.QUEUED, None
    job.lease_until = None
    fields = ["state", "error", "attempts", "next_try_at", "segment_count", "drafted_count", "engine", "lease_until"]
    job.save(update_fields=[*fields, "updated_at"])
    return changed
