"""The answers that engines gave for one draft: what is stored, what is still missing, and asking for the rest."""

from collections.abc import Sequence

from .engine_choice import engines_for
from .engines.base import Engine, Result
from .engines.exceptions import BadAnswer, EngineError
from .inline import InlineText
from .models import Draft, Segment
from .quality import run_checks
from .segments import TextSegment

BATCH = 25
"""Segments given to an engine at once: as many as are lost, at most, if the worker is killed."""
TIMEOUT = 60.0
"""Seconds for one batch."""


class Answers:
    """Reads what is stored for ``draft`` once, and stores each new batch of answers as it arrives."""

    def __init__(self, draft: Draft, segments: Sequence[TextSegment]) -> None:
        self.draft = draft
        self.segments = segments
        self.rows = {row.path: row for row in draft.segments.all()}
        self._reuse()

    def missing(self) -> list[TextSegment]:
        """The segments that no engine has answered yet, in reading order."""
        return [segment for segment in self.segments if not self._is_answered(segment)]

    def text_of(self, segment: TextSegment) -> InlineText:
        """The stored translation of a segment."""
        return InlineText.parse(self.rows[segment.key].text)

    def ask(self, *, keep_local: bool) -> EngineError | None:
        """Ask the site's engines for what is missing; return the last error if something still is.

        Raises NoEngine where none may be asked.
        """
        source, target = self.draft.source_language, self.draft.target_locale.language_code
        error: EngineError | None = None
        try:
            for alias, engine in engines_for(source, target, keep_local=keep_local):
                error = self._ask_engine(alias, engine, source, target)
                if not self.missing():
                    return None
        except EngineError as failure:  # an engine that cannot even be made
            error = failure
        return error or EngineError("no answer")

    def prune(self) -> None:
        """Forget the answers of segments that the original no longer has."""
        keys = {segment.key for segment in self.segments}
        self.draft.segments.filter(path__in=[path for path in self.rows if path not in keys]).delete()

    def _ask_engine(self, alias: str, engine: Engine, source: str, target: str) -> EngineError | None:
        error: EngineError | None = None
        missing = self.missing()
        for start in range(0, len(missing), BATCH):
            batch = missing[start : start + BATCH]
            try:
                results = _ask(engine, batch, source, target)
            except EngineError as failure:
                return failure
            self._store(alias, batch, results, source, target)
            error = next((result.error for result in results if result.error), error)
        return error

    def _store(self, alias: str, batch: list[TextSegment], results: list[Result], source: str, target: str) -> None:
        rows = []
        for segment, result in zip(batch, results, strict=True):
            if result.text is not None:
                flags = {*result.flags, *run_checks(segment.text, result.text, source, target)}
                rows.append(self._row(segment, result.text, alias, sorted(flags)))
        self._save(rows)

    def _reuse(self) -> None:
        """Take over what an engine said to the same words elsewhere in this draft, and what holds no words at all."""
        known = {(row.source_hash, row.source): row for row in self.rows.values()}
        rows = []
        for segment in self.missing():
            twin = known.get((segment.hash(), str(segment.text)))
            if not segment.text.has_words:
                rows.append(self._row(segment, segment.text, "", []))
            elif twin is not None:
                rows.append(self._row(segment, InlineText.parse(twin.text), twin.provenance, list(twin.flags)))
        self._save(rows)

    def _is_answered(self, segment: TextSegment) -> bool:
        row = self.rows.get(segment.key)
        return row is not None and row.source_hash == segment.hash() and row.source == str(segment.text)

    def _row(self, segment: TextSegment, text: InlineText, alias: str, flags: list[str]) -> Segment:
        if segment.max_length is not None and len(text.plain) > segment.max_length:
            flags = sorted({*flags, "too-long"})
        return Segment(
            draft=self.draft,
            path=segment.key,
            source_hash=segment.hash(),
            source=str(segment.text),
            text=str(text),
            provenance=alias,
            flags=flags,
        )

    def _save(self, rows: list[Segment]) -> None:
        if not rows:
            return
        Segment.objects.bulk_create(
            rows,
            update_conflicts=True,
            unique_fields=["draft", "path"],
            update_fields=["source_hash", "source", "text", "provenance", "flags"],
        )
        self.rows.update({row.path: row for row in rows})


def _ask(engine: Engine, batch: list[TextSegment], source: str, target: str) -> list[Result]:
    """Hold an engine, which may be a site's own, to its contract: a result a text, and no marks but the question's."""
    results = engine.translate([segment.text for segment in batch], source, target, timeout=TIMEOUT)
    if not isinstance(results, list) or len(results) != len(batch):
        raise BadAnswer("another number of results than of texts")
    return [_checked(segment.text, result) for segment, result in zip(batch, results, strict=True)]


def _checked(question: InlineText, result: Result) -> Result:
    if not isinstance(result, Result):
        return Result(error=BadAnswer("not a result"))
    if result.text is None:
        return result
    text = InlineText.of(_storable(part) if isinstance(part, str) else part for part in result.text.parts)
    if not text.is_well_formed() or not set(text.marks) <= set(question.marks):
        return Result(error=BadAnswer("marks that the text did not have"))
    return Result(text, flags=result.flags)


def _storable(text: str) -> str:
    """Without what no database takes: NUL, and halves of characters."""
    return text.replace("\x00", "").encode("utf-8", "ignore").decode()
