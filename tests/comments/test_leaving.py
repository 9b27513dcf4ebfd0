import pytest
from wagtail.models import PageViewRestriction

from wagtail_hrnews.comments.exceptions import EmptyComment
from wagtail_hrnews.comments.leaving import leave_comment, takes_comments
from wagtail_hrnews.comments.models import ReaderComment, Status
from wagtail_hrnews.html import TextTooLong

HOSTILE = """<script>steal()</script>Look <b onclick="steal()">here</b>: <a href="https://example.org/x">a link</a>"""


def test_leave_comment_stores_it_sanitised(page) -> None:
    comment = leave_comment(page, name="Ilse Marrow", email="ilse@example.org", text=HOSTILE)
    comment.refresh_from_db()
    assert comment.body == (
        '<p>Look <b>here</b>: <a href="https://example.org/x" rel="nofollow ugc noopener">a link</a></p>'
    )
    assert comment.removed == ["attribute:event", "tag:script"]
    assert comment.status == Status.PENDING
    assert comment.consent_at is not None
    assert (comment.language, comment.page_id, comment.doubts) == ("en", page.pk, [])


def test_leave_comment_keeps_the_language_of_its_page(spanish_page) -> None:
    assert leave_comment(spanish_page, name="Ilse", email="", text="Hola").language == "es"


@pytest.mark.parametrize("text", ["", " \n ", "<script>all of it</script>", "<img src=x>"])
def test_leave_comment_refuses_what_leaves_nothing(page, text: str) -> None:
    with pytest.raises(EmptyComment):
        leave_comment(page, name="Ilse", email="", text=text)
    assert not ReaderComment.objects.exists()


def test_leave_comment_refuses_what_is_too_long(page) -> None:
    with pytest.raises(TextTooLong):
        leave_comment(page, name="Ilse", email="", text="x" * 3001)
    assert not ReaderComment.objects.exists()


def test_leave_comment_holds_what_a_program_wrote(page) -> None:
    comment = leave_comment(page, name="Ilse", email="", text="Buy", honeypot="https://example.org")
    assert (comment.status, comment.doubts) == (Status.PENDING, ["honeypot"])


def test_takes_comments_only_on_public_pages(page) -> None:
    assert takes_comments(page)
    PageViewRestriction.objects.create(page=page.get_parent(), restriction_type="login")
    assert not takes_comments(page)


def test_takes_comments_not_on_drafts(page) -> None:
    page.unpublish()
    assert not takes_comments(page)
