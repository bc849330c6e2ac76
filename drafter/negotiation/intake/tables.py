"""A table of proposals, in Markdown or as comma-separated values: paragraph, proposal, reason, and who proposes."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from io import StringIO

from drafter.model.negotiated import Closure, NotUnderstood, Position, Stand
from drafter.model.proposal import TITLE, Arrival, Deed, Outcome, Proposal, united
from drafter.negotiation.exactly import exactly
from drafter.negotiation.intake.asked import Act, Asked, Understood
from drafter.negotiation.intake.basetext import RoundBase
from drafter.negotiation.intake.collecting import Collecting
from drafter.negotiation.intake.locators import Locator, listed
from drafter.negotiation.intake.oneline import is_text, understood_line, unquoted
from drafter.negotiation.intake.sentences import about
from drafter.negotiation.intake.spoken import spoken, stand_in, status_in
from drafter.negotiation.intake.takenin import TakenIn, Written

_COLUMNS = (
    ("place", r"paragraph|para\.?|label|no\.?|number|pp/op|reference|provision|article|where"),
    ("by", r"by|delegation|country|proposed by|proponent|from|group|state|member state|submitted by"),
    ("why", r"reasons?|rationale|justification|explanation|comments?|why|remarks?|notes?"),
    ("old", r"(?:current|original|existing|base|draft) ?(?:text|wording|language)?|text of the draft"),
    ("beside", r"stands and status"),
    ("text", r"(?:proposed |suggested |new )?(?:text|wording|language|amendments?|changes?|edits?|proposals?)(?: .*)?"),
)
_REMARK = re.compile(r"\([^()]*\)")
_RULE = re.compile(r"[|:\-\s]+")
_BAR = re.compile(r"(?<!\\)\|")
_OWN = re.compile(r"\| *Paragraph *\| *Base text *\| *Proposal *\| *By *\| *Reason *\| *Stands and status *\|")
_OUTCOMES = frozenset(one.value for one in Outcome)
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
    """What the rows propose on the base, the stands on it, and how far paragraphs are."""
    collected = [Collecting(base, arrival)]
    beside = _Beside(base, arrival)
    own = any(map(_OWN.match, text.splitlines()))
    for row in rows(text):
        if own:  # each row is about the base, whatever another of the same owner says
            collected.append(Collecting(base, arrival))
        collecting = collected[-1]
        named = row.cells.get("by", "")
        by = () if arrival.by else base.names.names_in(named) or ((named,) if named else ())
        place, words, said = (row.cells.get(name, "") for name in ("place", "text", "beside"))
        written = Written(f"row {row.number}", f"{place}: {words}", (), by, row.cells.get("why", ""))
        made: Proposal | None = None
        if (exact := exactly(base, f"{place}: {words}" if place else words)) is not None:
            made = exact
            collecting.add(written, exact)
        elif (stand := stand_in(words)) and stand[1] and place in (*base.paragraphs, TITLE):
            beside.stand(place, *stand, written)
        elif words or not said:
            understood = _understood(place, words, base)
            collecting.take(written, understood)
            made = _alone(base, written, understood) if said else None
        if said:
            beside.read(said, place, made, written)
    found = [one.taken() for one in collected]
    return TakenIn(
        united(proposal for one in found for proposal in one.proposals),
        (*(position for one in found for position in one.positions), *beside.positions),
        tuple(beside.closures),
        (*(left for one in found for left in one.not_understood), *beside.not_understood),
        tuple(repair for one in found for repair in one.repairs),
    )


def _alone(base: RoundBase, written: Written, understood: Understood) -> Proposal | None:
    """The one proposal that a row makes, None where it makes several or none."""
    alone = Collecting(base, Arrival(written.by))
    alone.take(written, understood)
    made = alone.taken().proposals
    return made[0] if len(made) == 1 else None


@dataclass
class _Beside:
    """Reads what a row says of stands and status beside its proposal: "EU: oppose; Japan: support"."""

    base: RoundBase
    arrival: Arrival
    positions: list[Position] = field(default_factory=list)
    closures: list[Closure] = field(default_factory=list)
    not_understood: list[NotUnderstood] = field(default_factory=list)

    def stand(self, on: str, stand: Stand, found: str, written: Written, by: tuple[str, ...] = ()) -> None:
        came = replace(self.arrival, place=written.place, by=by or written.by or self.arrival.by)
        self.positions.append(Position(on, stand, found, (came,)))

    def read(self, said: str, place: str, made: Proposal | None, written: Written) -> None:
        """`made` is what the row proposes."""
        status = status_in(said, self.base.names.names_in) if place in self.base.paragraphs or place == TITLE else None
        if status is not None:
            closed = Closure(place, status.status, status.pending, status.package, reopened=status.reopened)
            self.closures.append(closed)
            return
        said, _, own = said.partition("Status: ") if made is not None and made.kind is Deed.NEW else (said, "", "")
        if made is not None and (status := status_in(own, self.base.names.names_in) if own else None):
            closed = Closure(made.id, status.status, status.pending, status.package, reopened=status.reopened)
            self.closures.append(closed)
        for part in filter(None, said.strip("; ").split("; ")):
            if part in _OUTCOMES:
                continue
            line = spoken(part, self.base.names.names_in)
            stand = stand_in(line.said) if line.by else None
            if stand is None or made is None:
                why = "it is no stand and no status" if stand is None else "it is not certain what it is about"
                self.not_understood.append(NotUnderstood(self.arrival.file, written.place, part, why))
            else:
                self.stand(made.id, *stand, written, line.by)


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
    own = any(_OWN.match(line) for line in lines)
    plain = _unescaped if own else _plain
    if any(line.lstrip().startswith("|") for line in lines):
        for number, line in enumerate(lines, 1):
            if line.lstrip().startswith("|") and not _RULE.fullmatch(line):
                yield number, [plain(cell) for cell in _BAR.split(line.strip()[1:].removesuffix("|"))]
        return
    separator = ";" if lines[0].count(";") > lines[0].count(",") else "\t" if "\t" in lines[0] else ","
    reader = csv.reader(StringIO("\n".join(lines)), delimiter=separator)
    for cells in reader:
        if any(cell.strip() for cell in cells):
            yield reader.line_num, [_plain(cell) for cell in cells]


def _unescaped(cell: str) -> str:
    """A cell of a table that a compilation text wrote: asterisks in it are italics."""
    return " ".join(re.sub(r"\\([\\`*_\[\]<>#|~])", r"\1", cell).split())


def _plain(cell: str) -> str:
    """A cell's words: Markdown's emphasis and escapes taken off."""
    cell = re.sub(r"\\([\\|])", r"\1", _BREAK.sub(" ", cell))
    cell = re.sub(r"(?<![\w*])(\*{1,3}|_{1,2})(?=\S)(.+?)(?<=\S)\1(?![\w*])", r"\2", cell)
    return " ".join(cell.split())


def _heads(cells: Sequence[str]) -> list[str] | None:
    """What each column holds; None where the cells are not the heads of a table of proposals."""
    found: list[str] = []
    for cell in cells:
        head = next((name for name, form in _COLUMNS if re.fullmatch(form, cell, re.IGNORECASE)), "")
        found.append("" if head in found else head)
    return found if {"place", "text"} <= set(found) else None
