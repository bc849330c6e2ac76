"""A colleague's changes to a draft, each an edit to take or to leave."""

from drafter.edit.taking.change import TakenChange
from drafter.edit.taking.changes import changes, closest
from drafter.edit.taking.reading import changes_in
from drafter.edit.taking.theirs import Theirs, of_draft, of_resolution
from drafter.edit.taking.together import accepted

__all__ = ["TakenChange", "Theirs", "accepted", "changes", "changes_in", "closest", "of_draft", "of_resolution"]
