"""`drafter summary`: what changed, for negotiators."""

from __future__ import annotations

from pathlib import Path

import click

from drafter.cli.common import (
    STANDARD_OUTPUT,
    carry_option,
    examples,
    free,
    json_option,
    print_json,
    put,
    the_desk,
    writing_options,
)
from drafter.shapes.summaries import summary_shape


@click.command(epilog=examples("drafter summary dprk-76.toml", "drafter summary dprk-76.toml -o summary.docx"))
@click.argument("draft", metavar="DRAFT")
@click.option(
    "--notes",
    is_flag=True,
    help="Print what is private too, for your own side only: notes, clearances, what was verified.",
)
@click.option("--table", is_flag=True, help="Every paragraph in a table: last year, this year, the reason.")
@carry_option
@json_option
@writing_options
def summary(draft: str, notes: bool, table: bool, carry: bool, as_json: bool, output: Path, force: bool) -> None:
    """Say what a draft changes in its base.

    FILE ends in .md, .html or .docx; standard output gets Markdown.
    """
    if as_json:
        if output != STANDARD_OUTPUT:
            raise click.UsageError("--json goes to standard output: leave -o out")
        print_json(summary_shape(the_desk().summarised(draft, notes=notes)))
        return
    free(output, force, ".md", ".html", ".docx")
    suffix = ".md" if output == STANDARD_OUTPUT else output.suffix.lower()
    content = the_desk().summary(draft, suffix, carry=carry, notes=notes, table=table)
    put(output, content, force=force, draft=draft)
