"""A public site of documents on this machine, with the manners of the real one."""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

Answer = Callable[[BaseHTTPRequestHandler], None]


@dataclass
class PublicSite:
    """`by_symbol` says how a symbol is answered; a file lies under its path in lower case, and there alone."""

    address: str = ""
    by_symbol: dict[str, Answer] = field(default_factory=dict)
    files: dict[str, bytes] = field(default_factory=dict)
    asked: list[dict[str, str]] = field(default_factory=list)
    agents: set[str] = field(default_factory=set)
    times: list[float] = field(default_factory=list)

    def lies(self, symbol: str, content: bytes, path: str = "/doc/undoc/gen/n21/one.docx") -> None:
        """Have `symbol` answered as the site does: by a redirect in capitals to the file at `path`."""
        self.files[path] = content
        self.by_symbol[symbol] = moved(self.address.replace("/api", "").upper() + path.upper())


def sent(content: bytes, *, length: int | None = None, status: int = 200, **headers: str) -> Answer:
    """The content; with `length`, another one than it has, with -1 none at all."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        if length != -1:
            handler.send_header("Content-Length", str(len(content) if length is None else length))
        handler.end_headers()
        handler.wfile.write(content)

    return answer


def moved(place: str) -> Answer:
    return sent(b"", status=302, Location=place)


def slow(seconds: float) -> Answer:
    return lambda handler: time.sleep(seconds)


def endless(handler: BaseHTTPRequestHandler) -> None:
    """A document that begins well and never ends."""
    sent(b"PK\x03\x04", length=-1)(handler)
    with contextlib.suppress(OSError):
        while True:
            handler.wfile.write(b"x" * 65536)


def dripping(handler: BaseHTTPRequestHandler) -> None:
    """A document that comes byte by byte."""
    sent(b"PK\x03\x04", length=-1)(handler)
    with contextlib.suppress(OSError):
        for _ in range(100):
            handler.wfile.write(b"x")
            time.sleep(0.05)


@contextlib.contextmanager
def public_site() -> Iterator[PublicSite]:
    """The site, listening on this machine alone until the end of the `with` statement."""
    site = PublicSite()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            parts = urlsplit(self.path)
            site.agents.add(self.headers["User-Agent"])
            if parts.path != "/api":
                found = site.files.get(parts.path)
                (sent(b"<html>gone", status=404) if found is None else sent(found))(self)
                return
            query = {name: values[0] for name, values in parse_qs(parts.query).items()}
            site.asked.append(query)
            site.times.append(time.monotonic())
            site.by_symbol.get(query["s"], sent(b"", status=404))(self)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    site.address = f"http://localhost:{server.server_port}/api"
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
