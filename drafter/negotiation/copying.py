"""One paragraph of a round for a mail or a message: its label, its words with brackets and owners, who wants what."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from drafter.model.inline import Inline
from drafter.model.negotiated import Closure
from drafter.model.proposal import TITLE, Outcome
from drafter.negotiation.instructed import instruction
from drafter.negotiation.intake.basetext import base_of
from drafter.negotiation.labels import rows, told
from drafter.negotiation.notation import lines
from drafter.negotiation.notation.gathering import Gathered
from drafter.negotiation.notation.textfile import row_name
from drafter.negotiation.notation.values import Dialect
from drafter.negotiation.notation.writing import written
from drafter.negotiation.values import Round


def copied(round_: Round, row: str, *, markdown: bool = False) -> str:
    """The paragraph at a label, or the new one of that proposal, with every proposal and stand in a line of its own.

    Markdown keeps its italics and note marks.
    """
    return "\n".join(_Copying(round_, row, markdown).lines())


@dataclass(frozen=True)
class _Copying:
    round_: Round
    row: str
    markdown: bool

    def lines(self) -> Iterator[str]:
        names = {TITLE: "Title", **rows(self.round_)}
        status = self._line(Inline(_status(told(self.round_.closed.get(self.row) or Closure(self.row), names))))
        yield f"**{names[self.row]}** ({status})" if self.markdown else f"{names[self.row]} ({status})"
        yield ""
        yield from self._words()
        listed = [*self._said(self.row)] if self.row not in self.round_.by_id else []
        for one in self.round_.proposals:
            if self.row in (one.row, one.second):
                outcome = self.round_.outcome(one)
                wanted = instruction(base_of(self.round_), one, names.get(one.row, one.row))
                why = f" ({one.why})" if one.why else ""
                decided = "" if outcome is Outcome.OPEN else f" ({outcome.value})"
                listed.append(self._item(f"{', '.join(one.by)}: {wanted}{why}{decided}", 0))
                listed += self._said(one.id)
        yield from ["", *listed] if listed else []

    def _words(self) -> Iterator[str]:
        """The rows of the compilation text; of a new paragraph that nobody wants any more its own words."""
        found = Gathered(self.round_).at(self.row)
        for one in found:
            yield f"{row_name(one)}. {self._line(written(one, Dialect.DASH))}"
        if not found:
            yield self._line(self.round_.by_id[self.row].put)

    def _said(self, on: str) -> Iterator[str]:
        for one in self.round_.positions:
            if one.on == on:
                words = f" “{one.found}”" if one.found else ""
                yield self._item(f"{', '.join(one.by)}: {one.stand.value}{words}", on in self.round_.by_id)

    def _item(self, said: str, level: int) -> str:
        return "  " * level + ("- " if self.markdown else "") + self._line(Inline(said))

    def _line(self, words: Inline) -> str:
        return lines.line(words, self._numbers, markdown=True) if self.markdown else words.text

    @cached_property
    def _numbers(self) -> Mapping[str, int]:
        """Of the base's notes, then of those that proposals bring or mark."""
        own = (note.id for note in self.round_.text.footnotes)
        brought = (mark.note for one in self.round_.proposals for mark in one.put.marks)
        return {name: number for number, name in enumerate(dict.fromkeys((*own, *brought)), 1)}


def _status(one: Closure) -> str:
    parts = [one.status.told]
    parts += ["reopened"] if one.reopened else []
    parts += [f"pending {', '.join(one.pending)}"] if one.pending else []
    return "; ".join([*parts, *([f"with {', '.join(one.package)}"] if one.package else [])])
