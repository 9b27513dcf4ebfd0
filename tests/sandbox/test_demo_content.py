"""What ``demo_content`` makes: everything that the issue names, and nothing twice."""

import pytest
from django.apps import apps
from wagtail.images import get_image_model
from wagtail.models import Locale, Page, Site

from sandbox.demo.content import LANGUAGES, stories
from sandbox.demo.stories import story_key
from tests.sandbox.demo_case import DemoTestCase, run_demo_content
from wagtail_hrnews.articles.models import ArticlePage, ArticleSource, Author, Topic
from wagtail_hrnews.comments.models import ReaderComment, Status
from wagtail_hrnews.translation.models import Approval, Draft

pytestmark = pytest.mark.filterwarnings("ignore:Unclosed file <tempfile.Spooled:ResourceWarning")
"""Wagtail leaves the temporary file of each rendition that it makes to the garbage collector."""

SAMPLE = {"en": "Sample article.", "es": "Artículo de muestra."}


def row_counts() -> dict[str, int]:
    return {model._meta.label: model._base_manager.count() for model in apps.get_models() if model._meta.managed}


class DemoContentTests(DemoTestCase):
    def draft(self, state: str) -> Draft:
        key = next(key for key, story in stories().items() if story.get("machine") == state)
        return Draft.objects.get(translation_key=story_key(key))

    def test_demo_content_run_again_asks_one_question_and_changes_nothing(self):
        before = row_counts()
        with self.assertNumQueries(1):
            told = run_demo_content()
        assert told == "The demo's content is there already.\n"
        assert row_counts() == before

    def test_demo_content_cut_short_goes_on_and_makes_nothing_twice(self):
        before = row_counts()
        Site.objects.update(site_name="")
        run_demo_content()
        assert row_counts() == before
        assert Site.objects.get().site_name == "The Sandbox Monitor"

    def test_demo_content_cut_short_before_the_drafts_makes_them(self):
        before = row_counts()
        draft = self.draft("waiting")
        draft.target().delete()
        draft.delete()
        Site.objects.update(site_name="")
        run_demo_content()
        after = row_counts()
        assert after["wagtail_hrnews_translation.Draft"] == before["wagtail_hrnews_translation.Draft"]
        assert after["wagtail_hrnews_articles.ArticlePage"] == before["wagtail_hrnews_articles.ArticlePage"]

    def test_demo_content_leaves_what_was_changed_since(self):
        page = ArticlePage.objects.live().first()
        page.title = "Changed by hand"
        page.save_revision().publish()
        run_demo_content()
        assert ArticlePage.objects.get(pk=page.pk).title == "Changed by hand"

    def test_demo_content_has_live_articles_in_both_languages(self):
        live = {code: ArticlePage.objects.live().filter(locale__language_code=code).count() for code in LANGUAGES}
        assert live == {"en": 8, "es": 10}

    def test_demo_content_marks_every_article_as_a_sample(self):
        for page in ArticlePage.objects.live().select_related("locale"):
            assert SAMPLE[page.locale.language_code] in str(page.body)

    def test_demo_content_has_authors_with_bio_and_portrait_in_both_languages(self):
        authors = Author.objects.filter(live=True)
        assert authors.count() == 6
        assert all(author.bio and author.photo and author.role for author in authors)
        assert {author.public_name for author in authors.exclude(pseudonym="")} == {"Corvin Salt"}

    def test_demo_content_has_sources_of_each_relation(self):
        assert set(ArticleSource.objects.values_list("relation", flat=True)) == set(ArticleSource.Relation.values)

    def test_demo_content_has_topics_in_both_languages(self):
        assert Topic.objects.count() == 22
        assert Topic.objects.values("translation_key").distinct().count() == 11

    def test_demo_content_replaces_the_welcome_page(self):
        assert not Page.objects.filter(slug="home").exists()
        assert Site.objects.get().root_page.locale == Locale.objects.get(language_code="en")
        assert get_image_model().objects.count() == 16

    def test_demo_content_has_a_draft_that_waits_for_review(self):
        draft = self.draft("waiting")
        target = draft.target()
        assert draft.state == Draft.State.IN_REVIEW
        assert not target.live
        assert target.locale.language_code == "en"
        assert self.client.get(target.get_url()).status_code == 404

    def test_demo_content_has_a_draft_that_was_approved_and_published(self):
        draft = self.draft("approved")
        assert draft.state == Draft.State.APPROVED
        assert not draft.is_stale
        assert draft.target().live
        assert Approval.objects.get(draft=draft).user == self.user("reviewer")
        assert b"hrnews-disclosure" in self.client.get(draft.target().get_url()).content

    def test_demo_content_has_an_approved_draft_whose_original_changed(self):
        draft = self.draft("stale")
        assert draft.is_stale
        assert draft.target().live
        assert Draft.objects.stale().get() == draft

    def test_demo_content_has_a_draft_that_failed_and_will_not_be_tried_by_itself(self):
        draft = self.draft("failed")
        assert (draft.state, draft.error, draft.next_try_at) == (Draft.State.FAILED, "quota", None)
        assert draft.target() is None

    def test_demo_content_drafts_nothing_else(self):
        assert Draft.objects.count() == 4

    def test_demo_content_has_comments_in_every_state(self):
        assert set(ReaderComment.objects.values_list("status", flat=True)) == set(Status.values)

    def test_demo_content_has_comments_cleaned_as_those_of_readers(self):
        spam = ReaderComment.objects.get(status=Status.SPAM)
        assert "script" not in spam.body
        assert spam.removed
