"""The actions of the round's screen, in the order of the help."""

from __future__ import annotations

from drafter.tui.action import FILES, WAY, Action

NEGOTIATE = "Lead a round"

ROUND_ACTIONS: tuple[Action, ...] = (
    Action(
        "round.accept",
        "y,enter",
        "Accept",
        "Accept the proposal or choose the reading at the cursor",
        NEGOTIATE,
        True,
    ),
    Action("round.reject", "x", "Reject", "Reject the proposal", NEGOTIATE, True, does="turn_down('rejected')"),
    Action("round.withdraw", "W", "Withdrawn", "Its owners withdrew it", NEGOTIATE, does="turn_down('withdrawn')"),
    Action("round.reopen", "o", "Reopen", "Open again what was decided, with what fell by it", NEGOTIATE, True),
    Action(
        "round.bridge",
        "e",
        "Chair’s words",
        "Words of the Chair in place of a conflict or of a new paragraph",
        NEGOTIATE,
        True,
        does="ask('bridge')",
    ),
    Action("round.readings", "b", "Side by side", "The readings side by side, to choose one", NEGOTIATE),
    Action("round.status", "s", "Status", "How far the paragraph is", NEGOTIATE, True, does="ask('status')"),
    Action("round.pending", "h", "Holdouts", "Who holds out on the paragraph", NEGOTIATE, does="ask('pending')"),
    Action("round.package", "k", "Package", "Paragraphs that go together, or none", NEGOTIATE, does="ask('package')"),
    Action("round.position", "p", "Position", "A delegation’s stand", NEGOTIATE, True, does="ask('position')"),
    Action("round.take_in", "t", "Take in", "Take in files that delegations sent", NEGOTIATE, True),
    Action("round.propose", "P", "Propose", "Propose words for the paragraph, by hand", NEGOTIATE),
    Action("round.view", "v", "View", "All proposals, as decided, one delegation’s text, the base", WAY, True),
    Action("round.next_open", "n", "Next open", "The next paragraph with an open proposal", WAY, True, does="next(1)"),
    Action("round.previous_open", "N", "Previous open", "The open paragraph before", WAY, does="next(-1)"),
    Action("round.next_conflict", "c", "Next conflict", "The next paragraph in conflict", WAY, True, does="contest(1)"),
    Action("round.previous_conflict", "C", "Previous conflict", "The conflict before", WAY, does="contest(-1)"),
    Action("round.filter", "f", "Filter", "All, open, contested, mine, or one delegation’s paragraphs", WAY, True),
    Action("round.copy_markdown", "M", "Copy as Markdown", "The paragraph with who wants what, for a mail", WAY),
    Action(
        "round.next_pane",
        "tab",
        "Next pane",
        "Board, text, and each tab in turn",
        WAY,
        does="step_pane(1)",
    ),
    Action("round.previous_pane", "shift+tab", "Previous pane", "The pane before this one", WAY, does="step_pane(-1)"),
    Action("round.proposals", "1", "Proposals", "What is proposed here", WAY, does="pane('proposals')"),
    Action("round.positions", "2", "Positions", "Who says what of it", WAY, does="pane('positions')"),
    Action("round.lineage", "3", "Lineage", "The paragraph through the years", WAY, does="pane('lineage')"),
    Action("round.agreed", "4", "Agreed", "Where wanted words stand; Enter opens the text", WAY, does="pane('agreed')"),
    Action("round.board", "escape", "Board", "Back to the board", WAY, does="pane('board')"),
    Action("round.hand_in", "F", "Hand in", "Compilation, next version and the other files of the round", FILES, True),
    Action("round.library", "L", "Library", "Close the round and go back to the library", WAY),
    Action("round_files.make", "ctrl+e", "Make the files", "Write the chosen files", FILES, True, True),
    Action("round_files.findings", "f3", "Found", "What should not leave, line by line", FILES, True, True),
    Action("round_files.open_folder", "ctrl+o", "Open folder", "Show the files in the file manager", FILES, True),
    Action("round_files.back", "escape", "Back", "Back to the round", FILES, True),
)
