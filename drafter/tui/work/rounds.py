"""Rounds: what takes time, run in workers. Each function reads, and answers with a value."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.negotiation import decide
from drafter.negotiation.agreed_words import AgreedWording, of_proposals
from drafter.negotiation.notation.gathering import compilation

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from drafter.library.values import Coverage
    from drafter.model.draft import Draft
    from drafter.negotiation.rounds import OpenRound
    from drafter.negotiation.values import Round
    from drafter.tui.state.round_session import RoundSession


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


def agreed_at(round_: Round, ids: tuple[str, ...], coverage: Callable[[str], Coverage]) -> Mapping[str, AgreedWording]:
    """How far the words that these proposals bring stand in adopted texts, by their ids."""
    own = round_.having(proposals=[decide.proposal(round_, name) for name in ids], positions=(), decisions=())
    return {one.proposal.id: one.put for one in of_proposals(own, coverage)}
