"""Articles and machine drafts, also of a page type of the site's own; no comments."""

from .base import *  # noqa: F403
from .base import MIDDLEWARE, SITE_APPS, TRANSLATION_MIDDLEWARE, WAGTAIL_APPS

INSTALLED_APPS = [
    "sandbox.bulletin",
    *SITE_APPS,
    "wagtail_hrnews.translation",
    "wagtail_hrnews.articles",
    "wagtail_hrnews",
    *WAGTAIL_APPS,
]
MIDDLEWARE = [*MIDDLEWARE, *TRANSLATION_MIDDLEWARE]
