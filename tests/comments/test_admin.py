import html5lib
import pytest
from django.contrib.auth.models import Permission
from django.db import connection
from django.template import Context, Template
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import ModelLogEntry

from tests.comments.conftest import LIST
from wagtail_hrnews.comments.leaving import leave_comment
from wagtail_hrnews.comments.models import ReaderComment, Status
from wagtail_hrnews.comments.permissions import comment_policy

BULK = "/admin/bulk/wagtail_hrnews_comments/readercomment"


def statuses() -> list[str]:
    return list(ReaderComment.objects.order_by("pk").values_list("status", flat=True))


def elements(response, name: str) -> list:
    return list(html5lib.parse(response.content.decode(), namespaceHTMLElements=False).iter(name))


def test_approve_with_one_click_makes_it_public(page, moderator_client, moderator) -> None:
    comment = leave_comment(
        page,
        name="Ilse Marrow",
        email="ilse@example.org",
        text='<script>x()</script><b onmouseover="x()">See</b> https://example.org/report',
    )
    public = Template("{% load hrnews_comments %}{% reader_comments page %}")
    assert "example.org/report" not in public.render(Context({"page": page}))
    form = next(
        node
        for node in elements(moderator_client.get(LIST), "form")
        if (node.get("action") or "").endswith(f"/{comment.pk}/")
    )
    button = next(node for node in form.iter("button") if node.get("value") == "approve")
    sent = {node.get("name"): node.get("value") for node in form.iter("input")}
    response = moderator_client.post(form.get("action"), sent | {"decision": button.get("value")}, follow=True)
    assert response.redirect_chain == [(LIST, 302)]
    assert f"Comment {comment.pk}: Approved." in response.content.decode()
    text = public.render(Context({"page": page}))
    assert '<b>See</b> <a href="https://example.org/report" rel="nofollow ugc noopener">' in text
    assert ModelLogEntry.objects.get().user == moderator


def test_decision_needs_the_token(make_comment, moderator) -> None:
    comment = make_comment()
    client = Client(enforce_csrf_checks=True)
    client.force_login(moderator)
    assert client.post(f"{LIST}decide/{comment.pk}/", {"decision": "approve"}).status_code == 403
    assert statuses() == ["pending"]


def test_decision_by_get_changes_nothing(make_comment, moderator_client) -> None:
    comment = make_comment()
    assert moderator_client.get(f"{LIST}decide/{comment.pk}/", {"decision": "approve"}).status_code == 405
    assert moderator_client.get(f"{BULK}/approve/", {"id": comment.pk}).status_code == 200
    assert statuses() == ["pending"]


def test_decision_unknown_or_repeated_says_so(make_comment, moderator_client) -> None:
    comment = make_comment(status=Status.APPROVED)
    url = f"{LIST}decide/{comment.pk}/"
    assert "Choose what to do" in moderator_client.post(url, {"decision": "publish"}, follow=True).content.decode()
    assert "was decided so already" in moderator_client.post(url, {"decision": "approve"}, follow=True).content.decode()
    gone = moderator_client.post(f"{LIST}decide/999999/", {"decision": "approve"}, follow=True)
    assert gone.status_code == 404


def test_decision_never_sends_the_moderator_to_another_site(make_comment, moderator_client) -> None:
    url = f"{LIST}decide/{make_comment().pk}/"
    response = moderator_client.post(url, {"decision": "approve", "next": "https://evil.example/"})
    assert response["Location"] == LIST


@pytest.mark.parametrize(("action", "status"), [("approve", "approved"), ("reject", "rejected"), ("spam", "spam")])
def test_bulk_action_decides_and_logs_each(make_comment, moderator_client, action, status) -> None:
    chosen, other = [make_comment(), make_comment()], make_comment()
    url = f"{BULK}/{action}/?" + "&".join(f"id={comment.pk}" for comment in chosen)
    page = moderator_client.get(url)
    assert page.content.decode().count("I saw it too.") == 2
    assert moderator_client.post(url).status_code == 302
    assert statuses() == [status, status, "pending"]
    assert not ModelLogEntry.objects.filter(object_id=other.pk).exists()
    assert ModelLogEntry.objects.filter(action=f"hrnews.comment.{action}").count() == 2


def test_bulk_action_on_all_takes_only_what_the_list_shows(make_comment, moderator_client) -> None:
    make_comment()
    make_comment(status=Status.SPAM)
    make_comment(language="es")
    make_comment(name="Someone Else", email="else@example.org")
    moderator_client.post(f"{BULK}/approve/?id=all&status=pending&language=en&q=Ilse")
    assert statuses() == ["approved", "spam", "pending", "pending"]


REFUSED = [
    "",
    "results/",
    "add/",
    "edit/{pk}/",
    "delete/{pk}/",
    "history/{pk}/",
    "usage/{pk}/",
    "inspect/{pk}/",
    "decide/{pk}/",
]


@pytest.mark.parametrize("path", REFUSED)
def test_editor_without_the_right_is_refused(make_comment, editor_client, path) -> None:
    """The editor even has the right to delete, which alone opens nothing."""
    url = LIST + path.format(pk=make_comment().pk)
    for response in (editor_client.get(url), editor_client.post(url, {"decision": "approve", "name": "x"})):
        if response.status_code == 302:
            assert response["Location"] == "/admin/"
        else:
            assert response.status_code in {403, 405}
        assert b"saw it" not in response.content
    assert statuses() == ["pending"]


@pytest.mark.parametrize("action", ["approve", "reject", "spam", "delete"])
def test_editor_without_the_right_is_refused_in_bulk(make_comment, editor_client, action) -> None:
    url = f"{BULK}/{action}/?id={make_comment().pk}"
    for response in (editor_client.get(url), editor_client.post(url)):
        assert b"saw it" not in response.content
        assert b"Ilse" not in response.content
    assert statuses() == ["pending"]


def test_visitor_is_sent_to_the_login(make_comment, client) -> None:
    comment = make_comment()
    for url in (LIST, f"{LIST}inspect/{comment.pk}/", f"{BULK}/approve/?id={comment.pk}"):
        assert client.get(url)["Location"].startswith("/admin/login/")


def test_editor_sees_no_menu_item_and_no_panel(make_comment, editor_client) -> None:
    make_comment()
    assert b"Reader comments" not in editor_client.get("/admin/").content


def test_moderator_sees_menu_item_and_count(make_comment, moderator_client) -> None:
    make_comment()
    make_comment()
    make_comment(status=Status.SPAM)
    text = moderator_client.get("/admin/").content.decode()
    assert "2 comments wait to be read" in text
    assert f"{LIST}?status=pending" in text
    assert "Reader comments" in text
    assert "saw it" not in text


@pytest.mark.parametrize("path", ["add/", "edit/{pk}/", "delete/{pk}/"])
def test_moderator_can_neither_write_nor_delete(make_comment, moderator_client, path) -> None:
    comment = make_comment()
    url = LIST + path.format(pk=comment.pk)
    assert moderator_client.get(url)["Location"] == "/admin/"
    assert moderator_client.post(url, {"name": "x", "body": "x"})["Location"] == "/admin/"
    comment.refresh_from_db()
    assert comment.body == "<p>I saw it too.</p>"


def test_moderator_can_do_nothing_else(moderator_client) -> None:
    for url in ("/admin/pages/", "/admin/images/", "/admin/users/", "/admin/settings/"):
        assert moderator_client.get(url).status_code in {302, 403, 404}


@pytest.mark.parametrize("path", ["add/", "edit/{pk}/"])
def test_administrator_cannot_write_in_a_readers_name(make_comment, admin_client, path) -> None:
    url = LIST + path.format(pk=make_comment().pk)
    assert admin_client.post(url, {"name": "x", "body": "x"})["Location"] == "/admin/"
    assert ReaderComment.objects.get().body == "<p>I saw it too.</p>"


def test_delete_takes_both_rights(make_comment, moderator, moderator_client) -> None:
    moderator.user_permissions.add(Permission.objects.get(codename="delete_readercomment"))
    comment = make_comment()
    assert moderator_client.post(f"{LIST}delete/{comment.pk}/").status_code == 302
    assert not ReaderComment.objects.exists()


def test_no_chooser_lists_comments(make_comment, editor_client) -> None:
    make_comment()
    url = "/admin/snippets/choose/wagtail_hrnews_comments/readercomment/"
    assert editor_client.get(url, follow=True).status_code == 404


def test_group_can_be_given_the_right_in_the_admin(admin_client) -> None:
    permission = Permission.objects.get(codename="moderate_readercomment")
    fields = elements(admin_client.get(reverse("wagtailusers_groups:add")), "input")
    assert str(permission.pk) in {node.get("value") for node in fields if node.get("name") == "permissions"}


def test_admin_escapes_all_that_a_reader_wrote(make_comment, moderator_client) -> None:
    hostile = "<script>x()</script><img src=x onerror=x()>"
    comment = make_comment(
        name=hostile, email="a@example.org", body=f"<p>{hostile}</p>", removed=["tag:<script>", hostile]
    )
    bulk = f"{BULK}/approve/?id={comment.pk}"
    for url in (LIST, f"{LIST}results/", f"{LIST}inspect/{comment.pk}/", bulk):
        response = moderator_client.get(url)
        assert response.status_code == 200
        assert b"<script>x()" not in response.content
        assert not [node for node in elements(response, "img") if node.get("onerror")]


def test_inspect_shows_context_and_what_was_removed(page, moderator_client, moderator) -> None:
    comment = leave_comment(
        page,
        name="Ilse",
        email="ilse@example.org",
        text="<script>x()</script>Words <a href='data:x'>l</a>",
        honeypot="x",
    )
    moderator_client.post(f"{LIST}decide/{comment.pk}/", {"decision": "reject"})
    text = moderator_client.get(f"{LIST}inspect/{comment.pk}/").content.decode()
    for expected in (
        "<p>Words l</p>",
        "a script",
        "a link of the kind “data:”",
        "a field was filled in that readers do not see",
        'href="/en/ferry/"',
        "Ferry crews &amp; unpaid overtime",
        "ilse@example.org",
        "Rejected",
        "moderator",
    ):
        assert expected in text
    assert 'value="reject"' not in text
    assert 'value="approve"' in text


def test_policy_knows_who_may_moderate(moderator, editor) -> None:
    assert set(comment_policy.users_with_any_permission(["view"])) == {moderator}
    assert not comment_policy.users_with_any_permission(["add", "change"]).exists()


def test_inspect_of_a_comment_without_its_page(make_comment, moderator_client, page) -> None:
    comment = make_comment()
    page.delete()
    assert b"The page was deleted." in moderator_client.get(f"{LIST}inspect/{comment.pk}/").content


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ({"status": "spam"}, ["Bea"]),
        ({"status": ["spam", "approved"]}, ["Bea", "Caro"]),
        ({"language": "es"}, ["Caro"]),
        ({"q": "needle"}, ["Bea"]),
        ({"q": "caro@example"}, ["Caro"]),
        ({"created_at_from": "2001-01-01", "created_at_to": "2001-12-31"}, ["Caro"]),
    ],
)
def test_list_filters_and_search(make_comment, moderator_client, query, shown) -> None:
    make_comment(name="Anna")
    make_comment(name="Bea", status=Status.SPAM, body="<p>needle</p>")
    made = make_comment(name="Caro", status=Status.APPROVED, language="es", email="caro@example.org")
    ReaderComment.objects.filter(pk=made.pk).update(created_at="2001-02-03T10:00:00Z")
    text = moderator_client.get(LIST, query).content.decode()
    assert [name for name in ("Anna", "Bea", "Caro") if f"<bdi>{name}</bdi>" in text] == shown


def test_list_query_count(make_comment, moderator_client) -> None:
    moderator_client.get(LIST)
    totals = set()
    for number in (1, 11):
        for _ in range(number):
            make_comment(removed=["tag:script"], doubts=["honeypot"])
        with CaptureQueriesContext(connection) as queries:
            assert moderator_client.get(LIST).status_code == 200
        ours = [query["sql"] for query in queries if "hrnews_comments_readercomment" in query["sql"]]
        # How many there are, and the ones to show with their pages; the rest is Wagtail's, the same for each list.
        assert len(ours) == 2, ours
        totals.add(len(queries))
    assert len(totals) == 1


def test_bulk_query_count_of_each_comment(make_comment, moderator_client) -> None:
    def queries_for(comments: list[ReaderComment]) -> int:
        ids = "&".join(f"id={comment.pk}" for comment in comments)
        with CaptureQueriesContext(connection) as queries:
            moderator_client.post(f"{BULK}/approve/?{ids}")
        return len(queries)

    queries_for([make_comment()])
    # One to decide; Wagtail's log looks up what it refers to and whom, and writes.
    assert queries_for([make_comment() for _ in range(5)]) - queries_for([make_comment()]) == 4 * 4
