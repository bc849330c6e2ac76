"""A colleague's changes to a draft, each an edit to take or to leave."""

from drafter.edit.taking.change import TakenChange
from drafter.edit.taking.changes import changes
from drafter.edit.taking.reading import ColleaguesFile, colleagues_file
from drafter.edit.taking.states import DraftState, closest, states
from drafter.edit.taking.theirs import Theirs, of_draft, of_resolution
from drafter.edit.taking.together import accepted, taken_from

__all__ = [
    "ColleaguesFile",
    "DraftState",
    "TakenChange",
    "Theirs",
    "accepted",
    "changes",
    "closest",
    "colleagues_file",
    "of_draft",
    "of_resolution",
    "states",
    "taken_from",
]
