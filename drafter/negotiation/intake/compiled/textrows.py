"""The rows of a compilation text in a plain text or Markdown file."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.model.inline import Inline
from drafter.negotiation.intake.compiled.rows import PrintedRow, PrintedText
from drafter.negotiation.notation import lines
from drafter.negotiation.notation.textfile import BASE, NOTATION, NOTES, PAST, TEXT
from drafter.negotiation.notation.values import Dialect

NOTATION_LINE = re.compile(rf"{NOTATION}: (?P<dialect>{'|'.join(Dialect)})(?:, anonymous)?")
_BASE = re.compile(rf"{BASE}: (?P<symbol>[^,]+)(?:,.*)?")
_HEAD = re.compile(rf"(?:## )?(?P<head>{TEXT}|{NOTES}|{PAST})", re.IGNORECASE)
_ROW = re.compile(
    r"(?P<label>(?:new )?(?:[A-Z][^./]{0,40}/)?(?:PP|OP|H|Title)\S*(?: alt(?: \d+)?)?)\. (?P<words>.*)", re.DOTALL
)
_NOTE = re.compile(r"(?P<figures>[⁰¹²³⁴⁵⁶⁷⁸⁹]+) (?P<words>.*)")


def labelled(words: Inline) -> tuple[str, Inline]:
    """The label that is typed before a row's words, "" for none, and the words."""
    found = _ROW.fullmatch(words.text)
    return (found["label"], words[found.start("words") :]) if found else ("", words)


def own_text(text: str) -> PrintedText | None:
    """A file of our own writing; None where it is none."""
    listed = text.lstrip("\ufeff").splitlines()
    told = next((found for one in listed[:40] if (found := NOTATION_LINE.fullmatch(one.strip()))), None)
    if told is None:
        return None
    parts = dict(_parts(listed))
    notes = {}
    for _, one in parts.get(NOTES, ()):
        if found := _NOTE.fullmatch(one):
            [mark] = lines.words(found["figures"]).marks
            notes[mark.note] = lines.words(found["words"])
    rows = tuple(_row(number, one) for number, one in parts.get(TEXT, ()))
    symbol = next((found["symbol"] for one in listed[:40] if (found := _BASE.fullmatch(one.strip()))), "")
    return PrintedText(rows, notes, Dialect(told["dialect"]), symbol)


def _parts(listed: list[str]) -> Iterator[tuple[str, list[tuple[int, str]]]]:
    """The lines that are not empty, with their numbers, below each of our heads."""
    head, held = "", list[tuple[int, str]]()
    for number, one in enumerate(listed, 1):
        if found := _HEAD.fullmatch(one.strip()):
            yield head, held
            head, held = next(name for name in (TEXT, NOTES, PAST) if name.lower() == found["head"].lower()), []
        elif one.strip():
            held.append((number, one))
    yield head, held


def _row(number: int, text: str) -> PrintedRow:
    found = _ROW.fullmatch(text)
    label = lines.words(found["label"]).text if found else ""
    words: Inline = lines.words(found["words"] if found else text)
    return PrintedRow(label, words, f"line {number}")
