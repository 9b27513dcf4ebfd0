"""What a reviewer sees in Wagtail's editor, and what it costs."""

import pytest
from django.test import Client
from django.urls import reverse

from sandbox.bulletin.models import BulletinPage, Notice
from wagtail_hrnews.translation import drafting
from wagtail_hrnews.translation.admin.review_screen import build_review_screen
from wagtail_hrnews.translation.models import Approval, Draft, Segment
from wagtail_hrnews.translation.requesting import request_drafts
from wagtail_hrnews.translation.reviewing import approve, shown_now

from .test_drafting import touching

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(bulletin):
    return run(bulletin)


def run(original):
    (draft,) = request_drafts(original)
    drafting.draft(draft.pk)
    return Draft.objects.get(pk=draft.pk)


def log_in(user):
    client = Client()
    client.force_login(user)
    return client


def edit(client, draft):
    target = draft.target()
    name = "wagtailadmin_pages:edit"
    if isinstance(target, Notice):
        name = Notice.snippet_viewset.get_url_name("edit")
    return client.get(reverse(name, args=[target.pk])).content.decode()


def test_screen_has_the_source_of_every_segment(draft, make_user):
    screen = build_review_screen(draft, draft.target(), make_user("reviewer", approve=True))
    texts = {".".join(text.path): text.text for text in screen.texts}
    assert texts["title"] == "Nurse freed"
    assert texts["text.bbbbb"] == "She had been held for 12 days."
    assert not screen.is_approved
    assert not screen.is_stale


def test_screen_shows_flags_at_their_place(draft, make_user):
    Segment.objects.filter(path="text.bbbbb").update(flags=["numbers", "never-heard-of"])
    screen = build_review_screen(draft, draft.target(), make_user("reviewer", approve=True))
    (flagged,) = screen.flagged
    assert flagged.path == ("text", "bbbbb")
    assert flagged.flags == ("The numbers differ from the original.", "Check this text beside the original.")


def test_screen_drops_the_flag_of_a_passage_that_a_person_mended(draft, make_user):
    Segment.objects.update(flags=["numbers"])
    target = draft.target()
    target.title = "Enfermera libre"
    target.save_revision()
    screen = build_review_screen(draft, draft.target(), make_user("reviewer", approve=True))
    assert ("title",) not in [text.path for text in screen.flagged]
    assert ("summary",) in [text.path for text in screen.flagged]


def test_screen_says_when_the_original_changed(draft, bulletin, make_user):
    target = draft.target()
    target.title = "A person's title"
    target.save_revision()
    bulletin.summary = "Changed."
    bulletin.save_revision().publish()
    draft.refresh_from_db()
    screen = build_review_screen(draft, draft.target(), make_user("reviewer", approve=True))
    assert screen.is_stale


@pytest.mark.parametrize("original", ["bulletin", "notice"])
def test_editor_of_a_draft_shows_panel_source_and_button(original, request, make_user):
    draft = run(request.getfixturevalue(original))
    page = edit(log_in(make_user("reviewer", approve=True)), draft)
    assert "Machine draft: read it before it goes live" in page
    assert "Approve and publish" in page
    assert 'name="hrnews-shown"' in page
    assert "wagtail_hrnews_translation/review.js" in page
    assert "Nurse freed" in page or "Office closed" in page


def test_editor_without_the_right_offers_no_publishing(draft, make_user):
    page = edit(log_in(make_user("editor", approve=False)), draft)
    assert "You may mend the text and save it" in page
    assert "Approve and publish" not in page
    assert 'name="action-publish"' not in page
    assert "action-hrnews-approve" not in page


def test_editor_of_an_approved_text_says_who_and_when(draft, make_user):
    reviewer = make_user("reviewer", approve=True)
    approve(draft, draft.target(), reviewer, shown_now(draft, draft.target()))
    page = edit(log_in(reviewer), draft)
    assert "Approved translation" in page
    assert "Approved by reviewer" in page
    assert "action-hrnews-approve" not in page


def test_editor_of_an_original_is_wagtails_own(bulletin, make_user):
    client = log_in(make_user("reviewer", approve=True))
    page = client.get(reverse("wagtailadmin_pages:edit", args=[bulletin.pk])).content.decode()
    assert "hrnews-shown" not in page
    assert "review.js" not in page


def test_editor_escapes_what_the_source_holds(home, make_user):
    page = BulletinPage(title="</script><script>alert(1)</script>", slug="evil", summary="<img src=x onerror=alert(1)>")
    draft = run(home.add_child(instance=page))
    html = edit(log_in(make_user("reviewer", approve=True)), draft)
    assert "<script>alert(1)" not in html
    assert "<img src=x" not in html


@pytest.mark.parametrize("count", [2, 40])
def test_editor_asks_our_tables_a_fixed_number_of_times(home, make_user, count):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    text = "".join(f'<p data-block-key="k{n}">Paragraph number {n} here.</p>' for n in range(count))
    draft = run(home.add_child(instance=BulletinPage(title="Page", slug="page", text=text)))
    client = log_in(make_user("reviewer", approve=True))
    edit(client, draft)
    with CaptureQueriesContext(connection) as captured:
        edit(client, draft)
    assert len(touching(captured, '"wagtail_hrnews_translation_')) == 4


def test_approve_without_publishing_keeps_it_private(draft, make_user):
    from .test_gate import post_page, said

    client = log_in(make_user("reviewer", approve=True))
    target = draft.target()
    response = post_page(client, draft, title="Mended", extra={"action-hrnews-approve": "1"})
    assert "The translation is approved" in said(response)
    assert Approval.objects.count() == 1
    assert not BulletinPage.objects.get(pk=target.pk).live
    draft.target().latest_revision.publish()
    assert BulletinPage.objects.get(pk=target.pk).live


def test_approve_without_the_right_is_refused(draft, make_user):
    from .test_gate import post_page, said

    client = log_in(make_user("editor", approve=False))
    response = post_page(client, draft, title="Mended", extra={"action-hrnews-approve": "1"})
    assert "you may not approve it" in said(response)
    assert Approval.objects.count() == 0


def test_approve_with_a_forged_form_is_refused(draft, make_user):
    from .test_gate import post_page, said

    client = log_in(make_user("reviewer", approve=True))
    response = post_page(client, draft, title="Mended", shown="nonsense.9x", publish=True)
    assert "changed while you were reading" in said(response)
    assert Approval.objects.count() == 0


def test_approval_keeps_the_evidence(draft, make_user):
    from wagtail.log_actions import registry

    reviewer = make_user("reviewer", approve=True)
    Segment.objects.filter(path="text.bbbbb").update(flags=["numbers"])
    approval = approve(draft, draft.target(), reviewer, shown_now(draft, draft.target()))
    assert ["title", "Nurse freed", draft.target().title] in approval.snapshot
    assert approval.dismissed == [{"path": "text.bbbbb", "flag": "numbers"}]
    entry = registry.get_logs_for_instance(draft.target()).filter(action="hrnews.approve").get()
    assert entry.user == reviewer
