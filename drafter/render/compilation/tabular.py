"""The compilation text as a table: each paragraph that something is proposed on, the proposals, and whose they are.

The same rows go into every kind of file. A proposal stands in the words of an instruction, which read back.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from drafter.model.proposal import TITLE, Deed, Outcome, Proposal
from drafter.negotiation.instructed import instruction
from drafter.negotiation.intake.basetext import base_of
from drafter.negotiation.labels import called, rows, told
from drafter.negotiation.notation.values import Compilation
from drafter.negotiation.values import Round
from drafter.render.compilation.beside import status_line
from drafter.render.compilation.facts import as_of
from drafter.render.compilation.facts import base_of as base_line

_BY_PLACE = re.compile(r"after |at the beginning")
HEADS = ("Paragraph", "Base text", "Proposal", "By", "Reason", "Stands and status")
LEGEND = "One row for each proposal; a row without a proposal tells stands and status of its paragraph."


@dataclass(frozen=True, slots=True)
class TabulatedRow:
    """One row; `base` stands in the first row of its paragraph alone."""

    place: str
    base: str
    proposal: str
    by: str
    why: str
    beside: str

    @property
    def cells(self) -> tuple[str, ...]:
        return self.place, self.base, self.proposal, self.by, self.why, self.beside


@dataclass(frozen=True)
class Tabulated:
    """The table with what it says of itself; `anonymous` without names, stands and reasons."""

    about: tuple[str, ...]
    rows: tuple[TabulatedRow, ...]

    @property
    def heads(self) -> tuple[str, ...]:
        return HEADS


def tabulated(round_: Round, made: Compilation, told: str) -> Tabulated:
    """The table of what is open or accepted in a round; with a history what is not is a row too, and says so."""
    return Tabulated((base_line(made), as_of(told), LEGEND), tuple(_Tabulating(round_, made).rows()))


@dataclass(frozen=True)
class _Tabulating:
    round_: Round
    made: Compilation

    def rows(self) -> Iterator[TabulatedRow]:
        shown = [Outcome.OPEN, Outcome.ACCEPTED]
        shown += [Outcome.REJECTED, Outcome.WITHDRAWN] if self.made.history else []
        names = called(self.round_)
        found: dict[str, list[Proposal]] = {}
        for one in self.round_.of(*shown):
            found.setdefault(one.place, []).append(one)
        for label in ("", *self.round_.places):
            base = self.round_.inline(label).text if label else ""
            own = found.get(label, ())
            beside = self._paragraph(label)
            for one in own:
                line = instruction(base_of(self.round_), one, names[one.id])
                place, _, words = ("", "", line) if _BY_PLACE.match(line) else line.partition(": ")
                new = one.kind is Deed.NEW
                by, why, beside_it = self._whose(one)
                status = [f"Status: {line}" for line in self._paragraph(one.id)]
                yield TabulatedRow(
                    place, "" if new else base, words, by, why, "; ".join(filter(None, (beside_it, *status)))
                )
                base = base if new else ""
            yield from (TabulatedRow(_called(label), base, "", "", "", each) for each in beside[:1] if not own)
            for by, stand in self._stands(label):
                yield TabulatedRow(_called(label), "", stand, by, "", "")
            if own and beside:
                yield TabulatedRow(_called(label), "", "", "", "", beside[0])

    def _whose(self, one: Proposal) -> tuple[str, str, str]:
        outcome = self.round_.outcome(one)
        told = [] if outcome is Outcome.OPEN else [outcome.value]
        if self.made.anonymous:
            return "", "", "; ".join(told)
        stands = [f"{', '.join(p.by)}: {p.stand}" for p in self.round_.positions if p.on == one.id]
        return ", ".join(one.by), one.why, "; ".join((*told, *stands))

    def _stands(self, label: str) -> Iterator[tuple[str, str]]:
        if not self.made.anonymous:
            for one in self.round_.positions:
                if one.on == label:
                    yield ", ".join(one.by), f"{one.stand}{f' “{one.found}”' if one.found else ''}"

    def _paragraph(self, label: str) -> list[str]:
        closure = self.round_.closed.get(label)
        if closure is None:
            return []
        if self.made.anonymous:
            closure = replace(closure, pending=())
        return [line] if (line := status_line(told(closure, rows(self.round_)))) else []


def _called(label: str) -> str:
    return "title" if label == TITLE else label
