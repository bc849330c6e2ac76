"""What is handed out, made from texts: Word files and pages, clean or with the draft inside."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from drafter import files
from drafter.errors import DrafterError
from drafter.model.draft import Draft, DraftParagraph, printed
from drafter.model.reading import Reading
from drafter.model.resolution import Resolution

if TYPE_CHECKING:
    from drafter.align.lineage import Year
    from drafter.negotiation.values import Round
    from drafter.render.masthead import Masthead


class PastOf(Protocol):
    """A paragraph's years in the texts of its series (`answers.Lineage`)."""

    @property
    def texts(self) -> tuple[Resolution, ...]: ...

    @property
    def years(self) -> tuple[Year, ...]: ...


def base_of(draft: Draft) -> Resolution:
    """The base of a draft; DrafterError if it could not be found."""
    if draft.adopted is None:
        raise DrafterError(f"its base {draft.base} is not in the library", remedy="add it: drafter corpus add FILE")
    return draft.adopted.resolution


def clean(text: Reading | Draft, template: Path | None = None, tell: Callable[[str], None] = lambda _: None) -> bytes:
    """The clean text as a Word file: a draft as an L. document, an adopted text as A/RES.

    `tell` is called with a line for each internal remark in it.
    """
    from drafter.render import document
    from drafter.render.leaks import in_text

    whole, head = _headed(text)
    for leak in in_text(whole):
        tell(str(leak))
    return document.document(whole, head, base=template)


def preview(draft: Draft, path: Path) -> Path:
    """The pages of a draft as they will be handed in, as a PDF in `.drafter` beside its file `path`; where it lies.

    Raises DrafterError without LibreOffice, which makes it.
    """
    from drafter.edit.local.beside import Beside
    from drafter.render.pdf import pdf

    content = pdf(clean(draft))
    beside = Beside(path.absolute())
    pages = beside.folder / f"{path.stem}.pdf"
    try:
        beside.make()
    except OSError as error:
        raise DrafterError(files.reason(error), file=beside.folder) from error
    files.write(pages, content, durable=False)
    return pages


def dossier(
    draft: Draft,
    paragraph: DraftParagraph,
    lineage: PastOf | None,
    round_: Round | None,
    suffix: str,
    *,
    notes: bool = False,
) -> bytes:
    """All that is known of a paragraph, as a page; `lineage` is that of the base's paragraph it comes from, and where
    the draft is the text of a round, who proposed what is told too."""
    from drafter.render.dossier import WantedWords
    from drafter.render.dossier import dossier as made
    from drafter.render.dossier_pages import dossier_page

    wanted: list[WantedWords] = []
    if round_ is not None:
        here = {own for own, one in round_.paragraphs.items() if one.id == paragraph.id}
        for one in (one for one in round_.proposals if one.label in here):
            why = "; ".join(dict.fromkeys(arrival.why for arrival in one.arrivals if arrival.why))
            wanted.append(WantedWords(one.by, one.found.text, one.put.text, round_.outcome(one).value, why))
    texts, years = (lineage.texts, lineage.years) if lineage is not None else ((), ())
    return dossier_page(made(draft, paragraph, texts, years, wanted, notes=notes), suffix)


def table(draft: Draft, suffix: str) -> bytes:
    """Every paragraph in a table, as ".md", ".html" or ".docx": last year, this year, the reason."""
    from drafter.edit.beside import beside
    from drafter.render.year_table import table_page, year_table

    base = base_of(draft)
    name = base.symbol.short if base.symbol else draft.base_called
    return table_page(year_table(draft, name, beside(draft, base)), suffix)


def tracked(
    draft: Draft,
    *,
    author: str = "",
    date: datetime | None = None,
    comments: bool = False,
    tell: Callable[[str], None] = lambda _: None,
) -> bytes:
    """A draft as a Word file in which every change against its base is tracked, under its author or `author`.

    With `comments`, each changed paragraph has the drafter's reason and its sources as a Word comment. `tell` is called
    with a line for each internal remark in it.
    """
    from drafter.render import redline
    from drafter.render.comments import remarks

    base = base_of(draft)
    whole, head = _headed(draft)
    said = remarks(draft, base) if comments else None
    day = date or redline.day_of(draft)
    looked_through(draft, tell, reasons=comments)
    return redline.redline(base, whole, head, author=author or draft.author, date=day, remarks=said)


def tracked_onto(
    draft: Draft,
    official: Path,
    *,
    author: str = "",
    date: datetime | None = None,
    trust: str | None = None,
    tell: Callable[[str], None] = lambda _: None,
) -> bytes:
    """The Word file `official` with a draft's changes against its base tracked in it, and otherwise as it is.

    Where the file's text is not the base's, `trust` says whose words are right: "file" or "base"; without it
    DiffersError lists where. `tell` is called with a line for what could not be written as it is
    and for each internal remark.
    """
    from drafter.render.data import without_draft
    from drafter.render.onto import onto
    from drafter.render.onto.trust import Trust
    from drafter.render.redline import day_of

    content = files.read_bytes(official)
    made = onto(
        content,
        base_of(draft),
        printed(draft),
        author=author or draft.author,
        date=date or day_of(draft),
        trust=Trust(trust) if trust else None,
        file=official,
        tell=tell,
    )
    looked_through(draft, tell, reasons=False)
    handed = without_draft(made)
    if handed is not made:
        tell(f"{official}: the draft in it is left out")
    return handed


def compared(old: Resolution, new: Reading | Draft, *, author: str = "", date: datetime | None = None) -> bytes:
    """The text `new` as a Word file in which every change against `old` is tracked."""
    from drafter.render import redline

    whole, head = _headed(new)
    return redline.redline(old, whole, head, author=author, date=date or redline.day_of(whole))


def looked_through(draft: Draft, tell: Callable[[str], None], *, reasons: bool = True) -> Draft:
    """The draft, after `tell` was called with a line for each internal remark in its words and, where those leave with
    it, its reasons."""
    from drafter.render.leaks import in_draft

    for leak in in_draft(draft, reasons=reasons):
        tell(str(leak))
    return draft


def carrying(content: bytes, draft: Draft, tell: Callable[[str], None]) -> bytes:
    """A Word file with the draft in it; `tell` is called where that holds more than the text shows."""
    from drafter.edit import draftfile
    from drafter.render.data import private, with_draft, without_folders

    if more := private(draft):
        tell(f"the Word file carries the draft for drafter to read back, with {more}: for nobody outside")
    return with_draft(content, draftfile.dumps(without_folders(draft)))


def _headed(text: Reading | Draft) -> tuple[Resolution, Masthead]:
    """The text as it is printed, and its masthead."""
    from drafter.render import masthead

    if isinstance(text, Draft):
        return printed(text), masthead.of_draft(text)
    return text.resolution, masthead.of_resolution(text.resolution)
