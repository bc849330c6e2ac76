"""`drafter compare`: the tracked changes between any two texts as a Word file."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from drafter.cli.common import examples, free, output_options, put, revisions_option, the_desk
from drafter.cli.redline import tracking_options


@click.command(epilog=examples("drafter compare 72/188 75/190 -o changes.docx"))
@click.argument("old")
@click.argument("new")
@tracking_options
@output_options
@revisions_option
def compare(old: str, new: str, author: str, date: datetime | None, output: Path, force: bool) -> None:
    """Write two texts' differences as tracked changes in Word.

    The file is NEW, in which every change against OLD is tracked.
    """
    free(output, force, ".docx")
    put(output, the_desk().comparison(old, new, author=author, date=date), force=force)
