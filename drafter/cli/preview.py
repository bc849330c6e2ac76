"""`drafter preview`: the pages that will be handed in, in the system's viewer."""

from __future__ import annotations

from pathlib import Path

import click

from drafter.cli.common import examples, tell, the_desk


@click.command(epilog=examples("drafter preview dprk-76.toml"))
@click.argument("draft", metavar="DRAFT")
@click.option("--no-open", is_flag=True, help="Only make the PDF and say where it is.")
def preview(draft: str, no_open: bool) -> None:
    """Look at the pages as they will be handed in.

    LibreOffice makes a PDF of the clean text; it lies in the folder .drafter beside the draft and is made anew each
    time. What is printed is where it lies.
    """
    from drafter import opening, outputs

    path = outputs.preview(the_desk().draft(draft), Path(draft))
    click.echo(path)
    if not no_open and not opening.opened(path):
        tell(f"{path}: there is no program here that shows it")
