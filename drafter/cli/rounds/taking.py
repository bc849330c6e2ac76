"""`drafter round take`: take in what arrived."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from drafter.cli.common import examples, json_option, print_json, tell
from drafter.cli.rounds.deciding import labels_typed
from drafter.cli.rounds.following import told
from drafter.errors import DrafterError

if TYPE_CHECKING:
    from drafter.model.negotiated import PossibleReading
    from drafter.negotiation.intake.takenin import TakenIn
    from drafter.negotiation.values import Round


@click.command(
    epilog=examples(
        "drafter round take round.toml eu.txt --from EU",
        "drafter round take round.toml A_80_L.28.txt japan.docx --json",
        "drafter round take round.toml eu-2.docx --from EU --replaces",
        "drafter round take rev1.toml late.docx --base zero.toml",
    )
)
@click.argument("path", metavar="ROUND", type=click.Path(path_type=Path))
@click.argument("arrived", metavar="FILE…", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--from", "names", default="", metavar="NAME,…", help="Whose it is, whatever the file says.")
@click.option("--on", "day", default="", metavar="DATE", help="The day on which it came, as 2026-10-03.")
@click.option(
    "--as",
    "kind",
    type=click.Choice(["tracked", "clean", "draft", "paper", "instructions", "table", "compilation"]),
    help="What the files are; without it their content tells.",
)
@click.option("--replaces", is_flag=True, help="Withdraw what its owners sent before and do not repeat.")
@click.option(
    "--base",
    "earlier",
    type=click.Path(path_type=Path),
    metavar="ROUND",
    help="The earlier round that the files were made against; what becomes of each proposal is told.",
)
@json_option
def take(
    path: Path,
    arrived: tuple[Path, ...],
    names: str,
    day: str,
    kind: str | None,
    replaces: bool,
    earlier: Path | None,
    as_json: bool,
) -> None:
    """Take in tracked or clean Word files, draft files, amendment papers, letters and tables.

    What is not understood is told with its place, and never guessed. One undo takes back what one call took in.
    """
    from drafter.edit.drafts import user_name
    from drafter.negotiation.intake.kinds import Carrier
    from drafter.negotiation.intake.taking import Sender, take_in
    from drafter.negotiation.rounds import at_work, latest_round
    from drafter.shapes.intake import intake_shape

    on = day_typed(day)
    if names and not labels_typed(names):
        raise DrafterError("--from names nobody", remedy="add --from NAME")
    before = latest_round(earlier) if earlier is not None else None
    with at_work(path, user_name()) as opened:
        sender = Sender(opened.document.names.typed(names), on, replaces, before)
        given = take_in(opened.document, arrived, sender, Carrier(kind) if kind else None)
        if given.edit is not None:
            opened.do(given.edit)
        made = opened.document
    for error in given.refused:
        tell(str(error))
    for file, (was, one) in given.found.items():
        _tell(made, str(file), was.value, one, as_json)
        for said in given.told[file]:
            tell(f"{file}: {said}")
    for line in told(given.landings):
        tell(line)
    for slip in given.slips:
        by, mended = ", ".join(slip.by), f"read “{slip.put.strip()}”" if slip.put.strip() else "leave it out"
        tell(f"{slip.label}: taken word for word, {by} leaves “{slip.found.strip()}”: {slip.why}; to mend it, {mended}")
    withdrawn = given.edit.taken_back if given.edit else ()
    for gone in withdrawn:
        tell(f"{path}: {gone.id} at {gone.place or 'the beginning'} is not repeated, and so withdrawn")
    if as_json:
        print_json(intake_shape(made, given))
    if given.refused:
        raise click.exceptions.Exit(2)


def _tell(round_: Round, file: str, was: str, given: TakenIn, as_json: bool) -> None:
    from drafter.negotiation.intake.righted import put_right

    right = put_right(round_)
    aside = f", {given.aside} lines set aside" if given.aside else ""
    tell(
        f"{file}: taken as {was}: {len(given.proposals)} proposals, {len(given.positions)} positions, "
        f"{len(given.not_understood)} not understood{aside}"
    )
    for repair in given.repairs:
        tell(f"{file}: {repair.found} was read as {repair.read_as}: {repair.why}")
    places = {(came.file, came.place) for one in given.proposals for came in one.arrivals if came.place}
    for _, place in sorted(places & right.keys()):
        tell(f"{file}: {place} was put right by hand before, and is taken beside that as it is read")
    if as_json:
        return
    for one in given.not_understood:
        click.echo(f"{file}, {one.place}: {one.text}")
        click.echo(f"    not understood: {one.why}")
        if there := right.get((one.file, one.place)):
            owners = ", ".join(sorted({name for each in there for name in each.by}))
            click.echo(f"    put right by hand before, as {owners} wanted it")
            continue
        for reading in one.readings:
            click.echo(f"    it may mean {reading.label}: {_in_place(round_, reading)}")


def _in_place(round_: Round, reading: PossibleReading) -> str:
    """What a reading would do, with the words around it; without a place in the base, only its words."""
    from drafter.align.placed import placed

    if reading.label not in round_.paragraphs or not reading.text or "\n" in reading.text:
        return f"{reading.found or '(nothing)'} → {reading.put or '(nothing)'}"
    return placed(round_.inline(reading.label).text, reading.text)


def day_typed(typed: str) -> str:
    """The day in ISO 8601, "" for none."""
    try:
        return date.fromisoformat(typed).isoformat() if typed else ""
    except ValueError:
        raise DrafterError(f"{typed!r} is no date", remedy="write it as 2026-10-03") from None
