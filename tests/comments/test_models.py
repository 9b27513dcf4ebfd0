import subprocess
import sys

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import connection

from wagtail_hrnews.comments.models import ReaderComment, Status


def test_comment_is_pending_by_default(make_comment) -> None:
    comment = make_comment()
    assert comment.status == Status.PENDING
    assert not ReaderComment.objects.approved().exists()
    assert ReaderComment.objects.pending().get() == comment


def test_comment_stays_when_its_page_is_deleted(page, make_comment) -> None:
    comment = make_comment()
    key = page.translation_key
    page.delete()
    comment.refresh_from_db()
    assert (comment.page, comment.translation_key) == (None, key)


def test_comment_stays_when_its_moderator_is_deleted(moderator, make_comment) -> None:
    comment = make_comment(moderated_by=moderator)
    moderator.delete()
    comment.refresh_from_db()
    assert comment.moderated_by is None


def test_comment_about_page_in_all_languages(page, spanish_page, make_comment) -> None:
    english = make_comment()
    spanish = make_comment(page_id=spanish_page.pk, language="es")
    assert (
        set(ReaderComment.objects.about(page)) == set(ReaderComment.objects.about(spanish_page)) == {english, spanish}
    )


def test_comment_has_no_column_for_an_address_of_the_network(db) -> None:
    with connection.cursor() as cursor:
        table = connection.introspection.get_table_description(cursor, ReaderComment._meta.db_table)
    assert not {column.name for column in table} & {"ip", "ip_address", "remote_addr", "user_agent"}


def test_comment_text_form_tells_nothing(make_comment) -> None:
    comment = make_comment()
    assert str(comment) == f"Comment {comment.pk}"


@pytest.mark.shapes
def test_model_refuses_to_load_where_the_app_is_absent() -> None:
    code = (
        "import django; from django.conf import settings;"
        "settings.configure(INSTALLED_APPS=['wagtail', 'taggit', 'modelcluster', 'django.contrib.auth',"
        " 'django.contrib.contenttypes'], USE_TZ=True); django.setup();"
        "import wagtail_hrnews.comments.models"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert run.returncode
    assert ImproperlyConfigured.__name__ in run.stderr
