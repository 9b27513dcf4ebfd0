"""The other admin screens of translation: languages of an original, report, home panel; who may see what."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page

from sandbox.bulletin.models import BulletinPage
from tests.engines import ReversibleEngine
from wagtail_hrnews.translation import drafting
from wagtail_hrnews.translation.models import Draft
from wagtail_hrnews.translation.requesting import request_drafts
from wagtail_hrnews.translation.targets import base_content_type

pytestmark = pytest.mark.django_db


def log_in(user):
    client = Client()
    client.force_login(user)
    return client


def drafts_url(instance):
    return reverse("hrnews_translation:drafts", args=[base_content_type(type(instance)).pk, instance.pk])


def run(original):
    (draft,) = request_drafts(original)
    drafting.draft(draft.pk)
    return Draft.objects.get(pk=draft.pk)


@pytest.fixture
def stranger(make_user):
    """May enter the admin, and nothing else."""
    user = make_user("stranger", publish=False)
    user.groups.get().page_permissions.all().delete()
    group = user.groups.get()
    group.permissions.set(group.permissions.filter(codename="access_admin"))
    return user


def test_languages_get_changes_nothing(bulletin, make_user):
    page = log_in(make_user("editor")).get(drafts_url(bulletin)).content.decode()
    assert "Not translated yet" in page
    assert Draft.objects.count() == 0


def test_languages_post_drafts_what_is_missing(bulletin, make_user, django_capture_on_commit_callbacks):
    editor = make_user("editor")
    with django_capture_on_commit_callbacks(execute=True):
        response = log_in(editor).post(drafts_url(bulletin), follow=True)
    draft = Draft.objects.get()
    assert "1 translation is being drafted." in response.content.decode()
    assert (draft.state, draft.requested_by) == (Draft.State.IN_REVIEW, editor)


def test_languages_post_says_when_there_is_nothing_to_do(bulletin, make_user):
    run(bulletin)
    response = log_in(make_user("editor")).post(drafts_url(bulletin), follow=True)
    assert "Nothing to draft" in response.content.decode()


def test_languages_of_a_failed_draft_say_why(bulletin, make_user, settings):
    settings.WAGTAIL_HRNEWS = {"ENGINE_ORDER": {}}
    run(bulletin)
    page = log_in(make_user("editor")).get(drafts_url(bulletin)).content.decode()
    assert "No translation engine is set for this pair of languages" in page


@pytest.mark.parametrize("method", ["get", "post"])
def test_languages_are_refused_to_who_may_not_edit(bulletin, stranger, method):
    response = getattr(log_in(stranger), method)(drafts_url(bulletin))
    assert response.status_code == 302
    assert response.url == reverse("wagtailadmin_home")
    assert Draft.objects.count() == 0


@pytest.mark.parametrize("method", ["get", "post"])
def test_languages_are_refused_to_visitors(bulletin, method):
    response = getattr(Client(), method)(drafts_url(bulletin))
    assert response.status_code == 302
    assert reverse("wagtailadmin_login") in response.url
    assert Draft.objects.count() == 0


@pytest.mark.parametrize("path", ["999/1", "1/999", "1/x", "1/%00"])
def test_languages_of_nothing_are_not_found(make_user, path):
    client = log_in(make_user("editor", superuser=True))
    assert client.get(f"/admin/hrnews/drafts/{path}/", follow=True).status_code == 404


def test_report_lists_what_the_user_may_edit(bulletin, make_user, stranger):
    run(bulletin)
    url = reverse("hrnews_translation:report")
    assert "Nurse freed" in log_in(make_user("editor")).get(url).content.decode()
    assert log_in(stranger).get(url).status_code == 302


def test_report_export_holds_nothing_the_user_may_not_edit(bulletin, make_user, home):
    other = make_user("other")
    other.groups.get().page_permissions.all().delete()
    other.groups.get().permissions.add(*make_user("approver", approve=True).groups.get().permissions.all())
    run(bulletin)
    url = reverse("hrnews_translation:report")
    assert b"Nurse freed" not in b"".join(log_in(other).get(f"{url}?export=csv").streaming_content)
    assert b"Nurse freed" in b"".join(log_in(make_user("editor")).get(f"{url}?export=csv").streaming_content)


@pytest.mark.parametrize(("stale", "count"), [("true", 0), ("false", 1)])
def test_report_filters_stale(bulletin, make_user, stale, count):
    run(bulletin)
    page = log_in(make_user("editor")).get(reverse("hrnews_translation:report") + f"?stale={stale}").content.decode()
    assert page.count("Nurse freed") == count


def test_report_query_count_does_not_grow(home, make_user):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    client = log_in(make_user("editor"))
    counts = []
    for number in range(5):
        run(home.add_child(instance=BulletinPage(title=f"Page {number}", slug=f"page-{number}")))
        with CaptureQueriesContext(connection) as captured:
            client.get(reverse("hrnews_translation:report"))
        counts.append(len(captured))
    assert counts[2] == counts[3] == counts[4]


def test_home_panel_lists_what_waits(bulletin, make_user, stranger):
    run(bulletin)
    reviewer = make_user("reviewer", approve=True)
    assert "Machine drafts waiting for your review" in log_in(reviewer).get("/admin/").content.decode()
    for user in (make_user("editor"), stranger):
        assert "Machine drafts waiting" not in log_in(user).get("/admin/").content.decode()


def test_command_drafts_one_page(bulletin, django_capture_on_commit_callbacks):
    out = StringIO()
    with django_capture_on_commit_callbacks(execute=True):
        call_command("hrnews_draft", "--page", bulletin.pk, stdout=out)
    assert Draft.objects.get().state == Draft.State.IN_REVIEW
    assert f"BulletinPage {bulletin.pk} → es" in out.getvalue()


def test_command_dry_run_changes_nothing(bulletin):
    out = StringIO()
    call_command("hrnews_draft", "--all", "--dry-run", stdout=out)
    assert "would be drafted" in out.getvalue()
    assert f"BulletinPage {bulletin.pk} → es" in out.getvalue()
    assert Draft.objects.count() == 0


def test_command_all_takes_pages_and_snippets(bulletin, notice):
    out = StringIO()
    call_command("hrnews_draft", "--all", "--to", "es", stdout=out)
    assert f"BulletinPage {bulletin.pk} → es" in out.getvalue()
    assert f"Notice {notice.pk} → es" in out.getvalue()


def test_command_tree_takes_the_pages_below(home, bulletin):
    out = StringIO()
    call_command("hrnews_draft", "--tree", home.pk, "--dry-run", stdout=out)
    assert f"BulletinPage {bulletin.pk} → es" in out.getvalue()


@pytest.mark.parametrize("arguments", [["--page", "99999"], ["--tree", "1"], ["--all", "--to", "xx"]])
def test_command_says_what_is_wrong(home, arguments):
    with pytest.raises(CommandError, match=r"There is no page|No such language"):
        call_command("hrnews_draft", *arguments)


def test_resume_takes_up_what_a_killed_worker_left(bulletin, django_capture_on_commit_callbacks):
    (draft,) = request_drafts(bulletin)
    Draft.objects.update(state=Draft.State.DRAFTING, lease_until=timezone.now() - timezone.timedelta(minutes=1))
    with django_capture_on_commit_callbacks(execute=True):
        call_command("hrnews_resume", stdout=StringIO())
    draft.refresh_from_db()
    assert draft.state == Draft.State.IN_REVIEW
    ReversibleEngine.reset()
    call_command("hrnews_resume", stdout=StringIO())
    assert ReversibleEngine.calls == []


def test_permission_can_be_given_in_the_admin(make_user):
    client = log_in(make_user("root", superuser=True))
    page = client.get(reverse("wagtailusers_groups:add")).content.decode()
    assert "Can approve machine drafts" in page


def test_header_button_is_shown_to_editors_of_originals(bulletin, make_user):
    assert Page.objects.get(pk=bulletin.pk)
    page = log_in(make_user("editor")).get(reverse("wagtailadmin_pages:edit", args=[bulletin.pk])).content.decode()
    assert drafts_url(bulletin) in page
