"""Copies, deleted targets and killed workers: the gate knows every text that a machine wrote."""

import pytest
from django.utils import timezone
from wagtail.models import Page

from sandbox.bulletin.models import BulletinPage, Notice
from wagtail_hrnews.translation import drafting
from wagtail_hrnews.translation.exceptions import UnapprovedText
from wagtail_hrnews.translation.models import Approval, Draft, Segment
from wagtail_hrnews.translation.requesting import request_drafts

from .test_gate import approve_now, run

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("revisions", [True, False])
def test_copy_of_a_machine_draft_stays_one(bulletin, revisions):
    draft = run(bulletin)
    copy = draft.target().copy(update_attrs={"slug": "copy"}, copy_revisions=revisions)
    with pytest.raises(UnapprovedText):
        copy.get_latest_revision().publish()
    carried = Draft.objects.get(target_id=str(copy.pk))
    assert carried.segments.count() == draft.segments.count()
    assert carried.source() == bulletin


def test_copy_of_a_tree_carries_every_draft(home, spanish_home, bulletin):
    run(bulletin)
    copy = Page.objects.get(pk=spanish_home.pk).specific.copy(recursive=True, update_attrs={"slug": "copied"})
    child = copy.get_children().get()
    with pytest.raises(UnapprovedText):
        child.specific.get_latest_revision().publish()


def test_copy_of_an_approved_text_stays_approved(bulletin, make_user):
    draft = run(bulletin)
    approve_now(draft, make_user("reviewer", approve=True))
    copy = draft.target().copy(update_attrs={"slug": "copy"})
    copy.get_latest_revision().publish()
    assert BulletinPage.objects.get(pk=copy.pk).live
    approvals = Approval.objects.filter(draft__target_id=str(copy.pk))
    assert approvals.get().created_at == draft.approvals.get().created_at


def test_copy_of_a_draft_into_a_third_language_stays_one(bulletin, settings):
    settings.LANGUAGES = settings.WAGTAIL_CONTENT_LANGUAGES = [("en", "English"), ("es", "Español"), ("fr", "Français")]
    from wagtail.models import Locale

    draft = run(bulletin)
    french = Locale.objects.create(language_code="fr")
    copy = draft.target().copy_for_translation(french, copy_parents=True)
    with pytest.raises(UnapprovedText):
        copy.get_latest_revision().publish()


def test_copy_of_human_text_is_free(bulletin):
    copy = bulletin.copy(update_attrs={"slug": "copy"})
    copy.get_latest_revision().publish()
    assert not Draft.objects.filter(target_id=str(copy.pk)).exists()


def test_deleted_target_takes_its_segments_along(bulletin, notice):
    for original in (bulletin, notice):
        run(original).target().delete()
    assert Draft.objects.count() == 0
    assert Segment.objects.count() == 0


def test_translation_by_hand_after_a_deleted_draft_is_free(notice, spanish):
    run(notice).target().delete()
    by_hand = notice.copy_for_translation(spanish)
    by_hand.heading = "A mano"
    by_hand.live = True
    by_hand.save()
    assert Notice.objects.get(pk=by_hand.pk).live


def test_worker_killed_after_writing_leaves_no_unknown_words(bulletin, monkeypatch):
    """As if the process had died between the target's transaction and the end of the task."""
    (draft,) = request_drafts(bulletin)
    monkeypatch.setattr(drafting, "_release", lambda job, lease: (_ for _ in ()).throw(KeyboardInterrupt))
    with pytest.raises(KeyboardInterrupt):
        drafting.draft(draft.pk)
    monkeypatch.undo()
    draft.refresh_from_db()
    assert draft.state == Draft.State.DRAFTING
    with pytest.raises(UnapprovedText):
        draft.target().latest_revision.publish()
    Draft.objects.update(lease_until=timezone.now() - timezone.timedelta(seconds=1))
    drafting.draft(draft.pk)
    draft.refresh_from_db()
    assert draft.state == Draft.State.IN_REVIEW
    assert BulletinPage.objects.filter(locale__language_code="es").count() == 1
