"""The tables of the articles app.

A model that is imported while its app is not installed would be filed under another app, so that is refused.
"""

from django.apps import apps
from django.core.exceptions import ImproperlyConfigured

if not apps.is_installed("wagtail_hrnews.articles"):
    raise ImproperlyConfigured(
        "wagtail_hrnews.articles.models was imported, but 'wagtail_hrnews.articles' is not in INSTALLED_APPS."
    )

from .articles import AbstractArticle, ArticleByline, ArticlePage, ArticleSource
from .attribution import AbstractByline, AbstractSource
from .authors import Author
from .indexes import NewsIndexPage
from .topics import Topic

__all__ = [
    "AbstractArticle",
    "AbstractByline",
    "AbstractSource",
    "ArticleByline",
    "ArticlePage",
    "ArticleSource",
    "Author",
    "NewsIndexPage",
    "Topic",
]
