"""`drafter dossier`: all that is known of one paragraph, for the capital."""

from __future__ import annotations

from pathlib import Path

import click

from drafter.cli.common import examples, free, output_options, put, the_desk


@click.command(epilog=examples("drafter dossier dprk-76.toml --paragraph OP14 -o op14.docx"))
@click.argument("draft", metavar="DRAFT|ROUND")
@click.option("--paragraph", "label", required=True, metavar="LABEL", help="Such as PP3 or OP2(a).")
@click.option("--notes", is_flag=True, help="Print your private note too: for your own side only.")
@output_options
def dossier(draft: str, label: str, notes: bool, output: Path, force: bool) -> None:
    """Write down all that is known of a paragraph.

    Its words with their changes, the reason, sources, clearances and its history through the years; of a round also who
    proposed what. FILE ends in .md, .html or .docx; standard output gets Markdown.
    """
    free(output, force, ".md", ".html", ".docx")
    suffix = output.suffix.lower() or ".md"
    put(output, the_desk().dossier(draft, label, suffix, notes=notes), force=force, draft=draft)
