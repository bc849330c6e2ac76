"""A document from the public site into the library, if a person asks for it by name, and only if it is that one."""

from __future__ import annotations

import tempfile
from pathlib import Path

from drafter import files
from drafter.errors import DrafterError, LibraryError
from drafter.library.ports import Records
from drafter.library.site import Site, page
from drafter.library.sources import read_source
from drafter.model.reading import Reading
from drafter.model.symbol import Symbol
from drafter.resources import own
from drafter.switches import FETCH, OFFLINE, switched

_READ = {b"PK\x03\x04": ".docx", b"%PDF": ".pdf"}
_NOT_READ = {b"\xffWPC": "a WordPerfect file", b"\xd0\xcf\x11\xe0": "an old Word file (.doc)"}


def fetch(records: Records, name: str, site: Site, *, pdf: bool = False) -> Reading:
    """The document of that symbol, asked for at the site and kept; what the library has is not asked for.

    `pdf` asks for the PDF instead of the Word file. LibraryError where the settings forbid it, where there is nothing,
    and where what comes is not the document asked for; then nothing is stored.
    """
    symbol = Symbol.parse(name)
    if symbol is None or symbol.number is None:
        raise LibraryError("this is no symbol of a resolution or draft", file=name, remedy="write it as A/RES/76/177")
    if symbol in records:
        return records.reading(symbol)
    _refuse_unless_allowed(symbol, site)
    content = site.document(symbol, pdf=pdf)
    suffix = _suffix(content, symbol, site, pdf)
    with tempfile.TemporaryDirectory(prefix="drafter-") as folder:
        path = Path(folder, f"document{suffix}")  # a name that says nothing: only the text can say what it is
        files.write(path, content, durable=False)
        try:
            found = read_source(path).resolution.symbol
        except DrafterError as error:
            raise site.refused(symbol, f"{error.problem}; nothing was stored") from error
        if found != symbol:
            what = f"is {found}" if found else "does not say which it is"
            raise site.refused(symbol, f"the document that came {what}; nothing was stored")
        return records.add(path)


def _refuse_unless_allowed(symbol: Symbol, site: Site) -> None:
    by_hand = f"or look at {page(symbol)} yourself"
    if switched(OFFLINE, False):
        raise LibraryError(
            f"{symbol} was not asked for: the settings say offline = true",
            file=own("settings.toml"),
            remedy=f"take that out, {by_hand}",
        )
    if not switched(FETCH, False):
        raise LibraryError(
            f"{symbol} was not asked for: asking {site.host} tells others what your mission drafts",
            remedy=f"allow it once and for all with drafter corpus fetch --allow, {by_hand}",
        )


def _suffix(content: bytes, symbol: Symbol, site: Site, pdf: bool) -> str:
    """The ending for a document of this kind, by its first bytes; LibraryError for what is not read."""
    start = content[:1024].removeprefix(b"\xef\xbb\xbf").lstrip()
    if not start or start.startswith(b"<"):
        what = "a web page" if start else "nothing"
        raise site.refused(symbol, f"{what} came instead of a document: there seems to be none under this symbol")
    for magic, suffix in _READ.items():
        if content.startswith(magic):
            return suffix
    what = next((what for magic, what in _NOT_READ.items() if content.startswith(magic)), "a file of an unknown kind")
    remedy = "" if pdf else "ask for the PDF with --pdf"
    raise site.refused(symbol, f"{what} came, which is not read; nothing was stored", remedy)
