"""`drafter round compile`: the compilation text as a file."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from drafter.cli.common import examples, free, output_options, put, tell
from drafter.cli.rounds.deciding import time_typed


@click.command(
    "compile",
    epilog=examples(
        "drafter round compile round.toml -o compilation.docx",
        "drafter round compile round.toml -o compilation.html --notation parentheses --anonymous",
        "drafter round compile round.toml -o tracked.docx --notation tracked",
    ),
)
@click.argument("path", metavar="ROUND", type=click.Path(path_type=Path))
@click.option(
    "--notation",
    type=click.Choice(["dash", "parentheses", "tracked", "table"]),
    default="dash",
    help="[words - EU; US delete], [words] (EU), tracked changes by delegation, or a table; dash without it.",
)
@click.option("--anonymous", is_flag=True, help="Without names, positions and reasons.")
@click.option(
    "--as-of", default="", metavar="TIME", help="The time up to which it holds, as 2026-10-03T10:00+02:00; else now."
)
@click.option("--history", is_flag=True, help="With what was rejected and withdrawn.")
@output_options
def compile_(path: Path, notation: str, anonymous: bool, as_of: str, history: bool, output: Path, force: bool) -> None:
    """Write the compilation text: the base with what is proposed on it, legend and time.

    Open and accepted proposals are printed. Internal remarks in brackets and what a Word file hides are told.
    """
    from drafter.negotiation.rounds import latest_round
    from drafter.render.compilation.files import SUFFIXES, Notation, compiled

    free(output, force, *SUFFIXES)
    moment = datetime.fromisoformat(time_typed(as_of))
    suffix = output.suffix.lower() or ".md"
    content = compiled(
        latest_round(path, tell),
        suffix,
        Notation(notation),
        moment,
        anonymous=anonymous,
        history=history,
        tell=lambda leak: tell(str(leak)),
    )
    put(output, content, force=force, draft=str(path))
