"""`drafter round position`, `decide` and `agree`: what people say and decide, each a step to undo."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from drafter.cli.common import examples, tell
from drafter.errors import DrafterError
from drafter.model.inline import Inline
from drafter.model.negotiated import ClosureStatus, Stand
from drafter.model.proposal import Outcome

if TYPE_CHECKING:
    from collections.abc import Callable

    from drafter.negotiation.edits import RoundEdit
    from drafter.negotiation.values import Round

_ROUND = click.argument("path", metavar="ROUND", type=click.Path(path_type=Path))


@click.command(epilog=examples("drafter round position round.toml OP4 --from Iran --retain"))
@_ROUND
@click.argument("on", metavar="ID|LABEL")
@click.option("--from", "names", required=True, metavar="NAME,…", help="Whose stand it is.")
@click.option("--support", "stand", flag_value=Stand.SUPPORT.value, help="For a proposal.")
@click.option("--oppose", "stand", flag_value=Stand.OPPOSE.value, help="Against it.")
@click.option("--retain", "stand", flag_value=Stand.RETAIN.value, help="For the base’s words.")
@click.option("--reserve", "stand", flag_value=Stand.RESERVE.value, help="Not yet.")
@click.option("--file", default="", metavar="NAME", help="The file that says so, where it was not understood.")
@click.option("--place", default="", metavar="WORDS", help="Where in that file, such as “line 5”.")
def position(path: Path, on: str, names: str, stand: str | None, file: str, place: str) -> None:
    """Note a stand without words of its own; it never changes a text."""
    from drafter.negotiation.intake.righted import arrived, said

    if not labels_typed(names):
        raise DrafterError("--from names nobody", remedy="add --from NAME")
    if stand is None:
        raise DrafterError("the stand is missing", remedy="add --support, --oppose, --retain or --reserve")

    def edit(round_: Round) -> RoundEdit:
        came = arrived(Path(file).name, place, parties_typed(path, round_, names))
        return said(round_, on, Stand(stand), came)

    _do(path, edit)


@click.command(
    epilog=examples(
        "drafter round decide round.toml p1a2b3c4d5e --accept --by Chair",
        "drafter round decide round.toml c1a2b3c4d5e --reading 2",
        'drafter round decide round.toml c1a2b3c4d5e --text "all States concerned"',
    )
)
@_ROUND
@click.argument("ids", metavar="ID…", nargs=-1, required=True)
@click.option("--accept", "verb", flag_value="accept", help="Accept these; what cannot stand beside them falls.")
@click.option("--reject", "verb", flag_value="reject", help="Reject these.")
@click.option("--withdraw", "verb", flag_value="withdraw", help="They were withdrawn.")
@click.option("--reopen", "verb", flag_value="reopen", help="Open again, with what fell by them.")
@click.option("--reading", type=click.IntRange(min=1), metavar="N", help="This reading of a conflict; 1 is the base’s.")
@click.option(
    "--text",
    "words",
    metavar="WORDS",
    help="Words of the Chair in place of all that a conflict is about, a line for each paragraph, or of a new one.",
)
@click.option("--why", default="", metavar="WORDS", help="The reason.")
@click.option("--by", default="", metavar="NAME", help="Who decided.")
@click.option("--at", default="", metavar="TIME", help="When, as 2026-10-03T10:00+02:00; now without it.")
def decide(
    path: Path,
    ids: tuple[str, ...],
    verb: str | None,
    reading: int | None,
    words: str | None,
    why: str,
    by: str,
    at: str,
) -> None:
    """Decide on proposals, or on a conflict by one of its readings or by words of the Chair."""
    from drafter.negotiation import decide as deciding

    if sum(each is not None for each in (verb, reading, words)) != 1:
        remedy = "give one of --accept, --reject, --withdraw, --reopen, --reading, --text"
        raise DrafterError("one decision at a time", remedy=remedy)
    if verb is None and len(ids) > 1:
        raise DrafterError("one conflict at a time", remedy="give the id of one conflict")
    signed = deciding.Ruling(why, by, time_typed(at))

    def edit(round_: Round) -> RoundEdit:
        if reading is not None:
            return deciding.choose(round_, ids[0], reading, signed)
        if words is not None:
            return deciding.bridge(round_, ids[0], Inline.from_markup(words), signed)
        if verb == "accept":
            return deciding.accept(round_, ids, signed)
        if verb == "reopen":
            return deciding.reopen(round_, ids)
        return deciding.turn_down(round_, ids, Outcome.REJECTED if verb == "reject" else Outcome.WITHDRAWN, signed)

    _do(path, edit)


@click.command(epilog=examples("drafter round agree round.toml OP3 OP4 --status ad-ref --pending US,Japan --with PP4"))
@_ROUND
@click.argument("labels", metavar="LABEL…", nargs=-1, required=True)
@click.option("--status", required=True, type=click.Choice([one.value for one in ClosureStatus]), help="How far it is.")
@click.option("--pending", default="", metavar="NAME,…", help="Who holds out.")
@click.option("--with", "package", metavar="LABEL,…", help="Its package, instead of the one that it has.")
def agree(path: Path, labels: tuple[str, ...], status: str, pending: str, package: str | None) -> None:
    """Say how far paragraphs are, and who holds out."""
    from drafter.negotiation import decide as deciding
    from drafter.negotiation.labels import rows, told

    def edit(round_: Round) -> RoundEdit:
        holdouts = parties_typed(path, round_, pending)
        beside = None if package is None else labels_typed(package)
        made = deciding.agree(round_, labels, ClosureStatus(status), holdouts, beside)
        for one in (told(each, rows(round_)) for each in made.closures):
            if one.reopened:
                tell(f"{path}: {one.label} has open proposals")
        return made

    _do(path, edit)


@click.command(epilog=examples("drafter round package round.toml OP4 OP7bis PP2"))
@_ROUND
@click.argument("labels", metavar="LABEL…", nargs=-1, required=True)
def package(path: Path, labels: tuple[str, ...]) -> None:
    """Make a package of paragraphs.

    Each goes with all others; one alone is in no package any more. Statuses stay as they are.
    """
    from drafter.negotiation import decide as deciding

    _do(path, lambda round_: deciding.package(round_, labels))


def _do(path: Path, edit: Callable[[Round], RoundEdit]) -> None:
    from drafter.edit.drafts import user_name
    from drafter.negotiation.rounds import at_work

    with at_work(path, user_name()) as opened:
        made = edit(opened.document)
        opened.do(made)
    tell(f"{path}: {made.name}")


def parties_typed(path: Path, round_: Round, typed: str) -> tuple[str, ...]:
    """The parties in a list with commas, by the round's names; one that nobody knows is told and stands as typed."""
    from drafter.rules.parties import told

    found = round_.names.typed(typed)
    for said in told(round_.names, found):
        tell(f"{path}: {said}")
    return found


def labels_typed(typed: str) -> tuple[str, ...]:
    """The labels in a list with commas."""
    return tuple(label.strip() for label in typed.split(",") if label.strip())


def time_typed(typed: str) -> str:
    """The time in ISO 8601: as typed, else as SOURCE_DATE_EPOCH says, else now."""
    from drafter.clock import now

    if not typed:
        return now().astimezone(UTC).isoformat()
    try:
        return datetime.fromisoformat(typed).isoformat()
    except ValueError:
        raise DrafterError(f"{typed!r} is no time", remedy="write it as 2026-10-03T10:00+02:00") from None
