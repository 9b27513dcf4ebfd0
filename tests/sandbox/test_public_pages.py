"""The demo as a visitor sees it."""

import re

import pytest
from django.test import Client
from wagtail.models import Page

from sandbox.bulletin.models import BulletinPage
from sandbox.demo.content import LANGUAGES, load
from sandbox.home.models import HomePage
from tests.sandbox.demo_case import DemoTestCase
from wagtail_hrnews.articles.models import ArticlePage, NewsIndexPage

pytestmark = pytest.mark.filterwarnings("ignore:Unclosed file <tempfile.Spooled:ResourceWarning")
"""Wagtail leaves the temporary file of each rendition that it makes to the garbage collector."""

HOME_QUERIES = {"en": 24, "es": 25}
"""One more where Wagtail's routing goes from the root page to its translation."""
NOTE = {"en": "The people, places and events on this site are invented", "es": "de este sitio son inventados"}


class PublicPageTests(DemoTestCase):
    pages: dict[str, tuple[str, str]]
    """Of every live page by its URL: the language, and the HTML that a visitor gets."""

    @classmethod
    def setUpTestData(cls) -> None:
        super().setUpTestData()
        cls.pages = {}
        for page in Page.objects.live().filter(depth__gte=2).select_related("locale"):
            url = page.get_url()
            cls.pages[url] = page.locale.language_code, cls.fetched(url)

    @staticmethod
    def fetched(url: str) -> str:
        response = Client().get(url)
        assert response.status_code == 200, url
        return response.content.decode()

    def test_page_of_every_kind_is_served_in_its_language(self):
        assert len(self.pages) == 26
        for language, html in self.pages.values():
            assert f'<html lang="{language}">' in html
            assert NOTE[language] in html

    def test_page_that_is_not_public_yet_is_not_found(self):
        for page in ArticlePage.objects.not_live():
            assert self.client.get(page.get_url()).status_code == 404

    def test_page_never_tells_the_name_behind_a_pseudonym(self):
        secret = [
            word for person in load("people").values() if "pseudonym" in person for word in person["name"].split()
        ]
        routes = ("feed/", "author/corvin-salt/", "author/corvin-salt/feed/")
        urls = [f"{index.get_url()}{route}" for index in NewsIndexPage.objects.all() for route in routes]
        for html in [*(html for _, html in self.pages.values()), *(self.fetched(url) for url in urls)]:
            assert not [word for word in secret if word in html]

    def test_page_asks_nothing_of_other_hosts_and_has_no_inline_code(self):
        for _, html in self.pages.values():
            assert not re.findall(r"<(?:script|img|iframe|source)[^>]+(?:src|srcset)=.https?:", html)
            assert not re.findall(r"<link[^>]+rel=.stylesheet.[^>]+href=.https?:", html)
            assert " style=" not in html
            assert "<style" not in html
            assert not re.findall(r"<script(?![^>]*application/ld\+json)", html)

    def test_page_sets_no_cookie(self):
        for page in (HomePage.objects.first(), ArticlePage.objects.live().first(), BulletinPage.objects.first()):
            assert not self.client.get(page.get_url()).cookies

    def test_front_page_leads_with_the_newest_story(self):
        for code in LANGUAGES:
            newest = ArticlePage.objects.live().filter(locale__language_code=code).latest("first_published_at")
            first = re.search(r'<h2><a href="([^"]+)">', self.pages[f"/{code}/"][1])
            assert first
            assert first[1] == newest.get_url()

    def test_front_page_fills_its_rows_of_three(self):
        shown = {code: self.pages[f"/{code}/"][1].count("hrnews-card-meta") for code in LANGUAGES}
        assert shown == {"en": 6, "es": 9}

    def test_front_page_takes_the_same_queries_however_much_there_is(self):
        for code in LANGUAGES:
            self.fetched(f"/{code}/")  # Wagtail keeps the sites' addresses in the cache
            with self.assertNumQueries(HOME_QUERIES[code]):
                self.fetched(f"/{code}/")
        home = HomePage.objects.get(locale__language_code="en")
        home.add_child(instance=BulletinPage(title="Another notice", slug="another", locale=home.locale))
        ArticlePage.objects.live().filter(locale=home.locale, lead_image__title="Drawing: loom").first().unpublish()
        self.fetched("/en/")
        with self.assertNumQueries(HOME_QUERIES["en"]):
            self.fetched("/en/")

    def test_bulletin_takes_comments(self):
        for page in BulletinPage.objects.live():
            assert 'id="comments"' in self.pages[page.get_url()][1]

    def test_address_without_a_language_leads_to_one(self):
        assert self.client.get("/", headers={"accept-language": "es"}).headers["Location"] == "/es/"

    def test_picture_and_style_sheet_are_served(self):
        picture = ArticlePage.objects.live().first().lead_image.file.url
        for url, kind in ((picture, "image/jpeg"), ("/static/demo/demo.css", "text/css")):
            response = self.client.get(url)
            assert response.headers["Content-Type"].startswith(kind)
            response.close()

    def test_picture_that_is_not_there_is_not_found(self):
        assert self.client.get("/media/images/no-such-file.jpg").status_code == 404
