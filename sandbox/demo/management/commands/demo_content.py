from typing import Any

from django.core.management.base import BaseCommand
from django.db import transaction
from wagtail.models import Site

from sandbox.demo.accounts import make_accounts, make_groups
from sandbox.demo.content import stories
from sandbox.demo.machine import make_machine_draft
from sandbox.demo.newsroom import make_newsroom
from sandbox.demo.pictures import all_pictures
from sandbox.demo.readers import make_comments
from sandbox.demo.stories import make_story
from sandbox.home.models import HomePage

SITE_NAME = "The Sandbox Monitor"


class Command(BaseCommand):
    """Made in two steps: what people wrote in one transaction, then the machine drafts, whose engine works outside any.

    The site gets its name at the end; a site with a name is left as it is, whatever was changed in it since.
    """

    help = "Fill the sandbox with the demo: stories, authors, comments, machine drafts in each state, accounts."

    def handle(self, *args: Any, **options: Any) -> None:
        site = Site.objects.filter(is_default_site=True)
        if site.exclude(site_name="").exists():
            self.stdout.write("The demo's content is there already.")
            return
        if not HomePage.objects.exists():
            self.stdout.write("Drawing the pictures and setting up the newsroom…")
            self._make_what_people_wrote()
        self.stdout.write("Drafting translations…")
        for key, story in stories().items():
            if "machine" in story:
                make_machine_draft(key, story)
        site.update(site_name=SITE_NAME)
        self.stdout.write("The demo's content is ready.")

    def _make_what_people_wrote(self) -> None:
        drawn = all_pictures()
        with transaction.atomic():
            room = make_newsroom(drawn)
            for key, story in stories().items():
                make_story(room, key, story)
            make_groups(room.indexes.values())
            make_accounts()
            make_comments()
