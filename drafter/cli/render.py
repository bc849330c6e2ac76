"""`drafter render`: the clean text as a Word file."""

from __future__ import annotations

from pathlib import Path

import click

from drafter.cli.common import carry_option, examples, free, output_options, put, revisions_option, the_desk


@click.command(epilog=examples("drafter render dprk-76.toml -o dprk-76.docx", "drafter render 75/190 -o 75-190.docx"))
@click.argument("text", metavar="DRAFT|RESOLUTION")
@click.option(
    "--template",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="The Word file to start from, instead of the one that ships with the program.",
)
@carry_option
@output_options
@revisions_option
def render(text: str, template: Path | None, carry: bool, output: Path, force: bool) -> None:
    """Write the clean text as a Word file or as PDF.

    A draft is set as an L. document, an adopted text as A/RES. A PDF (FILE.pdf) is made by LibreOffice, where that is
    installed.
    """
    free(output, force, ".docx", ".pdf")
    content = the_desk().word_file(text, template=template, carry=carry)
    if output.suffix.lower() == ".pdf":
        from drafter.render.pdf import pdf

        content = pdf(content)
    put(output, content, force=force, draft=text)
