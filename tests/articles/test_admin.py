"""What editors do in Wagtail's admin."""

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from wagtail_hrnews.articles.models import ArticlePage, Author, Topic

from .newsroom import SECRET
from .reading import text_of


@pytest.fixture
def editor(newsroom, client):
    user = get_user_model().objects.create_superuser("editor", "editor@example.org", "secret")
    client.force_login(user)
    return client


def test_editor_writes_and_publishes_an_article(editor, newsroom):
    author, topic = newsroom.author(), newsroom.topic()
    url = reverse("wagtailadmin_pages:add", args=["wagtail_hrnews_articles", "articlepage", newsroom.index.pk])
    assert editor.get(url).status_code == 200
    data = nested_form_data(
        {
            "title": "Written in the editor",
            "slug": "written",
            "standfirst": "A standfirst",
            "body": streamfield(
                [
                    ("paragraph", rich_text("<p>Some <b>bold</b> words.</p>")),
                    ("embed", {"url": "https://video.example/", "title": "Video", "caption": ""}),
                ]
            ),
            "bylines": inline_formset([{"author": author.pk, "role": "Reporting"}]),
            "sources": inline_formset([{"publisher": "El Diario", "url": "diario.example", "relation": "based_on"}]),
            "topics": [topic.pk],
            "comments": inline_formset([]),
            "action-publish": "1",
        }
    )
    response = editor.post(url, data)
    assert response.status_code == 302, response.context["form"].errors
    page = ArticlePage.objects.get(slug="written")
    assert page.live
    assert [byline.role for byline in page.get_bylines()] == ["Reporting"]
    assert page.sources.first().url == "https://diario.example"
    text = editor.get(page.url).content.decode()
    assert "Some <b>bold</b> words." in text
    assert "Ana Ficticia</a> (Reporting)" in text


def test_editor_previews_unsaved_words(editor, newsroom):
    article = newsroom.article(authors=[newsroom.author()], topics=[newsroom.topic()])
    article.title = "Not saved"
    response = article.make_preview_request()
    assert response.status_code == 200
    assert b"Not saved" in response.content


def test_editor_opens_an_article(editor, newsroom):
    article = newsroom.full_articles(1)[0]
    assert editor.get(reverse("wagtailadmin_pages:edit", args=[article.pk])).status_code == 200


def test_editor_opens_an_index(editor, newsroom):
    assert editor.get(reverse("wagtailadmin_pages:edit", args=[newsroom.index.pk])).status_code == 200


def test_authors_and_topics_are_in_the_newsroom_menu(editor, newsroom):
    newsroom.in_hiding()
    listing = editor.get(reverse(Author.snippet_viewset.get_url_name("list")))
    assert SECRET in listing.content.decode()
    assert editor.get(reverse(Topic.snippet_viewset.get_url_name("list"))).status_code == 200
    menu = editor.get(reverse("wagtailadmin_home")).content.decode()
    assert "Newsroom" in menu


def test_authors_are_found_by_either_name(editor, newsroom):
    newsroom.in_hiding()
    newsroom.author("Somebody Else")
    for query in (SECRET, "oculta"):
        found = editor.get(reverse(Author.snippet_viewset.get_url_name("list_results")), {"q": query}).content.decode()
        assert SECRET in found
        assert "Somebody Else" not in found


def author_form(**fields):
    values = {"name": "New Name", "slug": "new-name", "pseudonym": "", "role": "", "bio": rich_text("<p>Bio</p>")}
    return nested_form_data({**values, "photo": "", "website": "", **fields})


def test_author_is_made_and_published(editor, newsroom):
    url = reverse(Author.snippet_viewset.get_url_name("add"))
    assert editor.get(url).status_code == 200
    response = editor.post(url, {**author_form(), "action-publish": "1"})
    assert response.status_code == 302, text_of
    assert Author.objects.get(slug="new-name").live


def test_author_with_a_taken_slug_is_refused_with_a_reason(editor, newsroom):
    newsroom.author("One", slug="new-name")
    response = editor.post(reverse(Author.snippet_viewset.get_url_name("add")), author_form())
    assert response.status_code == 200
    assert "This slug is already in use in this language." in response.content.decode()


def test_author_with_a_telling_slug_is_refused_with_a_reason(editor, newsroom):
    response = editor.post(reverse(Author.snippet_viewset.get_url_name("add")), author_form(pseudonym="Luz Oculta"))
    assert response.status_code == 200
    assert "take the real name out of it" in response.content.decode()


def test_author_saved_as_draft_is_not_public(editor, newsroom):
    editor.post(reverse(Author.snippet_viewset.get_url_name("add")), author_form())
    assert not Author.objects.get(slug="new-name").live
    assert editor.get("/en/news/author/new-name/").status_code == 404
