"""`drafter round ledger`, `silence` and `summary`: papers that tell how a round goes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from drafter.cli.common import STANDARD_OUTPUT, examples, free, put, tell, writing_options

if TYPE_CHECKING:
    from drafter.render.leaks import Leak

_ROUND = click.argument("path", metavar="ROUND", type=click.Path(path_type=Path))


@click.command(
    epilog=examples("drafter round ledger round.toml -o ledger.docx", "drafter round ledger round.toml --for EU")
)
@_ROUND
@click.option("--for", "names", default="", metavar="NAME,…", help="The account of these delegations alone.")
@writing_options
def ledger(path: Path, names: str, output: Path, force: bool) -> None:
    """Tell by delegation what was asked, and what became of it.

    FILE ends in .md, .html or .docx; standard output gets Markdown.
    """
    from drafter.cli.rounds.deciding import parties_typed
    from drafter.negotiation.rounds import latest_round
    from drafter.render import round_files

    round_ = latest_round(path, tell)
    wanted = parties_typed(path, round_, names)
    _write(path, output, force, lambda suffix, found: round_files.ledger(round_, suffix, wanted, found))


@click.command(epilog=examples("drafter round silence round.toml --until 2026-10-03T18:00-04:00 -o silence.docx"))
@_ROUND
@click.option("--until", required=True, metavar="TIME", help="When silence ends, as 2026-10-03T18:00-04:00.")
@click.option("--at", default="", metavar="TIME", help="When it begins; now without it.")
@writing_options
def silence(path: Path, until: str, at: str, output: Path, force: bool) -> None:
    """Write the sheet that puts the decided text under silence.

    FILE ends in .md, .html or .docx; standard output gets Markdown.
    """
    from drafter.clock import now
    from drafter.negotiation.rounds import latest_round
    from drafter.negotiation.silence import moment
    from drafter.render import round_files

    end = moment(until)
    start = moment(at) if at else now().replace(second=0).astimezone(end.tzinfo)
    round_ = latest_round(path, tell)
    _write(path, output, force, lambda suffix, found: round_files.silence(round_, suffix, end, start, found))


@click.command(epilog=examples("drafter round summary round.toml -o summary.docx"))
@_ROUND
@writing_options
def summary(path: Path, output: Path, force: bool) -> None:
    """Tell what is agreed, open and contested, and by whom.

    FILE ends in .md, .html or .docx; standard output gets Markdown.
    """
    from drafter.negotiation.rounds import latest_round
    from drafter.render import round_files

    round_ = latest_round(path, tell)
    _write(path, output, force, lambda suffix, found: round_files.summary(round_, suffix, found))


def _write(path: Path, output: Path, force: bool, page: Callable[[str, Callable[[Leak], None]], bytes]) -> None:
    """Write a page after what of it should not leave was told."""
    free(output, force, ".md", ".html", ".docx")
    suffix = ".md" if output == STANDARD_OUTPUT else output.suffix.lower()
    put(output, page(suffix, lambda leak: tell(f"{output}: {leak}")), force=force, draft=str(path))
