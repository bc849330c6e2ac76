"""Changes from a colleague's file that are kept as proposals in a round on the draft."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from drafter import files
from drafter.edit.apply import apply
from drafter.edit.taking import TakenChange, accepted
from drafter.errors import DrafterError
from drafter.model.draft import Draft
from drafter.model.proposal import Arrival, Proposal, united
from drafter.negotiation import decide, roundfile
from drafter.negotiation.edits import RoundEdit
from drafter.negotiation.intake import others
from drafter.negotiation.intake.basetext import base_of
from drafter.negotiation.intake.difference import from_text
from drafter.negotiation.intake.owners import OwnerlessError, anchored, owned
from drafter.negotiation.intake.takenin import TakenIn
from drafter.negotiation.rounds import at_work
from drafter.negotiation.values import Round, opened


@dataclass(frozen=True, slots=True)
class KeptChanges:
    """The edit that puts changes into a round, and those that are no proposals, such as of the masthead."""

    edit: RoundEdit
    left: tuple[TakenChange, ...]


def kept(
    round_: Round, mine: Draft, chosen: Sequence[TakenChange], file: Path, owners: tuple[str, ...] = ()
) -> KeptChanges:
    """The chosen changes of a draft as proposals in a round on it; `owners` are whose they are, whatever the file says.

    A change proposes what the draft would then have beyond what it has, against the round's base. Raises OwnerlessError
    where it is not known whose one is, DrafterError where none is a proposal.
    """
    made = list(_proposals(round_, mine, chosen, file, owners))
    count = sum(bool(own) for _, own in made)
    if not count:
        raise DrafterError("nothing of this is a proposal: a masthead and reasons are none", file=file)
    given = anchored(owned(TakenIn(united(one for _, own in made for one in own)), round_.names), round_)
    what = "1 change from {} as a proposal" if count == 1 else f"{count} changes from {{}} as proposals"
    edit = replace(decide.take(round_, given.proposals), name=f"keep {what.format(file.name)}")
    return KeptChanges(edit, tuple(change for change, own in made if not own))


def keep(
    path: Path, mine: Draft, chosen: Sequence[TakenChange], file: Path, by: str = "", who: str = ""
) -> KeptChanges:
    """Keep the changes in the round in a file, which is opened on the draft where there is none yet. `by` names the
    owners, with commas between, `who` the person at work."""
    if not path.exists():
        kept(new := opened(mine), mine, chosen, file, new.names.typed(by))
        files.write(path, roundfile.dumps(new), force=False)
    with at_work(path, who) as held:
        found = kept(held.document, mine, chosen, file, held.document.names.typed(by))
        held.do(found.edit)
    return found


def _proposals(
    round_: Round, mine: Draft, chosen: Sequence[TakenChange], file: Path, owners: tuple[str, ...]
) -> Iterator[tuple[TakenChange, list[Proposal]]]:
    base = base_of(round_)

    def differences(draft: Draft, by: tuple[str, ...] = ()) -> Mapping[str, Proposal]:
        found = from_text(base, others.of_draft(draft, round_, str(file)), Arrival(by, file.name))
        return {one.id: one for one in found.proposals}

    before = differences(mine)
    for change in chosen:
        by = owners or round_.names.owners(round_.names.known_in(name) or name for name in change.by)
        if not by:
            raise OwnerlessError("the file does not say whose changes these are", file=file, remedy="add --from NAME")
        after = differences(apply(mine, accepted(mine, [change], "")), by)
        yield change, [one for id, one in after.items() if id not in before]
