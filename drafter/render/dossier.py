"""A paragraph's dossier for the capital: how it reads and read, why, where its words stand, who has to agree to it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from drafter.align.groups import joined
from drafter.align.lineage import Year
from drafter.align.marked import Piece, pieces
from drafter.align.words import word_changes
from drafter.model.change import PairKind
from drafter.model.dates import written
from drafter.model.decisions import Clearance
from drafter.model.draft import Draft, DraftParagraph, Source, labels, printed
from drafter.model.numbering import labels as numbered
from drafter.model.resolution import Resolution


@dataclass(frozen=True, slots=True)
class WantedWords:
    """What somebody proposes on the paragraph in a round, and what was decided on it."""

    by: tuple[str, ...]
    found: str
    put: str
    state: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class DossierYear:
    """The paragraph in one adopted text: `said` is what became of it in the next one ("edited in 75/190"), `words` its
    text with the changes on the way there, none where it stayed the same or the text lacks it; `notes` the footnotes
    that changed."""

    text: str
    labels: tuple[str, ...]
    said: str
    words: tuple[Piece, ...] = ()
    notes: tuple[tuple[Piece, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Dossier:
    """All that is known of a paragraph; `was` is its label in the base, "" for a new one. `note`, which is private, is
    there only where it was asked for."""

    title: str
    draft: str
    base: str
    label: str
    was: str
    words: tuple[Piece, ...]
    footnotes: tuple[str, ...]
    reason: str
    note: str
    sources: tuple[Source, ...]
    clearances: tuple[Clearance, ...]
    wanted: tuple[WantedWords, ...]
    years: tuple[DossierYear, ...]


def dossier(
    draft: Draft,
    one: DraftParagraph,
    texts: Sequence[Resolution],
    years: Iterable[Year],
    wanted: Iterable[WantedWords] = (),
    *,
    notes: bool = False,
) -> Dossier:
    """The dossier of the draft's paragraph `one`; `texts` are those of its base's series, the base last, and `years`
    the lineage in them of the paragraph that it comes from."""
    adopted = draft.adopted.paragraphs.get(one.origin or "") if draft.adopted else None
    old = adopted.text if adopted else ""
    known = {note.id: (number, note.text) for number, note in enumerate(printed(draft).footnotes, 1)}
    marked = [known[mark.note] for mark in one.inline.marks if mark.note in known]
    base = draft.adopted.resolution if draft.adopted else None
    return Dossier(
        title=draft.title.text,
        draft=str(draft.symbol) if draft.symbol and draft.symbol.number is not None else "draft",
        base=_named(base) if base else draft.base_called,
        label=labels(draft)[one.id],
        was=one.origin or "",
        words=tuple(pieces(old, one.text, word_changes(old, one.text))),
        footnotes=tuple(f"{number} {text}" for number, text in sorted(set(marked))),
        reason=one.reason,
        note=one.note if notes else "",
        sources=one.sources,
        clearances=one.clearances,
        wanted=tuple(wanted),
        years=tuple(_year(texts, year) for year in years),
    )


def _year(texts: Sequence[Resolution], year: Year) -> DossierYear:
    text = texts[year.text]
    if not year.indices:
        return DossierYear(_named(text), (), "not there")
    own = numbered(text.paragraphs)
    old = joined(text.paragraphs, year.indices)
    here = tuple(own[index] for index in year.indices)
    if year.later is None or year.later_text is None:
        return DossierYear(_named(text), here, "", tuple(pieces(old, old, ())))
    said = f"{year.later.kind} in {_short(texts[year.later_text])}"
    notes = tuple(tuple(pieces(was, now, word_changes(was, now))) for was, now in year.notes)
    if year.later.kind is PairKind.SAME:
        return DossierYear(_named(text), here, said, notes=notes)
    new = joined(texts[year.later_text].paragraphs, year.later.new)
    return DossierYear(_named(text), here, said, tuple(pieces(old, new, year.changes)), notes)


def _short(text: Resolution) -> str:
    return text.symbol.short if text.symbol else text.title.text


def _named(text: Resolution) -> str:
    return f"{_short(text)} ({written(text.adopted)})" if text.adopted else _short(text)
