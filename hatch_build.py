"""Compiles the catalogues of ``locale/`` into the wheel, as ``wagtail_hrnews/locale``, where Django looks for them."""

import tempfile
from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CatalogueHook(BuildHookInterface[Any]):
    """Adds one ``django.mo`` a language; an editable install reads the checkout's ``locale/`` instead."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version == "editable":
            return
        self._folder = tempfile.TemporaryDirectory(prefix="hrnews-catalogues-")
        for source in sorted(Path(self.root, "locale").glob("*/LC_MESSAGES/django.po")):
            language = source.parent.parent.name
            target = Path(self._folder.name, f"{language}.mo")
            with source.open("rb") as po, target.open("wb") as mo:
                write_mo(mo, read_po(po, locale=language))
            build_data["force_include"][str(target)] = f"wagtail_hrnews/locale/{language}/LC_MESSAGES/django.mo"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        if version != "editable":
            self._folder.cleanup()
