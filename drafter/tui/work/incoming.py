"""Files that arrive in a round: what reads them, run in workers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.tui.state.incoming import Incoming

if TYPE_CHECKING:
    from drafter.negotiation.intake.taking import Arrived, Sender
    from drafter.negotiation.values import Round

_MOST = 40
"""Files in a folder that are looked into for earlier versions."""


@dataclass(frozen=True, slots=True)
class EarlierVersion:
    """A round beside the open one; `before` where the open one was made from it."""

    path: Path
    round_: Round
    before: bool


def read(path: Path, round_: Round, files: Sequence[Path], sender: Sender) -> Incoming:
    """What the files give on the round at `path`, with what its screen needs of them."""
    from drafter.negotiation.intake.around import lines_of
    from drafter.negotiation.intake.taking import take_in

    arrived = take_in(round_, files, sender)
    lines = {file: lines_of(file) for file, (_, given) in arrived.found.items() if given.not_understood}
    made = Incoming(round_, tuple(files), sender, arrived, lines, _outdated(path, round_, files, arrived, sender))
    _ = made.after.merged  # worked out here, where nobody waits for it
    return made


def _outdated(
    path: Path, round_: Round, files: Sequence[Path], arrived: Arrived, sender: Sender
) -> dict[Path, tuple[str, int]]:
    """The files of which more is understood on the version before, with its name and how much."""
    from drafter.negotiation.intake.outdated import better_before

    doubtful = [file for file in files if file not in sender.bases and file not in arrived.ownerless]
    doubtful = [file for file in doubtful if file not in arrived.found or arrived.found[file][1].not_understood]
    if not doubtful or not round_.follows:
        return {}
    before = next((one for one in earlier_versions(path, round_) if one.before), None)
    if before is None:
        return {}
    more = {file: better_before(file, arrived, sender, before.round_) for file in doubtful}
    return {file: (before.round_.stage or before.path.name, count) for file, count in more.items() if count}


def earlier_versions(path: Path, round_: Round) -> tuple[EarlierVersion, ...]:
    """The other rounds in the folder of the round at `path`, the one that it was made from first."""
    from drafter.errors import DrafterError
    from drafter.negotiation.revising.revise import base_fingerprint
    from drafter.negotiation.rounds import is_round, latest_round

    found = []
    for other in sorted(path.parent.glob("*.toml"))[:_MOST]:
        if other.name == path.name or not is_round(other):
            continue
        try:
            one = latest_round(other)
        except DrafterError:
            continue
        found.append(EarlierVersion(other, one, round_.follows == base_fingerprint(one)))
    return tuple(sorted(found, key=lambda one: not one.before))
