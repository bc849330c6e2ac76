"""`drafter show`: the text with its numbering."""

from __future__ import annotations

import click

from drafter.cli.common import json_options, print_json, revisions_option, the_desk
from drafter.model.draft import Draft


@click.command()
@click.argument("text", metavar="RESOLUTION|DRAFT")
@json_options
@revisions_option
def show(text: str, shape: str) -> None:
    """Show a text with its numbering."""
    from drafter.cli.plain import plain
    from drafter.model.draft import printed
    from drafter.shapes.texts import text_shape

    found = the_desk().text(text)
    if shape != "text":
        print_json(text_shape(found), one_line=shape == "jsonl")
        return
    click.echo(plain(printed(found) if isinstance(found, Draft) else found.resolution), nl=False)
