import html5lib
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import PageViewRestriction

from wagtail_hrnews.comments.models import ReaderComment, Status

GOOD = {
    "name": "Ilse Marrow",
    "email": "ilse@example.org",
    "text": "I saw <b>it</b> too.",
    "consent": "on",
    "website": "",
}


@pytest.fixture
def visitor() -> Client:
    return Client(enforce_csrf_checks=True)


@pytest.fixture
def url(page) -> str:
    return reverse("wagtail_hrnews_comments:leave", args=[page.pk])


def elements(response, name: str) -> list:
    return list(html5lib.parse(response.content.decode(), namespaceHTMLElements=False).iter(name))


def test_post_stores_and_says_that_a_moderator_reads_first(visitor, url) -> None:
    response = visitor.post(url, GOOD)
    assert response.status_code == 303
    assert response["Location"] == f"{url}thanks/"
    assert ReaderComment.objects.get().body == "<p>I saw <b>it</b> too.</p>"
    thanks = visitor.get(response["Location"])
    assert thanks.status_code == 200
    assert "A moderator reads it first" in thanks.content.decode()
    assert '<a href="/en/ferry/">' in thanks.content.decode()


def test_views_set_and_read_no_cookie(visitor, url) -> None:
    for response in (visitor.get(url), visitor.post(url, {}), visitor.post(url, GOOD), visitor.get(f"{url}thanks/")):
        assert not response.cookies
        assert "Cookie" not in response.get("Vary", "")
        assert "csrfmiddlewaretoken" not in response.content.decode()


def test_post_stores_nothing_of_the_connection(visitor, url) -> None:
    visitor.post(url, GOOD, REMOTE_ADDR="203.0.113.77", HTTP_USER_AGENT="Unmistakable/1.0")
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM wagtail_hrnews_comments_readercomment")
        row = str(cursor.fetchall())
    assert "203.0.113.77" not in row
    assert "Unmistakable" not in row


@pytest.mark.parametrize(
    "headers",
    [
        {"HTTP_SEC_FETCH_SITE": "cross-site"},
        {"HTTP_ORIGIN": "https://evil.example"},
        {"HTTP_REFERER": "https://evil.example/"},
    ],
)
def test_post_from_another_site_is_refused(visitor, url, headers) -> None:
    response = visitor.post(url, GOOD, **headers)
    assert response.status_code == 403
    assert "another website" in response.content.decode()
    assert "I saw" not in response.content.decode()
    assert not ReaderComment.objects.exists()


def test_post_with_errors_has_a_summary_and_loses_nothing(visitor, url) -> None:
    typed = {"name": "", "email": "no address", "text": "</textarea><script>x</script> & kept"}
    response = visitor.post(url, typed)
    assert response.status_code == 422
    summary = next(node for node in elements(response, "div") if node.get("role") == "alert")
    targets = [link.get("href") for link in summary.iter("a")]
    assert targets == ["#hrnews-comment-name", "#hrnews-comment-email", "#hrnews-comment-consent"]
    ids = {node.get("id") for node in elements(response, "*")}
    assert {target[1:] for target in targets} <= ids
    assert elements(response, "textarea")[0].text.strip() == typed["text"]
    fields = {node.get("name"): node for node in elements(response, "input")}
    assert fields["email"].get("value") == "no address"
    assert fields["email"].get("aria-invalid") == "true"
    described = fields["email"].get("aria-describedby").split()
    assert described == ["hrnews-comment-email_helptext", "hrnews-comment-email_error"]
    assert set(described) <= ids
    assert elements(response, "title")[0].text.startswith("Error:")
    assert not elements(response, "script")
    assert not ReaderComment.objects.exists()


def test_form_names_and_explains_its_fields(visitor, url) -> None:
    response = visitor.get(url)
    text = response.content.decode()
    assert "Required fields are marked with an asterisk (*)." in text
    assert "Your email address will not be published." in text
    fields = {node.get("name"): node for name in ("input", "textarea") for node in elements(response, name)}
    labelled = {label.get("for") for label in elements(response, "label")}
    assert {field.get("id") for field in fields.values()} == labelled
    assert {name for name, field in fields.items() if "required" in field.attrib} == {
        "name",
        "email",
        "text",
        "consent",
    }
    assert (fields["name"].get("autocomplete"), fields["email"].get("autocomplete")) == ("name", "email")
    assert not [node for node in elements(response, "*") if node.get("style") or node.tag == "script"]


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("text", "x" * 3001, "3001 characters; shorten it to 3000"),
        ("text", "<script>all of it</script>", "Nothing that can be shown was left"),
        ("text", " \n ", "Write your comment."),
        ("name", "\u202e \u2066", "Enter your name"),
        ("name", "n" * 81, "at most 80 characters"),
        ("name", "nul\x00", "Null characters are not allowed"),
        ("email", "a@example.org\nBcc: b@example.org", "Enter an email address like"),
        ("email", "", "Enter your email address."),
    ],
)
def test_post_refuses_bad_input(visitor, url, field, value, message) -> None:
    response = visitor.post(url, GOOD | {field: value})
    assert response.status_code == 422
    assert message in response.content.decode()
    assert not ReaderComment.objects.exists()


@pytest.mark.parametrize("name", ["\u200b", "\u00ad", "\u2800", "\u3164", "\u0301", "\U000e0041"])
def test_post_with_an_invisible_name_is_refused(visitor, url, name) -> None:
    assert visitor.post(url, GOOD | {"name": name}).status_code == 422
    assert not ReaderComment.objects.exists()


def test_post_makes_one_line_of_a_name(visitor, url) -> None:
    visitor.post(url, GOOD | {"name": "Ilse\r\nBcc: x@example.org\u202e"})
    assert ReaderComment.objects.get().name == "Ilse Bcc: x@example.org"


def test_post_without_email_where_the_site_allows_it(visitor, url, settings) -> None:
    settings.WAGTAIL_HRNEWS = {"COMMENTS": {"EMAIL_REQUIRED": False}}
    assert visitor.post(url, GOOD | {"email": ""}).status_code == 303


def test_post_with_the_honeypot_is_held_with_its_reason(visitor, url) -> None:
    assert visitor.post(url, GOOD | {"website": "https://example.org"}).status_code == 303
    comment = ReaderComment.objects.get()
    assert (comment.status, comment.doubts) == (Status.PENDING, ["honeypot"])


def test_privacy_link_only_where_set(visitor, url, settings) -> None:
    settings.WAGTAIL_HRNEWS = {}
    assert "How we treat your data" not in visitor.get(url).content.decode()
    settings.WAGTAIL_HRNEWS = {"COMMENTS": {"PRIVACY_URL": "/privacy/"}}
    assert '<a href="/privacy/">How we treat your data</a>' in visitor.get(url).content.decode()


def test_privacy_link_follows_the_language_of_the_page(visitor, url, settings) -> None:
    settings.WAGTAIL_HRNEWS = {"COMMENTS": {"PRIVACY_URL": "/{language}/privacy/"}}
    assert '<a href="/en/privacy/">How we treat your data</a>' in visitor.get(url).content.decode()


def test_views_speak_the_language_of_the_page(visitor, spanish_page) -> None:
    url = reverse("wagtail_hrnews_comments:leave", args=[spanish_page.pk])
    for response in (
        visitor.get(url, HTTP_ACCEPT_LANGUAGE="en"),
        visitor.get(f"{url}thanks/", HTTP_ACCEPT_LANGUAGE="en"),
    ):
        assert response["Content-Language"] == "es"
        assert elements(response, "html")[0].get("lang") == "es"


def assert_is_404(visitor: Client, url: str) -> None:
    """After LocaleMiddleware tried the same path with a language prefix, as it does for every 404 of the site."""
    for response in (visitor.get(url, follow=True), visitor.post(url, GOOD, follow=True)):
        assert response.status_code == 404
    assert not ReaderComment.objects.exists()


@pytest.mark.parametrize("name", ["999999", "x", "99999999999999999999"])
def test_unknown_page_is_404(visitor, page, name) -> None:
    assert_is_404(visitor, f"/reader-comments/{name}/")


def test_draft_page_is_404(visitor, page, url) -> None:
    page.unpublish()
    assert_is_404(visitor, url)
    assert visitor.get(f"{url}thanks/", follow=True).status_code == 404


def test_restricted_page_is_404(visitor, page, url) -> None:
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    assert_is_404(visitor, url)


def test_root_of_the_tree_is_404(visitor, page) -> None:
    assert_is_404(visitor, f"/reader-comments/{page.get_root().pk}/")


def test_other_methods_are_refused(visitor, url) -> None:
    assert visitor.put(url).status_code == 405


def test_too_many_bytes_are_refused(visitor, url) -> None:
    assert visitor.post(url, GOOD | {"text": "x" * 3_000_000}).status_code == 400


def test_post_query_count(visitor, url) -> None:
    visitor.post(url, GOOD)
    with CaptureQueriesContext(connection) as queries:
        assert visitor.post(url, GOOD).status_code == 303
    # The page, the site, the page's ancestors and their restrictions, the comment.
    assert len(queries) == 5, [query["sql"][:150] for query in queries]
