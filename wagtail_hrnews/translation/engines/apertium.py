"""Apertium: rule-based translation on this server, with no network and no key."""

import shutil
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from django.utils.translation import gettext as _

from .answers import Answer
from .apertium_pool import Line, line_for
from .apertium_process import WBLANK_MODE, PipeBroken, PipeStalled
from .apertium_stream import END, ApertiumStream, has_unknown_words
from .exceptions import EngineError, EngineNotInstalled, EngineTimeout, EngineUnavailable, LanguageNotSupported
from .strings import StringEngine

MODES_DIR = "/usr/share/apertium/modes"
LANGUAGES = {"en": "eng", "es": "spa"}
BATCH = 8000
"""Bytes that go through the pipe in one round: what a broken round has to repeat."""
PATIENCE = 15.0
"""Seconds without a byte after which the pipe counts as stalled. Reading the dictionaries at the start takes one."""
UNKNOWN_WORDS = "unknown-words"


class ApertiumEngine(StringEngine):
    """Keeps one pipe of stages alive for each direction in each process, about 100 MB of memory.

    ``modes_dir`` is where the mode files are; ``languages`` adds codes (``{"ca": "cat"}``) beside English and Spanish.
    """

    is_local = True
    label = "Apertium"
    codec = ApertiumStream()
    repeatable = False

    def __init__(
        self, *, modes_dir: str = MODES_DIR, languages: Mapping[str, str] | None = None, patience: float = PATIENCE
    ) -> None:
        super().__init__()
        self._modes_dir = Path(modes_dir)
        self._languages = {**LANGUAGES, **(languages or {})}
        self._patience = patience

    def problem(self, source: str, target: str) -> str | None:
        """Look for the mode file and for Apertium itself."""
        try:
            self.line(source, target)
        except LanguageNotSupported:
            return _("Apertium does not translate from %(source)s to %(target)s here.") % {
                "source": source,
                "target": target,
            }
        except EngineNotInstalled:
            return _("Apertium is not installed. On Debian or Ubuntu type: %(command)s") % {
                "command": "apt-get install apertium-eng-spa"
            }
        return None

    def translate_strings(
        self, strings: Sequence[str], source: str, target: str, deadline: float
    ) -> list[Answer | EngineError]:
        """Send the segments in rounds; a round that fails twice is halved until the segment at fault stands alone."""
        line = self.line(source, target)
        segments = [f"{string}{END}".encode() for string in strings]
        answers: list[Answer | EngineError] = []
        for batch in _batches(segments):
            answers.extend(self._round(line, batch, deadline))
        return answers

    def line(self, source: str, target: str) -> Line:
        """The pipe that serves a pair; raises ``LanguageNotSupported`` or ``EngineNotInstalled``."""
        pair = [self._languages.get(code) or self._languages.get(code.partition("-")[0]) for code in (source, target)]
        if None in pair or pair[0] == pair[1]:
            raise LanguageNotSupported(f"Apertium has no mode from {source} to {target}")
        mode_file = self._modes_dir / f"{pair[0]}-{pair[1]}.mode"
        if not mode_file.is_file() or shutil.which(WBLANK_MODE) is None:
            raise EngineNotInstalled(f"{mode_file.name} or {WBLANK_MODE} is not on this server")
        return line_for(mode_file)

    def _round(self, line: Line, segments: Sequence[bytes], deadline: float) -> list[Answer | EngineError]:
        try:
            return [_answer(raw) for raw in line.run(segments, deadline, self._patience)]
        except (PipeBroken, PipeStalled) as error:
            if len(segments) > 1:
                middle = len(segments) // 2
                return [
                    *self._round(line, segments[:middle], deadline),
                    *self._round(line, segments[middle:], deadline),
                ]
            return [EngineUnavailable(str(error))]
        except EngineTimeout as error:
            return [error] * len(segments)


def _answer(raw: bytes) -> Answer | EngineError:
    try:
        text = raw.decode()
    except UnicodeDecodeError:
        return EngineUnavailable("Apertium answered with broken UTF-8")
    return Answer(text, (UNKNOWN_WORDS,) if has_unknown_words(text) else ())


def _batches(segments: Sequence[bytes]) -> Iterator[list[bytes]]:
    batch: list[bytes] = []
    for segment in segments:
        if batch and sum(map(len, batch)) + len(segment) > BATCH:
            yield batch
            batch = []
        batch.append(segment)
    if batch:
        yield batch
