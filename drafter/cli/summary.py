"""`drafter summary`: what changed, for negotiators."""

from __future__ import annotations

from pathlib import Path

import click

from drafter.cli.common import STANDARD_OUTPUT, free, output_options, plain_option, put, the_desk


@click.command()
@click.argument("draft", metavar="DRAFT")
@plain_option
@output_options
def summary(draft: str, plain: bool, output: Path, force: bool) -> None:
    """Say what a draft changes in its base. FILE ends in .md, .html or .docx; standard output gets Markdown."""
    free(output, force)
    suffix = ".md" if output == STANDARD_OUTPUT else output.suffix.lower()
    put(output, the_desk().summary(draft, suffix, plain=plain), force=force)
