"""The files that are handed in: which there are, what they are called, and how each is made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from drafter import files
from drafter.errors import DrafterError

if TYPE_CHECKING:
    from drafter.desk import Desk
    from drafter.model.draft import Draft
    from drafter.model.resolution import Resolution


@dataclass(frozen=True, slots=True)
class Output:
    """A file to hand in; `make` gives its content from the draft, the author and the date of the changes."""

    id: str
    label: str
    told: str
    ending: str
    make: Callable[[Desk, Draft, str, datetime], bytes | str]
    chosen: bool = True

    def path(self, draft_file: Path, folder: Path) -> Path:
        """Where it goes: beside the draft's name."""
        return folder / f"{draft_file.stem}{self.ending}"


@dataclass(frozen=True, slots=True)
class Made:
    """What came of one output: the file, or the reason why there is none."""

    output: Output
    path: Path
    size: int = 0
    problem: str = ""


def make(output: Output, desk: Desk, draft: Draft, author: str, date: datetime, path: Path) -> Made:
    """Make one file, whole or not at all; an older one of the same name is replaced."""
    try:
        content = output.make(desk, draft, author, date)
        files.write(path, content)
    except DrafterError as error:
        return Made(output, path, problem=str(error))
    return Made(output, path, len(content if isinstance(content, bytes) else content.encode()))


def _clean(_desk: Desk, draft: Draft, _author: str, _date: datetime) -> bytes:
    from drafter.model.draft import printed
    from drafter.render.document import document
    from drafter.render.masthead import of_draft

    return document(printed(draft), of_draft(draft))


def _tracked(_desk: Desk, draft: Draft, author: str, date: datetime) -> bytes:
    from drafter.model.draft import printed
    from drafter.render.masthead import of_draft
    from drafter.render.redline import redline

    return redline(_base(draft), printed(draft), of_draft(draft), author=author, date=date)


def _summary(suffix: str) -> Callable[[Desk, Draft, str, datetime], bytes]:
    def make_it(desk: Desk, draft: Draft, _author: str, _date: datetime) -> bytes:
        from drafter.render.summary import summary
        from drafter.render.summary_pages import page

        return page(summary(draft, _base(draft), desk.searchable().agreed.coverage), suffix)

    return make_it


def _base(draft: Draft) -> Resolution:
    if draft.adopted is None:
        raise DrafterError(f"{draft.base} is not in the library", remedy="add it: changes are told against it")
    return draft.adopted.resolution


OUTPUTS = (
    Output("tracked", "Tracked changes", "the Word file that the Secretariat asks for", "-tracked.docx", _tracked),
    Output("clean", "Clean text", "the draft as an L. document", ".docx", _clean),
    Output("summary", "Summary", "what changed, for negotiators", "-summary.docx", _summary(".docx")),
    Output("summary-html", "Summary as a web page", "", "-summary.html", _summary(".html"), chosen=False),
    Output("summary-text", "Summary as Markdown", "", "-summary.md", _summary(".md"), chosen=False),
)
