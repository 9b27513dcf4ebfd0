import pytest
from wagtail.models import ModelLogEntry

from wagtail_hrnews.comments import moderation
from wagtail_hrnews.comments.models import Status


@pytest.mark.parametrize(
    ("act", "status", "logged"),
    [
        (moderation.approve, Status.APPROVED, "hrnews.comment.approve"),
        (moderation.reject, Status.REJECTED, "hrnews.comment.reject"),
        (moderation.mark_as_spam, Status.SPAM, "hrnews.comment.spam"),
    ],
)
def test_decision_is_stored_and_logged(make_comment, moderator, act, status, logged) -> None:
    comment = make_comment()
    assert act(comment, moderator)
    comment.refresh_from_db()
    assert (comment.status, comment.moderated_by) == (status, moderator)
    assert comment.moderated_at is not None
    entry = ModelLogEntry.objects.get()
    assert (entry.action, entry.user, entry.object_id) == (logged, moderator, str(comment.pk))
    assert entry.data == {"from": "pending"}


def test_log_holds_nothing_of_the_comment(make_comment, moderator) -> None:
    comment = make_comment()
    moderation.approve(comment, moderator)
    entry = ModelLogEntry.objects.get()
    written = f"{entry.label} {entry.data} {entry.message}"
    assert not [words for words in ("Ilse", "example.org", "saw it") if words in written]


def test_decision_twice_is_logged_once(make_comment, moderator) -> None:
    comment = make_comment()
    stale = type(comment).objects.get(pk=comment.pk)
    assert moderation.approve(comment, moderator)
    assert not moderation.approve(stale, moderator)
    assert ModelLogEntry.objects.count() == 1


def test_decision_can_be_taken_back(make_comment, moderator) -> None:
    comment = make_comment()
    moderation.mark_as_spam(comment, moderator)
    assert moderation.approve(comment, moderator)
    comment.refresh_from_db()
    assert comment.status == Status.APPROVED


def test_decide_all_counts_what_changed(make_comment, moderator) -> None:
    comments = [make_comment(), make_comment(), make_comment(status=Status.APPROVED)]
    assert moderation.decide_all(comments, moderation.APPROVE, moderator) == 2
