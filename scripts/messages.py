"""The catalogues of ``locale/``: ``extract`` new texts, ``compile`` them, ``check`` that nothing is missing."""

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
LOCALE = ROOT / "locale"
SOURCE_LANGUAGE = "en"
LANGUAGES = (SOURCE_LANGUAGE, "es")
CHANGING_HEADERS = ('"Report-', '"POT-', '"PO-', '"Last-', '"Language-Team', '"Generated-By')
"""Headers with dates, people and versions, which would differ from run to run."""
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")


def extract(folder: Path = LOCALE) -> None:
    """Take the texts of the package into the catalogues with Django's ``makemessages`` (GNU gettext).

    The English catalogue says what the code says, so that both are complete; what the code no longer says goes.
    """
    with tempfile.TemporaryDirectory() as place:
        # Django writes into ``locale`` beside the code: a folder that holds just the package keeps the rest out.
        Path(place, "wagtail_hrnews").symlink_to(ROOT / "wagtail_hrnews")
        Path(place, "locale").symlink_to(folder)
        for language in LANGUAGES:
            (folder / language / "LC_MESSAGES").mkdir(parents=True, exist_ok=True)
        options = ["--symlinks", "--no-obsolete", "--no-wrap", "--add-location=file", "--verbosity=0"]
        languages = [f"--locale={language}" for language in LANGUAGES]
        command = [sys.executable, "-m", "django", "makemessages", *options, *languages]
        outside = {name: value for name, value in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"}
        subprocess.run(command, cwd=place, env=outside, check=True)
    for language in LANGUAGES:
        _tidy(folder, language)


def compile_all(folder: Path = LOCALE) -> None:
    """Compile what changed; needs no gettext program."""
    for language in _languages(folder):
        source = path_of(folder, language)
        target = source.with_suffix(".mo")
        if not target.exists() or target.stat().st_mtime < source.stat().st_mtime:
            with target.open("wb") as file:
                write_mo(file, read(folder, language))


def problems(folder: Path = LOCALE) -> Iterator[str]:
    """Tell what keeps a catalogue from being complete."""
    for language in LANGUAGES:
        if not path_of(folder, language).exists():
            yield f"{language}: there is no catalogue"
            continue
        catalogue = read(folder, language)
        for message in catalogue.obsolete.values():
            yield f"{language}: obsolete: {message.id!r}"
        for message in _messages(catalogue):
            if problem := _problem(message):
                yield f"{language}: {problem}: {message.id!r}"


def unextracted(folder: Path = LOCALE) -> Iterator[str]:
    """Tell what the code says and the catalogues do not, or the other way round; needs GNU gettext."""
    with tempfile.TemporaryDirectory() as place:
        fresh_folder = Path(place)
        extract(fresh_folder)
        for language in LANGUAGES:
            fresh, stored = _keys(fresh_folder, language), _keys(folder, language)
            yield from (f"{language}: not extracted, run make messages: {key!r}" for key in sorted(fresh - stored))
            yield from (f"{language}: the code no longer says: {key!r}" for key in sorted(stored - fresh))


def path_of(folder: Path, language: str) -> Path:
    return folder / language / "LC_MESSAGES" / "django.po"


def read(folder: Path, language: str) -> Catalog:
    """Read a catalogue, with the plural forms of its language (a new file has Django's own, one more for Spanish)."""
    with path_of(folder, language).open("rb") as file:
        stored = read_po(file, locale=language)
    catalogue = Catalog(locale=language)
    for message in stored:
        if message.id:
            catalogue[message.id] = message
    catalogue.obsolete = stored.obsolete
    return catalogue


def _languages(folder: Path) -> list[str]:
    return sorted(path.parent.parent.name for path in folder.glob("*/LC_MESSAGES/django.po"))


def _messages(catalogue: Catalog) -> Iterator[Message]:
    return (message for message in catalogue if message.id)


def _keys(folder: Path, language: str) -> set[str]:
    if not path_of(folder, language).exists():
        return set()
    return {f"{message.context or ''}|{message.id}" for message in _messages(read(folder, language))}


def _problem(message: Message) -> str | None:
    sources, texts = _as_tuple(message.id), _as_tuple(message.string)
    if message.fuzzy:
        return "fuzzy"
    if not all(texts):
        return "not translated"
    wanted = [set(PLACEHOLDER.findall(source)) for source in sources]
    if any(set(PLACEHOLDER.findall(text)) not in wanted for text in texts):
        return "placeholders differ"
    return None


def _as_tuple(text: str | tuple[str, ...] | list[str]) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text)


def _tidy(folder: Path, language: str) -> None:
    """Write a catalogue in one form that does not change from run to run: no dates, no wrapping."""
    catalogue = read(folder, language)
    for message in _messages(catalogue):
        if language == SOURCE_LANGUAGE:
            message.string = message.id
            message.flags.discard("fuzzy")
        if message.fuzzy:  # gettext's guess: a wrong text that looks finished
            message.string = tuple("" for _ in _as_tuple(message.string)) if message.pluralizable else ""
            message.flags.discard("fuzzy")
    catalogue.project, catalogue.version, catalogue.fuzzy = "wagtail-hrnews", "1", False
    catalogue.header_comment = f"# wagtail-hrnews, {language}. Kept by ``make messages``, under the package's licence."
    buffer = BytesIO()
    write_po(buffer, catalogue, width=0, ignore_obsolete=True, include_lineno=False, sort_output=True)
    lines = buffer.getvalue().decode().splitlines(keepends=True)
    text = "".join(line for line in lines if not line.startswith(CHANGING_HEADERS))
    path_of(folder, language).write_text(text, encoding="utf-8")


def main(command: str) -> int:
    if command == "extract":
        extract()
    elif command == "compile":
        compile_all()
    elif command == "check":
        found = [*problems(), *unextracted()]
        print("\n".join(found) or "The catalogues are complete.")
        return 1 if found else 0
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
