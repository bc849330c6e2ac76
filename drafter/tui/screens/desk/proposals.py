"""Putting in what the panes propose: updates, suggestions whole or by the phrase, words that a check suggests."""

from __future__ import annotations

from dataclasses import replace

from drafter.edit import edits
from drafter.edit.apply import new_id
from drafter.edit.reworded import replaced
from drafter.model.change import WordChange
from drafter.model.draft import DraftParagraph, Status
from drafter.model.finding import Finding
from drafter.model.resolution import Paragraph
from drafter.model.suggestion import Suggestion, Update
from drafter.tui.dialogs.ask import Ask
from drafter.tui.dialogs.choose import Choose
from drafter.tui.screens.desk.edits import DeskEdits
from drafter.tui.shown.worded import shown
from drafter.tui.state.session import changes


class DeskProposals(DeskEdits):
    """What a drafter accepts of what is proposed for the paragraph in hand."""

    def put_in_update(self, update: Update) -> None:
        """Accept an update; ask for the words where they are not known."""
        from drafter.edit.updating import accepted

        def write(words: str | None) -> None:
            if words:
                self.office.attempt(lambda: accepted(self.session.draft, update, words))

        if update.proposed is None:
            self.app.push_screen(Ask(f"What replaces “{update.found}”?", update.found, update.why), write)
        else:
            write(update.proposed)

    def put_in_finding(self, finding: Finding) -> None:
        """Put in the words that a check suggests."""
        paragraph = self._in_hand()
        if paragraph is None or finding.suggest is None:
            return
        if finding.note is not None or paragraph.text[finding.start : finding.end] != finding.found:
            self.notify("These words are in a footnote, or have changed since.")
            return
        inline = replaced(paragraph.inline, finding.start, finding.end, finding.suggest)
        self.perform(edits.SetText(paragraph.id, inline))

    def put_in_suggestion(self, suggestion: Suggestion) -> None:
        """Put a suggestion in whole, with its sources; a new paragraph goes where it belongs."""
        paragraph = self._in_hand()
        if paragraph is None:
            return
        if suggestion.after is not None:
            new = DraftParagraph(
                new_id(self.session.draft),
                _of_the_kind(paragraph, suggestion),
                status=Status.ADDED,
                sources=suggestion.sources,
            )
            self.perform(edits.Insert(new, self.find(suggestion.after) or paragraph.id), new.id)
        else:
            self._take(paragraph, edits.SetText(paragraph.id, suggestion.inline), suggestion)

    def put_in_phrase(self, suggestion: Suggestion) -> None:
        """Put in one of the changes that a suggestion makes."""
        paragraph = self._in_hand()
        if paragraph is None:
            return
        if suggestion.after is not None:
            self.notify("This is a whole paragraph; Enter puts it in.")
            return
        inline, new = paragraph.inline, suggestion.inline.text
        found = changes(inline, suggestion.inline)

        def put(chosen: str | None) -> None:
            if chosen is not None:
                one = found[int(chosen)]
                words = new[one.new_start : one.new_end]
                edit = edits.SetText(paragraph.id, replaced(inline, one.old_start, one.old_end, words))
                self._take(paragraph, edit, suggestion)

        def told(one: WordChange) -> str:
            gone, come = inline.text[one.old_start : one.old_end], new[one.new_start : one.new_end]
            return shown(f"{gone or '(nothing)'} → {come or '(nothing)'}")

        answers = [(str(n), told(one)) for n, one in enumerate(found)]
        self.app.push_screen(Choose("Which phrase?", answers), put)

    def _take(self, paragraph: DraftParagraph, edit: edits.SetText, suggestion: Suggestion) -> None:
        sources = tuple(dict.fromkeys((*paragraph.sources, *suggestion.sources)))
        both = (edit, edits.SetSources(paragraph.id, sources))
        self.perform(edits.Several(both, f"put {suggestion.kind} into {self.label}"))

    def refuse(self, suggestion: Suggestion | Update) -> None:
        """Never show it in this draft again."""
        from drafter.edit.gestures import refuse

        if self.perform(refuse(suggestion, self.place).edit):
            self.notify("It will not be shown again; undo brings it back.", timeout=3)


def _of_the_kind(beside: DraftParagraph, suggestion: Suggestion) -> Paragraph:
    return replace(beside.paragraph, inline=suggestion.inline, variant="", continued=False)
