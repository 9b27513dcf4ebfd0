"""What the tests of the demo share: the demo itself."""

from io import StringIO
from typing import Any

from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.test import TestCase


def run_demo_content() -> str:
    out = StringIO()
    call_command("demo_content", stdout=out)
    return out.getvalue()


class DemoTestCase(TestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        run_demo_content()

    def user(self, username: str) -> Any:
        """A fresh user: Wagtail and Django keep permissions on the object."""
        return get_user_model().objects.get(username=username)
