"""The files to hand in: which there are, what they are called, and how the desk makes each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.tui.work.making import Job

if TYPE_CHECKING:
    from drafter.desk import Desk
    from drafter.model.draft import Draft
    from drafter.model.resolution import Resolution


@dataclass(frozen=True, slots=True)
class Wish:
    """How to make the files: the author and date of the changes, comments beside them or not, the draft inside or
    not."""

    author: str
    date: datetime
    comments: bool = False
    carrying: bool = False


@dataclass(frozen=True, slots=True)
class Output:
    """A file to hand in; `make` lets the desk make its content."""

    id: str
    label: str
    told: str
    ending: str
    make: Callable[[Desk, Draft, Wish], bytes]
    chosen: bool = True

    def job(self, desk: Desk, draft: Draft, wish: Wish, draft_file: Path, folder: Path) -> Job:
        """Making it in a folder, by the draft's name."""
        path = folder / f"{draft_file.stem}{self.ending}"
        return Job(self.label, path, lambda tell: self.make(replace(desk, tell=tell), draft, wish))


def compared(desk: Desk, old: Resolution | Draft, new: Resolution | Draft, author: str, path: Path) -> Path:
    """Write `new` to a new Word file in which every change against `old` is tracked."""
    from drafter import files
    from drafter.model.draft import Draft
    from drafter.model.reading import Reading

    one, other = (text if isinstance(text, Draft) else Reading(text) for text in (old, new))
    files.write(path, desk.comparison(one, other, author=author), force=False)
    return path


def _tracked(desk: Desk, draft: Draft, wish: Wish) -> bytes:
    return desk.redline(draft, author=wish.author, date=wish.date, carry=wish.carrying, comments=wish.comments)


def _clean(desk: Desk, draft: Draft, wish: Wish) -> bytes:
    return desk.word_file(draft, carry=wish.carrying)


def _pdf(desk: Desk, draft: Draft, wish: Wish) -> bytes:
    from drafter.render.pdf import pdf

    return pdf(_clean(desk, draft, replace(wish, carrying=False)))


def _table(desk: Desk, draft: Draft, _wish: Wish) -> bytes:
    return desk.summary(draft, ".docx", table=True)


def _summary(suffix: str) -> Callable[[Desk, Draft, Wish], bytes]:
    return lambda desk, draft, wish: desk.summary(draft, suffix, carry=wish.carrying)


OUTPUTS = (
    Output("tracked", "Tracked changes", "the Word file that the Secretariat asks for", "-tracked.docx", _tracked),
    Output("clean", "Clean text", "the draft as an L. document", ".docx", _clean),
    Output("clean-pdf", "Clean text as PDF", "its pages, by LibreOffice", ".pdf", _pdf, chosen=False),
    Output("table", "Table", "last year, this year, the reason", "-table.docx", _table, chosen=False),
    Output("summary", "Summary", "what changed, for negotiators", "-summary.docx", _summary(".docx")),
    Output("summary-html", "Summary as a web page", "", "-summary.html", _summary(".html"), chosen=False),
    Output("summary-text", "Summary as Markdown", "", "-summary.md", _summary(".md"), chosen=False),
)
