"""Readers' comments alone, on a page type of the site's own."""

from .base import *  # noqa: F403
from .base import SITE_APPS, WAGTAIL_APPS

INSTALLED_APPS = ["sandbox.bulletin", *SITE_APPS, "wagtail_hrnews.comments", "wagtail_hrnews", *WAGTAIL_APPS]
