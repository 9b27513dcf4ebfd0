"""Each group of the demo can do what it is for, and nothing else."""

from django.contrib.auth import authenticate
from django.urls import reverse
from wagtail.models import GroupApprovalTask, Page

from sandbox.demo.accounts import ACCOUNTS
from sandbox.demo.content import LANGUAGES
from tests.sandbox.demo_case import DemoTestCase
from wagtail_hrnews.articles.models import ArticlePage, Author, NewsIndexPage, Topic
from wagtail_hrnews.comments.models import ReaderComment
from wagtail_hrnews.comments.permissions import comment_policy
from wagtail_hrnews.translation import reviewing
from wagtail_hrnews.translation.models import Draft

EDITORS, REVIEWERS, MODERATORS = ("editor", "editora"), ("reviewer", "revisora"), ("moderator",)


class AccountTests(DemoTestCase):
    def status(self, username: str, url: str) -> int:
        self.client.force_login(self.user(username))
        return self.client.get(url).status_code

    def index(self, code: str) -> NewsIndexPage:
        return NewsIndexPage.objects.get(locale__language_code=code)

    def test_account_logs_in_with_its_password(self):
        for account in ACCOUNTS:
            user = authenticate(username=account.username, password=account.password)
            assert user is not None
            assert user.has_perm("wagtailadmin.access_admin")
            assert user.is_superuser is (not account.group)

    def test_account_has_the_admin_in_its_language(self):
        languages = {account.username: self.user(account.username).wagtail_userprofile.preferred_language
                     for account in ACCOUNTS}  # fmt: skip
        assert languages == {
            "admin": "en", "editor": "en", "reviewer": "en", "moderator": "en", "editora": "es", "revisora": "es",
        }  # fmt: skip

    def test_editor_adds_changes_and_publishes_under_both_indexes(self):
        for username in EDITORS:
            for code in LANGUAGES:
                allowed = self.index(code).permissions_for_user(self.user(username))
                assert allowed.can_add_subpage()
                assert allowed.can_publish_subpage()
                add = reverse("wagtailadmin_pages:add", args=("wagtail_hrnews_articles", "articlepage",
                                                              self.index(code).pk))  # fmt: skip
                assert self.status(username, add) == 200

    def test_editor_works_under_the_indexes_only(self):
        for username in EDITORS:
            for page in Page.objects.filter(depth__lte=2):
                allowed = page.permissions_for_user(self.user(username))
                assert not any((allowed.can_edit(), allowed.can_add_subpage(), allowed.can_delete()))

    def test_editor_keeps_authors_topics_and_media(self):
        for username in EDITORS:
            for model in (Author, Topic):
                assert self.status(username, reverse(model.snippet_viewset.get_url_name("add"))) == 200
            assert self.status(username, reverse("wagtailimages:add")) == 200
            assert self.status(username, reverse("wagtaildocs:add")) == 200

    def test_editor_may_not_approve_or_moderate(self):
        target = Draft.objects.get(state=Draft.State.IN_REVIEW).target()
        for username in EDITORS:
            user = self.user(username)
            assert not reviewing.may_approve(user, target)
            assert not comment_policy.user_has_permission(user, "moderate")

    def test_reviewer_may_approve_and_publish_in_both_languages(self):
        for username in REVIEWERS:
            for page in ArticlePage.objects.all():
                user = self.user(username)
                assert reviewing.may_approve(user, page)
                assert page.permissions_for_user(user).can_publish()

    def test_reviewer_may_approve_authors_and_topics(self):
        for username in REVIEWERS:
            for model in (Author, Topic):
                assert reviewing.may_approve(self.user(username), model.objects.first())

    def test_reviewer_adds_and_moderates_nothing(self):
        for username in REVIEWERS:
            user = self.user(username)
            assert not any(self.index(code).permissions_for_user(user).can_add_subpage() for code in LANGUAGES)
            assert not comment_policy.user_has_permission(user, "moderate")
            assert not user.has_perm("wagtail_hrnews_articles.add_author")

    def test_reviewer_decides_in_the_workflow_that_wagtail_brings(self):
        task = GroupApprovalTask.objects.get()
        assert [group.name for group in task.groups.all()] == ["Reviewers"]

    def test_moderator_moderates_comments_and_touches_no_page(self):
        for username in MODERATORS:
            user = self.user(username)
            assert comment_policy.user_has_permission(user, "moderate")
            assert not any(page.permissions_for_user(user).can_edit() for page in Page.objects.all())
            assert self.status(username, reverse(ReaderComment.snippet_viewset.get_url_name("list"))) == 200

    def test_nobody_but_the_administrator_manages_users_or_settings(self):
        for account in ACCOUNTS:
            for url in (reverse("wagtailusers_users:index"), reverse("wagtaillocales:index")):
                assert (self.status(account.username, url) == 200) is (not account.group)
