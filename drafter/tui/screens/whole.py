"""The draft as one running text against its base."""

from __future__ import annotations

from textual.content import Content

from drafter.model.draft import DraftParagraph
from drafter.tui.screens.text import TextScreen
from drafter.tui.shown.passage import Passage
from drafter.tui.shown.rows import rows
from drafter.tui.shown.sheet import Sheet
from drafter.tui.state.session import Session


class WholeScreen(TextScreen):
    """Gives the id of the paragraph to go to."""

    leads = True

    def __init__(self, session: Session, at: str) -> None:
        super().__init__(Sheet(session).title, at)
        self._session = session

    def passages(self, face: str) -> tuple[Passage, ...]:
        sheet = Sheet(self._session, self.office.brackets)
        clean = face == "clean"
        found = []
        for row, paragraph in zip(rows(self._session.draft), self._session.draft, strict=True):
            if clean and paragraph.deleted:
                continue
            said = "" if clean or not row.marks else f"  {row.said}"
            head = (f"{row.label}{said}  ", "bold $primary" if row.changed and not clean else "bold $foreground 62%")
            found.append(Passage(row.id, Content.assemble(head, self._body(sheet, paragraph, clean)), row.changed))
        return tuple(found)

    def _body(self, sheet: Sheet, paragraph: DraftParagraph, clean: bool) -> Content:
        return sheet.clean(paragraph) if clean else sheet.as_drafted(paragraph)
