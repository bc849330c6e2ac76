"""A passage as tantivy keeps it, and back."""

from __future__ import annotations

from hashlib import blake2b

import tantivy

from drafter.library.local.places import UNDATED, day_number, day_of
from drafter.library.values import Indexed, Passage
from drafter.model.organ import Organ
from drafter.model.resolution import Kind

_USUAL_LENGTH = 45
ANALYZER = (
    tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple())
    .filter(tantivy.Filter.lowercase())
    .filter(tantivy.Filter.remove_long(40))
    .filter(tantivy.Filter.stemmer("english"))
    .build()
)


def schema() -> tantivy.Schema:
    fields = tantivy.SchemaBuilder()
    fields.add_text_field("text", stored=True, tokenizer_name="terms")
    for name in ("symbol", "series", "organ", "kind"):
        fields.add_text_field(name, stored=True, tokenizer_name="raw", index_option="basic")
    fields.add_text_field("label", stored=True, tokenizer_name="raw", index_option="basic")
    fields.add_text_field("head", stored=True, tokenizer_name="raw", index_option="basic")
    fields.add_unsigned_field("day", stored=True, indexed=True, fast=True)
    fields.add_unsigned_field("place", stored=True, fast=True)
    fields.add_unsigned_field("resolution", fast=True)
    fields.add_unsigned_field("level", stored=True)
    fields.add_float_field("brevity", fast=True)
    return fields.build()


def document(passage: Passage) -> tantivy.Document:
    document = tantivy.Document()
    document.add_text("text", passage.text)
    document.add_text("symbol", passage.symbol)
    document.add_text("series", passage.series)
    document.add_text("organ", passage.organ.value)
    document.add_text("kind", passage.kind.value)
    document.add_text("label", passage.label)
    document.add_unsigned("day", day_number(passage.adopted))
    document.add_unsigned("place", passage.place)
    document.add_unsigned("level", passage.level)
    document.add_float("brevity", _brevity(passage.text))
    document.add_unsigned("resolution", _number(passage.symbol))
    return document


def _number(symbol: str) -> int:
    """A number for a symbol, which tells resolutions apart without reading a passage; the same on every machine."""
    return int.from_bytes(blake2b(symbol.encode(), digest_size=7).digest(), "big")


def _brevity(text: str) -> float:
    """What makes tantivy multiply a score, log2(2 + this), by 2 for the shortest text and by 1 for a long one."""
    return float(2 ** (1 + 1 / (1 + text.count(" ") / _USUAL_LENGTH)) - 2)


def head(resolution: Indexed) -> tantivy.Document:
    document = tantivy.Document()
    document.add_text("kind", "head")
    document.add_text("symbol", resolution.symbol)
    document.add_text("head", resolution.fingerprint)
    document.add_unsigned("day", UNDATED)
    return document


def is_passage(document: tantivy.Document) -> bool:
    return document.get_first("head") is None


def passage(document: tantivy.Document) -> Passage:
    stored = {name: values[0] for name, values in document.to_dict().items()}
    return Passage(
        symbol=stored["symbol"],
        label=stored["label"],
        place=stored["place"],
        text=stored["text"],
        kind=Kind(stored["kind"]),
        level=stored["level"],
        organ=Organ(stored["organ"]),
        adopted=day_of(stored["day"]),
        series=stored["series"],
    )
