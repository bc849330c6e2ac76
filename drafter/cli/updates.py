"""`drafter updates`: what the turn of the year changes."""

from __future__ import annotations

import click

from drafter.cli.common import json_option, print_json, revisions_option, the_desk
from drafter.shapes.updates import updates_shape


@click.command()
@click.argument("text", metavar="DRAFT|BASE")
@click.option("--session", type=click.IntRange(1, 999), metavar="N", help="The session it is for, if not the next.")
@json_option
@revisions_option
def updates(text: str, session: int | None, as_json: bool) -> None:
    """Show what the turn of the year changes, with reasons."""
    found = the_desk().updates(text, session)
    if as_json:
        print_json(updates_shape(found))
        return
    for update in found:
        where = update.label if update.note is None else f"{update.label}, note"
        click.echo(f"{update.status.value:<8}{where}: {update.found} → {update.proposed or '?'}\n        {update.why}")
