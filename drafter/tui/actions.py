"""The registry of all actions, from which bindings, footer, command palette and help are made.

An action's `id` is `place.name`; the place's screen or widget has a method `action_name`, or one for several actions
that `does` calls. Keys are remapped by that id in the settings file.
"""

from __future__ import annotations

from textual.binding import Binding

from drafter.tui.action import Action

_APP = "Everywhere"
_EDIT = "Change the draft"
_GO = "Find the way"
_TEXT = "While typing"
_LIST = "Lists"
_FILE = "Library and files"

ACTIONS: tuple[Action, ...] = (
    Action("app.help", "f1,question_mark", "Help", "What each key does, and what the marks mean", _APP, True),
    Action("app.command_palette", "ctrl+p", "Commands", "Find any action by its name", _APP, True),
    Action("app.save", "ctrl+s", "Save", "Write the draft file now", _APP, first=True),
    Action("app.undo", "ctrl+z,u", "Undo", "Undo the last change to the draft", _APP, True),
    Action("app.redo", "ctrl+y,ctrl+r", "Redo", "Make the undone change again", _APP),
    Action("app.copy", "ctrl+c", "Copy", "Copy the words that are marked with the mouse", _APP, first=True),
    Action("app.theme", "f2", "Light or dark", "Change between the light and the dark theme", _APP),
    Action("app.quit", "ctrl+q", "Quit", "Leave drafter; every change is already on disk", _APP),
    Action("library.open", "enter", "Open", "Read the resolution, or reopen the draft", _FILE, True),
    Action("library.new", "n", "New draft", "Start next year's draft from the series' latest resolution", _FILE, True),
    Action("library.add", "a", "Add", "Read a document into the library", _FILE, True),
    Action(
        "library.compare", "c", "Compare", "Mark two years with Space, then see what changed between them", _FILE, True
    ),
    Action("library.mark", "space", "Mark", "Choose this year for a comparison", _FILE, True),
    Action("library.open_file", "ctrl+o", "Open a file", "Open a draft file from disk", _FILE, True),
    Action(
        "library.filter",
        "slash,ctrl+f",
        "Search",
        "Show only the series whose title or symbol has these words",
        _FILE,
        True,
    ),
    Action("desk.edit", "e,enter", "Edit", "Change the paragraph's words", _EDIT, True),
    Action(
        "desk.insert_after",
        "o",
        "New after",
        "A new paragraph after this one, of the same kind and level",
        _EDIT,
        True,
        does="new('after')",
    ),
    Action("desk.insert_before", "O", "New before", "A new paragraph before this one", _EDIT, does="new('before')"),
    Action("desk.insert_below", "i", "New sub", "A new subparagraph under this one", _EDIT, does="new('below')"),
    Action(
        "desk.delete",
        "d,delete",
        "Delete",
        "Drop the paragraph, or restore a dropped one",
        _EDIT,
        True,
        does="at_once('delete')",
    ),
    Action("desk.move", "m", "Move to", "Move the paragraph after another one", _EDIT, True, does="ask('move')"),
    Action(
        "desk.move_up",
        "alt+up,K",
        "Move up",
        "Move the paragraph before the one above it",
        _EDIT,
        does="at_once('move_up')",
    ),
    Action(
        "desk.move_down",
        "alt+down,J",
        "Move down",
        "Move the paragraph after the one below it",
        _EDIT,
        does="at_once('move_down')",
    ),
    Action(
        "desk.split",
        "s",
        "Split",
        "Cut the paragraph in two where its sentence or clause ends",
        _EDIT,
        does="ask('split')",
    ),
    Action("desk.merge", "M", "Merge", "Join the next paragraph to this one", _EDIT, does="at_once('merge')"),
    Action(
        "desk.promote",
        "less_than_sign,left_square_bracket",
        "Promote",
        "One level up: (a) becomes a paragraph",
        _EDIT,
        does="at_once('promote')",
    ),
    Action(
        "desk.demote",
        "greater_than_sign,right_square_bracket",
        "Demote",
        "One level down: a paragraph becomes (a)",
        _EDIT,
        does="at_once('demote')",
    ),
    Action(
        "desk.change_kind",
        "k",
        "PP or OP",
        "Make a preambular paragraph operative, or the other way",
        _EDIT,
        does="at_once('change_kind')",
    ),
    Action(
        "desk.revert",
        "B",
        "As adopted",
        "Put the adopted words back into this paragraph",
        _EDIT,
        does="at_once('revert')",
    ),
    Action("desk.reason", "r", "Reason", "Why the paragraph is as it is, for negotiators", _EDIT, does="ask('reason')"),
    Action("desk.own_note", "t", "Private note", "A note of your own, never handed in", _EDIT, does="ask('note')"),
    Action("desk.title", "T", "Title", "Change the title of the resolution", _EDIT, does="ask('title')"),
    Action(
        "desk.masthead",
        "H",
        "Masthead",
        "Symbol, session, committee, agenda item, sponsors",
        _EDIT,
        does="ask('masthead')",
    ),
    Action(
        "desk.replace",
        "R",
        "Replace",
        "Find and replace over the whole draft, with a preview",
        _EDIT,
        does="ask('replace')",
    ),
    Action("desk.updates", "U", "Updates", "What the turn of the year changes", _GO, True, does="open('updates')"),
    Action("desk.find", "slash,ctrl+f", "Find", "Find words in the draft", _GO, True, does="ask('find')"),
    Action("desk.goto", "g", "Go to", "Go to a paragraph by its label, such as OP14", _GO, does="ask('goto')"),
    Action(
        "desk.next_change",
        "n",
        "Next change",
        "Go to the next paragraph that differs from the base",
        _GO,
        True,
        does="next('CHANGE', 1)",
    ),
    Action(
        "desk.previous_change",
        "N",
        "Previous change",
        "Go to the change before this one",
        _GO,
        does="next('CHANGE', -1)",
    ),
    Action(
        "desk.next_update",
        "v",
        "Next update",
        "Go to the next paragraph with an update pending",
        _GO,
        does="next('UPDATE', 1)",
    ),
    Action(
        "desk.next_finding",
        "exclamation_mark",
        "Next finding",
        "Go to the next finding of the checks",
        _GO,
        does="next('FINDING', 1)",
    ),
    Action("desk.next_pane", "tab", "Next pane", "Outline, text, then the tabs at the side", _GO, does="step_pane(1)"),
    Action("desk.previous_pane", "shift+tab", "Previous pane", "The pane before this one", _GO, does="step_pane(-1)"),
    Action("desk.read_on", "space", "Read on", "One page further in this paragraph, then the next one", _GO),
    Action("desk.side", "b", "Side pane", "Show or hide the pane at the side", _GO),
    Action(
        "desk.suggestions", "1", "Suggestions", "Prior language for this paragraph", _GO, does="pane('suggestions')"
    ),
    Action("desk.lineage", "2", "Lineage", "This paragraph through the years", _GO, does="pane('lineage')"),
    Action("desk.agreed", "3", "Agreed", "Which words stand in adopted texts, and where", _GO, does="pane('agreed')"),
    Action("desk.mark_agreed", "a", "Mark agreed", "Mark agreed words: the new ones, all of them, or none", _GO),
    Action(
        "desk.agreed_source",
        "A",
        "Agreed source",
        "Open the adopted text that has the most words of this one",
        _GO,
        True,
    ),
    Action(
        "desk.note",
        "4",
        "Note and source",
        "The reason, your own note, and the sources of the words",
        _GO,
        does="pane('note')",
    ),
    Action("desk.findings", "5", "Findings", "What the editorial checks say here", _GO, does="pane('findings')"),
    Action(
        "desk.whole",
        "w",
        "Whole text",
        "The draft as one running text against the base",
        _GO,
        True,
        does="open('whole')",
    ),
    Action(
        "desk.hand_in",
        "f",
        "Hand in",
        "Make the files for the Secretariat and for negotiators",
        _GO,
        True,
        does="open('hand_in')",
    ),
    Action("desk.outline", "escape", "Outline", "Back to the outline", _GO),
    Action("desk.prepare", "P", "Prepare", "Take the library in for searching, where that was stopped", _FILE),
    Action("desk.library", "L", "Library", "Write the draft file and go back to the library", _GO),
    Action("editor.done", "escape", "Done", "Keep the text and go back to the outline", _TEXT, True),
    Action("editor.split_here", "enter", "Split here", "Cut the paragraph in two at the cursor", _TEXT, True, True),
    Action("editor.italic", "ctrl+t,f8", "Italic", "Make the selected words italic, or upright again", _TEXT, True),
    Action("editor.footnote", "ctrl+n,f9", "Footnote", "Put a footnote at the cursor", _TEXT, True),
    Action("editor.previous", "ctrl+up,f3", "Above", "Keep the text and edit the paragraph above", _TEXT),
    Action("editor.next", "ctrl+down,f4", "Below", "Keep the text and edit the paragraph below", _TEXT, True),
    Action("editor.abandon", "ctrl+g", "Give up", "Leave the editor and forget what was typed in it", _TEXT),
    Action("pane.put_in", "enter", "Put in", "Put the suggestion into the draft", _LIST, True),
    Action("pane.phrase", "p", "Only the phrase", "Put in only a phrase of the suggestion", _LIST, True),
    Action("pane.refuse", "x", "Not this one", "Never show this suggestion in this draft again", _LIST, True),
    Action("pane.verified", "equals_sign", "Stays", "Verified: the words of this update stay as they are", _LIST, True),
    Action("updates.accept", "enter,a", "Accept", "Put the update into the draft", _LIST, True),
    Action("updates.accept_certain", "A", "All certain", "Put in every update whose status is certain", _LIST, True),
    Action("updates.fill_in", "e", "Fill in", "Write the words that had to be verified", _LIST, True),
    Action("updates.verified", "x,equals_sign", "Stays", "Verified: these words stay as they are", _LIST, True),
    Action("updates.go", "g", "Go there", "See the paragraph at the desk", _LIST, True),
    Action("updates.back", "escape", "Back", "Back to the desk", _LIST, True),
    Action("whole.switch", "c", "Redline or clean", "Change between the marked and the clean text", _GO, True),
    Action("whole.next_change", "n", "Next change", "Go to the next change", _GO, True),
    Action("whole.previous_change", "N", "Previous change", "Go to the change before", _GO),
    Action("whole.go", "enter", "Go there", "See the paragraph at the desk", _GO, True),
    Action("whole.back", "escape", "Back", "Back to where you came from", _GO, True),
    Action("cited.next", "n", "Next source", "Where the next words of the paragraph are agreed", _GO, True),
    Action("cited.previous", "N", "Previous source", "Where the words before these are agreed", _GO),
    Action(
        "cited.age", "c", "First or latest", "Change between the first text with these words and the latest", _GO, True
    ),
    Action("cited.back", "escape,A", "Back", "Back to the desk", _GO, True),
    Action("hand_in.make", "ctrl+e", "Make the files", "Write the chosen files", _FILE, True, True),
    Action("hand_in.open_folder", "ctrl+o", "Open folder", "Show the files in the file manager", _FILE, True),
    Action("hand_in.back", "escape", "Back", "Back to the desk", _FILE, True),
    Action("replace.put_in", "ctrl+e", "Replace", "Put the new words in wherever a place is ticked", _LIST, first=True),
    Action("masthead.keep", "ctrl+e", "Keep", "Keep the masthead as the form has it", _EDIT, first=True),
    Action("help.back", "escape,q", "Back", "Close the help", _APP, True),
    Action("dialog.cancel", "escape", "Cancel", "Close the question and change nothing", _APP),
)

BY_ID = {action.id: action for action in ACTIONS}


def at(place: str) -> tuple[Action, ...]:
    """The actions of one place, in the order of the help."""
    return tuple(action for action in ACTIONS if action.place == place)


def bindings(place: str) -> list[Binding]:
    """The BINDINGS of a screen or widget."""
    return [action.binding for action in at(place)]
