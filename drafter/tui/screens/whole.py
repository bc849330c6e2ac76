"""The draft as one running text against its base."""

from __future__ import annotations

from textual.content import Content

from drafter.model.draft import DraftParagraph
from drafter.tui.office import office
from drafter.tui.screens.text import TextScreen
from drafter.tui.shown.desk_text import DeskText
from drafter.tui.shown.passage import TextPassage
from drafter.tui.shown.rows import OutlineMark, OutlineRow, rows
from drafter.tui.state.session import Session


class WholeScreen(TextScreen):
    """Gives the id of the paragraph to go to."""

    def __init__(self, session: Session, at: str) -> None:
        faces = {"redline": self._redline, "clean": self._clean}
        super().__init__(DeskText(session).title, faces, at, leads=True)
        self._session = session

    @property
    def _desk_text(self) -> DeskText:
        return DeskText(self._session, office(self).brackets)

    def _redline(self) -> tuple[TextPassage, ...]:
        draft = self._session.draft
        return tuple(self._passage(row, one) for row, one in zip(rows(draft), draft, strict=True))

    def _passage(self, row: OutlineRow, paragraph: DraftParagraph) -> TextPassage:
        said = f"  {row.said}" if row.marks else ""
        head = (f"{row.label}{said}  ", "bold $primary" if row.changed else "bold $foreground 62%")
        words = "" if OutlineMark.JOINED in row.marks else self._desk_text.as_drafted(paragraph)
        return TextPassage(row.id, Content.assemble(head, words), row.changed)

    def _clean(self) -> tuple[TextPassage, ...]:
        draft, muted = self._session.draft, "bold $foreground 62%"
        return tuple(
            TextPassage(row.id, Content.assemble((f"{row.label}  ", muted), self._desk_text.clean(one)), row.changed)
            for row, one in zip(rows(draft), draft, strict=True)
            if not one.deleted
        )
