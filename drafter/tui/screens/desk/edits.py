"""The desk's actions that change the draft; each makes a frozen edit and lets the app perform it."""

from __future__ import annotations

from dataclasses import replace

from drafter.edit import edits
from drafter.edit.apply import new_id
from drafter.edit.splitting import places_to_split
from drafter.edit.structure import subtree
from drafter.errors import MarkupError
from drafter.model.draft import Draft, DraftParagraph, Status
from drafter.model.inline import Inline
from drafter.model.resolution import Kind, Paragraph
from drafter.tui.dialogs.ask import Ask
from drafter.tui.dialogs.choose import Choose
from drafter.tui.screens.desk.ways import DeskWays
from drafter.tui.shown.worded import lead_in, lead_out
from drafter.tui.state.session import named


class DeskEdits(DeskWays):
    """What a drafter does to the paragraph in hand."""

    def open_editor(self, at: int | None = None) -> None:
        """Open the editor on the paragraph in hand, the cursor at a place in its text."""
        raise NotImplementedError

    def action_edit(self) -> None:
        paragraph = self._in_hand()
        if paragraph and not self._refused():
            self.open_editor()

    def action_insert_after(self) -> None:
        paragraph = self.paragraph
        if paragraph is None:
            self._insert(Paragraph(Kind.PREAMBULAR, Inline()), None)
        else:
            self._insert(_blank(paragraph, paragraph.level), paragraph.id)

    def action_insert_before(self) -> None:
        draft, paragraph = self.session.draft, self.paragraph
        if paragraph is None:
            return
        place = draft.index(paragraph.id)
        self._insert(_blank(paragraph, paragraph.level), draft.paragraphs[place - 1].id if place else None)

    def action_insert_below(self) -> None:
        if paragraph := self._in_hand():
            self._insert(_blank(paragraph, paragraph.level + 1), paragraph.id)

    def _insert(self, paragraph: Paragraph, after: str | None) -> None:
        if not self.settle() or self._refused():
            return
        fresh = DraftParagraph(new_id(self.session.draft), paragraph, status=Status.ADDED)
        if self.perform(edits.Insert(fresh, after), fresh.id):
            self.open_editor()

    def action_delete(self) -> None:
        draft, paragraph = self.session.draft, self.paragraph
        if paragraph is None:
            return
        if paragraph.deleted:
            self.perform(edits.Restore(paragraph.id))
            return
        place = draft.index(paragraph.id)
        if self.perform(edits.Delete(paragraph.id)) and all(p.id != paragraph.id for p in self.session.draft):
            left = self.session.draft.paragraphs
            self.place = left[min(place, len(left) - 1)].id if left else ""

    def action_move(self) -> None:
        paragraph = self._in_hand()
        if paragraph is None:
            return

        def check(label: str) -> str:
            known = label.strip().lower() == "top" or self.find(label)
            return "" if known else f"there is no {label.strip() or 'such paragraph'} in this draft"

        def move(label: str | None) -> None:
            if label is not None:
                after = None if label.strip().lower() == "top" else self.find(label)
                self.perform(edits.Move(paragraph.id, after))

        question = f"Move {self.label} after which paragraph?"
        self.app.push_screen(Ask(question, hint="a label such as OP14, or top", check=check), move)

    def action_move_up(self) -> None:
        draft, paragraph = self.session.draft, self._in_hand()
        if paragraph is None:
            return
        sibling = _sibling_above(draft, draft.index(paragraph.id))
        if sibling is None:
            self.notify(f"{self.label} is the first of its list already.")
        else:
            self.perform(edits.Move(paragraph.id, draft.paragraphs[sibling - 1].id if sibling else None))

    def action_move_down(self) -> None:
        draft, paragraph = self.session.draft, self._in_hand()
        if paragraph is None:
            return
        place = subtree(draft.paragraphs, draft.index(paragraph.id)).stop
        while place < len(draft.paragraphs) and draft.paragraphs[place].deleted:
            place += 1
        below = draft.paragraphs[place] if place < len(draft.paragraphs) else None
        if below is None or below.kind is not paragraph.kind or below.level < paragraph.level:
            self.notify(f"{self.label} is the last of its list already.")
        else:
            self.perform(edits.Move(paragraph.id, below.id))

    def action_split(self) -> None:
        paragraph = self._in_hand()
        if paragraph is None:
            return
        places = places_to_split(paragraph.text)
        if not places:
            self.notify("There is no clause to split at; press Enter in the editor to split anywhere.")
            return
        words = [
            (str(at), f"{lead_in(paragraph.text, at, 32).rstrip()} ‖ {lead_out(paragraph.text, at, 32).lstrip()}")
            for at in places
        ]

        def split(at: str | None) -> None:
            if at is not None:
                self.split_at(int(at))

        self.app.push_screen(Choose(f"Split {self.label} where?", words), split)

    def split_at(self, at: int) -> bool:
        """Cut the paragraph in hand before the character `at` and take up the second half."""
        fresh = new_id(self.session.draft)
        return self.perform(edits.Split(self.place, at, fresh), fresh)

    def action_merge(self) -> None:
        paragraph = self._in_hand()
        if paragraph is None:
            return
        standing = self.session.draft.standing
        place = standing.index(paragraph)
        if place + 1 == len(standing):
            self.notify("There is no paragraph after this one.")
            return
        following = named(self.session.draft)[standing[place + 1].id]
        if self.perform(edits.Merge(paragraph.id, standing[place + 1].id)):
            self.notify(f"{following} was joined to {self.label}.", timeout=3)

    def action_promote(self) -> None:
        if paragraph := self._in_hand():
            self.perform(edits.SetLevel(paragraph.id, paragraph.level - 1))

    def action_demote(self) -> None:
        if paragraph := self._in_hand():
            self.perform(edits.SetLevel(paragraph.id, paragraph.level + 1))

    def action_change_kind(self) -> None:
        if paragraph := self._in_hand():
            other = Kind.PREAMBULAR if paragraph.kind is Kind.OPERATIVE else Kind.OPERATIVE
            self.perform(edits.SetKind(paragraph.id, other))

    def action_revert(self) -> None:
        paragraph = self._in_hand()
        if paragraph is None:
            return
        adopted = self.session.adopted(paragraph)
        if adopted is None:
            self.notify("This paragraph is new; there is no adopted text of it.")
        else:
            self.perform(edits.SetText(paragraph.id, adopted.inline))

    def action_reason(self) -> None:
        paragraph = self.paragraph
        if paragraph is None:
            return

        def write(note: str | None) -> None:
            if note is not None:
                self.perform(edits.SetNote(paragraph.id, note.strip()))

        hint = "goes into the summary for negotiators; Enter keeps it, Esc closes"
        self.app.push_screen(Ask(f"Why is {self.label} as it is?", paragraph.note, hint), write)

    def action_title(self) -> None:
        def check(markup: str) -> str:
            try:
                Inline.from_markup(markup)
            except MarkupError as error:
                return str(error)
            return "" if markup.strip() else "a resolution has a title"

        def write(markup: str | None) -> None:
            if markup is not None:
                self.perform(edits.SetTitle(Inline.from_markup(markup)))

        self.app.push_screen(Ask("The title", self.session.draft.title.markup, check=check), write)

    def action_masthead(self) -> None:
        from drafter.tui.dialogs.masthead import Masthead

        def write(edit: edits.Edit | None) -> None:
            if edit is not None:
                self.perform(edit)

        self.app.push_screen(Masthead(self.session.draft), write)

    def action_replace(self) -> None:
        from drafter.tui.dialogs.replace import Replace

        def write(edit: edits.Edit | None) -> None:
            if edit is not None:
                self.perform(edit)

        if self.settle():
            self.app.push_screen(Replace(self.session.draft), write)

    def _in_hand(self) -> DraftParagraph | None:
        """The paragraph in hand where it stands; else say why nothing can be done to it."""
        paragraph = self.paragraph
        if paragraph is not None and paragraph.deleted:
            self.notify(f"{self.label} is deleted; d restores it.")
            return None
        return paragraph

    def _refused(self) -> bool:
        if self.session.read_only:
            self.notify(self.session.read_only, title="Read-only", severity="warning")
        return bool(self.session.read_only)


def _blank(beside: DraftParagraph, level: int) -> Paragraph:
    return replace(beside.paragraph, inline=Inline(), level=level, variant="", continued=False)


def _sibling_above(draft: Draft, place: int) -> int | None:
    """The place of the paragraph of the same list before this one."""
    own = draft.paragraphs[place]
    for before in range(place - 1, -1, -1):
        above = draft.paragraphs[before]
        if above.deleted:
            continue
        if above.kind is not own.kind or above.level < own.level:
            return None
        if above.level == own.level:
            return before
    return None
