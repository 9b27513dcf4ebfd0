from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.admin.models import EditingSession
from wagtail.models import Page

from sandbox.bulletin.models import BulletinContact, BulletinPage, Notice
from tests.engines import FailingEngine, ReversibleEngine, WebEngine, reverse
from wagtail_hrnews.translation import drafting
from wagtail_hrnews.translation.inline import InlineText
from wagtail_hrnews.translation.models import Draft, Segment
from wagtail_hrnews.translation.requesting import request_drafts
from wagtail_hrnews.translation.segments import extract, text_hash

pytestmark = pytest.mark.django_db


def rot(text):
    return str(reverse(InlineText.of([text])))


def run(source, **kwargs):
    (draft,) = request_drafts(source, **kwargs)
    drafting.draft(draft.pk)
    draft.refresh_from_db()
    return draft


def use(settings, backend, **options):
    settings.WAGTAIL_HRNEWS = {"ENGINES": {"default": {"BACKEND": f"tests.engines.{backend}", "OPTIONS": options}}}


def test_draft_page_waits_unpublished_in_the_other_tree(bulletin, spanish_home):
    draft = run(bulletin)
    target = draft.target()
    assert draft.state == Draft.State.IN_REVIEW
    assert not target.live
    assert target.get_parent().pk == spanish_home.pk
    assert target.title == rot("Nurse freed")
    assert [str(segment.text) for segment in extract(target)] == [
        str(reverse(segment.text)) for segment in extract(bulletin)
    ]


def test_draft_page_keeps_markup_links_and_block_ids(bulletin):
    target = run(bulletin).target()
    assert '<p data-block-key="aaaaa">' in target.text
    assert '<a href="https://example.org/case?a=1&amp;b=2">' in target.text
    assert [block.id for block in target.facts] == [block.id for block in bulletin.facts]


def test_draft_page_has_one_revision_and_a_slug_of_its_own(bulletin):
    target = run(bulletin).target()
    assert target.revisions.count() == 1
    assert target.slug == "ahefr-serrq"


def test_draft_page_row_holds_no_words_of_the_original(bulletin):
    target = run(bulletin).target()
    row = BulletinPage.objects.get(pk=target.pk)
    assert "court" not in row.text
    assert row.draft_title == target.title


def test_draft_snippet_is_not_live(notice, spanish):
    draft = run(notice)
    copy = Notice.objects.get(locale=spanish)
    assert not copy.live
    assert draft.target().heading == rot("Office closed")


def test_draft_inline_children_follow(home, spanish):
    page = BulletinPage(title="Offices", slug="offices")
    page.contacts = [BulletinContact(role="Legal officer", website="https://example.org")]
    home.add_child(instance=page)
    contact = run(page).target().contacts.get()
    assert (contact.role, contact.website) == (rot("Legal officer"), "https://example.org")


def test_draft_translation_never_drafts_back(bulletin):
    target = run(bulletin).target()
    assert request_drafts(target) == []


def test_draft_translation_by_hand_is_left_alone(bulletin, spanish):
    by_hand = bulletin.copy_for_translation(spanish)
    assert request_drafts(bulletin) == []
    assert Draft.objects.count() == 0
    assert request_drafts(by_hand) == []


def test_draft_made_by_hand_meanwhile_stays_as_it_is(bulletin, spanish):
    (draft,) = request_drafts(bulletin)
    by_hand = bulletin.copy_for_translation(spanish)
    drafting.draft(draft.pk)
    draft.refresh_from_db()
    assert draft.state == Draft.State.BY_HAND
    assert by_hand.get_latest_revision_as_object().title == "Nurse freed"


def test_draft_alias_becomes_a_page_of_its_own(bulletin, spanish):
    alias = bulletin.copy_for_translation(spanish, alias=True)
    target = run(bulletin).target()
    assert target.pk == alias.pk
    assert Page.objects.get(pk=alias.pk).alias_of is None
    assert BulletinPage.objects.get(pk=alias.pk).title == "Nurse freed"
    assert target.title == rot("Nurse freed")


def test_draft_missing_parent_is_copied(home, spanish_home):
    section = home.add_child(instance=BulletinPage(title="Section", slug="section"))
    page = section.add_child(instance=BulletinPage(title="Below", slug="below"))
    target = run(page).target()
    assert target.get_parent().translation_key == section.translation_key


def test_draft_failure_is_kept_and_retried(bulletin, settings):
    FailingEngine.reset()
    use(settings, "FailingEngine", error="EngineUnavailable")
    draft = run(bulletin)
    assert (draft.state, draft.error) == (Draft.State.FAILED, "unavailable")
    assert draft.next_try_at > timezone.now()
    assert not Page.objects.filter(locale__language_code="es", title=rot("Nurse freed")).exists()


def test_draft_failure_that_no_retry_helps_is_not_retried(bulletin, settings):
    FailingEngine.reset()
    use(settings, "FailingEngine", error="QuotaExceeded")
    draft = run(bulletin)
    assert (draft.state, draft.error, draft.next_try_at) == (Draft.State.FAILED, "quota", None)


def test_draft_dead_segment_costs_no_other(bulletin, settings):
    FailingEngine.reset()
    use(settings, "FailingEngine", words=["lawyer"])
    draft = run(bulletin)
    assert draft.state == Draft.State.FAILED
    assert draft.drafted_count == draft.segment_count - 1
    FailingEngine.reset()
    use(settings, "ReversibleEngine")
    ReversibleEngine.reset()
    assert run(bulletin).state == Draft.State.IN_REVIEW
    assert ReversibleEngine.asked() == ["Her lawyer spoke outside."]


def test_draft_fallback_engine_gets_only_the_rest(bulletin, settings):
    FailingEngine.reset()
    settings.WAGTAIL_HRNEWS = {
        "ENGINES": {
            "first": {"BACKEND": "tests.engines.FailingEngine", "OPTIONS": {"words": ["lawyer"]}},
            "second": {"BACKEND": "tests.engines.ReversibleEngine"},
        },
        "ENGINE_ORDER": {"en-es": ["first", "second"]},
    }
    assert run(bulletin).state == Draft.State.IN_REVIEW
    assert ReversibleEngine.asked() == ["Her lawyer spoke outside."]


@pytest.mark.parametrize("live", [True, False])
def test_draft_keeps_text_local_where_it_must(bulletin, settings, live):
    WebEngine.reset()
    settings.WAGTAIL_HRNEWS = {
        "ENGINES": {"default": {"BACKEND": "tests.engines.WebEngine"}},
        "KEEP_LOCAL": live,
    }
    if not live:
        bulletin.save_revision()
        bulletin.unpublish()
    draft = run(bulletin)
    assert (draft.state, draft.error) == (Draft.State.FAILED, "only-web")
    assert WebEngine.calls == []


def test_draft_published_text_may_go_to_a_web_engine(bulletin, settings):
    WebEngine.reset()
    use(settings, "WebEngine")
    assert run(bulletin).state == Draft.State.IN_REVIEW
    assert WebEngine.calls


def test_draft_without_an_engine_says_so(bulletin, settings):
    settings.WAGTAIL_HRNEWS = {"ENGINE_ORDER": {"fr-es": ["default"]}}
    assert run(bulletin).error == "no-engine"


def test_draft_misconfigured_engine_says_so(bulletin, settings):
    settings.WAGTAIL_HRNEWS = {"ENGINES": {"default": {"BACKEND": "tests.engines.Nonsense"}}}
    draft = run(bulletin)
    assert (draft.error, draft.next_try_at) == ("misconfigured", None)


def change_source(page, old="12 days", new="14 days"):
    page.text = page.text.replace(old, new)
    page.save_revision().publish()


def test_changed_source_redrafts_only_what_changed(bulletin, django_capture_on_commit_callbacks):
    draft = run(bulletin)
    ReversibleEngine.reset()
    with django_capture_on_commit_callbacks(execute=True):
        change_source(bulletin)
    draft.refresh_from_db()
    assert ReversibleEngine.asked() == ["She had been held for 14 days."]
    assert "14" in draft.target().text
    assert not draft.is_stale


def touch(draft, user=None):
    target = draft.target()
    target.title = "Enfermera en libertad"
    target.save_revision(user=user)


def test_changed_source_leaves_a_persons_text_alone(bulletin, django_capture_on_commit_callbacks):
    draft = run(bulletin)
    touch(draft)
    before = text_hash(draft.target())
    with django_capture_on_commit_callbacks(execute=True):
        change_source(bulletin)
    draft.refresh_from_db()
    assert text_hash(draft.target()) == before
    assert draft.is_stale
    assert list(Draft.objects.stale()) == [draft]
    assert draft.state == Draft.State.IN_REVIEW


def test_changed_source_waits_while_the_editor_is_open(bulletin, make_user, django_capture_on_commit_callbacks):
    draft = run(bulletin)
    before = draft.target()
    session = EditingSession.objects.create(
        user=make_user("editor"), content_object=before, last_seen_at=timezone.now(), is_editing=True
    )
    with django_capture_on_commit_callbacks(execute=True):
        change_source(bulletin)
    draft.refresh_from_db()
    assert draft.state == Draft.State.QUEUED
    assert draft.target().latest_revision_id == before.latest_revision_id
    session.delete()
    Draft.objects.update(next_try_at=timezone.now())
    drafting.draft(draft.pk)
    draft.refresh_from_db()
    assert "14" in draft.target().text


def test_same_text_published_again_asks_for_nothing(bulletin, django_capture_on_commit_callbacks):
    draft = run(bulletin)
    with django_capture_on_commit_callbacks(execute=True) as callbacks:
        bulletin.save_revision().publish()
    draft.refresh_from_db()
    assert draft.state == Draft.State.IN_REVIEW
    assert draft.target().revisions.count() == 1
    assert callbacks is not None


def test_publish_drafts_the_other_language(bulletin, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        bulletin.save_revision().publish()
    assert Draft.objects.get().state == Draft.State.IN_REVIEW


@pytest.mark.parametrize(
    ("wanted", "count"), [(False, 0), ([], 0), (["bulletin.Notice"], 0), (["bulletin.BulletinPage"], 1)]
)
def test_publish_drafts_only_what_the_site_wants(bulletin, settings, wanted, count):
    settings.WAGTAIL_HRNEWS = {**settings.WAGTAIL_HRNEWS, "DRAFT_ON_PUBLISH": wanted}
    bulletin.save_revision().publish()
    assert Draft.objects.count() == count


def test_publish_later_drafts_nothing_yet(bulletin):
    bulletin.live = False
    bulletin.go_live_at = timezone.now() + timedelta(days=1)
    bulletin.save_revision().publish()
    assert Draft.objects.count() == 0


def test_claim_second_worker_does_nothing(bulletin):
    (draft,) = request_drafts(bulletin)
    Draft.objects.update(state=Draft.State.DRAFTING, lease_until=timezone.now() + timedelta(minutes=1))
    assert drafting.draft(draft.pk) is False
    assert ReversibleEngine.calls == []


def test_claim_abandoned_draft_is_due_and_taken_up(bulletin):
    (draft,) = request_drafts(bulletin)
    Draft.objects.update(state=Draft.State.DRAFTING, lease_until=timezone.now() - timedelta(minutes=1))
    assert list(Draft.objects.due()) == [draft]
    drafting.draft(draft.pk)
    draft.refresh_from_db()
    assert draft.state == Draft.State.IN_REVIEW


def test_source_published_while_drafting_is_drafted_again(bulletin, settings):
    (draft,) = request_drafts(bulletin)
    lease = timezone.now() + timedelta(minutes=1)
    Draft.objects.update(state=Draft.State.DRAFTING, lease_until=lease)
    job = Draft.objects.get()
    change_source(bulletin)
    job.state = Draft.State.IN_REVIEW
    assert drafting._release(job, lease) is True
    draft.refresh_from_db()
    assert draft.state == Draft.State.QUEUED


def test_too_long_translation_is_cut_at_a_word_and_flagged(home, settings):
    page = BulletinPage(title="word " * 50, slug="long")
    home.add_child(instance=page)
    use(settings, "GrowingEngine")
    draft = run(page)
    assert len(draft.target().title) <= 255
    assert draft.target().title.endswith("word")
    assert Segment.objects.get(path="title").flags == ["too-long"]


def test_source_deleted_meanwhile_fails_with_a_reason(bulletin):
    (draft,) = request_drafts(bulletin)
    bulletin.delete()
    drafting.draft(draft.pk)
    draft.refresh_from_db()
    assert (draft.state, draft.error) == (Draft.State.FAILED, "source-gone")


@pytest.mark.parametrize("count", [2, 20])
def test_draft_queries_of_our_own_do_not_grow_with_the_text(home, count):
    """Claim, read, read segments, store answers, ask whether what is copied is a draft, hold the lease, note the
    target, hold the lease again, store the outcome.
    """
    text = "".join(f'<p data-block-key="k{n}">Paragraph number {n} here.</p>' for n in range(count))
    (draft,) = request_drafts(home.add_child(instance=BulletinPage(title="Page", slug="page", text=text)))
    with CaptureQueriesContext(connection) as captured:
        drafting.draft(draft.pk)
    assert len(touching(captured, "wagtail_hrnews_translation_")) == 9


def test_draft_queries_of_wagtail_do_not_grow_with_the_text(home):
    counts = []
    for count in (1, 2, 20):  # the first one fills Wagtail's caches
        text = "".join(f'<p data-block-key="k{n}">Paragraph number {n} here.</p>' for n in range(count))
        page = home.add_child(instance=BulletinPage(title=f"Page {count}", slug=f"page-{count}", text=text))
        (draft,) = request_drafts(page)
        with CaptureQueriesContext(connection) as captured:
            drafting.draft(draft.pk)
        counts.append(len(captured))
    assert counts[1] == counts[2]


def touching(captured, table):
    return [query["sql"] for query in captured.captured_queries if table in query["sql"]]
