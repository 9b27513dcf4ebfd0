"""What the documentation tells a reader to write or type can be written and typed."""

import ast
import configparser
import importlib
import json
import re
import shlex
import shutil
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from django.core.management import get_commands
from django.template import engines
from markdown_it import MarkdownIt

from tests.fences import Fence, fences
from tests.wheels import ROOT
from wagtail_hrnews.checks import check_setting
from wagtail_hrnews.conf import KNOWN_COMMENTS_KEYS, KNOWN_KEYS

pytestmark = pytest.mark.whole

PAGES = sorted(
    [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")], key=lambda path: (path.parent != ROOT, path.as_posix())
)
FENCES = [fence for page in PAGES for fence in fences(page)]
PLAIN = {"text", "console", "http", "csv", "xml", "html", "css", "nginx", "po", "crontab", "systemd", "diff"}
"""Languages of blocks that show something and are not to be typed."""
PROGRAMS = {"pip", "python", "make", "git", "cd", "sudo", "apt-get", "curl", "wagtail", "export", "createdb", "npm"}
SITE = {"INSTALLED_APPS": [], "MIDDLEWARE": [], "LANGUAGES": [], "BASE_DIR": ROOT, "PROJECT_DIR": ROOT}
"""What a site's settings hold where a block is added to them."""


def _of(*languages: str) -> pytest.MarkDecorator:
    found = [fence for fence in FENCES if fence.language in languages]
    return pytest.mark.parametrize("fence", found, ids=str)


def _text(page: Path) -> str:
    return page.read_text(encoding="utf-8")


def test_docs_blocks_name_a_language_that_is_tested() -> None:
    tested = {"python", "sh", "json", "toml", "ini", "html+django", "makefile", *PLAIN}
    assert [str(fence) for fence in FENCES if fence.language not in tested] == []


@_of("python")
def test_docs_python_compiles_and_imports_what_exists(fence: Fence) -> None:
    for node in ast.walk(ast.parse(fence.text, filename=str(fence))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("wagtail_hrnews"):
            module = importlib.import_module(str(node.module))
            missing = [alias.name for alias in node.names if not _has(module, alias.name)]
            assert missing == [], f"{fence}: {node.module} has no {missing}"


def _has(module: Any, name: str) -> bool:
    return hasattr(module, name) or importlib.util.find_spec(f"{module.__name__}.{name}") is not None


@_of("python")
def test_docs_settings_run_and_pass_the_checks(fence: Fence, settings: Any) -> None:
    """A block of a settings file, and any that sets ``WAGTAIL_HRNEWS``."""
    assigned = {
        target.id
        for node in ast.parse(fence.text).body
        for target in getattr(node, "targets", [getattr(node, "target", None)])
        if isinstance(target, ast.Name)
    }
    if "settings" not in (fence.file or "") and "WAGTAIL_HRNEWS" not in assigned:
        return
    namespace: dict[str, Any] = {
        name: value.copy() if isinstance(value, list) else value for name, value in SITE.items()
    }
    exec(compile(fence.text, str(fence), "exec"), namespace)  # noqa: S102  (our own documentation)
    for app in namespace["INSTALLED_APPS"]:
        assert importlib.util.find_spec(app), f"{fence}: {app}"
    if "WAGTAIL_HRNEWS" in namespace:
        settings.WAGTAIL_HRNEWS = namespace["WAGTAIL_HRNEWS"]
        assert check_setting(None) == []


@_of("sh")
def test_docs_commands_exist(fence: Fence) -> None:
    for words in _commands(fence.text):
        program, arguments = words[0], words[1:]
        if program.endswith("manage.py") or (program == "python" and arguments[0].endswith("manage.py")):
            command = arguments[0] if program.endswith("manage.py") else arguments[1]
            assert command in get_commands(), f"{fence}: manage.py {command}"
        elif program == "make":
            targets = [word for word in arguments if "=" not in word]
            assert set(targets) <= _make_targets(), f"{fence}: make {targets}"
        else:
            assert program in PROGRAMS or shutil.which(program) or (ROOT / program).exists(), f"{fence}: {program}"


def _commands(text: str) -> Iterator[list[str]]:
    """Each command of a block, without the variables that are set before it."""
    for line in re.split(r"\n|&&|\|\||;", text.replace("\\\n", " ")):
        words = [word.removeprefix(".venv/bin/") for word in shlex.split(line, comments=True)]
        while words and re.fullmatch(r"\w+=.*", words[0]):
            words.pop(0)
        if words:
            yield words


def _make_targets() -> set[str]:
    return set(re.findall(r"^([a-z][a-z-]*):", _text(ROOT / "Makefile"), re.MULTILINE))


def test_docs_data_can_be_read() -> None:
    readers = {"json": json.loads, "toml": tomllib.loads, "ini": configparser.ConfigParser().read_string}
    for fence in FENCES:
        if fence.language in readers:
            readers[fence.language](fence.text)


def test_docs_templates_compile() -> None:
    for fence in FENCES:
        if fence.language == "html+django":
            engines["django"].from_string(fence.text)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_docs_links_lead_somewhere(page: Path) -> None:
    for link in _links(page):
        if re.match(r"[a-z]+:", link):
            continue
        path, _, anchor = unquote(link).partition("#")
        target = (page.parent / path).resolve() if path else page
        assert target.exists(), f"{page.name}: {link}"
        if anchor and target.suffix == ".md":
            assert anchor in _anchors(target), f"{page.name}: {link}"


def _links(page: Path) -> Iterator[str]:
    for token in MarkdownIt().parse(_text(page)):
        for child in token.children or []:
            link = child.attrGet("href") or child.attrGet("src")
            if isinstance(link, str):
                yield link


def _anchors(page: Path) -> set[str]:
    tokens = MarkdownIt().parse(_text(page))
    titles = [tokens[place + 1].content for place, token in enumerate(tokens) if token.type == "heading_open"]
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


def test_docs_name_every_setting() -> None:
    told = "\n".join(_text(page) for page in PAGES)
    assert [
        key for key in (*KNOWN_KEYS, *KNOWN_COMMENTS_KEYS) if f"`{key}`" not in told and f'"{key}"' not in told
    ] == []
