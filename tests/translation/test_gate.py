"""One test a route: machine words that nobody approved are refused with a message, and never public."""

from datetime import timedelta

import pytest
from django.contrib.messages import get_messages
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation
from wagtail.models import GroupApprovalTask, Locale, Page, Site, Workflow, WorkflowTask
from wagtail.signals import published
from wagtail.users.models import UserProfile

from sandbox.bulletin.models import BulletinPage, Notice
from wagtail_hrnews.translation import drafting
from wagtail_hrnews.translation.exceptions import UnapprovedText
from wagtail_hrnews.translation.models import Approval, Draft
from wagtail_hrnews.translation.requesting import request_drafts
from wagtail_hrnews.translation.reviewing import approve, shown_now

pytestmark = pytest.mark.django_db

REASON = "This translation was drafted by machine and nobody has approved it yet"


@pytest.fixture(params=["bulletin", "notice"])
def original(request):
    """A page type and a snippet that inherit nothing of ours."""
    return request.getfixturevalue(request.param)


def run(original):
    (draft,) = request_drafts(original)
    drafting.draft(draft.pk)
    return Draft.objects.get(pk=draft.pk)


@pytest.fixture
def draft(original):
    return run(original)


@pytest.fixture(params=[False, True], ids=["editor", "superuser"])
def editor(request, make_user):
    """Superusers hold every permission, but nothing is approved by a bulk action, a workflow or a schedule."""
    return make_user("editor", publish=True, superuser=request.param)


def is_live(draft):
    target = draft.target()
    return type(target).objects.get(pk=target.pk).live


def log_in(user):
    client = Client()
    client.force_login(user)
    return client


def said(response):
    return " ".join(str(message) for message in get_messages(response.wsgi_request))


def test_code_publish_is_refused(draft):
    revision = draft.target().latest_revision
    with pytest.raises(UnapprovedText):
        revision.publish()
    assert not is_live(draft)


def test_code_save_live_is_refused(draft):
    target = draft.target()
    row = type(target).objects.get(pk=target.pk)
    row.live = True
    with pytest.raises(UnapprovedText):
        row.save()
    assert not is_live(draft)


def test_bulk_publish_is_refused_with_the_reason(bulletin, editor):
    """Wagtail has bulk publishing for pages only."""
    draft = run(bulletin)
    target = draft.target()
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    client = log_in(editor)
    response = client.post(f"{url}?id={target.pk}", {"include_descendants": "on"})
    assert response.status_code == 302
    assert response.url == reverse("wagtailadmin_pages:edit", args=[target.pk])
    editor_page = client.get(response.url).content.decode()
    assert REASON in editor_page
    assert "do not have permission" not in editor_page
    assert not is_live(draft)


def test_bulk_publish_refusal_is_in_the_users_language(bulletin, editor):
    editor.wagtail_userprofile = UserProfile.get_for_user(editor)
    editor.wagtail_userprofile.preferred_language = "es"
    editor.wagtail_userprofile.save()
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    with translation.override("es"):
        reason = str(UnapprovedText.message)
    assert reason in said(log_in(editor).post(f"{url}?id={run(bulletin).target().pk}", {}))


def start_workflow(target, editor):
    workflow = Workflow.objects.create(name="Two pairs of eyes")
    task = GroupApprovalTask.objects.create(name="Read it")
    task.groups.set(editor.groups.all())
    WorkflowTask.objects.create(workflow=workflow, task=task)
    workflow.start(target, editor)
    return target.current_workflow_task_state


def test_workflow_approval_is_refused_with_the_reason(draft, editor):
    target = draft.target()
    state = start_workflow(target, editor)
    if isinstance(target, Page):
        name, key = "wagtailadmin_pages:workflow_action", [target.pk, "approve", state.pk]
    else:
        name, key = Notice.snippet_viewset.get_url_name("workflow_action"), [target.pk, "approve", state.pk]
    response = log_in(editor).post(reverse(name, args=key), {"comment": ""})
    assert response.status_code == 302
    assert REASON in said(response)
    assert not is_live(draft)
    state.refresh_from_db()
    assert state.status == "in_progress"


def test_schedule_is_refused_and_the_others_go_on(draft, home):
    revision = draft.target().latest_revision
    yesterday = timezone.now() - timedelta(days=1)
    type(revision).objects.filter(pk=revision.pk).update(approved_go_live_at=yesterday)
    other = home.add_child(instance=BulletinPage(title="Other", slug="other", live=False))
    other_revision = other.save_revision(approved_go_live_at=yesterday + timedelta(hours=1))
    call_command("publish_scheduled")
    revision.refresh_from_db()
    assert not is_live(draft)
    assert revision.approved_go_live_at is None
    assert Page.objects.get(pk=other.pk).live
    assert other_revision.pk


def test_editor_without_the_right_is_refused_and_loses_nothing(bulletin, make_user):
    draft = run(bulletin)
    editor = make_user("editor", publish=True, approve=False)
    response = post_page(log_in(editor), draft, title="A human title", publish=True)
    assert response.status_code == 302
    assert "you may not approve it" in said(response)
    assert not is_live(draft)
    assert draft.target().title == "A human title"
    assert Approval.objects.count() == 0


def test_editor_with_the_right_approves_by_publishing(bulletin, make_user):
    draft = run(bulletin)
    reviewer = make_user("reviewer", publish=True, approve=True)
    post_page(log_in(reviewer), draft, title="A human title", publish=True)
    approval = Approval.objects.get()
    assert is_live(draft)
    assert approval.user == reviewer
    assert BulletinPage.objects.get(pk=draft.target().pk).title == "A human title"
    draft.refresh_from_db()
    assert draft.state == Draft.State.APPROVED


def test_snippet_editor_with_the_right_approves_by_publishing(notice, make_user):
    draft = run(notice)
    client = log_in(make_user("reviewer", publish=True, approve=True))
    target = draft.target()
    url = reverse(Notice.snippet_viewset.get_url_name("edit"), args=[target.pk])
    shown = str(shown_now(draft, target))
    data = {"heading": "Oficina", "text": '{"blocks": [], "entityMap": {}}', "hrnews-shown": shown}
    assert "hrnews-shown" in client.get(url).content.decode()
    client.post(url, {**data, "text": _draftail("Hasta el lunes."), "action-publish": "1"})
    assert is_live(draft)
    assert Notice.objects.get(pk=target.pk).heading == "Oficina"


def test_snippet_editor_without_the_right_is_refused(notice, make_user):
    draft = run(notice)
    client = log_in(make_user("editor", publish=True))
    target = draft.target()
    url = reverse(Notice.snippet_viewset.get_url_name("edit"), args=[target.pk])
    shown = str(shown_now(draft, target))
    response = client.post(url, {"heading": "X", "text": _draftail("Y"), "hrnews-shown": shown, "action-publish": "1"})
    assert "you may not approve it" in said(response)
    assert not is_live(draft)
    assert draft.target().heading == "X"


def test_editor_is_told_when_the_original_changed_meanwhile(bulletin, make_user):
    draft = run(bulletin)
    shown = str(shown_now(draft, draft.target()))
    bulletin.text = bulletin.text.replace("12 days", "14 days")
    Draft.objects.update(machine_hash="a person was here")
    bulletin.save_revision().publish()
    client = log_in(make_user("reviewer", publish=True, approve=True))
    response = post_page(client, draft, title="Mine", shown=shown, publish=True)
    assert "changed while you were reading" in said(response)
    assert not is_live(draft)
    assert draft.target().title == "Mine"


def test_editor_is_told_when_the_draft_changed_meanwhile(bulletin, make_user):
    draft = run(bulletin)
    shown = str(shown_now(draft, draft.target()))
    other = draft.target()
    other.title = "Somebody else's"
    other.save_revision()
    client = log_in(make_user("reviewer", publish=True, approve=True))
    response = post_page(client, draft, title="Mine", shown=shown, publish=True)
    assert "changed while you were reading" in said(response)
    assert not is_live(draft)


def test_four_eyes_refuses_who_edited(bulletin, make_user, settings):
    draft = run(bulletin)
    settings.WAGTAIL_HRNEWS = {**settings.WAGTAIL_HRNEWS, "FOUR_EYES": True}
    client = log_in(make_user("reviewer", publish=True, approve=True))
    response = post_page(client, draft, title="Mended", publish=True)
    assert "another person has to approve" in said(response)
    assert not is_live(draft)
    second = log_in(make_user("second", publish=True, approve=True))
    post_page(second, draft, title="Mended", publish=True)
    assert is_live(draft)


def test_approved_text_passes_every_route(bulletin, make_user):
    draft = run(bulletin)
    approve_now(draft, make_user("reviewer", approve=True))
    draft.target().latest_revision.publish()
    assert is_live(draft)


def test_approved_text_needs_a_new_approval_after_a_changed_word(bulletin, make_user):
    draft = run(bulletin)
    approve_now(draft, make_user("reviewer", approve=True))
    draft.target().latest_revision.publish()
    target = draft.target()
    live_title = target.title
    target.title = "Changed"
    with pytest.raises(UnapprovedText):
        target.save_revision().publish()
    assert BulletinPage.objects.get(pk=target.pk).title == live_title
    assert is_live(draft)


def test_approved_text_needs_a_new_approval_after_the_original_changed(bulletin, make_user):
    draft = run(bulletin)
    approve_now(draft, make_user("reviewer", approve=True))
    bulletin.summary = "Another summary."
    bulletin.save_revision().publish()
    with pytest.raises(UnapprovedText):
        draft.target().latest_revision.publish()


def test_approved_text_is_live_while_a_new_draft_waits(bulletin, make_user, django_capture_on_commit_callbacks):
    draft = run(bulletin)
    approve_now(draft, make_user("reviewer", approve=True))
    draft.target().latest_revision.publish()
    before = BulletinPage.objects.get(pk=draft.target_id or draft.target().pk).summary
    with django_capture_on_commit_callbacks(execute=True):
        bulletin.summary = "Another summary."
        bulletin.save_revision().publish()
    row = BulletinPage.objects.get(pk=draft.target().pk)
    assert row.live
    assert row.summary == before
    assert draft.target().summary != before


def test_live_approved_page_may_be_saved_as_it_is(bulletin, make_user):
    draft = run(bulletin)
    approve_now(draft, make_user("reviewer", approve=True))
    draft.target().latest_revision.publish()
    bulletin.summary = "Another summary."
    bulletin.save_revision().publish()
    row = BulletinPage.objects.get(pk=draft.target().pk)
    row.show_in_menus = True
    row.save()
    assert BulletinPage.objects.get(pk=row.pk).show_in_menus


@pytest.mark.parametrize("by_hand", [False, True], ids=["original", "by hand"])
def test_human_text_is_never_held_up(bulletin, spanish, by_hand):
    page = bulletin.copy_for_translation(spanish) if by_hand else bulletin
    page.title = "Written by a person"
    page.save_revision().publish()
    assert BulletinPage.objects.get(pk=page.pk).live


def test_human_text_costs_one_query_at_the_gate(bulletin, django_assert_num_queries):
    from wagtail_hrnews.translation.gate import may_go_live

    may_go_live(bulletin)
    with django_assert_num_queries(1):
        assert may_go_live(bulletin)


def test_language_that_was_closed_opens_no_gate(bulletin, home, english, spanish, spanish_home):
    draft = run(bulletin)
    Page.objects.get(pk=bulletin.pk).delete()
    Site.objects.update(root_page=spanish_home)
    Page.objects.get(pk=home.pk).delete()
    Page.objects.filter(depth=1).update(locale=spanish)
    english.delete()
    with pytest.raises(UnapprovedText):
        draft.target().latest_revision.publish()


def test_snippet_that_is_copied_live_with_unread_words_is_refused(notice, make_user, settings):
    """Wagtail copies the latest draft of a live snippet, and keeps the copy live."""
    settings.LANGUAGES = settings.WAGTAIL_CONTENT_LANGUAGES = [("en", "English"), ("es", "Español"), ("fr", "Français")]
    draft = run(notice)
    approve_now(draft, make_user("reviewer", approve=True))
    draft.target().latest_revision.publish()
    notice.heading = "Office open"
    notice.save_revision().publish()
    drafting.draft(draft.pk)
    copy = Notice.objects.get(pk=draft.target().pk).copy_for_translation(Locale.objects.create(language_code="fr"))
    with pytest.raises(UnapprovedText):
        copy.save()


def test_saving_only_the_text_of_a_live_page_is_refused(bulletin, make_user):
    draft = run(bulletin)
    approve_now(draft, make_user("reviewer", approve=True))
    draft.target().latest_revision.publish()
    row = BulletinPage.objects.get(pk=draft.target().pk)
    row.text = "<p>Machine</p>"
    with pytest.raises(UnapprovedText):
        row.save(update_fields=["text"])


def test_base_page_of_an_approved_text_may_go_live(bulletin, make_user):
    draft = run(bulletin)
    approve_now(draft, make_user("reviewer", approve=True))
    draft.target().latest_revision.publish()
    Page.objects.get(pk=draft.target().pk).unpublish()
    page = Page.objects.get(pk=draft.target().pk)
    page.live = True
    page.save()
    assert is_live(draft)


def test_receiver_that_saves_something_else_gets_no_pass(bulletin, notice):
    page, snippet = run(bulletin), run(notice).target()

    def save_the_other(sender, **kwargs):
        snippet.live = True
        snippet.save()

    published.connect(save_the_other, sender=Notice)
    try:
        with pytest.raises(UnapprovedText):
            notice.save_revision().publish()
    finally:
        published.disconnect(save_the_other, sender=Notice)
    assert not is_live(page)


def test_approved_schedule_is_published(bulletin, make_user):
    draft = run(bulletin)
    approve_now(draft, make_user("reviewer", approve=True))
    revision = draft.target().latest_revision
    type(revision).objects.filter(pk=revision.pk).update(approved_go_live_at=timezone.now() - timedelta(minutes=1))
    call_command("publish_scheduled")
    assert is_live(draft)


@pytest.mark.parametrize("shown", ["x." + "9" * 5000, "\x00.1", "x.٣", ".", "a" * 100_000])
def test_form_with_nonsense_is_refused_kindly(bulletin, make_user, shown):
    draft = run(bulletin)
    response = post_page(log_in(make_user("r", approve=True)), draft, title="M", publish=True, shown=shown)
    assert response.status_code == 302
    assert not is_live(draft)


def approve_now(draft, user):
    target = draft.target()
    approve(draft, target, user, shown_now(draft, target))


def _draftail(text):
    from wagtail.test.utils.form_data import rich_text

    return rich_text(f"<p>{text}</p>")


def post_page(client, draft, *, title, publish=False, shown=None, extra=None):
    from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

    target = draft.target()
    data = nested_form_data(
        {
            "title": title,
            "slug": target.slug,
            "summary": target.summary,
            "text": rich_text(target.text),
            "facts": streamfield([]),
            "contacts": inline_formset([]),
            "comments": inline_formset([]),
        }
    )
    data["hrnews-shown"] = shown or str(shown_now(draft, target))
    data.update(extra or {})
    if publish:
        data["action-publish"] = "action-publish"
    return client.post(reverse("wagtailadmin_pages:edit", args=[target.pk]), data)
