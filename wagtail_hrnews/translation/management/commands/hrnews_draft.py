"""Draft what is missing or out of date: one page, a tree, or everything."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from wagtail.models import Locale, Page

from wagtail_hrnews.translation.originals import drafted_originals, live_originals
from wagtail_hrnews.translation.requesting import preview_drafts, request_drafts
from wagtail_hrnews.translation.targets import is_draftable_model
from wagtail_hrnews.translation.tasks import enqueue


class Command(BaseCommand):
    help = "Draft the translations that are missing or out of date; what people translated by hand is left alone."

    def add_arguments(self, parser: ArgumentParser) -> None:
        which = parser.add_mutually_exclusive_group(required=True)
        which.add_argument("--page", type=int, metavar="ID", help="one page")
        which.add_argument("--tree", type=int, metavar="ID", help="a page and the live pages under it")
        which.add_argument("--all", action="store_true", help="every live page and snippet that can be drafted")
        parser.add_argument("--to", action="append", metavar="LANGUAGE", help="only into this language (repeatable)")
        parser.add_argument("--dry-run", action="store_true", help="say what would be drafted, and change nothing")

    def handle(self, **options: Any) -> None:
        locales = self._locales(options["to"])
        count = 0
        for source in self._sources(options):
            drafts = (preview_drafts if options["dry_run"] else request_drafts)(source, locales=locales)
            for draft in drafts:
                count += 1
                self.stdout.write(f"{type(source).__name__} {source.pk} → {draft.target_locale.language_code}")
            if not options["dry_run"]:
                enqueue(drafts)
        self.stdout.write(f"{count} {'would be drafted' if options['dry_run'] else 'queued'}")

    def _sources(self, options: dict[str, Any]) -> Any:
        if options["all"]:
            return live_originals()
        page = Page.objects.filter(pk=options["page"] or options["tree"]).first()
        if page is None or page.is_root():
            raise CommandError(f"There is no page with the id {options['page'] or options['tree']}.")
        if options["tree"]:
            return drafted_originals(page)
        page = page.specific
        if not is_draftable_model(type(page)):
            raise CommandError(f"Pages of the type {type(page).__name__} cannot be drafted.")
        return [page]

    def _locales(self, codes: list[str] | None) -> list[Locale] | None:
        if codes is None:
            return None
        found = {locale.language_code: locale for locale in Locale.objects.filter(language_code__in=codes)}
        unknown = [code for code in codes if code not in found]
        if unknown:
            known = ", ".join(Locale.objects.values_list("language_code", flat=True))
            raise CommandError(f"No such language: {', '.join(unknown)}. This site has: {known}.")
        return list(found.values())
