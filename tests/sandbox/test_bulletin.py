"""A page type of the site's own, in every shape of installation that has it."""

from django.apps import apps
from wagtail.models import Locale, Page, Site

from sandbox.bulletin.models import BulletinPage


def test_bulletin_shows_every_kind_of_text_and_comments_only_where_they_are_installed(client, db):
    page = Page.get_first_root_node().add_child(
        instance=BulletinPage(
            title="Water notice",
            slug="water",
            summary="Boil it first.",
            text="<p>From <b>Monday</b> on.</p>",
            facts=[
                ("paragraph", "<p>A paragraph.</p>"),
                ("fact", {"label": "Where", "text": "<p>The square.</p>"}),
                ("points", ["First point", "Second point"]),
            ],
            locale=Locale.get_default(),
        )
    )
    Site.objects.update(root_page=page)
    Site.clear_site_root_paths_cache()
    html = client.get("/en/").content.decode()
    for words in ("Boil it first.", "<b>Monday</b>", "A paragraph.", "<h2>Where</h2>", "<li>Second point</li>"):
        assert words in html
    assert ('id="comments"' in html) is apps.is_installed("wagtail_hrnews.comments")
