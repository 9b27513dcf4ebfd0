"""What the demo does with the site itself: ``prepare`` brings it up to date, ``schedule`` is the demo's cron."""

import json
import sys
import time
from io import StringIO
from pathlib import Path
from urllib.parse import urlsplit

import django

import messages

PERIOD = 30.0
"""Seconds between two runs of what a real site gives to cron."""
COMMANDS = ("hrnews_resume", "publish_scheduled")


def prepare() -> None:
    """Bring catalogues, tables and samples up to date; what is there already is kept."""
    messages.compile_all()
    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0, interactive=False)
    call_command("demo_content")
    _tell_the_site_its_address()
    _write_logins()


def _tell_the_site_its_address() -> None:
    """Wagtail writes absolute links (feeds, sitemap, hreflang) with it; HOST and PORT may change at each start."""
    from django.conf import settings
    from wagtail.models import Site

    hostname, _, port = urlsplit(settings.WAGTAILADMIN_BASE_URL).netloc.rpartition(":")
    Site.objects.filter(is_default_site=True).update(hostname=hostname, port=int(port))


def _write_logins() -> None:
    """Leave the logins, which are public, where the runner reads them: it runs outside the environment."""
    from django.conf import settings

    from sandbox.demo.accounts import ACCOUNTS

    rows = [(account.username, account.password, account.group or "everything") for account in ACCOUNTS]
    Path(settings.VAR, "demo-logins.json").write_text(json.dumps(rows), encoding="utf-8")


def schedule() -> None:
    """Run the periodic commands for ever; one that fails is told of and tried again next time."""
    django.setup()
    from django.core.management import CommandError, call_command
    from django.db import DatabaseError, close_old_connections

    while True:
        for command in COMMANDS:
            try:
                call_command(command, verbosity=0, stdout=StringIO())
            except (CommandError, DatabaseError) as error:
                print(f"{command}: {type(error).__name__}", file=sys.stderr, flush=True)
        close_old_connections()
        time.sleep(PERIOD)


if __name__ == "__main__":
    {"prepare": prepare, "schedule": schedule}[sys.argv[1]]()
