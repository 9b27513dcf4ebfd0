"""Articles alone: no machine drafts, no comments."""

from .base import *  # noqa: F403
from .base import SITE_APPS, WAGTAIL_APPS

INSTALLED_APPS = [*SITE_APPS, "wagtail_hrnews.articles", "wagtail_hrnews", *WAGTAIL_APPS]
