"""The actions of the screen on which files are taken into a round, in the order of the help."""

from __future__ import annotations

from drafter.tui.action import WAY, Action

TAKE_IN = "Take files into a round"

INCOMING_ACTIONS: tuple[Action, ...] = (
    Action("incoming.keep", "enter", "Keep", "Take in what was understood and what was put right", TAKE_IN, True),
    Action("incoming.put_right", "e", "Put right", "Say by hand what a line wants", TAKE_IN, True),
    Action("incoming.leave_out", "x", "Leave out", "Leave a proposal or position out, or take it again", TAKE_IN, True),
    Action("incoming.whose", "w", "Whose", "Say whose the file is", TAKE_IN, True),
    Action("incoming.earlier", "b", "Version", "The file was made against an earlier version", TAKE_IN, True),
    Action("incoming.kind", "k", "Read as", "Say what the file is: a letter, a table, a paper …", TAKE_IN),
    Action("incoming.replaces", "R", "Replaces", "Withdraw what its owners sent before and do not repeat", TAKE_IN),
    Action("incoming.undo", "u,ctrl+z", "Undo", "Take back the line that was put right last", TAKE_IN, True),
    Action(
        "incoming.other", "tab", "Other list", "Understood, not understood, the text below", WAY, True, does="other(1)"
    ),
    Action("incoming.other_back", "shift+tab", "List before", "The list before this one", WAY, does="other(-1)"),
    Action("incoming.back", "escape", "Leave", "Leave everything as it was", WAY, True),
    Action("by_hand.put_right", "ctrl+e", "Put right", "Propose it so", TAKE_IN, first=True),
)
