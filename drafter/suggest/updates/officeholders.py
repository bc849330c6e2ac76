"""Pronouns of those who hold an office: where it has passed on, “his mandate” becomes “her mandate”.

Who holds an office is not known here; what the library's texts call the holder is. Texts adopted after the base tell
the new pronoun; texts of the base's own time that say otherwise show that one of the two was out of date; and after
the longest term of an office its holder is another, whom no text may have named yet.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta

from drafter.model.session import year_of_session
from drafter.model.suggestion import Update, UpdateStatus
from drafter.model.symbol import Symbol
from drafter.rules.pronouns import HE, SHE, Pronoun, pronouns, turned
from drafter.suggest.updates.turn import LIKELY, VERIFY, BaseText, Turn

LATELY = timedelta(days=120)
"""Texts adopted this shortly before the base count as of its own time."""

TERMS = {"special rapporteur": 6, "independent expert": 6, "high commissioner: human rights": 4}
"""Years after which a holder goes or is appointed anew (Human Rights Council resolution 5/1, annex, paragraph 45;
General Assembly resolution 48/141, paragraph 2 (b))."""

GRACE = timedelta(days=60)
"""How long after a term a text may still mean the last holder."""

_OTHER = {HE: SHE, SHE: HE}
_WORDS = {HE: "his", SHE: "her"}


class OfficeHolders:
    """The offices whose holders the base means by pronouns, and what other texts call them."""

    def __init__(self, turn: Turn) -> None:
        self._turn = turn
        self._places: dict[int, list[Pronoun]] = defaultdict(list)
        if turn.base.adopted is not None and turn.known.entries:
            for pronoun in pronouns(turn.base.paragraphs):
                self._places[pronoun.place].append(pronoun)

    def updates(self, passage: BaseText, place: int) -> Iterator[Update]:
        """The updates of the base's paragraph at `place`."""
        for one in self._places.get(place, ()):
            update = self._update(passage, one)
            if update is not None:
                yield update

    def _update(self, passage: BaseText, one: Pronoun) -> Update | None:
        base, other = self._turn.base.adopted, _OTHER[one.says]
        assert base is not None
        texts = [text for text in self._turn.known.holders.get(one.office, ()) if text[1] != self._turn.symbol]
        later = [text for text in texts if text[0] > base]
        if later and other in later[-1][2]:
            first = next(at for at, (_, _, said) in enumerate(later) if other in said)
            agreed = all(said == {other} for _, _, said in later[first:])
            known = agreed and self._term_over(one.office, other) is None
            return self._as(passage, one, later[-1][1], LIKELY if known else VERIFY)
        against = [symbol for day, symbol, said in texts if base - LATELY < day <= base and said == {other}]
        if against and not later:
            return self._as(passage, one, against[-1], VERIFY)
        return self._out_of_term(passage, one)

    def _as(self, passage: BaseText, one: Pronoun, witness: Symbol, status: UpdateStatus) -> Update:
        """The pronoun as `witness` has it."""
        other = _OTHER[one.says]
        words = turned(passage.text, one.start, one.end, other)
        why = f"{witness} says “{_WORDS[other]}” of the {one.name}"
        return passage.update(one.start, one.end, words, status, why, witness)

    def _out_of_term(self, passage: BaseText, one: Pronoun) -> Update | None:
        over = self._term_over(one.office, one.says)
        if over is None:
            return None
        years, since, witness = over
        said = f"texts say “{_WORDS[one.says]}” of the {one.name} since {since.year}"
        return passage.update(
            one.start, one.end, None, VERIFY, f"{said}; {years} years later the term is over", witness
        )

    def _term_over(self, office: str, says: str) -> tuple[int, date, Symbol] | None:
        """The years of the term that the holder so called has completed by the turn; since when, and the first text.

        A text with the same pronoun well after a whole term begins another term.
        """
        years = TERMS.get(office) or TERMS.get(office.split(":")[0], 0)
        first: tuple[date, Symbol] | None = None
        for day, symbol, said in self._turn.known.holders.get(office, ()) if years else ():
            if said != {says}:
                first = None
            elif first is None or day - first[0] > timedelta(days=365.25 * years) + GRACE:
                first = day, symbol
        if first is None or year_of_session(self._turn.to) < first[0].year + years:
            return None
        return years, *first
