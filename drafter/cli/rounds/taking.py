"""`drafter round take`: take in what arrived."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from drafter.cli.common import examples, json_option, print_json, tell
from drafter.errors import DrafterError

if TYPE_CHECKING:
    from drafter.negotiation.intake.takenin import TakenIn


@click.command(
    epilog=examples(
        "drafter round take round.toml eu.txt --from EU",
        "drafter round take round.toml A_80_L.28.txt japan.docx --json",
    )
)
@click.argument("path", metavar="ROUND", type=click.Path(path_type=Path))
@click.argument("arrived", metavar="FILE…", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--from", "names", default="", metavar="NAME,…", help="Whose it is, whatever the file says.")
@click.option("--on", "day", default="", metavar="DATE", help="The day on which it came, as 2026-10-03.")
@click.option(
    "--as",
    "kind",
    type=click.Choice(["tracked", "clean", "draft", "paper", "instructions", "table"]),
    help="What the files are; without it their content tells.",
)
@json_option
def take(path: Path, arrived: tuple[Path, ...], names: str, day: str, kind: str | None, as_json: bool) -> None:
    """Take in tracked or clean Word files, draft files, amendment papers, letters and tables.

    What is not understood is told with its place, and never guessed. One undo takes back what one call took in.
    """
    from drafter.edit.drafts import user_name
    from drafter.model.proposal import Arrival
    from drafter.negotiation.edits import RoundEdit
    from drafter.negotiation.intake.carriers import taken
    from drafter.negotiation.intake.kinds import Carrier
    from drafter.negotiation.intake.owners import owners
    from drafter.negotiation.rounds import at_work
    from drafter.rules.parties import told as told_of
    from drafter.shapes.intake import intake_shape

    on = _day(day)
    found: dict[str, tuple[str, TakenIn]] = {}
    failed = 0
    with at_work(path, user_name()) as opened:
        known = opened.document.names
        for file in arrived:
            arrival = Arrival(known.typed(names), file.name, day=on)
            try:
                told, given = taken(opened.document, file, arrival, Carrier(kind) if kind else None)
                _owned(given, file)
            except DrafterError as error:
                tell(str(error))
                failed += 1
                continue
            found[str(file)] = told.value, given
        proposals = tuple(one for _, given in found.values() for one in given.proposals)
        positions = tuple(one for _, given in found.values() for one in given.positions)
        if proposals or positions:
            what = ", ".join(Path(file).name for file in found)
            opened.do(RoundEdit(f"take in {what}", taken=proposals, positions=positions))
        made = opened.document
    for name, (was, given) in found.items():
        _tell(name, was, given, as_json)
        for said in told_of(known, owners(given)):
            tell(f"{name}: {said}")
    if as_json:
        print_json(intake_shape(made, found))
    if failed:
        raise click.exceptions.Exit(2)


def _tell(file: str, was: str, given: TakenIn, as_json: bool) -> None:
    aside = f", {given.aside} lines set aside" if given.aside else ""
    tell(
        f"{file}: taken as {was}: {len(given.proposals)} proposals, {len(given.positions)} positions, "
        f"{len(given.not_understood)} not understood{aside}"
    )
    for repair in given.repairs:
        tell(f"{file}: {repair.found} was read as {repair.read_as}: {repair.why}")
    if as_json:
        return
    for one in given.not_understood:
        click.echo(f"{file}, {one.place}: {one.text}")
        click.echo(f"    not understood: {one.why}")
        for reading in one.readings:
            click.echo(
                f"    it may mean {reading.label}: {reading.found or '(nothing)'} → {reading.put or '(nothing)'}"
            )


def _owned(given: TakenIn, file: Path) -> None:
    if not all([*(one.by for one in given.proposals), *(one.by for one in given.positions)]):
        raise DrafterError("the file does not say whose proposals these are", file=file, remedy="add --from NAME")


def _day(typed: str) -> str:
    try:
        return date.fromisoformat(typed).isoformat() if typed else ""
    except ValueError:
        raise DrafterError(f"{typed!r} is no date", remedy="write it as 2026-10-03") from None
