"""Everything: articles, machine drafts and comments, beside a page type of the site's own."""

from .base import *  # noqa: F403
from .base import MIDDLEWARE, SITE_APPS, TRANSLATION_MIDDLEWARE, WAGTAIL_APPS

INSTALLED_APPS = [
    "sandbox.demo",
    "sandbox.bulletin",
    *SITE_APPS,
    "wagtail_hrnews.comments",
    "wagtail_hrnews.translation",
    "wagtail_hrnews.articles",
    "wagtail_hrnews",
    *WAGTAIL_APPS,
]
MIDDLEWARE = [*MIDDLEWARE, *TRANSLATION_MIDDLEWARE]
