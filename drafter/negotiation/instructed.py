"""A proposal as a line that the reader of letters understands: OP7: after “violations” insert “and abuses”.

A quotation is lengthened by its neighbours until the line, read back, is that very proposal.
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.align.units import units, words_of
from drafter.model.proposal import TITLE, Arrival, Deed, Proposal
from drafter.negotiation.exactly import exact_line, exactly
from drafter.negotiation.intake.basetext import RoundBase
from drafter.negotiation.intake.collecting import Collecting
from drafter.negotiation.intake.oneline import understood_line
from drafter.negotiation.intake.takenin import Written

_LONGEST = 12
"""Units beside the words of a proposal that are quoted at most."""


def instruction(base: RoundBase, one: Proposal, label: str) -> str:
    """The line for a proposal that is called `label`: in plain words where these read back exactly."""
    for line in _lines(base, one, label):
        if _read(base, line) == one.id:
            return line
    return exact_line(base, one)


def reads_back(base: RoundBase, line: str, one: Proposal) -> bool:
    """Whether a line is understood as that very proposal."""
    return _read(base, line) == one.id


def _read(base: RoundBase, line: str) -> str:
    """The id of the one proposal that a line makes, "" for none or several."""
    if (made := exactly(base, line)) is not None:
        return made.id
    taken = Collecting(base, Arrival(("",)))
    taken.take(Written("", line), understood_line(line, base))
    found = taken.taken()
    return found.proposals[0].id if len(found.proposals) == 1 and not found.not_understood else ""


def _lines(base: RoundBase, one: Proposal, label: str) -> Iterator[str]:
    where = "title" if label == TITLE else label
    put = " / ".join(one.put.text.splitlines()).strip()
    match one.kind:
        case Deed.WORDS | Deed.TITLE:
            yield from (f"{where}: {line}" for line in _words(base, one))
        case Deed.REPLACE:
            yield f"{where} alt: “{put}”"
        case Deed.NEW:
            yield f"{where}: “{put}”"
            yield f"after {one.after}, insert a new paragraph: “{put}”" if one.after else f"new {where}: “{put}”"
        case Deed.DELETE:
            yield f"{where}: delete"
        case Deed.MOVE:
            yield f"{where}: move after {one.after}" if one.after else f"{where}: move to the beginning"
        case Deed.MERGE:
            yield f"{where}: merge with {one.second}"
            yield f"{where}: merge with {one.second}: “{put}”"
        case Deed.SPLIT:
            first = one.put.text.split("\n")[0].split()
            yield from (f"{where}: split after “{' '.join(first[-n:])}”" for n in range(1, min(len(first), 8) + 1))
            yield f"{where}: split: “{put}”"


def _words(base: RoundBase, one: Proposal) -> Iterator[str]:
    own = units(base.inline(one.label))
    start, end = one.start, one.start + len(units(one.found))
    found, put = one.found.text, one.put.text
    if not put.strip() and found.strip():
        yield f"delete “{found.strip()}”"
    if not found:
        for size in range(1, _LONGEST):
            before = words_of(own[max(0, start - size) : start])
            if before.strip():
                yield f"after “{before.strip()}” insert “{put.strip()}”"
    elif put.strip():
        yield f"replace “{found.strip()}” by “{put.strip()}”"
    for size in range(1, _LONGEST):
        before, behind = words_of(own[max(0, start - size) : start]), words_of(own[end : end + size])
        yield f"replace “{(before + found + behind).strip()}” by “{(before + put + behind).strip()}”"
