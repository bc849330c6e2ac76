"""The questions of the round's screen: a status, who holds out, a package, a delegation's stand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from textual.app import App

from drafter.errors import DrafterError
from drafter.model.inline import Inline
from drafter.model.negotiated import Closure, ClosureStatus, Stand
from drafter.negotiation import decide
from drafter.negotiation.decide import Ruling
from drafter.negotiation.edits import RoundEdit
from drafter.negotiation.values import Round
from drafter.tui.dialogs.ask import Ask
from drafter.tui.dialogs.choose import Choose
from drafter.tui.state.round_session import RoundFacts

_STANDS = {
    Stand.SUPPORT: "for it", Stand.OPPOSE: "against it", Stand.RETAIN: "for the base’s words", Stand.RESERVE: "not yet",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class RoundAsking:
    """What a question is about: the paragraph at a place of a round, and there the `proposal` under the cursor or the
    `reading` of a conflict, "" and 0 without one. With the answer, `decide` makes an edit."""

    app: App[Any]
    facts: RoundFacts
    place: str
    proposal: str
    conflict: str
    reading: int
    decide: Callable[[Callable[[Round], RoundEdit]], object]
    signed: Ruling

    @property
    def round_(self) -> Round:
        return self.facts.round_

    @property
    def called(self) -> str:
        """What the room calls the paragraph."""
        return self.facts.names[self.place]

    @property
    def closure(self) -> Closure:
        return self.facts.closure(self.place)


def status(at: RoundAsking) -> None:
    """How far the paragraph is; who holds out and its package stay."""

    def chosen(answer: str | None) -> None:
        if answer is not None:
            _closed(at, ClosureStatus(answer), at.closure.pending)

    answers = [(one.value, one.told) for one in ClosureStatus]
    at.app.push_screen(Choose(f"How far is {at.called}?", answers, f"now: {at.closure.status.told}"), chosen)


def pending(at: RoundAsking) -> None:
    """Who holds out."""

    def named(answer: str | None) -> None:
        if answer is not None:
            names = at.round_.names.typed(answer)
            _closed(at, at.closure.status, names)

    hint = "delegations with commas between, such as EU, Japan; empty: nobody"
    at.app.push_screen(Ask(f"Who holds out on {at.called}?", ", ".join(at.closure.pending), hint), named)


def package(at: RoundAsking) -> None:
    """With which paragraphs it makes a package."""

    def check(answer: str) -> str:
        try:
            _rows(at.round_, answer)
        except DrafterError as error:
            return error.problem
        return ""

    def named(answer: str | None) -> None:
        if answer is not None:
            at.decide(lambda round_: decide.package(round_, (at.place, *_rows(at.round_, answer))))

    question = f"With which paragraphs does {at.called} make a package?"
    at.app.push_screen(
        Ask(question, ", ".join(at.facts.package(at.place)), "labels such as OP4, PP2, OP7bis; empty: none", check),
        named,
    )


def bridge(at: RoundAsking) -> None:
    """Words of the Chair in place of the conflict under the cursor, the first one here, or the new paragraph here."""
    from drafter.tui.dialogs.bridge import Bridge

    found, new = at.facts.conflict_at(at.place, at.conflict), at.facts.new(at.place)
    if found is not None:
        where, about = ", ".join(found.labels), found.id
        heads = ("the base", *(f"reading {n}, {', '.join(one.by)}" for n, one in enumerate(found.readings[1:], 2)))
        readings = [(head, one.put) for head, one in zip(heads, found.readings, strict=True)]
        words = found.readings[at.reading - 1 if at.conflict and at.reading else 0].put
    elif new is not None:
        where, about, words = at.called, new.id, new.put
        readings = [(f"{at.facts.names[one.id]}, {', '.join(one.by)}", one.put) for one in at.facts.beside(new)]
    else:
        at.app.notify("No proposals collide here; y accepts one, x rejects it.", timeout=3)
        return

    def bridged(put: Inline | None) -> None:
        if put is not None:
            at.decide(lambda round_: decide.bridge(round_, about, put, at.signed))

    at.app.push_screen(Bridge(where, readings, words), bridged)


def position(at: RoundAsking) -> None:
    """A delegation's stand on the proposal under the cursor, or on the paragraph."""
    about = at.round_.by_id.get(at.proposal)
    what = f"the proposal of {', '.join(about.by)} at {at.called}" if about else at.called

    def named(answer: str | None) -> None:
        names = at.round_.names.typed(answer) if answer else ()
        if not names:
            return

        def stood(stand: str | None) -> None:
            if stand is not None:
                on = at.proposal or at.place
                at.decide(lambda round_: decide.position(round_, on, names, Stand(stand)))

        answers = [(one.value, f"{one.value}: {told}") for one, told in _STANDS.items()]
        at.app.push_screen(Choose(f"{', '.join(names)} on {what}", answers), stood)

    at.app.push_screen(Ask(f"Whose stand on {what}?", hint="a delegation, or several with commas"), named)


ROUND_QUESTIONS: dict[str, Callable[[RoundAsking], None]] = {
    "status": status, "pending": pending, "package": package, "position": position,
    "bridge": bridge,
}  # fmt: skip
"""By the names of the actions that ask them."""


def _closed(at: RoundAsking, status: ClosureStatus, names: tuple[str, ...]) -> None:
    at.decide(lambda round_: decide.agree(round_, [at.place], status, names))


def _rows(round_: Round, typed: str) -> tuple[str, ...]:
    return tuple(decide.row(round_, one.strip()) for one in typed.split(",") if one.strip())
