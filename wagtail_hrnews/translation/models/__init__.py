"""The translation app's tables. They refuse to load where the app is not installed."""

from django.apps import apps
from django.core.exceptions import ImproperlyConfigured

if not apps.is_installed("wagtail_hrnews.translation"):
    raise ImproperlyConfigured("Add 'wagtail_hrnews.translation' to INSTALLED_APPS to use its models.")

from .approval import Approval
from .draft import Draft
from .segment import Segment

__all__ = ["Approval", "Draft", "Segment"]
