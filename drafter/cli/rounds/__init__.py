"""`drafter round`: a round of negotiation, from what delegations propose to what was decided."""

from __future__ import annotations

import click

from drafter.cli.common import by_the_library, examples
from drafter.cli.rounds.compiling import compile_
from drafter.cli.rounds.deciding import agree, decide, package, position
from drafter.cli.rounds.following import concordance, draft, next_round
from drafter.cli.rounds.leading import at
from drafter.cli.rounds.opening import new
from drafter.cli.rounds.papers import ledger, silence, summary
from drafter.cli.rounds.proposing import propose
from drafter.cli.rounds.showing import board, leaks, show, text
from drafter.cli.rounds.taking import take


@click.group("round", epilog=examples("drafter round new dprk-76.toml -o round.toml", "drafter round show round.toml"))
def rounds() -> None:
    """A round of negotiation: what delegations propose on one text."""
    by_the_library()


for command in (
    new,
    take,
    show,
    text,
    propose,
    position,
    decide,
    agree,
    package,
    board,
    leaks,
    at,
    compile_,
    next_round,
    concordance,
    draft,
    ledger,
    silence,
    summary,
):
    rounds.add_command(command)
