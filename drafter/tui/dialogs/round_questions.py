"""The questions of the round's screen: a status, who holds out, a package, a delegation's stand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from textual.app import App

from drafter.errors import DrafterError
from drafter.model.negotiated import Closure, ClosureStatus, Stand
from drafter.negotiation import decide
from drafter.negotiation.edits import RoundEdit
from drafter.negotiation.values import Round
from drafter.tui.dialogs.ask import Ask
from drafter.tui.dialogs.choose import Choose

_STANDS = {
    Stand.SUPPORT: "for it", Stand.OPPOSE: "against it", Stand.RETAIN: "for the base’s words", Stand.RESERVE: "not yet",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class RoundAsking:
    """What a question is about: the paragraph `label` of a round, the `proposal` under the cursor, "" without one.
    With the answer, `decide` makes an edit."""

    app: App[Any]
    round_: Round
    label: str
    proposal: str
    decide: Callable[[Callable[[Round], RoundEdit]], object]

    @property
    def closure(self) -> Closure:
        return self.round_.closed.get(self.label) or Closure(self.label)


def status(at: RoundAsking) -> None:
    """How far the paragraph is; who holds out and its package stay."""

    def chosen(answer: str | None) -> None:
        if answer is not None:
            _closed(at, ClosureStatus(answer), at.closure.pending, at.closure.package)

    answers = [(one.value, one.told) for one in ClosureStatus]
    at.app.push_screen(Choose(f"How far is {at.label}?", answers, f"now: {at.closure.status.told}"), chosen)


def pending(at: RoundAsking) -> None:
    """Who holds out."""

    def named(answer: str | None) -> None:
        if answer is not None:
            names = at.round_.names.typed(answer)
            _closed(at, at.closure.status, names, at.closure.package)

    hint = "delegations with commas between, such as EU, Japan; empty: nobody"
    at.app.push_screen(Ask(f"Who holds out on {at.label}?", ", ".join(at.closure.pending), hint), named)


def package(at: RoundAsking) -> None:
    """With which paragraphs it makes a package."""

    def check(answer: str) -> str:
        try:
            _labels(at.round_, answer)
        except DrafterError as error:
            return error.problem
        return ""

    def named(answer: str | None) -> None:
        if answer is not None:
            _closed(at, at.closure.status, at.closure.pending, _labels(at.round_, answer))

    question = f"With which paragraphs does {at.label} make a package?"
    at.app.push_screen(Ask(question, ", ".join(at.closure.package), "labels such as OP4, PP2", check), named)


def position(at: RoundAsking) -> None:
    """A delegation's stand on the proposal under the cursor, or on the paragraph."""
    about = at.round_.by_id.get(at.proposal)
    what = f"the proposal of {', '.join(about.by)} at {at.label}" if about else at.label

    def named(answer: str | None) -> None:
        names = at.round_.names.typed(answer) if answer else ()
        if not names:
            return

        def stood(stand: str | None) -> None:
            if stand is not None:
                on = at.proposal or at.label
                at.decide(lambda round_: decide.position(round_, on, names, Stand(stand)))

        answers = [(one.value, f"{one.value}: {told}") for one, told in _STANDS.items()]
        at.app.push_screen(Choose(f"{', '.join(names)} on {what}", answers), stood)

    at.app.push_screen(Ask(f"Whose stand on {what}?", hint="a delegation, or several with commas"), named)


ROUND_QUESTIONS: dict[str, Callable[[RoundAsking], None]] = {
    "status": status, "pending": pending, "package": package, "position": position,
}  # fmt: skip
"""By the names of the actions that ask them."""


def _closed(at: RoundAsking, status: ClosureStatus, names: tuple[str, ...], labels: tuple[str, ...]) -> None:
    at.decide(lambda round_: decide.agree(round_, [at.label], status, names, labels))


def _labels(round_: Round, typed: str) -> tuple[str, ...]:
    return tuple(decide.label(round_, one.strip()) for one in typed.split(",") if one.strip())
