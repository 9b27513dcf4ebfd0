"""Workers, editors and requests at the same time, engines that break their contract, queues that are down."""

from io import StringIO

import pytest
from django.core.management import call_command
from django.utils import timezone

from sandbox.bulletin.models import BulletinContact, BulletinPage, Notice
from tests.engines import ReversibleEngine
from wagtail_hrnews.translation import drafting, requesting, tasks
from wagtail_hrnews.translation.engines.base import Result
from wagtail_hrnews.translation.inline import InlineText, Mark
from wagtail_hrnews.translation.models import Draft, Segment
from wagtail_hrnews.translation.requesting import request_drafts

from .test_gate import approve_now, run

pytestmark = pytest.mark.django_db


def while_translating(monkeypatch, act):
    """Let ``act`` happen while the engine is asked."""
    translate = ReversibleEngine.translate

    def acting(self, texts, source, target, *, timeout):
        act()
        return translate(self, texts, source, target, timeout=timeout)

    monkeypatch.setattr(ReversibleEngine, "translate", acting)


def change(bulletin):
    bulletin.summary = "Another summary."
    bulletin.save_revision().publish()


def test_edit_while_the_engine_answers_is_kept(bulletin, monkeypatch):
    draft = run(bulletin)
    change(bulletin)

    def edit():
        target = draft.target()
        target.title = "A person's title"
        target.save_revision()

    while_translating(monkeypatch, edit)
    drafting.draft(draft.pk)
    draft.refresh_from_db()
    assert draft.target().title == "A person's title"
    assert draft.state == Draft.State.IN_REVIEW
    assert draft.is_stale


def test_approval_while_the_engine_answers_stands(bulletin, monkeypatch, make_user):
    draft = run(bulletin)
    change(bulletin)
    reviewer = make_user("reviewer", approve=True)

    def publish():
        approve_now(Draft.objects.get(pk=draft.pk), reviewer)
        draft.target().latest_revision.publish()

    while_translating(monkeypatch, publish)
    drafting.draft(draft.pk)
    draft.refresh_from_db()
    assert draft.state == Draft.State.APPROVED
    assert draft.target().revisions.count() == 1


def test_worker_that_lost_its_lease_writes_nothing(bulletin, monkeypatch):
    (draft,) = request_drafts(bulletin)
    while_translating(monkeypatch, lambda: Draft.objects.update(lease_until=timezone.now()))
    assert drafting.draft(draft.pk) is False
    assert not BulletinPage.objects.filter(locale__language_code="es").exists()


def test_request_while_a_worker_is_at_it_is_not_lost(bulletin, monkeypatch):
    (draft,) = request_drafts(bulletin)
    asked = []

    def ask():
        if not asked:
            asked.append(True)
            bulletin.summary = "Newer."
            bulletin.save()
            request_drafts(bulletin)

    while_translating(monkeypatch, ask)
    assert drafting.draft(draft.pk) is True
    draft.refresh_from_db()
    assert draft.state == Draft.State.QUEUED


def test_request_that_comes_second_is_no_error(bulletin, monkeypatch):
    new_draft = requesting._new_draft

    def overtaken(source, locale):
        new_draft(source, locale).save()
        return new_draft(source, locale)

    monkeypatch.setattr(requesting, "_new_draft", overtaken)
    assert request_drafts(bulletin) == []
    assert Draft.objects.count() == 1


def test_two_originals_by_hand_share_no_draft(bulletin, spanish, settings):
    from wagtail.models import Locale

    settings.LANGUAGES = settings.WAGTAIL_CONTENT_LANGUAGES = [("en", "English"), ("es", "Español"), ("fr", "Français")]
    by_hand = bulletin.copy_for_translation(spanish)
    Locale.objects.create(language_code="fr")
    bulletin.save_revision().publish()
    by_hand.save_revision().publish()
    assert Draft.objects.get().source_id == str(bulletin.pk)


class Breaking:
    """An engine's translate() that keeps no promise."""

    answers = {
        "raises": lambda texts: (_ for _ in ()).throw(RuntimeError("a secret text")),
        "too few": lambda texts: [Result(text) for text in texts][:-1],
        "too many": lambda texts: [Result(text) for text in texts] * 2,
        "nothing": lambda texts: None,
        "no results": lambda texts: ["text"] * len(texts),
        "marks of its own": lambda texts: [
            Result(InlineText.of([Mark(7, "open"), "a", Mark(7, "close")])) for _text in texts
        ],
        "open marks": lambda texts: [Result(InlineText.of([Mark(1, "open"), "a"])) for _text in texts],
    }


@pytest.mark.parametrize("kind", Breaking.answers)
def test_engine_that_breaks_its_contract_fails_with_a_reason(bulletin, monkeypatch, kind, caplog):
    monkeypatch.setattr(
        ReversibleEngine, "translate", lambda self, texts, source, target, timeout: Breaking.answers[kind](texts)
    )
    (draft,) = request_drafts(bulletin)
    drafting.draft(draft.pk)
    draft.refresh_from_db()
    assert draft.state == Draft.State.FAILED
    assert draft.error in ("internal", "bad-answer")
    assert draft.next_try_at > timezone.now()
    assert "secret" not in caplog.text


@pytest.mark.parametrize("answer", ["a\x00b", "a\ud800b"])
def test_engine_that_answers_what_no_database_takes(bulletin, monkeypatch, answer):
    monkeypatch.setattr(
        ReversibleEngine,
        "translate",
        lambda self, texts, source, target, timeout: [Result(InlineText.of([answer])) for _text in texts],
    )
    assert run(bulletin).target().title == "ab"


def test_engine_that_kills_its_workers_is_given_up(bulletin):
    (draft,) = request_drafts(bulletin)
    past = timezone.now() - timezone.timedelta(minutes=1)
    Draft.objects.update(state=Draft.State.DRAFTING, lease_until=past, attempts=6)
    out = StringIO()
    call_command("hrnews_resume", stdout=out)
    draft.refresh_from_db()
    assert (draft.state, draft.error) == (Draft.State.FAILED, "abandoned")
    assert out.getvalue() == "0 queued, 1 given up\n"


def test_task_that_comes_early_leaves_the_pause_alone(bulletin, settings):
    settings.WAGTAIL_HRNEWS = {"ENGINES": {"default": {"BACKEND": "tests.engines.FailingEngine"}}}
    (draft,) = request_drafts(bulletin)
    for _time in range(3):
        drafting.draft(draft.pk)
    draft.refresh_from_db()
    assert draft.attempts == 1


def test_resume_enqueues_once(bulletin, settings, django_capture_on_commit_callbacks):
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}
    request_drafts(bulletin)
    said = []
    for _time in range(3):
        out = StringIO()
        with django_capture_on_commit_callbacks(execute=True):
            call_command("hrnews_resume", stdout=out)
        said.append(out.getvalue())
    assert said == ["1 queued, 0 given up\n"] + ["0 queued, 0 given up\n"] * 2


@pytest.mark.django_db(transaction=True)
def test_queue_that_is_down_stops_no_publication(bulletin, monkeypatch):
    enqueue = type(tasks.draft_translation).enqueue

    def down(self, *args, **kwargs):
        if self == tasks.draft_translation:  # Wagtail's own tasks would stop it, too
            raise ConnectionError("the queue is down")
        return enqueue(self, *args, **kwargs)

    monkeypatch.setattr(type(tasks.draft_translation), "enqueue", down)
    bulletin.save_revision().publish()
    assert BulletinPage.objects.get(pk=bulletin.pk).live
    assert Draft.objects.forgotten().count() == 1


def test_children_follow_the_original_on_a_draft_that_nobody_touched(home):
    page = BulletinPage(title="Offices", slug="offices")
    page.contacts = [BulletinContact(role="Lawyer", website="https://a.example"), BulletinContact(role="Nurse")]
    draft = run(home.add_child(instance=page))
    page.contacts = [BulletinContact(role="Nurse", website="https://b.example")]
    page.save_revision().publish()
    drafting.draft(draft.pk)
    contacts = draft.target().contacts.all()
    assert [(contact.role, contact.website) for contact in contacts] == [("Ahefr", "https://b.example")]


def test_same_block_id_twice_is_drafted(bulletin):
    field = BulletinPage._meta.get_field("facts")
    block = {"type": "points", "value": [{"type": "item", "value": "One", "id": "x"}] * 2, "id": "y"}
    bulletin.facts = field.to_python([block, block])
    bulletin.save()
    draft = run(BulletinPage.objects.get(pk=bulletin.pk))
    assert draft.state == Draft.State.IN_REVIEW
    assert Segment.objects.filter(source="One").count() == 4


def test_text_in_a_persons_hands_is_not_asked_for_again(bulletin):
    draft = run(bulletin)
    target = draft.target()
    target.title = "Mine"
    target.save_revision()
    change(bulletin)
    assert request_drafts(bulletin) == []


def test_unpublished_original_is_drafted_as_its_editor_sees_it(home):
    page = home.add_child(instance=BulletinPage(title="Row", slug="row", live=False))
    page.title = "Revision"
    page.save_revision()
    draft = run(BulletinPage.objects.get(pk=page.pk))
    assert draft.target().title == "Erivfvba"
    assert not draft.is_stale


def test_snippet_draft_inherits_no_publication(notice):
    notice.save_revision().publish()
    target = run(notice).target() if not Draft.objects.exists() else _drafted(Draft.objects.get())
    row = Notice.objects.get(pk=target.pk)
    assert (row.live, row.live_revision, row.first_published_at, row.last_published_at) == (False, None, None, None)


def _drafted(draft):
    drafting.draft(draft.pk)
    draft.refresh_from_db()
    return draft.target()
