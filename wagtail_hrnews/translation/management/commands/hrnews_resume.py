"""Enqueue again what a killed worker left behind or what is due for another attempt; for cron."""

from typing import Any

from django.core.management.base import BaseCommand

from wagtail_hrnews.translation.drafting import give_up_abandoned
from wagtail_hrnews.translation.models import Draft
from wagtail_hrnews.translation.tasks import enqueue


class Command(BaseCommand):
    help = "Hand to the worker again every draft that is due: never begun, left by a killed worker, or to be retried."

    def handle(self, **options: Any) -> None:
        given_up = give_up_abandoned()
        drafts = list(Draft.objects.forgotten())
        enqueue(drafts)
        self.stdout.write(f"{len(drafts)} queued, {given_up} given up")
