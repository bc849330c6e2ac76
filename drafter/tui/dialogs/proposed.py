"""Taking what a pane proposes: updates, suggestions in whole or in part, words that a check suggests."""

from __future__ import annotations

from drafter.edit import gestures
from drafter.tui.dialogs.questions import Asking, phrase, words_for
from drafter.tui.shown.entry import PaneEntry


def put_in(at: Asking, entry: PaneEntry, how: str) -> None:
    """Do what the drafter chose for an entry: "put_in", "phrase", "refuse" or "verified"."""
    suggestion, update, finding = entry.suggestion, entry.update, entry.finding
    proposal = suggestion or update
    if how == "refuse":
        if proposal is not None:
            at.make(lambda _: gestures.refuse(proposal, at.place))
    elif how == "verified":
        if update is not None:
            at.make(lambda draft: gestures.verify(draft, [update]))
    elif suggestion is not None and how == "phrase":
        phrase(at, suggestion)
    elif suggestion is not None:
        at.make(lambda draft: gestures.take(draft, at.place, suggestion))
    elif update is not None and update.proposed is None:
        words_for(at, update)
    elif update is not None:
        at.make(lambda draft: gestures.accept(draft, update))
    elif finding is not None and finding.suggest is None:
        at.app.notify("No words are proposed here; e edits the paragraph.", timeout=3)
    elif finding is not None:
        at.make(lambda draft: gestures.fix(draft, finding))
