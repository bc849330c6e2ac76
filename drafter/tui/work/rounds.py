"""Rounds: what takes time, run in workers. Each function reads, and answers with a value."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.negotiation.agreed_words import of_conflicts, of_proposals
from drafter.negotiation.notation.gathering import compilation
from drafter.tui.shown.agreed_here import AgreedHere
from drafter.tui.shown.panes import through_the_years

if TYPE_CHECKING:
    from drafter.answering import Answering, Question
    from drafter.desk import Desk
    from drafter.library.values import Coverage
    from drafter.model.draft import Draft
    from drafter.negotiation.rounds import OpenRound
    from drafter.negotiation.values import Round
    from drafter.tui.shown.entry import PaneEntry
    from drafter.tui.state.round_session import RoundFacts, RoundSession


@dataclass(frozen=True, slots=True)
class RoundTakenUp:
    """A round was read and can be worked on."""

    file: OpenRound
    session: RoundSession


def opened(path: Path) -> RoundTakenUp:
    """The round in a file, open for work, and the session that shows it."""
    from drafter.edit.drafts import user_name
    from drafter.edit.local.journal import LocalDocument
    from drafter.negotiation.rounds import ROUNDS
    from drafter.tui.state.round_session import RoundSession

    file = LocalDocument(path, ROUNDS, user_name())
    when = datetime.fromtimestamp(path.stat().st_mtime)
    return RoundTakenUp(file, RoundSession(path, file.history, when, file.save_state.told, file.read_only or ""))


def begun(draft: Draft, path: Path) -> Path:
    """A round on a draft, written to a new file."""
    from drafter import files
    from drafter.negotiation import roundfile, values

    files.write(path, roundfile.dumps(values.opened(draft)), force=False)
    return path


def counted_brackets(round_: Round) -> tuple[Round, int]:
    """Pairs of brackets in the compilation text of a round."""
    return round_, compilation(round_).brackets


def agreed_here(facts: RoundFacts, place: str, answering: Answering, question: Question) -> AgreedHere:
    """What adopted texts have of the words that are wanted at a place; OvertakenError if nobody waits for it."""

    def coverage(text: str) -> Coverage:
        return answering.coverage(text, question)

    proposals = of_proposals(facts.round_, coverage, facts.proposals(place))
    conflicts = of_conflicts(facts.round_, coverage, facts.conflicts(place))
    found = AgreedHere({one.proposal.id: one for one in proposals}, {one.conflict: one for one in conflicts})
    runs = {run for one in found.wordings for run in one.leading}
    latest = {name: answering.library.get(name) for name in {run.run.latest.symbol for run in runs}}
    return replace(found, labels={run: run.labels(latest[run.run.latest.symbol]) for run in runs})


def based(desk: Desk, session: RoundSession) -> Draft:
    """The base of a round on its adopted text. Raises DrafterError where that is not at hand."""
    return replace(desk, tell=lambda _: None).tied(session.round.text, session.path)


def lineage_here(
    based_: Draft, round_: Round, place: str, answering: Answering, question: Question
) -> tuple[PaneEntry, ...]:
    """The paragraph through the years, as at the desk; nothing for the title and for a new one."""
    own = round_.paragraphs.get(place)
    return through_the_years(based_, own.id, answering, question) if own is not None else ()
