"""`drafter agreed`: which words stand in adopted texts, and where from."""

from __future__ import annotations

from datetime import datetime

import click

from drafter.answers import AgreedParagraph
from drafter.cli.common import examples, json_option, print_json, revisions_option, tell, the_desk, watch
from drafter.shapes.agreed import agreed_shape, agreed_share


@click.command(epilog=examples("drafter agreed dprk-76.toml", "drafter agreed 75/190 --json"))
@click.argument("text", metavar="DRAFT|RESOLUTION|ROUND")
@click.option(
    "--before",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATE",
    help="Use nothing adopted on this day or later; for a resolution, by default, the day of its own adoption.",
)
@json_option
@revisions_option
def agreed(text: str, before: datetime | None, as_json: bool) -> None:
    """Show which words are agreed language, and where from.

    Runs of six words and more that stand in adopted texts, with the first and the latest source and their number. Of a
    round the words of each proposal and of each reading of a conflict, then the decided text.
    """
    desk, day = the_desk(), before.date() if before else None
    searchable = desk.searchable(tell, watch)
    found = desk.agreed(text, searchable, day)
    if (round_ := desk.round(text)) is not None:
        from drafter.cli.rounds.agreed import tell_agreed

        tell_agreed(round_, found, lambda words: searchable.agreed.coverage(words, day), as_json=as_json)
        return
    if as_json:
        print_json(agreed_shape(found))
        return
    for one in found:
        click.echo(_told(one))
    words = sum(one.coverage.words for one in found)
    click.echo(f"{agreed_share(found):.0%} of {words} words are agreed language")


def _told(one: AgreedParagraph) -> str:
    from drafter.cli.plain import cut, width
    from drafter.cli.standing import sources

    lines = [f"{one.label}  {one.coverage.agreed_words} of {one.coverage.words} words"]
    for run in one.coverage.runs:
        lines.append("    " + cut(f"“{' '.join(one.text[run.start : run.end].split())}”", width() - 4))
        lines.append(f"      {sources(run)}")
    return "\n".join(lines)
