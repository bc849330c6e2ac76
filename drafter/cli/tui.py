"""`drafter tui`: the terminal interface."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from drafter.cli.common import the_desk
from drafter.errors import DrafterError


@click.command()
@click.argument("draft", required=False, type=click.Path(path_type=Path))
def tui(draft: Path | None = None) -> None:
    """Open the terminal interface, on the library or on DRAFT."""
    existing(draft)
    driven = "TEXTUAL_DRIVER" in os.environ  # by drafter serve: the terminal is in a browser
    if not driven and not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise DrafterError(
            "the terminal interface needs a terminal", remedy="drafter --help lists what works without one"
        )
    if draft is not None and draft.suffix.lower() == ".docx":
        draft = the_desk().taken_out(draft)
    from drafter.tui.app import DrafterApp

    DrafterApp(the_desk(), draft).run()


def existing(draft: Path | None) -> None:
    """Refuse the name of a draft that is not there."""
    if draft is not None and not draft.is_file():
        raise DrafterError("there is no such draft", file=draft, remedy="start one: drafter new 75/190 -o FILE")
