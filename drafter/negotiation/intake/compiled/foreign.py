"""Somebody else's compilation text, in whichever dialect: what it proposes on the base, and what it leaves open."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from drafter.align.tokens import folded
from drafter.align.words import word_changes
from drafter.errors import DrafterError
from drafter.model.inline import Inline
from drafter.model.negotiated import Closure, PossibleReading, Stand
from drafter.model.proposal import Arrival, Form, Proposal
from drafter.model.reading import Repair
from drafter.model.resolution import Paragraph
from drafter.negotiation import proposing
from drafter.negotiation.intake.basetext import RoundBase
from drafter.negotiation.intake.compiled import spans
from drafter.negotiation.intake.compiled.bracketed import BracketSaid, said_in
from drafter.negotiation.intake.compiled.findings import Findings
from drafter.negotiation.intake.compiled.foreignlines import ForeignParagraph
from drafter.negotiation.intake.compiled.foreignrow import foreign_row
from drafter.negotiation.intake.compiled.matching import Matched, matched
from drafter.negotiation.intake.compiled.onwords import blank, chain, in_base, on_base, slanted
from drafter.negotiation.intake.takenin import TakenIn
from drafter.negotiation.notation.attribution import Attributed, Named, Verb
from drafter.negotiation.notation.decoding import decoded, is_wide
from drafter.negotiation.notation.escapes import hidden
from drafter.negotiation.notation.newrows import level_of, place_of
from drafter.negotiation.notation.parsing import RawBracket, RawPiece, parsed, part
from drafter.negotiation.notation.readrow import ReadStatus
from drafter.negotiation.notation.spacing import choices, released, together
from drafter.negotiation.notation.values import NOBODY, Bracket, Option, Piece, Stance

LIKE = 0.5
"""How much of a row has to be the base's, for the rest of it to be read."""

_INTERNAL = re.compile(
    r"\s?[(\[][^()\[\]]*\b(?:internal (?:note|remark)|for capital|not for distribution|do not circulate)\b"
    r"[^()\[\]]*[)\]]",
    re.IGNORECASE,
)
_NO_TEXT = re.compile(r"\bno text\b", re.IGNORECASE)
_BRACES = re.compile(r"\s?\{[^{}]*\}")


def from_foreign(
    base: RoundBase, listed: Sequence[ForeignParagraph], arrival: Arrival, named: Named, known: Named
) -> TakenIn:
    """What the paragraphs propose. Raises DrafterError where hardly one is the base's, or brackets go too deep."""
    return _Foreign(base, arrival, named, known).taken(listed)


@dataclass
class _Row:
    """A paragraph while it is read: where it stands, and what is left of it when statuses and deeds are taken off."""

    at: Matched
    pieces: list[RawPiece] = field(default_factory=list)
    said: list[Attributed] = field(default_factory=list)

    @property
    def label(self) -> str:
        return self.at.label

    @property
    def place(self) -> str:
        return self.at.paragraph.place


class _Foreign:
    def __init__(self, base: RoundBase, arrival: Arrival, named: Named, known: Named) -> None:
        self._base, self._named, self._known = base, named, known
        self._out = Findings(base, arrival)

    def taken(self, listed: Sequence[ForeignParagraph]) -> TakenIn:
        whole, alone, over = spans.apart(listed)
        for each in alone:
            words_ = listed[each.paragraph].words.text
            near = words_[max(0, each.at - 30) : each.at + 30]
            why = "is never closed" if each.bracket == "[" else "closes what was never opened"
            where = f"the bracket {each.bracket} at character {each.at + 1}"
            self._out.leave(listed[each.paragraph].place, near, f"{where} {why}")
        for number in over:
            place = listed[number].place
            self._out.repair(Repair(place, "[ … ]", "one about each", "a bracket goes over several paragraphs"))
        rows, aside = matched(self._base, whole)
        if not any(one.label or one.new for one in rows):
            raise DrafterError(
                "hardly a paragraph of this text is the base's",
                file=self._out.file,
                remedy="give a compilation on the round's base",
            )
        for one in rows:
            self._row(_Row(one))
        return self._out.taken(aside)

    def _row(self, row: _Row) -> None:
        words_ = self._without_remarks(hidden(row.at.paragraph.words), row)
        row.pieces = list(parsed(words_).pieces)
        self._taken_off(row)
        if not row.label and not row.at.new:
            self._out.leave(row.place, row.at.paragraph.words.text, "no paragraph of the base reads like this")
        elif row.at.new:
            self._new(row)
        elif row.at.alt:
            self._alt(row)
        else:
            self._based(row)

    def _without_remarks(self, words_: Inline, row: _Row) -> Inline:
        for form, why in (
            (_INTERNAL, "an internal remark, which should not have left the delegation"),
            (_BRACES, "a remark in braces is nobody's proposal"),
        ):
            for found in reversed(list(form.finditer(words_.text))):
                if not (row.at.option and _NO_TEXT.search(found[0])):
                    self._out.leave(row.place, found[0].strip(), why)
                words_ = words_.replace(found.start(), found.end(), Inline())
        return words_

    def _taken_off(self, row: _Row) -> None:
        """Statuses, deeds and stands in brackets of their own, and the names at the end of the row."""
        kept: list[RawPiece] = []
        last = True
        for number, one in reversed(list(enumerate(row.pieces))):
            behind = number > 0 and isinstance(row.pieces[number - 1], RawBracket)
            said = said_in(one, self._named, self._known, last=last, behind=behind)
            last = last and (said is not None or (isinstance(one, Inline) and not one.text.strip()))
            if said is None:
                kept.insert(0, one)
                continue
            self._say(said, row)
            if said.put is not None:
                kept.insert(0, said.put)
                last = False
        row.pieces = kept
        if row.pieces and isinstance(end := row.pieces[-1], Inline):
            row.pieces[-1] = part(end, 0, len(end.text.rstrip()))

    def _say(self, said: BracketSaid, row: _Row) -> None:
        if said.status:
            self._status(said.status, said.left, row)
        row.said += said.attributed
        for place, stance in said.stands:
            label = next(iter(self._base.labels(place)), "") if place else row.label
            if label:
                self._out.stand(label, (stance,), row.place)
        if said.line:
            line = said.line if said.labelled else f"{row.label}: {said.line}"
            self._out.ask(line, said.text, row.place, said.names)
        if said.why:
            self._out.leave(row.place, said.text, said.why)

    def _status(self, told: ReadStatus, left: str, row: _Row) -> None:
        if row.label and not row.at.new:
            self._out.close(Closure(row.label, told.status, told.pending, told.package, told.reopened))
            if left:
                self._out.leave(row.place, left, "of the status only the level and who holds out are kept")
        else:
            self._out.leave(row.place, told.status.told, "a status of what is not in the base")

    def _based(self, row: _Row) -> None:
        label, base = row.label, self._base.inline(row.label)
        made = foreign_row(row.pieces, self._named, self._known)
        pieces = made.fitted(base)
        reading = released(together(pieces, {}))
        whole = not reading.text.strip() and not pieces
        if not whole and made.likeness(base) < LIKE:
            self._out.leave(row.place, row.at.paragraph.words.text, f"it reads too unlike {label} in the base")
            return
        if not whole:
            self._differs(row, base, reading)
        self._from_row(row, base, reading, pieces)
        for one in row.said:
            if one.verb in (Verb.DELETE,):
                self._out.keep((proposing.deleted(label, base),), row.place, one.names)
            else:
                stand = Stand.RETAIN if one.verb in (Verb.PROPOSE, Verb.ADD) else one.verb.stand
                self._out.stand(label, (Stance(one.names, stand, one.found),), row.place)

    def _differs(self, row: _Row, base: Inline, reading: Inline) -> None:
        """Tell words that are others than the base's and stand in no bracket."""
        if folded(" ".join(base.text.split())) == folded(" ".join(reading.text.split())):
            return
        changes = word_changes(base.text, reading.text)
        if changes:
            found = base.text[changes[0].old_start : changes[-1].old_end]
            put = reading.text[changes[0].new_start : changes[-1].new_end]
            again = PossibleReading(row.label, found.strip(), put.strip(), reading.text)
            self._out.leave(row.place, put or found, "words outside the brackets are not the base's", (again,))

    def _from_row(self, row: _Row, base: Inline, reading: Inline, pieces: Sequence[Piece]) -> None:
        outer: dict[tuple[int, ...], tuple[Proposal, ...]] = {}
        for choice in choices(pieces):
            path, stands_in = chain(pieces, choice)
            bracket, option = stands_in[-1]
            own = released(together(option.words, {})).text.strip()
            if option is bracket.base:
                if in_base(stands_in[:-1]):
                    on_words = (replace(one, found=one.found or own) for one in option.stances)
                    self._out.stand(row.label, on_words, row.place)
                continue
            if not in_base(stands_in[:-1]):
                self._inside(row, bracket, option, outer.get(path[:-2], ()))
                continue
            text = on_base(base, reading, released(together(pieces, choice)))
            if text is None:
                self._out.leave(row.place, own, f"its place in {row.label} of the base is not clear")
                continue
            alone = len(stands_in) == 1 and len([one for one in pieces if not blank(one)]) == 1
            if alone:
                made = proposing.reworded(row.label, base, text)
            else:
                wide = is_wide(base, released(together(bracket.base.words, {})))
                made = decoded(row.label, base, text, wide=wide)
            outer[path] = made
            self._out.keep(made, row.place, option.names, option)
            if not option.names and not bracket.base.words and len(bracket.options) > 1 and not self._out.owned:
                self._out.leave(row.place, own, "alternatives without a name, none of which is in the base")

    def _inside(self, row: _Row, bracket: Bracket, option: Option, outer: Sequence[Proposal]) -> None:
        """A bracket inside words that somebody puts in: who is against a part of them stands against it."""
        found = released(together(bracket.base.words, {})).text.strip()
        put = released(together(option.words, {})).text.strip()
        names = tuple(name for name in option.names if name != NOBODY)
        if names and not put and outer:
            for one in outer:
                self._out.stand(one.id, (Stance(names, Stand.OPPOSE, found),), row.place)
            return
        why = "a bracket inside words that are themselves proposed; they are taken with it as its base reads"
        self._out.leave(row.place, put or found, why)

    def _alt(self, row: _Row) -> None:
        base = self._base.inline(row.label)
        paragraph = self._base.paragraphs.get(row.label)
        wordings = self._wordings(row)
        if row.at.option and not wordings:
            wordings = [(Inline(), Option())]
        for text, option in wordings:
            own = slanted(replace(paragraph, inline=text)) if paragraph else text
            if folded(text.text) == folded(base.text):
                stance = Stance(option.names, Stand.RETAIN)
                self._out.stand(row.label, (stance,) if option.names else (), row.place)
                continue
            self._out.keep(proposing.reworded(row.label, base, own, alt=True), row.place, option.names, option)

    def _new(self, row: _Row) -> None:
        own = row.at
        form = Form(own.kind, level_of(own.paragraph.label), "")
        listed = list(self._base.paragraphs.items())
        end = own.after
        before = ((label, Form(one.kind, one.level, one.part), one.continued) for label, one in reversed(listed[:end]))
        after = place_of(before, form)
        for text, option in self._wordings(row):
            own_words = slanted(Paragraph(form.kind, text, form.level, form.part))
            self._out.keep((proposing.added(after, own_words, form),), row.place, option.names, option)

    def _wordings(self, row: _Row) -> list[tuple[Inline, Option]]:
        """The texts of a row that is not in the base, each with who wants it; brackets in it are told."""
        names = tuple(name for one in row.said if one.verb in (Verb.PROPOSE, Verb.ADD) for name in one.names)
        made = foreign_row(row.pieces, self._named, self._known)
        pieces = [one for one in made.fitted(Inline()) if not blank(one)]
        if len(pieces) == 1 and isinstance(pieces[0], Bracket):
            found = []
            for place, option in enumerate(pieces[0].options, 1):
                inner = [one for one in option.words if isinstance(one, Bracket)]
                if inner:
                    self._out.leave(row.place, row.at.paragraph.words.text, "brackets inside a paragraph that is new")
                words_ = released(together(pieces, {(0,): place})).strip()
                if words_:
                    found.append((words_, replace(option, names=option.names or names)))
            return found
        if any(isinstance(one, Bracket) for one in pieces):
            self._out.leave(row.place, row.at.paragraph.words.text, "brackets inside a paragraph that is new")
        text = released(together(pieces, {})).strip()
        return [(text, Option((), names))] if text else []
