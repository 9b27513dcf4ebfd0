"""Done as the documentation shows it: the engine that a reader could write, and lists that must not go out of date."""

import json
import re
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any, ClassVar

import pytest

from tests.engines import reverse
from tests.fences import fences
from tests.wheels import ROOT
from wagtail_hrnews.translation.engines.exceptions import EngineUnavailable
from wagtail_hrnews.translation.inline import InlineText

pytestmark = pytest.mark.whole

TEXTS = [InlineText.parse("They said <1>no</1> to her."), InlineText.parse("Nobody came.")]


class FakeLibreTranslate(BaseHTTPRequestHandler):
    """Answers as LibreTranslate does, or with an error page while ``is_broken``."""

    is_broken: ClassVar[bool] = False

    def do_POST(self) -> None:
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        answer = json.dumps({"translatedText": [_translated(text) for text in asked["q"]]})
        body = b"<h1>Bad gateway</h1>" if self.is_broken else answer.encode()
        self.send_response(502 if self.is_broken else 200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args: Any) -> None:
        """Keep quiet."""


def _translated(text: str) -> str:
    """Change the words and leave the tokens that stand for marks."""
    pieces = re.split(r"(\[X[A-Z]X\])", text)
    return "".join(piece if n % 2 else reverse(InlineText.of([piece])).plain for n, piece in enumerate(pieces))


@pytest.fixture
def engine(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    monkeypatch.setattr(FakeLibreTranslate, "is_broken", False)
    server = HTTPServer(("127.0.0.1", 0), FakeLibreTranslate)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield _engine_of_the_docs()(url=f"http://127.0.0.1:{server.server_port}/translate")
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def _block() -> str:
    (block,) = (fence for fence in fences(ROOT / "docs" / "engines.md") if fence.file == "news/engines.py")
    return block.text


def _engine_of_the_docs() -> Any:
    namespace: dict[str, Any] = {"__name__": "news.engines"}
    exec(compile(_block(), "docs/engines.md", "exec"), namespace)  # noqa: S102  (our own documentation)
    return namespace["LibreEngine"]


def test_docs_engine_has_under_twenty_lines() -> None:
    lines = [line for line in _block().splitlines()[1:] if line.strip()]
    assert len(lines) < 20


def test_docs_engine_translates_and_keeps_marks(engine: Any) -> None:
    results = engine.translate(TEXTS, "en", "es", timeout=10)
    assert [str(result.text) for result in results] == ["Gurl fnvq <1>ab</1> gb ure.", "Abobql pnzr."]


def test_docs_engine_tells_of_a_broken_server(engine: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(FakeLibreTranslate, "is_broken", True)
    with pytest.raises(EngineUnavailable) as caught:
        engine.translate(TEXTS, "en", "es", timeout=10)
    assert "said" not in str(caught.value)


def test_docs_list_every_system_check() -> None:
    operations = (ROOT / "docs" / "operations.md").read_text(encoding="utf-8")
    told = set(re.findall(r"^\| `(wagtail_hrnews[\w.]*\.[EW]\d{3})`", operations, re.MULTILINE))
    found = set()
    for path in (ROOT / "wagtail_hrnews").rglob("checks.py"):
        source = path.read_text(encoding="utf-8")
        prefix = "wagtail_hrnews.translation" if path.parent.name == "translation" else ""
        for full, short in re.findall(r'id=(?:"(wagtail_hrnews[\w.]+)"|f"\{ID\}\.(\w+)")', source):
            found.add(full or f"{prefix}.{short}")
    assert told == found


def test_docs_pictures_are_small_and_described() -> None:
    for path in (ROOT / "docs" / "images").iterdir():
        assert path.stat().st_size < 200_000, path.name
    for page in [ROOT / "README.md", *(ROOT / "docs").glob("*.md")]:
        for alternative in re.findall(r"!\[(.*?)\]\(", page.read_text(encoding="utf-8")):
            assert len(alternative) > 30, page.name


def test_docs_install_is_under_ten_lines() -> None:
    steps = [fence for fence in fences(ROOT / "README.md") if "Install" in fence.headings]
    lines = [line for step in steps for line in step.text.splitlines() if line and not line.startswith("#")]
    assert len(lines) < 10
