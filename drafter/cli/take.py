"""`drafter take`: a colleague's changes against a draft, one by one."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import click

from drafter.cli.common import examples, json_option, print_json, revisions_option, tell, the_desk
from drafter.errors import DrafterError

if TYPE_CHECKING:
    from drafter.edit.taking import ColleaguesFile, TakenChange


@click.command(
    epilog=examples(
        "drafter take dprk-76.toml from-mexico.docx",
        "drafter take dprk-76.toml from-mexico.docx --all",
        "drafter take dprk-76.toml from-mexico.docx --accept 1a2b3c --as-proposal round.toml --from Mexico",
    )
)
@click.argument("draft", metavar="DRAFT", type=click.Path(path_type=Path))
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@click.option("--accept", metavar="ID", multiple=True, help="Take this change; may be given several times.")
@click.option("--all", "every", is_flag=True, help="Take all changes but those marked ! or ?.")
@click.option(
    "--as-proposal",
    "round_",
    type=click.Path(path_type=Path),
    metavar="ROUND",
    help="Keep them as proposals in this round instead, a new one on your draft where there is none.",
)
@click.option("--from", "names", default="", metavar="NAME,…", help="With --as-proposal, whose they are.")
@revisions_option
@json_option
def take(
    draft: Path, file: Path, accept: Sequence[str], every: bool, round_: Path | None, names: str, as_json: bool
) -> None:
    """Show what a colleague changed in your draft, or take it.

    FILE is a Word file of the draft, changed with or without tracked changes, or a colleague's draft file; changes are
    listed by author. What collides with a change of your own is marked !, what differs in a tracked file without being
    tracked ?: both are taken only by their ID. One undo reverses what one call took. As proposals (--as-proposal) they
    change nothing in your draft, and those that collide go along with --all.
    """
    from drafter.shapes.taken import taken_shape

    if round_ is not None and not accept and not every:
        raise DrafterError("nothing was chosen to be kept", remedy="add --accept ID, or --all")
    if names and round_ is None:
        raise DrafterError("--from says whose proposals they are", remedy="add --as-proposal ROUND, or leave it out")
    desk = the_desk()
    given = desk.from_colleague(file, draft)
    found = given.changes()
    chosen = _chosen(found, accept, every, file, collide=round_ is not None)
    for line in () if as_json else given.told:
        tell(f"{file}: {line}")
    left = [one for one in found if one not in chosen]
    if (accept or every) and not chosen:
        tell(f"{draft}: nothing to take")
    elif chosen and round_ is not None:
        _keep(round_, given, chosen, names)
    elif chosen:
        tell(f"{draft}: {desk.take(draft, file, chosen)}")
    if as_json:
        print_json(
            {
                "changes": [taken_shape(one, taken=round_ is None and one in chosen) for one in found],
                "told": list(given.told),
            }
        )
        return
    for whose, theirs in groupby(left, key=_whose):
        if whose:
            click.echo(f"{whose}:")
        for one in theirs:
            click.echo(_line(one))
    if not found:
        click.echo("nothing that your draft does not have")


def _keep(round_: Path, given: ColleaguesFile, chosen: Sequence[TakenChange], names: str) -> None:
    from drafter.edit.drafts import user_name
    from drafter.negotiation.intake.kept import keep

    kept = keep(round_, given.mine, chosen, given.path, names, user_name())
    tell(f"{round_}: {kept.edit.name}")
    for one in kept.left:
        tell(f"{one.id} is no proposal: {one.kind} {one.label}")


def _chosen(
    found: Sequence[TakenChange], accept: Sequence[str], every: bool, file: Path, *, collide: bool
) -> list[TakenChange]:
    unknown = [id for id in accept if all(one.id != id for one in found)]
    if unknown:
        remedy = f"list them: drafter take DRAFT {file}"
        raise DrafterError(f"there is no change {', '.join(unknown)}", file=file, remedy=remedy)
    return [one for one in found if one.id in accept or (every and (collide or not one.collides) and not one.untracked)]


def _whose(one: TakenChange) -> str:
    return "not tracked" if one.untracked else ", ".join(one.by)


def _line(one: TakenChange) -> str:
    words = {"new": one.put, "delete": one.found, "move": one.text}.get(one.kind)
    said = words if words is not None else f"{one.found or '(nothing)'} → {one.put or '(nothing)'}"
    sign = "!" if one.collides else "?" if one.untracked else " "
    return f"{one.id} {sign} {one.kind:8} {one.where:12} {said}"
