"""A formal amendment paper as text: whose it is, which draft it amends, and its instructions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from drafter.model.inline import Inline
from drafter.model.proposal import Arrival
from drafter.negotiation.intake import whichtext
from drafter.negotiation.intake.basetext import RoundBase
from drafter.negotiation.intake.collecting import Collecting
from drafter.negotiation.intake.dated import paper_day
from drafter.negotiation.intake.letters import run_on
from drafter.negotiation.intake.sentences import sentence
from drafter.negotiation.intake.takenin import TakenIn, Written
from drafter.parse.sponsors import behalf_of
from drafter.rules.parties import PartyNames, names

_SYMBOL = r"[AES]/[\w./-]*\d[\w./-]*\w"
_HEAD = re.compile(
    r"(?:(?P<sponsors>.+?):\s?(?P<star>\**)\s+|^)amendments?\s+to\s+(?:the\s+)?(?:revised\s+)?draft\s+(?:resolution|decision)\s+"
    rf"(?:(?P<symbol>{_SYMBOL})|(?P<number>\w+)\s+recommended by the (?P<committee>.+?)"
    rf"(?:\s+in its report contained in document (?P<report>{_SYMBOL}))?)\s*$",
    re.IGNORECASE | re.DOTALL,
)
_SAYS_SO = re.compile(r"\bamendments?\s+to\s+(?:the\s+)?(?:revised\s+)?draft\b", re.IGNORECASE)
_BEGINS = re.compile(
    r"(?:Delete|In|After|Before|Replace|Insert|At the|Substitute|Add|Change|Amend|Between|Merge|Move|Renumber|Split)\b"
)
_NUMBER = re.compile(r"(?P<n>\d{1,3})\.(?:\s+|$)")
_FURNITURE = re.compile(
    r"\d\d-\d{5}(?: ?\(E\))?(?:\s+\d{6})?(?:\s+\d+/\d+)?|\*\d{7}\*|_{5,}|\d{1,2}/\d{1,2}(?:\s+\d\d-\d{5})?"
)
_SYMBOL_LINE = re.compile(rf"(?P<symbol>{_SYMBOL})\*{{0,3}}(?:\s+\d+/\d+)?", re.IGNORECASE)
_NOTE = re.compile(r"(?P<mark>\*{1,40})\s+(?P<text>\S.*)", re.DOTALL)
_ENDS = (",", ";", ".", ":", "”", '"')


@dataclass(frozen=True, slots=True)
class AmendmentPaper:
    """A paper's sponsors as printed, the symbol it amends ("" where a committee's report numbers the draft, which is
    then in `amends`), its instructions in order, and its notes by their asterisks; `starred` where the line of sponsors
    has one."""

    sponsors: tuple[str, ...] = ()
    symbol: str = ""
    amends: str = ""
    instructions: tuple[Written, ...] = ()
    notes: Mapping[str, str] = field(default_factory=dict)
    behalf: str = ""
    starred: bool = False

    @property
    def own_notes(self) -> Mapping[str, str]:
        """The notes that the instructions mark: where the sponsors have an asterisk, the first is theirs."""
        return {mark: note for mark, note in self.notes.items() if mark != "*" or not self.starred}


@dataclass(frozen=True, slots=True)
class _Unit:
    line: int
    text: str
    number: int = 0


def is_paper(text: str) -> bool:
    """Whether a text says that it amends a draft."""
    return _SAYS_SO.search(text) is not None and bool(paper(text).amends)


def paper(text: str) -> AmendmentPaper:
    """The paper that a text is; one without instructions where it is something else."""
    own = next((found["symbol"] for line in text.split("\n") if (found := _SYMBOL_LINE.fullmatch(line.strip()))), "")
    units = [unit for unit in _units(text, own) if not _furniture(unit.text, own)]
    notes: dict[str, str] = {}
    kept: list[_Unit] = []
    for unit in units:
        if found := _NOTE.fullmatch(unit.text):
            notes[found["mark"]] = found["text"]
        else:
            kept.append(unit)
    head = next((place for place, unit in enumerate(kept) if _HEAD.search(unit.text)), None)
    found = _HEAD.search(kept[head].text) if head is not None else None
    body = kept[head + 1 :] if head is not None else kept
    first = next((place for place, unit in enumerate(body) if _instructs(unit)), len(body))
    instructions = tuple(_instructions(body[first:]))
    if found is None:
        return AmendmentPaper((), "", "", instructions, notes)
    return AmendmentPaper(
        _sponsors(found["sponsors"] or ""),
        found["symbol"] or "",
        " ".join(kept[head or 0].text[found.end("sponsors") + 1 if found["sponsors"] else 0 :].strip("* ").split()),
        instructions,
        notes,
        next(filter(None, map(behalf_of, notes.values())), ""),
        "*" in f"{found['sponsors']}{found['star']}",
    )


def from_paper(base: RoundBase, text: str, arrival: Arrival) -> TakenIn:
    """What a paper proposes on the base; the owners are those of `arrival`, else the paper's sponsors.

    Raises DrafterError for one that amends another draft.
    """
    read = paper(text)
    by = arrival.by or _owners(read, base.names)
    collecting = Collecting(base, replace(arrival, by=by, day=paper_day(text) or arrival.day))
    for written in read.instructions:
        collecting.take(written, sentence(written.text, written.blocks))
    given = collecting.taken(notes={mark: Inline(note) for mark, note in read.own_notes.items()})
    told = whichtext.check(read.symbol, base.symbol, given, arrival.file)
    return replace(given, repairs=(*given.repairs, *told))


def _sponsors(listing: str) -> tuple[str, ...]:
    """The names as printed, each with its own asterisk."""
    return names().parted(re.sub(r",(\*+)", r"\1,", listing))


def _owners(read: AmendmentPaper, known: PartyNames) -> tuple[str, ...]:
    """The sponsors; whom a note speaks for stands in place of the one that the note is on."""
    behalf = known.spoken_for(read.behalf) if read.behalf else ()
    noted = [one for one in read.sponsors if one.endswith("*")] or read.sponsors[: len(read.sponsors) == 1]
    owners = [one.strip(" *") for one in read.sponsors if not (behalf and one in noted)]
    return known.owners((*owners, *behalf))


def _furniture(line: str, own: str) -> bool:
    """Whether a line is the page's: its number, the job's, or the symbol of the paper itself."""
    found = _SYMBOL_LINE.fullmatch(line)
    return _FURNITURE.fullmatch(line) is not None or (found is not None and found["symbol"] == own)


def _units(text: str, own: str) -> Iterator[_Unit]:
    """Paragraphs and numbered instructions, each with its first line; lines are joined as a printer broke them."""
    held, start, number, last = "", 0, 0, 0
    for place, raw in enumerate(text.replace("\f", "\n").split("\n"), 1):
        line = " ".join(raw.split())
        numbered = _NUMBER.match(line)
        begins = numbered is not None and int(numbered["n"]) == last + 1 and _begins_after(line[numbered.end() :])
        if (not line or begins or _furniture(line, own) or _NOTE.fullmatch(line)) and held:
            yield _Unit(start, held, number)
            held, number = "", 0
        if not line:
            continue
        if begins and numbered:
            last = number = int(numbered["n"])
            line = line[numbered.end() :]
        start = start if held or (number and not line) else place
        held = _joined(held, line)
        if number and not held:
            start = place
    if held:
        yield _Unit(start, held, number)


def _begins_after(rest: str) -> bool:
    return not rest or _BEGINS.match(rest) is not None


def _joined(held: str, line: str) -> str:
    return run_on(held, line) if held else line


def _instructs(unit: _Unit) -> bool:
    return unit.number > 0 or (
        _BEGINS.match(unit.text) is not None and re.search(r"paragraph|“|\"|title|preamb", unit.text) is not None
    )


def _instructions(units: list[_Unit]) -> Iterator[Written]:
    """The instructions, each with the paragraphs of text below it; what a page's end cut is one again."""
    held: _Unit | None = None
    blocks: list[str] = []
    for unit in units:
        if held is not None and not unit.number:
            if blocks and not blocks[-1].rstrip("*").endswith(_ENDS):
                blocks[-1] = _joined(blocks[-1], unit.text)
                continue
            if not blocks and not held.text.endswith(_ENDS):
                held = _Unit(held.line, _joined(held.text, unit.text), held.number)
                continue
            if held.text.endswith(":") and not (blocks and _instructs(unit) and not held.number):
                blocks.append(unit.text)
                continue
        if held is not None:
            yield _written(held, blocks)
        held, blocks = unit, []
    if held is not None:
        yield _written(held, blocks)


def _written(unit: _Unit, blocks: list[str]) -> Written:
    place = f"instruction {unit.number}" if unit.number else f"line {unit.line}"
    return Written(place, unit.text, tuple(blocks))
