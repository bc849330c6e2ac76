"""`drafter round next`, `concordance` and `draft`: what comes after a round."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from drafter.cli.common import (
    STANDARD_OUTPUT,
    examples,
    free,
    json_option,
    output_options,
    print_json,
    put,
    tell,
    the_desk,
    writing_options,
)
from drafter.errors import DrafterError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from drafter.negotiation.revising.values import Landing

_ROUND = click.argument("path", metavar="ROUND", type=click.Path(path_type=Path))


@click.command(
    "next",
    epilog=examples(
        'drafter round next round.toml -o rev1.toml --stage "Rev.1"',
        "drafter round next round.toml --onto L28.docx -o rev1.toml",
    ),
)
@_ROUND
@click.option(
    "--stage", default="", metavar="NAME", help="What the room calls the next text; the next Rev. without it."
)
@click.option("--onto", metavar="DRAFT|RESOLUTION|FILE.docx", help="The next text, where others issued it.")
@output_options
@json_option
def next_round(path: Path, stage: str, onto: str | None, output: Path, force: bool, as_json: bool) -> None:
    """Go on to the next version: what was decided is in its text, the rest stands on the new words.

    Tells what became of every proposal: in, partly, carried, against, gone, rejected or withdrawn.
    """
    from drafter.negotiation import roundfile
    from drafter.negotiation.intake.difference import ALIKE
    from drafter.negotiation.rounds import latest_round
    from drafter.render.round_files import next_version

    if as_json and output == STANDARD_OUTPUT:
        raise DrafterError("the round and the data cannot both go to standard output", remedy="give -o FILE.toml")
    free(output, force, ".toml")
    found = latest_round(path, tell)
    onto_text = the_desk().base_of_round(onto) if onto else None
    made = next_version(found, stage, onto_text, lambda leak: tell(f"{output}: {leak}"))
    put(output, roundfile.dumps(made.round_), force=force, draft=str(path))
    again = sum(pair.old is not None and pair.new is not None for pair in made.pairs)
    if again < ALIKE * len(found.paragraphs):
        tell(f"{onto or output}: of the round’s {len(found.paragraphs)} paragraphs only {again} are found again in it")
    if as_json:
        from drafter.shapes.revisions import revision_shape

        print_json(revision_shape(found, made))
        return
    for line in told(made.landings):
        tell(line)
    for one in made.fallen:
        tell(f"{one.label or 'gone'}: {one.what}: does not go along, as {one.why}")
    counts = Counter(one.aftermath.value for one in made.landings)
    what = ", ".join(f"{count} {name}" for name, count in counts.items())
    tell(f"{output}: {made.round_.stage}, {len(made.round_.paragraphs)} paragraphs; proposals: {what or 'none'}")


def told(landings: Iterable[Landing]) -> Iterable[str]:
    """A line on each proposal."""
    for one in landings:
        by, why = ", ".join(one.proposal.by), f": {one.why}" if one.why else ""
        now = f" as {one.now[0].id}" if one.now else ""
        where = f" at {one.label}" if one.label else ""
        place = one.proposal.place or "a new paragraph"
        yield f"{one.proposal.id} ({by}, {place}): {one.aftermath.value}{where}{now}{why}"


@click.command(
    epilog=examples(
        "drafter round draft rev1.toml -o tabled.toml", "drafter round draft rev1.toml --only EU -o eu.toml"
    )
)
@_ROUND
@click.option("--only", metavar="NAME,…", help="The text that these delegations would have.")
@output_options
def draft(path: Path, only: str | None, output: Path, force: bool) -> None:
    """Write the decided text as a draft on the same adopted text, for redline and render.

    On an L. document it is the draft of its revision: redline tracks it against that document.
    """
    from drafter.cli.rounds.deciding import parties_typed
    from drafter.edit import draftfile
    from drafter.negotiation.rounds import latest_round
    from drafter.render.round_files import decided

    free(output, force, ".toml")
    found = latest_round(path, tell)
    names = parties_typed(path, found, only) if only is not None else ()
    made, left = decided(found, names, lambda leak: tell(f"{output}: {leak}"))
    put(output, draftfile.dumps(made), force=force, draft=str(path))
    if left:
        tell(f"{path}: their own proposals collide at {', '.join(left)}: the base is left there")
    if output != STANDARD_OUTPUT:
        tell(f"{output}: {len(made.paragraphs)} paragraphs, on {made.base}")


@click.command(epilog=examples("drafter round concordance round.toml rev1.toml rev2.toml -o concordance.docx"))
@click.argument("paths", metavar="ROUND ROUND…", nargs=-1, required=True, type=click.Path(path_type=Path))
@writing_options
@json_option
def concordance(paths: tuple[Path, ...], output: Path, force: bool, as_json: bool) -> None:
    """Tell which paragraph of each version became which of the next.

    FILE ends in .md, .html or .docx; standard output gets Markdown.
    """
    from drafter.negotiation.revising.concordance import concordance as of_rounds
    from drafter.negotiation.rounds import latest_round
    from drafter.render.round_pages import concordance_page

    if len(paths) < 2:
        raise DrafterError("a concordance is of two rounds at least", file=paths[0], remedy="name the next one too")
    free(output, force, ".md", ".html", ".docx")
    found = of_rounds([latest_round(path, tell) for path in paths])
    if as_json:
        from drafter.shapes.revisions import concordance_shape

        print_json(concordance_shape(found))
    if not as_json or output != STANDARD_OUTPUT:
        suffix = ".md" if output == STANDARD_OUTPUT else output.suffix.lower()
        put(output, concordance_page(found, suffix), force=force)
