"""Machine drafts alone, on a page type and a snippet of the site's own."""

from .base import *  # noqa: F403
from .base import MIDDLEWARE, SITE_APPS, TRANSLATION_MIDDLEWARE, WAGTAIL_APPS

INSTALLED_APPS = ["sandbox.bulletin", *SITE_APPS, "wagtail_hrnews.translation", "wagtail_hrnews", *WAGTAIL_APPS]
MIDDLEWARE = [*MIDDLEWARE, *TRANSLATION_MIDDLEWARE]
