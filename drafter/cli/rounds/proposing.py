"""`drafter round propose`: a proposal said by hand, also from a line of a file that was not understood."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from drafter.cli.common import examples, json_option, print_json, tell
from drafter.cli.rounds.deciding import parties_typed
from drafter.cli.rounds.taking import day_typed
from drafter.errors import DrafterError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from drafter.negotiation.intake.righted import Meant


@click.command(
    epilog=examples(
        'drafter round propose round.toml OP7 --by EU --replace "all States" --with "Member States"',
        'drafter round propose round.toml OP7 --by G77 --after violations --put "and abuses"',
        "drafter round propose round.toml OP21 --by Japan --delete --file japan.txt --place 'line 5'",
    )
)
@click.argument("path", metavar="ROUND", type=click.Path(path_type=Path))
@click.argument("label", metavar="LABEL")
@click.option("--by", "names", required=True, metavar="NAME,…", help="Whose proposal it is.")
@click.option("--text", metavar="WORDS", help="The words that the paragraph is to have.")
@click.option("--alt", metavar="WORDS", help="Other words for the whole paragraph.")
@click.option("--replace", metavar="WORDS", help="These words of the base, by those of --with; by none they go out.")
@click.option("--with", metavar="WORDS", help="The words in their place.")
@click.option("--after", metavar="WORDS", help="Behind these words of the base come those of --put.")
@click.option("--before", metavar="WORDS", help="Ahead of these words of the base come those of --put.")
@click.option("--put", metavar="WORDS", help="The words that come in.")
@click.option("--delete", is_flag=True, help="The whole paragraph out.")
@click.option("--new", metavar="WORDS", help="A new paragraph behind this one.")
@click.option("--file", default="", metavar="NAME", help="The file that says so, where it was not understood.")
@click.option("--place", default="", metavar="WORDS", help="Where in that file, such as “line 5”.")
@click.option("--why", default="", metavar="WORDS", help="The proposer’s reason.")
@click.option("--on", "day", default="", metavar="DATE", help="The day on which it came, as 2026-10-03.")
@json_option
def propose(
    path: Path,
    label: str,
    names: str,
    delete: bool,
    file: str,
    place: str,
    why: str,
    day: str,
    as_json: bool,
    **said: str | None,
) -> None:
    """Propose words for a paragraph, by hand.

    LABEL is the base’s, or “title”. In --text, --alt and --new, italics stand between asterisks.
    """
    from drafter.edit.drafts import user_name
    from drafter.negotiation.intake.righted import arrived, by_hand, proposed
    from drafter.negotiation.rounds import at_work

    meant = _meant(label, {**said, "delete": "" if delete else None})
    with at_work(path, user_name()) as opened:
        round_ = opened.document
        some = by_hand(round_, meant)
        came = arrived(Path(file).name, place, parties_typed(path, round_, names), day=day_typed(day), why=why)
        made = proposed(round_, some, came)
        opened.do(made)
        after = opened.document
    tell(f"{path}: {made.name}")
    if as_json:
        from drafter.shapes.rounds import proposals_shape

        ids = {one.id for one in some}
        print_json({"taken": proposals_shape(after, (one for one in after.proposals if one.id in ids))})


def _meant(label: str, said: Mapping[str, str | None]) -> Meant:
    """The one thing that the options say."""
    from drafter.negotiation.intake.righted import How, Meant

    given = [how for how in How if said[how.value] is not None]
    if len(given) != 1:
        options = ", ".join(f"--{how.value}" for how in How)
        raise DrafterError("one proposal at a time", remedy=f"give one of {options}")
    own, words = said[given[0].value] or "", {How.REPLACE: "with", How.AFTER: "put", How.BEFORE: "put"}
    wanted = words.get(given[0])
    for option in ("with", "put"):
        if said[option] is not None and option != wanted:
            goes_with = " and ".join(f"--{how.value}" for how, other in words.items() if other == option)
            raise DrafterError(f"--{option} goes with {goes_with}", remedy=f"leave out --{option}")
    return Meant(label, given[0], own) if wanted is None else Meant(label, given[0], said[wanted] or "", own)
