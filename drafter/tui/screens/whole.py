"""The draft as one running text against its base."""

from __future__ import annotations

from textual.content import Content

from drafter.align.groups import PairGroup
from drafter.edit.beside import known_pairs
from drafter.model.draft import DraftParagraph, printed
from drafter.model.numbering import labels
from drafter.tui.office import office
from drafter.tui.screens.text import TextScreen
from drafter.tui.shown.aligned import AlignedTexts
from drafter.tui.shown.desk_text import DeskText
from drafter.tui.shown.passage import TextPassage
from drafter.tui.shown.rows import OutlineMark, OutlineRow, rows
from drafter.tui.state.session import Session


class WholeScreen(TextScreen):
    """Gives the id of the paragraph to go to."""

    def __init__(self, session: Session, at: str) -> None:
        faces = {"redline": self._redline, "clean": self._clean}
        aligned = self._beside_base if session.base else None
        super().__init__(DeskText(session).title, faces, at, leads=True, beside=aligned)
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

    def _beside_base(self) -> tuple[TextPassage, ...]:
        draft, base = self._session.draft, self._session.base
        assert base is not None
        texts = AlignedTexts(base, printed(draft), known_pairs(draft, base), brackets=office(self).brackets)
        standing, origins = draft.standing, {one.origin: one.id for one in draft}
        names = labels(base.paragraphs)

        def key(group: PairGroup) -> str:
            return standing[group.new[0]].id if group.new else origins.get(names[group.old[0]], "")

        return texts.beside(key)
