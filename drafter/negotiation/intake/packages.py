"""The packages that a file tells, by the paragraphs that the round has."""

from __future__ import annotations

from dataclasses import replace

from drafter.errors import DrafterError
from drafter.model.negotiated import Closure, NotUnderstood
from drafter.negotiation import decide
from drafter.negotiation.intake.takenin import TakenIn
from drafter.negotiation.values import Round


def with_packages(round_: Round, given: TakenIn, file: str) -> TakenIn:
    """What a file gave on a round, the labels in its packages as the round has them; others are not understood."""
    there = round_.having(proposals=(*round_.proposals, *given.proposals))
    closures: list[Closure] = []
    unknown: list[NotUnderstood] = []
    for one in given.closures:
        package: dict[str, None] = {}
        for label in one.package:
            try:
                package[decide.row(there, label)] = None
            except DrafterError as error:
                unknown.append(NotUnderstood(file, "", f"{one.label} {one.status.told}, with {label}", error.problem))
        closures.append(replace(one, package=tuple(package)))
    return replace(given, closures=tuple(closures), not_understood=(*given.not_understood, *unknown))
