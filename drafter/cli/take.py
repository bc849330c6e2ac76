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
    from drafter.edit.taking import TakenChange


@click.command(
    epilog=examples("drafter take dprk-76.toml from-mexico.docx", "drafter take dprk-76.toml from-mexico.docx --all")
)
@click.argument("draft", metavar="DRAFT", type=click.Path(path_type=Path))
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@click.option("--accept", metavar="ID", multiple=True, help="Take this change; may be given several times.")
@click.option("--all", "every", is_flag=True, help="Take all changes but those marked ! or ?.")
@revisions_option
@json_option
def take(draft: Path, file: Path, accept: Sequence[str], every: bool, as_json: bool) -> None:
    """Show what a colleague changed in your draft, or take it.

    FILE is a Word file of the draft, changed with or without tracked changes, or a colleague's draft file; changes are
    listed by author. What collides with a change of your own is marked !, what differs in a tracked file without being
    tracked ?: both are taken only by their ID. One undo reverses what one call took.
    """
    from drafter.shapes.taken import taken_shape

    desk = the_desk()
    given = desk.from_colleague(file, draft)
    found = given.changes()
    chosen = _chosen(found, accept, every, file)
    for line in () if as_json else given.told:
        tell(f"{file}: {line}")
    if accept or every:
        done = desk.take(draft, file, chosen) if chosen else None
        tell(f"{draft}: {done or 'nothing to take'}")
        left = [one for one in found if one not in chosen]
    else:
        left = list(found)
    if as_json:
        print_json({"changes": [taken_shape(one, taken=one in chosen) for one in found], "told": list(given.told)})
        return
    for whose, theirs in groupby(left, key=_whose):
        if whose:
            click.echo(f"{whose}:")
        for one in theirs:
            click.echo(_line(one))
    if not found:
        click.echo("nothing that your draft does not have")


def _chosen(found: Sequence[TakenChange], accept: Sequence[str], every: bool, file: Path) -> list[TakenChange]:
    unknown = [id for id in accept if all(one.id != id for one in found)]
    if unknown:
        remedy = f"list them: drafter take DRAFT {file}"
        raise DrafterError(f"there is no change {', '.join(unknown)}", file=file, remedy=remedy)
    return [one for one in found if one.id in accept or (every and not one.collides and not one.untracked)]


def _whose(one: TakenChange) -> str:
    return "not tracked" if one.untracked else ", ".join(one.by)


def _line(one: TakenChange) -> str:
    place = one.label or (f"after {one.after}" if one.after else "first of all")
    if one.kind == "move":
        place += f" after {one.after}" if one.after else " to the top"
    words = {"new": one.put, "delete": one.found, "move": one.text}.get(one.kind)
    said = words if words is not None else f"{one.found or '(nothing)'} → {one.put or '(nothing)'}"
    sign = "!" if one.collides else "?" if one.untracked else " "
    return f"{one.id} {sign} {one.kind:8} {place:12} {said}"
