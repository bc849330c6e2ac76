"""`drafter amend`: changes as a formal amendment paper, or as the statement read out from the floor."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from drafter.cli.common import STANDARD_OUTPUT, examples, free, put, tell, the_desk, writing_options
from drafter.errors import DrafterError

if TYPE_CHECKING:
    from collections.abc import Callable

    from drafter.render.amending import PrintedAmendment


@click.command(
    epilog=examples(
        "drafter amend dprk-76.toml -o amendment.docx --to A/C.3/76/L.28",
        "drafter amend round.toml --only Japan -o japan.docx",
        "drafter amend round.toml --only Japan --oral -o statement.txt",
    )
)
@click.argument("text", metavar="DRAFT|ROUND")
@click.option("--only", default="", metavar="NAME,…", help="What these delegations propose in the round.")
@click.option("--to", "amends", default="", metavar="SYMBOL", help="The draft that is amended; the base without it.")
@click.option("--oral", is_flag=True, help="The same changes as a statement, one sentence a change.")
@writing_options
def amend(text: str, only: str, amends: str, oral: bool, output: Path, force: bool) -> None:
    """Write changes as an amendment paper or a statement.

    Those of a draft, of a delegation in a round, or what the round decided.
    FILE ends in .docx or .txt, of a statement also in .md; standard output gets plain text.
    """
    from drafter.render import amending_files

    free(output, force, *amending_files.suffixes(oral=oral))
    paper = _paper(text, only, amends)
    suffix = ".txt" if output == STANDARD_OUTPUT else output.suffix.lower()
    content = amending_files.file(paper, suffix, oral=oral, tell=lambda leak: tell(f"{text}: {leak}"))
    put(output, content, force=force, draft=text)


def _paper(text: str, only: str, amends: str) -> PrintedAmendment:
    from drafter.negotiation.rounds import is_round, latest_round
    from drafter.render import amending_files

    path, said = Path(text), _teller(text)
    on_round = is_round(path)
    if only and not on_round:
        raise DrafterError("--only is for a round", file=text, remedy="leave it out")
    try:
        if not on_round:
            return amending_files.of_draft(the_desk().draft(text), amends, said)
        from drafter.cli.rounds.deciding import parties_typed

        round_ = latest_round(path, tell)
        return amending_files.of_round(round_, parties_typed(path, round_, only), amends, said)
    except DrafterError as error:
        raise DrafterError(error.problem, file=error.file or text, place=error.place, remedy=error.remedy) from error


def _teller(text: str) -> Callable[[str], None]:
    return lambda line: tell(f"{text}: {line}")
