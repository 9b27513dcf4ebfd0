"""Both catalogues of the interface are complete, and say what the code says."""

import shutil
from pathlib import Path

import pytest

import messages

pytestmark = pytest.mark.whole


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the catalogues, to be broken."""
    return Path(shutil.copytree(messages.LOCALE, tmp_path / "locale"))


def _break(folder: Path, old: str, new: str) -> None:
    path = messages.path_of(folder, "es")
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_catalogues_are_complete() -> None:
    assert list(messages.problems()) == []


@pytest.mark.gettext
def test_catalogues_hold_what_the_code_says() -> None:
    assert list(messages.unextracted()) == []


def test_catalogues_report_a_missing_text(folder: Path) -> None:
    text = messages.read(folder, "es").get("Articles")
    assert text is not None
    _break(folder, f'msgid "Articles"\nmsgstr "{text.string}"', 'msgid "Articles"\nmsgstr ""')
    assert "es: not translated: 'Articles'" in list(messages.problems(folder))


def test_catalogues_report_a_lost_placeholder(folder: Path) -> None:
    with messages.path_of(folder, "es").open("a", encoding="utf-8") as file:
        file.write('\nmsgid "%(count)s texts of {name}"\nmsgstr "%(cuenta)s textos de {name}"\n')
    assert "es: placeholders differ: '%(count)s texts of {name}'" in list(messages.problems(folder))


def test_catalogues_report_fuzzy_and_obsolete(folder: Path) -> None:
    with messages.path_of(folder, "es").open("a", encoding="utf-8") as file:
        file.write('\n#, fuzzy\nmsgid "A guess"\nmsgstr "Una"\n\n#~ msgid "Gone"\n#~ msgstr "Ido"\n')
    found = list(messages.problems(folder))
    assert "es: fuzzy: 'A guess'" in found
    assert "es: obsolete: 'Gone'" in found


def test_catalogues_report_a_missing_file(tmp_path: Path) -> None:
    assert list(messages.problems(tmp_path)) == ["en: there is no catalogue", "es: there is no catalogue"]


def test_catalogues_compile_what_changed(folder: Path) -> None:
    messages.compile_all(folder)
    compiled = messages.path_of(folder, "es").with_suffix(".mo")
    before = compiled.stat().st_mtime_ns
    messages.compile_all(folder)
    assert compiled.stat().st_mtime_ns == before
    assert compiled.read_bytes()[:4] in {b"\xde\x12\x04\x95", b"\x95\x04\x12\xde"}
