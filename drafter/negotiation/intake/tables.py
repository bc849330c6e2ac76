"""A table of proposals, in Markdown or as comma-separated values: paragraph, proposal, reason, and who proposes."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import StringIO

from drafter.model.proposal import Arrival
from drafter.negotiation.intake.asked import Act, Asked, Understood
from drafter.negotiation.intake.basetext import RoundBase
from drafter.negotiation.intake.collecting import Collecting
from drafter.negotiation.intake.locators import TITLE, Locator, listed
from drafter.negotiation.intake.oneline import is_text, understood_line, unquoted
from drafter.negotiation.intake.sentences import about
from drafter.negotiation.intake.takenin import TakenIn, Written

_COLUMNS = (
    ("place", r"paragraph|para\.?|label|no\.?|number|pp/op|reference|provision|article|where"),
    ("by", r"by|delegation|country|proposed by|proponent|from|group|state|member state|submitted by"),
    ("why", r"reasons?|rationale|justification|explanation|comments?|why|remarks?|notes?"),
    ("old", r"(?:current|original|existing|base|draft) ?(?:text|wording|language)?|text of the draft"),
    ("text", r"(?:proposed |suggested |new )?(?:text|wording|language|amendments?|changes?|edits?|proposals?)(?: .*)?"),
)
_REMARK = re.compile(r"\([^()]*\)")
_RULE = re.compile(r"[|:\-\s]+")
_BREAK = re.compile(r"<br ?/?>", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row below the heads: its number from 1, its line in the file, and its cells by what they are."""

    number: int
    line: int
    cells: dict[str, str]


def rows(text: str) -> tuple[TableRow, ...]:
    """The rows of a table whose heads name at least the paragraph and the proposal; () where there is none."""
    heads: list[str] | None = None
    found: list[TableRow] = []
    for line, cells in _cells(text):
        if heads is None:
            heads = _heads(cells)
            continue
        named = {head: cell for head, cell in zip(heads, cells, strict=False) if head and cell}
        if named:
            found.append(TableRow(len(found) + 1, line, named))
    return tuple(found)


def from_table(base: RoundBase, text: str, arrival: Arrival) -> TakenIn:
    """What the rows propose on the base."""
    collecting = Collecting(base, arrival)
    for row in rows(text):
        named = row.cells.get("by", "")
        by = () if arrival.by else base.names.names_in(named) or ((named,) if named else ())
        words = row.cells.get("text", "")
        written = Written(
            f"row {row.number}", f"{row.cells.get('place', '')}: {words}", (), by, row.cells.get("why", "")
        )
        collecting.take(written, _understood(row.cells.get("place", ""), words, base))
    return collecting.taken()


def _understood(place: str, words: str, base: RoundBase) -> Understood:
    if not words:
        return Understood(why="the row has no proposal")
    places, end = listed(place)
    if not places or _REMARK.sub("", place[end:]).strip(" .:"):
        return understood_line(words, base) if not place.strip() else _at_no_label(place, words, base)
    said = understood_line(f"{place[:end].strip()}: {words}", base)
    if not said.why or len(places) != 1 or not is_text(words):
        return said
    return Understood((Asked(Act.NEW_HERE, places, blocks=(unquoted(words),)),))


def _at_no_label(place: str, words: str, base: RoundBase) -> Understood:
    """A place that is no list of labels: a bare number, or a sentence of its own ("After OP5")."""
    if re.fullmatch(r"\d{1,3}\.?", place.strip()):
        return about((Locator(f"OP{place.strip(' .')}"),), words)
    if place.strip().lower() == TITLE:
        return about((Locator(TITLE),), words)
    if re.match(r"(?:new |add )?.*\b(?:after|before|between)\b", place, re.IGNORECASE) and is_text(words):
        where = re.sub(r"^.*?\b(?=(?:after|before|between)\b)", "", place, flags=re.IGNORECASE).strip(" :.")
        return understood_line(f"{where[:1].upper()}{where[1:]}, insert a new paragraph: “{unquoted(words)}”", base)
    return Understood(why="its first column names no paragraph")


def _cells(text: str) -> Iterator[tuple[int, Sequence[str]]]:
    lines = text.lstrip("\ufeff").split("\n")
    if any(line.lstrip().startswith("|") for line in lines):
        for number, line in enumerate(lines, 1):
            if line.lstrip().startswith("|") and not _RULE.fullmatch(line):
                yield number, [_plain(cell) for cell in re.split(r"(?<!\\)\|", line.strip().strip("|"))]
        return
    separator = ";" if lines[0].count(";") > lines[0].count(",") else "\t" if "\t" in lines[0] else ","
    reader = csv.reader(StringIO("\n".join(lines)), delimiter=separator)
    for cells in reader:
        if any(cell.strip() for cell in cells):
            yield reader.line_num, [_plain(cell) for cell in cells]


def _plain(cell: str) -> str:
    """A cell's words: Markdown's emphasis and escapes taken off."""
    cell = _BREAK.sub(" ", cell).replace("\\|", "|")
    cell = re.sub(r"(?<![\w*])(\*{1,3}|_{1,2})(?=\S)(.+?)(?<=\S)\1(?![\w*])", r"\2", cell)
    return " ".join(cell.split())


def _heads(cells: Sequence[str]) -> list[str] | None:
    """What each column holds; None where the cells are not the heads of a table of proposals."""
    found: list[str] = []
    for cell in cells:
        head = next((name for name, form in _COLUMNS if re.fullmatch(form, cell, re.IGNORECASE)), "")
        found.append("" if head in found else head)
    return found if {"place", "text"} <= set(found) else None
