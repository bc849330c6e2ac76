"""The United Nations' public site of documents: one named document at a time, or one line on why there is none."""

from __future__ import annotations

import http.client
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPMessage
from typing import IO
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urlencode, urlsplit, urlunsplit
from urllib.request import HTTPRedirectHandler, OpenerDirector, Request, build_opener

from drafter import __version__
from drafter.errors import LibraryError
from drafter.model.symbol import Symbol

PUBLIC = "https://documents.un.org/api/symbol/access"
PAGE = "https://docs.un.org/en/"
AGENT = f"drafter/{__version__} (asks for one named document when a person types its symbol)"

_PIECE = 64 * 1024
_BUSY = (429, 503)
_REDIRECTS = 5


@dataclass
class Site:
    """Where documents are asked for, and with what patience, in seconds: `silence` for a site that says nothing,
    `whole` for a document, `pause` between two of them; a document has at most `largest` bytes."""

    address: str = PUBLIC
    silence: float = 60
    whole: float = 180
    pause: float = 2.5
    largest: int = 16 * 1024 * 1024
    _free_at: float = 0

    @classmethod
    def named(cls) -> Site:
        """The site at the address that DRAFTER_DOCUMENTS names, else the public one."""
        return cls(os.environ.get("DRAFTER_DOCUMENTS") or PUBLIC)

    @property
    def host(self) -> str:
        return urlsplit(self.address).hostname or self.address

    def document(self, symbol: Symbol, *, pdf: bool = False) -> bytes:
        """The bytes that the site gives for a symbol, whatever they are; LibraryError where it gives none."""
        time.sleep(max(0.0, self._free_at - time.monotonic()))
        with self._told(symbol):
            try:
                return self._asked(symbol, "pdf" if pdf else "docx")
            finally:
                self._free_at = time.monotonic() + self.pause

    def refused(self, symbol: Symbol, problem: str, remedy: str = "") -> LibraryError:
        """The one line on a document that could not be had."""
        remedy = remedy or f"look at {page(symbol)} and add what you save with drafter corpus add"
        return LibraryError(problem, file=f"{symbol} at {self.host}", remedy=remedy)

    def _asked(self, symbol: Symbol, kind: str) -> bytes:
        ends = time.monotonic() + self.whole
        query = urlencode({"s": str(symbol), "l": "en", "t": kind}, quote_via=quote, safe="")
        request = Request(f"{self.address}?{query}", headers={"User-Agent": AGENT})
        content = bytearray()
        with self._opener(symbol).open(request, timeout=self.silence) as answer:
            if urlsplit(answer.url).path.rstrip("/").lower() == "/error":
                raise self.refused(symbol, "there is nothing under this symbol")
            told = answer.headers.get("Content-Length", "")
            length = int(told) if told.isdigit() else None
            if length is not None and length > self.largest:
                raise self.refused(symbol, f"the document has {length:,} bytes, more than any resolution")
            while piece := answer.read1(_PIECE):
                content += piece
                if len(content) > self.largest:
                    raise self.refused(symbol, f"more than {self.largest:,} bytes came, more than any resolution has")
                if time.monotonic() > ends:
                    raise TimeoutError
        if length is not None and len(content) < length:
            raise http.client.IncompleteRead(bytes(content), length - len(content))
        return bytes(content)

    def _opener(self, symbol: Symbol) -> OpenerDirector:
        return build_opener(_InLowerCase(self, symbol))

    @contextmanager
    def _told(self, symbol: Symbol) -> Iterator[None]:
        """Whatever goes wrong on the way, as one line."""
        try:
            yield
        except HTTPError as error:
            error.close()
            raise self._by_status(symbol, error) from None
        except TimeoutError:
            raise self._slow(symbol) from None
        except URLError as error:
            if isinstance(error.reason, TimeoutError):
                raise self._slow(symbol) from None
            why = getattr(error.reason, "strerror", None) or error.reason
            raise self.refused(symbol, f"the site cannot be reached ({why})") from error
        except http.client.IncompleteRead as error:
            got = f"{len(error.partial):,} bytes"
            raise self.refused(symbol, f"the document broke off after {got}", "ask again later") from error
        except (http.client.HTTPException, OSError, ValueError) as error:
            why = str(error) or type(error).__name__
            raise self.refused(symbol, f"the site's answer broke off or makes no sense ({why})") from error

    def _slow(self, symbol: Symbol) -> LibraryError:
        return self.refused(symbol, f"nothing whole came within {self.silence:g} to {self.whole:g} seconds")

    def _by_status(self, symbol: Symbol, error: HTTPError) -> LibraryError:
        if error.code in (404, 410):
            return self.refused(symbol, "there is nothing under this symbol")
        if error.code in _BUSY:
            wait = _plain(error.headers.get("Retry-After", ""))
            when = f"after {wait} seconds" if wait.isdigit() else f"after {wait}" if wait else "later"
            return self.refused(symbol, f"the site is too busy ({error.code})", f"ask again {when}")
        if 300 <= error.code < 400:
            return self.refused(symbol, "the site sends us round in circles, or nowhere")
        return self.refused(symbol, f"the site refuses to answer ({error.code})")


def page(symbol: Symbol) -> str:
    """The page on which a person finds the document."""
    return PAGE + quote(str(symbol))


class _InLowerCase(HTTPRedirectHandler):
    """Follows the site's redirects, which shout, to where the files lie, and nowhere else."""

    max_redirections = _REDIRECTS

    def __init__(self, site: Site, symbol: Symbol) -> None:
        self._site, self._symbol = site, symbol

    def redirect_request(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> Request | None:
        begun, parts = urlsplit(self._site.address), urlsplit(newurl)
        host = (parts.hostname or "").lower()
        ours = host == begun.hostname or (host.endswith(".un.org") and self._site.address == PUBLIC)
        if not ours or (begun.scheme == "https" and parts.scheme != "https"):
            raise self._site.refused(self._symbol, f"the site sends us elsewhere ({_plain(newurl)})")
        path = parts.path if any(letter.islower() for letter in parts.path) else parts.path.lower()
        lowered = urlunsplit((parts.scheme, parts.netloc.lower(), path, parts.query, ""))
        return super().redirect_request(req, fp, code, msg, headers, lowered)


def _plain(told: str) -> str:
    """A few words of a stranger's, with nothing in them that a terminal would obey."""
    return "".join(letter for letter in told if letter.isprintable())[:100]
