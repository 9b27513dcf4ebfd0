from datetime import UTC, datetime

import pytest
from django.db import connection
from django.template import Context, Template
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext
from django.utils import translation
from wagtail import hooks
from wagtail.models import Page, PageViewRestriction

from sandbox.bulletin.models import BulletinPage
from wagtail_hrnews.comments.models import Status

TEMPLATE = "{% load hrnews_comments %}{% reader_comments page %}"
LINKED = '<p>See <a href="https://example.org" rel="nofollow ugc noopener">this</a></p>'


def rendered(page: Page) -> str:
    return Template(TEMPLATE).render(Context({"page": page}))


def test_tag_shows_approved_comments_only(page, make_comment) -> None:
    for status in Status.values:
        make_comment(status=status, body=f"<p>It is {status}.</p>")
    text = rendered(page)
    assert "It is approved." in text
    for status in set(Status.values) - {Status.APPROVED}:
        assert f"It is {status}." not in text


def test_tag_shows_comments_of_all_languages_with_theirs(page, spanish_page, make_comment) -> None:
    make_comment(status=Status.APPROVED, body="<p>English words</p>")
    make_comment(status=Status.APPROVED, body="<p>Palabras</p>", language="es", page_id=spanish_page.pk)
    for shown in (page, spanish_page):
        text = rendered(shown)
        assert '<div class="hrnews-comments__body" lang="en" dir="auto"><p>English words</p></div>' in text
        assert '<div class="hrnews-comments__body" lang="es" dir="auto"><p>Palabras</p></div>' in text
    assert "Written in Spanish" in rendered(page)
    assert "Escrito en inglés" in rendered(spanish_page)


def test_tag_takes_a_language_that_django_does_not_know(page, make_comment) -> None:
    make_comment(status=Status.APPROVED, language="nah")
    assert "Written in nah" in rendered(page)


def test_tag_keeps_rel_and_escapes_names(page, make_comment) -> None:
    make_comment(status=Status.APPROVED, body=LINKED, name="<script>x</script>")
    text = rendered(page)
    assert LINKED in text
    assert "<script" not in text
    assert "&lt;script&gt;x&lt;/script&gt;" in text


def test_tag_never_shows_the_email_address(page, make_comment) -> None:
    make_comment(status=Status.APPROVED, email="very.private@example.org")
    assert "very.private" not in rendered(page)


def test_tag_defuses_a_row_that_came_by_another_way(page, make_comment) -> None:
    make_comment(status=Status.APPROVED, body='<p onclick="x()">a<img src=x onerror=x()><script>x()</script></p>')
    assert "<p>a</p>" in rendered(page)


def test_tag_has_a_form_that_needs_no_cookie_and_no_script(page) -> None:
    text = rendered(page)
    assert f'method="post" action="/reader-comments/{page.pk}/"' in text
    assert "csrfmiddlewaretoken" not in text
    assert "<script" not in text
    assert "style=" not in text


def test_tag_is_the_same_for_every_reader(page, editor) -> None:
    request = RequestFactory().get("/")
    request.user = editor
    with_user = Template(TEMPLATE).render(Context({"page": page, "request": request}))
    assert with_user == rendered(page)


def test_tag_speaks_the_language_of_the_page(page, spanish_page, make_comment) -> None:
    make_comment(status=Status.APPROVED, created_at=datetime(2001, 2, 3, tzinfo=UTC))
    with translation.override("fr"):
        assert "3 de febrero de 2001" in rendered(spanish_page)
        assert "Feb. 3, 2001" in rendered(page)


def test_tag_shows_nothing_for_a_draft(page, make_comment) -> None:
    make_comment(status=Status.APPROVED)
    page.unpublish()
    assert rendered(page) == ""
    assert rendered(BulletinPage(title="New")) == ""


def test_tag_shows_no_form_on_a_restricted_page(page, make_comment) -> None:
    make_comment(status=Status.APPROVED)
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    assert "I saw it too." in rendered(page)
    assert "<form" not in rendered(page)


@pytest.mark.parametrize("number", [0, 3, 60])
def test_tag_query_count(page, make_comment, number: int) -> None:
    for _ in range(number):
        make_comment(status=Status.APPROVED)
    fresh = BulletinPage.objects.select_related("locale").get(pk=page.pk)
    with CaptureQueriesContext(connection) as queries:
        assert rendered(fresh).count('id="comment-') == number
    # The comments, then the page's ancestors and their restrictions.
    assert len(queries) == 3, [query["sql"] for query in queries]


def test_hook_adds_the_section_to_articles(page, make_comment) -> None:
    make_comment(status=Status.APPROVED)
    sections: list = []
    for hook in hooks.get_hooks("construct_hrnews_article_sections"):
        hook(sections, RequestFactory().get("/"), page)
    section = next(section for section in sections if type(section).__name__ == "ReaderCommentsSection")
    assert section.placement == "footer"
    assert section.render_html({}) == rendered(page)
