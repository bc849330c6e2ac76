"""`drafter tui`: the terminal interface."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from drafter.cli.common import examples, the_desk, the_program
from drafter.errors import DrafterError
from drafter.model.symbol import Symbol


@click.command(epilog=examples("drafter tui dprk-76.toml", "drafter tui round.toml"))
@click.argument("draft", required=False, type=click.Path(path_type=Path))
def tui(draft: Path | None = None) -> None:
    """Open the terminal interface.

    It opens on the library or on DRAFT, which may be a round, or a Word file that carries a draft.
    """
    existing(draft)
    driven = "TEXTUAL_DRIVER" in os.environ  # by drafter serve: the terminal is in a browser
    if not driven and not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise DrafterError(
            "the terminal interface needs a terminal", remedy="drafter --help lists what works without one"
        )
    named, program = the_desk().draft_file(draft) if draft else None, the_program()
    from drafter.tui.app import DrafterApp

    app = DrafterApp(lambda: program.desk, named)
    app.run()
    if app.return_code:
        raise click.exceptions.Exit(app.return_code)


def existing(draft: Path | None) -> None:
    """Refuse the name of a draft that is not there."""
    if draft is None or draft.exists():
        return
    desk, symbol = the_desk(), Symbol.parse(draft.as_posix())
    if symbol and symbol in desk.library:
        remedy = f"start one from this text: drafter new {symbol.short} -o FILE"
        raise DrafterError("this is a resolution, not a draft", file=draft, remedy=remedy)
    raise DrafterError("there is no such draft", file=draft, remedy="start one: drafter new 75/190 -o FILE")
