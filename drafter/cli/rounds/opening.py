"""`drafter round new`: open a round on a text."""

from __future__ import annotations

from pathlib import Path

import click

from drafter.cli.common import STANDARD_OUTPUT, examples, free, output_options, put, revisions_option, tell, the_desk


@click.command(epilog=examples('drafter round new dprk-76.toml -o round.toml --stage "Zero draft"'))
@click.argument("text", metavar="DRAFT|RESOLUTION")
@click.option("--stage", default="", metavar="NAME", help="What the room calls this text, such as “Zero draft”.")
@output_options
@revisions_option
def new(text: str, stage: str, output: Path, force: bool) -> None:
    """Open a round on a draft or a resolution; the round holds the whole text, without private notes."""
    from drafter.negotiation import roundfile
    from drafter.negotiation.values import opened

    free(output, force, ".toml")
    base = the_desk().base_of_round(text)
    made = opened(base, stage)
    put(output, roundfile.dumps(made), force=force)
    if output != STANDARD_OUTPUT:
        tell(f"{output}: a round on {base.symbol or text}, {len(made.paragraphs)} paragraphs")
