"""What readers are told of a translation, on an article page and in its structured data."""

import pytest
from django.template import Context, Template
from wagtail.models import PageViewRestriction

from wagtail_hrnews.articles.models import ArticlePage, NewsIndexPage
from wagtail_hrnews.translation import drafting
from wagtail_hrnews.translation.models import Draft
from wagtail_hrnews.translation.requesting import request_drafts
from wagtail_hrnews.translation.reviewing import approve, shown_now

from .test_drafting import touching

pytestmark = pytest.mark.django_db


@pytest.fixture
def article(home, spanish):
    index = home.add_child(instance=NewsIndexPage(title="News", slug="news"))
    spanish_index = index.copy_for_translation(spanish)
    spanish_index.live = True
    spanish_index.save()
    return index.add_child(
        instance=ArticlePage(title="Nurse freed", slug="nurse", body=[("paragraph", "<p>She is free.</p>")])
    )


@pytest.fixture
def translation(article, make_user):
    (draft,) = request_drafts(article)
    drafting.draft(draft.pk)
    draft = Draft.objects.get()
    reviewer = make_user("remo", approve=True)
    approve(draft, draft.target(), reviewer, shown_now(draft, draft.target()))
    draft.target().latest_revision.publish(user=reviewer)
    return ArticlePage.objects.get(pk=draft.target_id or draft.target().pk)


def get(client, page):
    return client.get(page.get_url(), follow=True).content.decode()


def test_translation_tells_the_reader_in_the_readers_language(client, translation, article):
    html = get(client, translation)
    assert 'class="hrnews-disclosure"' in html
    assert "Este texto se tradujo automáticamente del inglés." in html
    assert f'<a href="{article.get_url()}" hreflang="en" lang="en">Nurse freed</a>' in html
    assert "disclosure.css" in html


def test_translation_never_names_the_reviewer(client, translation):
    assert "remo" not in get(client, translation)


def test_translation_names_its_original_in_the_structured_data(client, translation, article):
    html = get(client, translation)
    assert '"translationOfWork"' in html
    assert article.get_full_url() in html


def test_original_carries_no_label(client, translation, article):
    assert "hrnews-disclosure" not in get(client, article)


def test_translation_of_a_withdrawn_original_links_to_nothing(client, translation, article):
    article.unpublish()
    html = get(client, translation)
    assert "Este texto se tradujo automáticamente del inglés." in html
    assert 'hreflang="en"' not in html
    assert "translationOfWork" not in html


def test_label_costs_a_fixed_number_of_our_queries(client, translation):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as captured:
        get(client, translation)
    assert len(touching(captured, 'FROM "wagtail_hrnews_translation_')) == 2


def test_restricted_original_is_not_named(client, translation, article):
    PageViewRestriction.objects.create(page=article, restriction_type="login")
    html = get(client, translation)
    assert "Nurse freed" not in html
    assert "translationOfWork" not in html


def test_alias_that_still_shows_the_original_carries_no_label(client, article, spanish, make_user):
    article.copy_for_translation(spanish, alias=True)
    (draft,) = request_drafts(article)
    drafting.draft(draft.pk)
    draft = Draft.objects.get()
    approve(draft, draft.target(), make_user("remo", approve=True), shown_now(draft, draft.target()))
    assert "hrnews-disclosure" not in get(client, ArticlePage.objects.get(pk=draft.target().pk))


def test_label_on_a_page_of_the_sites_own(rf, bulletin, make_user):
    (draft,) = request_drafts(bulletin)
    drafting.draft(draft.pk)
    draft = Draft.objects.get()
    approve(draft, draft.target(), make_user("remo", approve=True), shown_now(draft, draft.target()))
    draft.target().latest_revision.publish()
    template = Template("{% load hrnews_translation %}{% translation_label page %}")
    original, translated = (type(bulletin).objects.get(pk=pk) for pk in (bulletin.pk, draft.target_id))
    request = rf.get("/")
    assert "This text was drafted by machine from English." in template.render(
        Context({"page": translated, "request": request})
    )
    assert template.render(Context({"page": original, "request": request})) == ""
