"""A draft to work on: every change is a gesture from `drafter.edit.gestures`, with a name, and can be undone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Concatenate, ParamSpec

from drafter import files
from drafter.api.keeping import Keeping
from drafter.edit import draftfile, edits, gestures
from drafter.edit.edits import Edit
from drafter.edit.gestures import Gesture
from drafter.errors import DrafterError
from drafter.model.draft import Draft, DraftParagraph, labels
from drafter.model.finding import Finding
from drafter.model.inline import Inline
from drafter.model.suggestion import Suggestion, Update
from drafter.rules.rulebook import Rulebook, using

if TYPE_CHECKING:
    from drafter.edit.taking import ColleaguesFile, TakenChange

Asked = ParamSpec("Asked")


class WorkingDraft:
    """A draft with its history, from `OpenLibrary.new` (in memory until it is saved) or `OpenLibrary.open`.

    Paragraphs are named by their labels ("OP14", "op 2 (a)"). A method that changes something returns the label of the
    paragraph to look at next, None if there is none; a change may shift labels. What cannot be done raises DrafterError
    and changes nothing.
    """

    def __init__(self, keeping: Keeping[Draft, Edit], rulebook: Rulebook) -> None:
        self._keeping = keeping
        self._rulebook = rulebook

    @property
    def draft(self) -> Draft:
        """The draft as it is now, a frozen value."""
        return self._keeping.document

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels of the paragraphs that are not deleted, in order."""
        named = labels(self.draft)
        return tuple(named[one.id] for one in self.draft.standing)

    def __getitem__(self, label: str) -> DraftParagraph:
        """The paragraph with that label; DrafterError if there is none."""
        return self.draft[self._id(label)]

    def write(self, label: str, text: str) -> str | None:
        """New words for the paragraph; italics and note marks stay where the words around them stay."""
        return self._make(gestures.written, self._id(label), text)

    def set_markup(self, label: str, markup: str) -> str | None:
        """New words for the paragraph as markup, with `*italic*` and `[^note]` marks."""
        return self._make(gestures.typed, self._id(label), Inline.from_markup(markup))

    def revert(self, label: str) -> str | None:
        """The paragraph as it was adopted."""
        return self._make(gestures.revert, self._id(label))

    def insert(self, text: str, *, after: str = "", before: str = "", below: str = "") -> str | None:
        """A new paragraph beside the one named, of its kind and level; `below` makes it its first subparagraph."""
        given = [(how, label) for how, label in zip(_INSERTING, (after, before, below), strict=True) if label]
        if len(given) != 1:
            raise DrafterError("a new paragraph needs one place", remedy="name one of after, before and below")
        [(how, label)] = given
        return self._make(how, self._id(label), Inline(text))

    def paste(self, text: str, *, after: str) -> str | None:
        """The paragraphs of a copied text after the one named, without their numbers, note marks and line breaks;
        returns the first one's label."""
        from drafter.parse.fragment import fragment

        return self._make(gestures.put_in, self._id(after), fragment(text).paragraphs)

    def move(self, label: str, *, after: str = "", before: str = "", turn: bool = False) -> str | None:
        """Move the paragraph and its list to another place; `turn` lets it cross between preamble and operative
        part."""
        if bool(after) is bool(before):
            raise DrafterError("a move needs one place", place=label, remedy="name one of after and before")
        own, beside = self._id(label), self._id(after or before)
        moved = gestures.move_after if after else gestures.move_before
        return self._make(moved, own, beside, turn=turn)

    def delete(self, label: str) -> str | None:
        """Delete the paragraph and its list; they can be restored."""
        return self._make(gestures.delete, self._id(label))

    def restore(self, label: str) -> str | None:
        """Restore a deleted paragraph, named by its label in the base."""
        return self._make(gestures.restore, gestures.paragraph_at(self.draft, label, deleted=True))

    def split(self, label: str, at: int) -> str | None:
        """Cut the paragraph before the character `at` of its text."""
        return self._make(gestures.split, self._id(label), at)

    def merge(self, label: str) -> str | None:
        """Join the next paragraph to this one."""
        return self._make(gestures.merge, self._id(label))

    def change_kind(self, label: str) -> str | None:
        """From the preamble to the operative part or back, with opening and ending."""
        return self._make(gestures.change_kind, self._id(label))

    def note(self, label: str, text: str) -> str | None:
        """A private note on the paragraph; "" removes it."""
        return self._make(gestures.note, self._id(label), text)

    def reason(self, label: str, text: str) -> str | None:
        """The reason for the change, for the summary and for comments; "" removes it."""
        paragraph_id = self._id(label)
        return self.do(Gesture(edits.SetReason(paragraph_id, text.strip()), paragraph_id))

    def promote(self, label: str) -> str | None:
        """One level higher: (a) becomes a paragraph."""
        return self._make(gestures.promote, self._id(label))

    def demote(self, label: str) -> str | None:
        """One level deeper: the paragraph joins the list of the one before it."""
        return self._make(gestures.demote, self._id(label))

    def footnote(self, label: str, citation: str, at: int | None = None) -> str | None:
        """A new footnote with its full citation, marked before the character `at`, or at the paragraph's end."""
        place = len(self[label].text) if at is None else at
        return self._make(gestures.new_footnote, self._id(label), place, Inline.from_markup(citation))

    def set_title(self, markup: str) -> None:
        """The resolution's title."""
        self._make(gestures.title, Inline.from_markup(markup))

    def set_masthead(self, **fields: str) -> None:
        """Fields as a person types them: symbol, session, committee, agenda_item, agenda_title, sponsors, author."""
        if unknown := [name for name in fields if name not in gestures.FIELDS]:
            raise DrafterError(f"the masthead has no {unknown[0]!r}", remedy=f"it has {', '.join(gestures.FIELDS)}")
        gesture = gestures.masthead(self.draft, fields)
        if gesture is not None:
            self.do(gesture)

    def take(self, label: str, suggestion: Suggestion) -> str | None:
        """Take a suggestion for that paragraph, with its sources."""
        return self._make(gestures.take, self._id(label), suggestion)

    def accept(self, updates: Iterable[Update]) -> str | None:
        """Make these updates of the turn of the year, as one step."""
        return self._make(gestures.accept_all, updates)

    def verify(self, updates: Iterable[Update], note: str = "") -> str | None:
        """These updates were verified and the words stay; they are no longer pending."""
        return self._make(gestures.verify, updates, note)

    def refuse(self, label: str, suggestion: Suggestion) -> str | None:
        """Do not suggest this, or the same changes, for that paragraph again."""
        return self.do(gestures.refuse(suggestion, self._id(label)))

    def fix(self, finding: Finding) -> str | None:
        """Put in the words that a finding proposes."""
        return self._make(gestures.fix, finding)

    def take_changes(self, file: ColleaguesFile, changes: Sequence[TakenChange]) -> None:
        """Some of a colleague's changes, from `OpenLibrary.from_colleague`, as one step."""
        from drafter.edit.taking import accepted, taken_from

        self._keeping.do(accepted(self.draft, changes, taken_from(file.path, changes)))

    def do(self, gesture: Gesture) -> str | None:
        """Any gesture from `drafter.edit.gestures`."""
        self._keeping.do(gesture.edit)
        if gesture.show is None:
            return None
        return labels(self.draft).get(gesture.show)

    def undo(self) -> str | None:
        """Undo the last step; returns its name, None if there is none."""
        return self._keeping.undo()

    def redo(self) -> str | None:
        """Redo the step last undone; returns its name, None if there is none."""
        return self._keeping.redo()

    def save(self, path: str | Path, *, force: bool = False) -> None:
        """Write the draft file whole or not at all; an existing one only with `force`.

        A draft that was opened from a file need not be saved: every step is kept. This writes a copy of it.
        """
        files.write(Path(path), draftfile.dumps(self.draft), force=force)

    def close(self) -> None:
        """Close an opened draft file."""
        self._keeping.close()

    def __enter__(self) -> WorkingDraft:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _make(
        self, gesture: Callable[Concatenate[Draft, Asked], Gesture], *given: Asked.args, **named: Asked.kwargs
    ) -> str | None:
        """Do the gesture on the present draft, by the library's own tables."""
        with using(self._rulebook):
            return self.do(gesture(self.draft, *given, **named))

    def _id(self, label: str) -> str:
        return gestures.paragraph_at(self.draft, label)


_INSERTING = (gestures.insert_after, gestures.insert_before, gestures.insert_below)
