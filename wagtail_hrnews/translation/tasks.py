"""What the worker runs: ids in, one call. Django's own tasks API, through the backport that Wagtail itself uses."""

from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone
from django_tasks import task

from . import drafting
from .models import Draft


@task()
def draft_translation(draft_id: int) -> None:
    """Draft one language of one page or snippet; safe to run twice."""
    if drafting.draft(draft_id):
        draft_translation.enqueue(draft_id)


def enqueue(drafts: Iterable[Draft]) -> None:
    """Hand drafts to the worker as soon as the transaction that asked for them is committed.

    A queue that is down stops no publication: the drafts stay queued, and ``hrnews_resume`` finds them.
    """
    for draft in drafts:
        _enqueue_on_commit(draft.pk)


def _enqueue_on_commit(draft_id: int) -> None:
    def enqueue_now() -> None:  # no partial: Django asks a robust function that failed for its name
        draft_translation.enqueue(draft_id)
        Draft.objects.filter(pk=draft_id).update(enqueued_at=timezone.now())

    transaction.on_commit(enqueue_now, robust=True)
