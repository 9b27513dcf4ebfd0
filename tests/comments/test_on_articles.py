"""The discussion on the article pages of the neighbour, whose template knows nothing of it."""

from django.test import Client
from django.utils import timezone

from wagtail_hrnews.articles.models import ArticlePage
from wagtail_hrnews.comments.models import Status


def test_article_carries_the_discussion(page, make_comment) -> None:
    article = ArticlePage(title="Lift out of order", slug="lift", locale=page.locale, first_published_at=timezone.now())
    page.get_parent().add_child(instance=article)
    make_comment(
        page_id=article.pk,
        translation_key=article.translation_key,
        status=Status.APPROVED,
        body='<p>See <a href="https://example.org" rel="nofollow ugc noopener">this</a></p>',
    )
    response = Client().get("/en/lift/")
    text = response.content.decode()
    assert '<a href="https://example.org" rel="nofollow ugc noopener">this</a>' in text
    assert f'action="/reader-comments/{article.pk}/"' in text
    assert not response.cookies
    assert "Cookie" not in response.get("Vary", "")
