"""`drafter updates`: what the turn of the year changes."""

from __future__ import annotations

import click

from drafter.cli.common import examples, json_option, print_json, revisions_option, the_desk
from drafter.shapes.updates import updates_shape


@click.command(epilog=examples("drafter updates dprk-76.toml", "drafter updates 75/190 --session 78"))
@click.argument("text", metavar="DRAFT|BASE")
@click.option("--session", type=click.IntRange(1, 999), metavar="N", help="The session it is for, if not the next.")
@json_option
@revisions_option
def updates(text: str, session: int | None, as_json: bool) -> None:
    """Show what the turn of the year changes, with reasons."""
    from drafter.edit.pending import labelled
    from drafter.model.draft import Draft

    desk = the_desk()
    read = desk.text(text)
    found = desk.updates(read, session)
    labels = labelled(read, found) if isinstance(read, Draft) else {}
    if as_json:
        print_json(updates_shape(found, labels))
        return
    for update in found:
        label = labels.get(update, update.label)
        where = label if update.note is None else f"{label}, note"
        click.echo(f"{update.status.value:<8}{where}: {update.found} → {update.proposed or '?'}\n        {update.why}")
