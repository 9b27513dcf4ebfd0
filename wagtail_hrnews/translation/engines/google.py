"""Google Translate's free page through deep-translator: no key, no promise of service; texts leave this server."""

import re
from collections.abc import Collection
from types import ModuleType
from typing import Any

from .deep import DeepEngine
from .transport import CONNECT_SECONDS, READ_SECONDS


class GoogleEngine(DeepEngine):
    """``base_url`` is for a mirror of the page inside an organisation, and for tests."""

    is_local = False
    label = "Google Translate"
    module = "deep_translator.google"
    class_name = "GoogleTranslator"
    max_length = 4999
    whole_answer = re.compile(rb'class="(?:result-container|t0)".*?</div>', re.DOTALL)
    language_codes = {"he": "iw", "nb": "no", "nn": "no", "zh": "zh-CN", "zh-hans": "zh-CN", "zh-hant": "zh-TW"}

    def __init__(
        self, *, base_url: str = "", connect_timeout: float = CONNECT_SECONDS, read_timeout: float = READ_SECONDS
    ) -> None:
        super().__init__(connect_timeout=connect_timeout, read_timeout=read_timeout)
        self._base_url = base_url

    def supported_codes(self, module: ModuleType) -> Collection[str]:
        """As listed in deep-translator."""
        codes: dict[str, str] = module.GoogleTranslator()._languages
        return codes.values()

    def make_translator(self, module: ModuleType, source: str, target: str) -> Any:
        """The address is fixed in its class; an object's own can be changed."""
        translator = super().make_translator(module, source, target)
        if self._base_url:
            translator._base_url = self._base_url
        return translator
