"""The index behind tantivy: one folder on this machine, derived from the library's files."""

from __future__ import annotations

import shutil
import threading
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import tantivy

from drafter.errors import BusyError
from drafter.library.local.fields import ANALYZER, document, head, schema
from drafter.library.local.view import IndexView
from drafter.library.values import ANYWHERE, Indexed, Passage, SearchHits, Stats, Where

LAYOUT = 2
"""Raised whenever what is stored changes, so that an index from an older version is rebuilt."""

PATIENCE = 10.0
"""Seconds to wait for another process that writes."""

_HEAP = 128_000_000


class TantivyIndex:
    """One writer at a time across all processes, and any number of readers; what was committed survives a killed
    process."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._schema = schema()
        self._index = self._opened()
        self._index.config_reader("manual")
        self._index.register_tokenizer("terms", ANALYZER)
        self._one_writes = threading.Lock()
        self._view = IndexView(self._index.searcher(), self._schema)

    def _opened(self) -> tantivy.Index:
        layout = self._folder / "layout"
        current = layout.read_text(encoding="utf-8") if layout.is_file() else ""
        if current != str(LAYOUT):
            shutil.rmtree(self._folder, ignore_errors=True)
        self._folder.mkdir(parents=True, exist_ok=True)
        try:
            index = tantivy.Index(self._schema, path=str(self._folder))
        except ValueError:
            shutil.rmtree(self._folder)
            self._folder.mkdir(parents=True)
            index = tantivy.Index(self._schema, path=str(self._folder))
        layout.write_text(str(LAYOUT), encoding="utf-8", newline="\n")
        return index

    def add(self, resolutions: Iterable[Indexed]) -> None:
        with self._writing() as writer:
            for resolution in resolutions:
                writer.delete_documents_by_term("symbol", resolution.symbol)
                for passage in resolution.passages:
                    writer.add_document(document(passage))
                writer.add_document(head(resolution))

    def remove(self, symbols: Iterable[str]) -> None:
        with self._writing() as writer:
            for symbol in symbols:
                writer.delete_documents_by_term("symbol", symbol)

    @contextmanager
    def _writing(self) -> Iterator[tantivy.IndexWriter]:
        """A writer on what is on disk now, whoever wrote it; committed at the end."""
        with self._one_writes:
            writer = self._writer()
            self.refresh()
            try:
                yield writer
            except BaseException:
                writer.rollback()
                writer.wait_merging_threads()
                raise
            writer.commit()
            writer.wait_merging_threads()
            self.refresh()

    def _writer(self) -> tantivy.IndexWriter:
        until = time.monotonic() + PATIENCE
        while True:
            try:
                return self._index.writer(_HEAP, 1)
            except ValueError as busy:
                if "LockBusy" not in str(busy) or time.monotonic() > until:
                    raise BusyError(
                        "the search index is being written by another drafter",
                        file=self._folder,
                        remedy="wait for it to finish and try again",
                    ) from busy
                time.sleep(0.05)

    def refresh(self) -> None:
        """See what any process has committed by now; questions under way go on with what was there."""
        self._index.reload()
        self._view = IndexView(self._index.searcher(), self._schema)

    def search(self, text: str, where: Where = ANYWHERE, limit: int = 20) -> SearchHits:
        return self._view.search(text, where, limit)

    def resolutions(self, text: str, where: Where = ANYWHERE, limit: int = 60) -> Mapping[str, float]:
        return self._view.resolutions(text, where, limit)

    def phrase(self, text: str, where: Where = ANYWHERE, limit: int = 20) -> SearchHits:
        return self._view.phrase(text, where, limit)

    def get(self, symbol: str) -> tuple[Passage, ...]:
        return self._view.get(symbol)

    def frequency(self, text: str, where: Where = ANYWHERE) -> int:
        return self._view.frequency(text, where)

    def fingerprints(self) -> Mapping[str, str]:
        return self._view.fingerprints

    def stats(self) -> Stats:
        view = self._view
        size = sum(file.stat().st_size for file in self._folder.rglob("*") if file.is_file())
        return Stats(len(view.fingerprints), view.passages, size)
