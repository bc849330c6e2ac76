"""`drafter settle`: the choice where both a draft's or a round's file and its history have changed."""

from __future__ import annotations

from pathlib import Path

import click

from drafter.cli.common import examples, json_option, print_json, tell, the_desk
from drafter.errors import DrafterError


@click.command(epilog=examples("drafter settle dprk-76.toml", "drafter settle dprk-76.toml --mine"))
@click.argument("draft", metavar="DRAFT|ROUND", type=click.Path(path_type=Path))
@click.option("--mine", "choice", flag_value="mine", help="Keep the edits in the history.")
@click.option("--theirs", "choice", flag_value="theirs", help="Keep the file; undo brings the edits back.")
@json_option
def settle(draft: Path, choice: str | None, as_json: bool) -> None:
    """Show both texts of a draft or a round, or choose one.

    There are two if another program changed the file while edits made here were not yet in it.
    """
    from drafter.edit.drafts import user_name
    from drafter.negotiation import rounds

    desk = the_desk()
    is_round = rounds.is_round(draft)
    found = rounds.settled(draft, choice, user_name()) if is_round else desk.settle(draft, choice)
    if choice and not found:
        raise DrafterError("there is nothing to choose: the file and its history agree", file=draft)
    if choice:
        chosen = "the edits in the history are" if choice == "mine" else "the file is"
        tell(f"{draft}: {chosen} the {'round' if is_round else 'draft'} now")
        return
    if as_json:
        print_json({"differing": [{"label": one.label, "mine": one.mine, "theirs": one.theirs} for one in found]})
        return
    for one in found:
        click.echo(f"{one.label}\n  mine    {one.mine or '(nothing)'}\n  theirs  {one.theirs or '(nothing)'}")
    if not found:
        click.echo("nothing to choose: the file and its history agree")
