"""`drafter amend`: changes as a formal amendment paper, or as the statement read out from the floor."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from drafter.cli.common import STANDARD_OUTPUT, examples, free, put, tell, the_desk, writing_options
from drafter.errors import DrafterError

if TYPE_CHECKING:
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
    from drafter.render import amending

    free(output, force, ".docx", ".txt", *([".md"] if oral else []))
    paper = _paper(text, only, amends)
    suffix = ".txt" if output == STANDARD_OUTPUT else output.suffix.lower()
    if suffix == ".docx":
        from drafter.render import amending_word

        content: bytes | str = amending_word.statement_word(paper) if oral else amending_word.paper_word(paper)
    elif oral:
        content = amending.statement_markdown(paper) if suffix == ".md" else amending.statement_text(paper)
    else:
        content = amending.paper_text(paper)
    put(output, content, force=force)


def _paper(text: str, only: str, amends: str) -> PrintedAmendment:
    from drafter.cli.rounds.deciding import parties_typed
    from drafter.negotiation.amending import sources
    from drafter.negotiation.amending.plan import amendments
    from drafter.negotiation.rounds import is_round, latest_round
    from drafter.render.amending import amendment_paper

    if is_round(Path(text)):
        round_ = latest_round(Path(text), tell)
        by = parties_typed(Path(text), round_, only)
        proposals, left = sources.of_round(round_, by)
        if left:
            tell(f"{text}: these proposals collide at {', '.join(left)}: nothing is said there")
        nothing = f"{', '.join(by)} changes nothing" if by else "nothing was decided yet"
        sponsors = by or round_.text.sponsors
    else:
        if only:
            raise DrafterError("--only is for a round", file=text, remedy="leave it out")
        draft = the_desk().draft(text)
        round_, proposals, not_said = sources.of_draft(draft)
        for one in not_said:
            tell(f"{text}: {one.place}: {one.why}")
        nothing, sponsors = "the draft changes nothing", draft.sponsors
    changes = amendments(round_, proposals)
    for label in changes.unnamed:
        tell(f"{text}: a paper has no words for {label}: what is changed there is left out")
    if not changes.instructions:
        raise DrafterError(nothing, file=text, remedy="there is nothing to amend")
    if changes.apart:
        tell(f"{text}: at {changes.apart} the paper reads otherwise than the text: look at it before it goes out")
    return amendment_paper(round_, changes, sponsors, amends)
