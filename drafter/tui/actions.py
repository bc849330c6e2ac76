"""The registry of all actions, from which bindings, footer, command palette and help are made.

An action's `id` is `place.name`; the place's screen or widget has a method `action_name`, or one for several actions
that `does` calls. Keys are remapped by that id in the settings file.
"""

from __future__ import annotations

from textual.binding import Binding

from drafter.tui.action import CHANGE, EVERYWHERE, FILES, LISTS, TYPING, WAY, Action
from drafter.tui.desk_actions import DESK_ACTIONS
from drafter.tui.incoming_actions import INCOMING_ACTIONS
from drafter.tui.round_actions import ROUND_ACTIONS

ACTIONS: tuple[Action, ...] = (
    Action("app.help", "f1,question_mark", "Help", "What each key does, and what the marks mean", EVERYWHERE, True),
    Action("app.command_palette", "ctrl+p", "Commands", "Find any action by its name", EVERYWHERE, True),
    Action("app.save", "ctrl+s", "Save", "Write the file now", EVERYWHERE, first=True),
    Action("app.undo", "ctrl+z,u", "Undo", "Undo the last change", EVERYWHERE, True),
    Action("app.redo", "ctrl+y,ctrl+r", "Redo", "Make the undone change again", EVERYWHERE),
    Action(
        "app.take_over", "E", "Edit here", "Edit here what another window had open and has closed", EVERYWHERE, True
    ),
    Action(
        "app.copy",
        "ctrl+c",
        "Copy",
        "Copy the marked words, or the paragraph with its changes",
        EVERYWHERE,
        first=True,
    ),
    Action("app.theme", "f2", "Light or dark", "Change between the light and the dark theme", EVERYWHERE),
    Action(
        "app.paint", "ctrl+l", "Paint again", "Paint the whole screen, where other output has spoilt it", EVERYWHERE
    ),
    Action("app.quit", "ctrl+q", "Quit", "Leave drafter; every change is already on disk", EVERYWHERE, True),
    Action("library.open", "enter", "Open", "Read the resolution, or reopen the draft", FILES, True),
    Action("library.new", "n", "New draft", "Start next year's draft from the series' latest resolution", FILES, True),
    Action("library.add", "a", "Add", "Read a document into the library", FILES, True),
    Action("library.quit", "q", "Quit", "Leave drafter", FILES, True),
    Action(
        "library.compare", "c", "Compare", "Mark two years with Space, then see what changed between them", FILES, True
    ),
    Action("library.mark", "space", "Mark", "Choose this year for a comparison", FILES, True),
    Action("library.open_file", "ctrl+o", "Open a file", "Open a draft file from disk", FILES, True),
    Action(
        "library.filter",
        "slash,ctrl+f",
        "Search",
        "Show only the series whose title or symbol has these words",
        FILES,
        True,
    ),
    *DESK_ACTIONS,
    Action("outline.fold", "z", "Fold", "Fold the section under its heading, or open it again", WAY),
    Action("outline.fold_all", "Z", "Fold all", "Fold all sections, or open them all again", WAY),
    Action("outline.filter", "F", "Filter", "Only what is changed, to be updated, or has a finding; then all", WAY),
    *ROUND_ACTIONS,
    *INCOMING_ACTIONS,
    Action("editor.done", "escape", "Done", "Keep the text and go back to the outline", TYPING, True),
    Action("editor.split_here", "enter", "Split here", "Cut the paragraph in two at the cursor", TYPING, True, True),
    Action("editor.italic", "ctrl+t,f8", "Italic", "Make the selected words italic, or upright again", TYPING, True),
    Action("editor.footnote", "ctrl+n,f9", "Footnote", "Put a footnote at the cursor", TYPING, True),
    Action("editor.previous", "ctrl+up,f3", "Above", "Keep the text and edit the paragraph above", TYPING),
    Action("editor.next", "ctrl+down,f4", "Below", "Keep the text and edit the paragraph below", TYPING, True),
    Action("editor.start", "ctrl+home", "Beginning", "To the beginning of the paragraph", TYPING),
    Action("editor.end", "ctrl+end", "End", "To the end of the paragraph", TYPING),
    Action("editor.delete_word_right", "ctrl+delete", "Delete word", "Delete the word to the right", TYPING),
    Action("editor.abandon", "ctrl+g", "Give up", "Leave the editor and forget what was typed in it", TYPING),
    Action("pane.put_in", "enter", "Put in", "Put the suggestion into the draft", LISTS, True),
    Action("pane.phrase", "p", "Only the phrase", "Put in only a phrase of the suggestion", LISTS, True),
    Action("pane.refuse", "x", "Not this one", "Never show this suggestion in this draft again", LISTS, True),
    Action("pane.verified", "equals_sign", "Stays", "Verified: the words of this update stay as they are", LISTS, True),
    Action("updates.accept", "enter,a", "Accept", "Put the update into the draft", LISTS, True),
    Action("updates.accept_certain", "A", "All certain", "Put in every update whose status is certain", LISTS, True),
    Action(
        "updates.accept_alike", "K", "All of this kind", "Put in every update like this one, as one step", LISTS, True
    ),
    Action("updates.filter", "f,tab", "Filter", "Only what is certain, likely or to be verified", LISTS, True),
    Action("updates.order", "o", "By paragraph", "In the order of the text, or the surest first", LISTS),
    Action("updates.fill_in", "e", "Fill in", "Write the words that had to be verified", LISTS, True),
    Action("updates.verified", "x,equals_sign", "Stays", "Verified: these words stay as they are", LISTS, True),
    Action("updates.verified_noted", "X", "Stays, noted", "Verified, with a note of what was found", LISTS),
    Action("updates.go", "g", "Go there", "See the paragraph at the desk", LISTS, True),
    Action("updates.back", "escape", "Back", "Back to the desk", LISTS, True),
    Action("status.go", "enter,g", "Go there", "See the paragraph at the desk", LISTS, True),
    Action("status.filter", "f,tab", "Filter", "Only what is missing, only findings, and so on", LISTS, True),
    Action("status.back", "escape,S", "Back", "Back to where you came from", LISTS, True),
    Action("whole.switch", "c", "Redline or clean", "Change between the marked and the clean text", WAY, True),
    Action("whole.beside", "b", "Side by side", "The older text beside the newer one, aligned", WAY, True),
    Action("whole.next_change", "n", "Next change", "Go to the next change", WAY, True),
    Action("whole.previous_change", "N", "Previous change", "Go to the change before", WAY),
    Action("whole.go", "enter", "Go there", "See the paragraph at the desk", WAY, True),
    Action("comparison.to_word", "f", "To Word", "Write the newer text with every change tracked", FILES, True),
    Action("whole.back", "escape", "Back", "Back to where you came from", WAY, True),
    Action("cited.next", "n", "Next source", "Where the next words of the paragraph are agreed", WAY, True),
    Action("cited.previous", "N", "Previous source", "Where the words before these are agreed", WAY),
    Action(
        "cited.age", "c", "First or latest", "Change between the first text with these words and the latest", WAY, True
    ),
    Action("cited.back", "escape,A", "Back", "Back to the desk", WAY, True),
    Action("colleague.take", "enter,a", "Take", "Put the change into the draft", LISTS, True),
    Action("colleague.leave", "x", "Leave", "Leave the change out, or look at it again", LISTS, True),
    Action(
        "colleague.propose", "p", "As proposal", "Keep the change as a proposal in a round, or undo that", LISTS, True
    ),
    Action(
        "colleague.take_all", "A", "Take all", "Take all that do not collide with your own, as one step", LISTS, True
    ),
    Action("colleague.propose_all", "P", "All as proposals", "Keep all open ones as proposals in a round", LISTS),
    Action("colleague.next", "n", "Next open", "Go to the next change that is still open", LISTS, True),
    Action("colleague.go", "g", "Go there", "See the paragraph at the desk", LISTS, True),
    Action("colleague.back", "escape", "Back", "Back to the desk", LISTS, True),
    Action("hand_in.make", "ctrl+e", "Make the files", "Write the chosen files", FILES, True, True),
    Action("hand_in.status", "f3", "Status", "What is open and what is missing, in one list", FILES, True, True),
    Action("hand_in.open_folder", "ctrl+o", "Open folder", "Show the files in the file manager", FILES, True),
    Action("hand_in.back", "escape", "Back", "Back to the desk", FILES, True),
    Action("replace.put_in", "ctrl+e", "Replace", "Put the new words in wherever a place is ticked", LISTS, True, True),
    Action("masthead.keep", "ctrl+e", "Keep", "Keep the masthead as the form has it", CHANGE, True, True),
    Action("readings.choose", "enter,y", "Choose", "This reading stands, and the others fall", LISTS, True),
    Action("readings.back", "escape,b", "Back", "Back to the round", LISTS, True),
    Action("bridge.put_in", "ctrl+e", "Put in", "Accept these words of the Chair", CHANGE, True, True),
    Action("help.back", "escape,q", "Back", "Close the help", EVERYWHERE, True),
    Action("dialog.cancel", "escape", "Close", "Close the question and change nothing", EVERYWHERE, True),
)

BY_ID = {action.id: action for action in ACTIONS}


def at(place: str) -> tuple[Action, ...]:
    """The actions of one place, in the order of the help."""
    return tuple(action for action in ACTIONS if action.place == place)


def bindings(place: str) -> list[Binding]:
    """The BINDINGS of a screen or widget."""
    return [action.binding for action in at(place)]
