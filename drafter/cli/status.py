"""`drafter status`: where a draft stands before it is handed in."""

from __future__ import annotations

import click

from drafter.cli.common import examples, json_option, print_json, the_desk


@click.command(epilog=examples("drafter status dprk-76.toml", "drafter status dprk-76.toml --json"))
@click.argument("draft", metavar="DRAFT")
@json_option
def status(draft: str, as_json: bool) -> None:
    """Show where a draft stands: changed, open, and still missing."""
    from drafter.edit.status import Matter
    from drafter.edit.status import status as status_of
    from drafter.shapes.status import status_shape

    desk = the_desk()
    found = desk.draft(draft)
    updates = desk.updates(found)
    stands = status_of(found, updates, desk.findings(found, updates))
    if as_json:
        print_json(status_shape(stands))
        return
    click.echo(stands.said)
    for matter in Matter:
        if lines := stands.of(matter):
            click.echo(f"\n{_HEADS[matter]}")
            for line in lines:
                click.echo(f"  {line.label:<12} {line.what}")


_HEADS = {
    "missing": "Missing before it is handed in",
    "finding": "Findings of the editorial rules",
    "update": "Updates still open",
    "clearance": "Clearances still open",
    "change": "Changes against the base",
}
