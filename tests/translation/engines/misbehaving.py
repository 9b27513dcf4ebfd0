"""A server on this machine that behaves as told, in place of an online engine."""

import contextlib
import html
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

PAGE = '<!DOCTYPE html><html><body><div class="result-container">{}</div></body></html>'


class MisbehavingServer:
    """``behave(handler, text)`` answers each request; ``asked`` holds the texts, ``connections`` their number."""

    def __init__(self, behave):
        self.behave = behave
        self.asked = []
        self.languages = []
        self.connections = 0
        self.stop = threading.Event()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self._server.server_port}/m"

    def __enter__(self):
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02})
        self._thread.start()
        return self

    def __exit__(self, *exception):
        self.stop.set()
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    def _handler(self):
        world = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def setup(self):
                super().setup()
                world.connections += 1

            def do_GET(self):
                query = parse_qs(urlsplit(self.path).query)
                world.asked.append(query["q"][0])
                world.languages.append((query["sl"][0], query["tl"][0]))
                with contextlib.suppress(ConnectionError):
                    world.behave(self, query["q"][0])

            def log_message(self, *args):
                pass

        return Handler


def send(handler, body, status=200, **headers):
    data = body.encode() if isinstance(body, str) else body
    handler.send_response(status)
    for name, value in {"Content-Length": str(len(data)), **headers}.items():
        handler.send_header(name.replace("_", "-"), value)
    handler.end_headers()
    handler.wfile.write(data)


def translating(handler, text):
    """Say every word in capitals."""
    send(handler, PAGE.format(html.escape(text.upper())))


def answering(body, status=200, **headers):
    return lambda handler, text: send(handler, body, status, **headers)


def hanging(handler, text):
    time.sleep(1.5)


def dripping_headers(handler, text):
    handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
    drip(handler, b"X-Drop: " + b"a" * 100)


def dripping_body(handler, text):
    handler.send_response(200)
    handler.send_header("Content-Length", "100")
    handler.end_headers()
    drip(handler, b"a" * 100)


def drip(handler, data):
    for byte in data[:30]:
        handler.wfile.write(bytes([byte]))
        handler.wfile.flush()
        time.sleep(0.05)


def closing(handler, text):
    handler.close_connection = True
    handler.connection.close()


def cut_short(handler, text):
    """Half of the page, and no Content-Length that would tell."""
    handler.send_response(200)
    handler.send_header("Connection", "close")
    handler.end_headers()
    page = PAGE.format("half a translation of the te")
    handler.wfile.write(page[: page.index("</div>")].encode())
    handler.close_connection = True


def promising_more(handler, text):
    """Half of what Content-Length promises."""
    page = PAGE.format("whole").encode()
    handler.send_response(200)
    handler.send_header("Content-Length", str(2 * len(page)))
    handler.end_headers()
    handler.wfile.write(page)
    handler.close_connection = True


def flooding(handler, text):
    handler.send_response(200)
    handler.send_header("Connection", "close")
    handler.end_headers()
    for _ in range(200):
        handler.wfile.write(b" " * 1_000_000)
