"""`drafter round at`: which paragraph is under discussion."""

from __future__ import annotations

from pathlib import Path

import click

from drafter.cli.common import examples, tell
from drafter.errors import DrafterError
from drafter.files import reason


@click.command(epilog=examples("drafter round at round.toml OP8"))
@click.argument("path", metavar="ROUND", type=click.Path(path_type=Path))
@click.argument("label")
def at(path: Path, label: str) -> None:
    """Say which paragraph is under discussion.

    The page of drafter room shows it. The round itself stays as it is.
    """
    from drafter.negotiation.leading import keep_place
    from drafter.negotiation.notation.gathering import compilation
    from drafter.negotiation.rounds import latest_round

    made = compilation(latest_round(path, tell))
    known = {row.label.casefold(): row.label for row in (made.title, *made.rows)}
    if label.casefold() not in known:
        remedy = f"see the labels: drafter round show {path}"
        raise DrafterError(f"{label} is no paragraph of this round", file=path, remedy=remedy)
    try:
        keep_place(path, known[label.casefold()])
    except OSError as error:
        remedy = "make the folder writable"
        raise DrafterError(f"the place cannot be kept: {reason(error)}", file=path, remedy=remedy) from error
