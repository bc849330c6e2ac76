"""`drafter render`: the clean text as a Word file."""

from __future__ import annotations

from pathlib import Path

import click

from drafter.cli.common import free, output_options, plain_option, put, revisions_option, the_desk


@click.command()
@click.argument("text", metavar="DRAFT|RESOLUTION")
@click.option(
    "--template",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="The Word file to start from, instead of the one that ships with the program.",
)
@plain_option
@output_options
@revisions_option
def render(text: str, template: Path | None, plain: bool, output: Path, force: bool) -> None:
    """Write the clean text as a Word file: a draft as an L. document, an adopted text as A/RES."""
    free(output, force)
    put(output, the_desk().word_file(text, template=template, plain=plain), force=force)
