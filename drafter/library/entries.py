"""A record as a list of the library shows it."""

from __future__ import annotations

from drafter.library.record import Record
from drafter.library.series import citations
from drafter.library.values import CatalogueEntry
from drafter.model.resolution import Kind
from drafter.rules.pronouns import calls


def entry_of(kept: Record) -> CatalogueEntry | None:
    """The entry of a record; None where the record names no symbol."""
    resolution, reading = kept.reading.resolution, kept.reading
    if resolution.symbol is None:
        return None
    return CatalogueEntry(
        symbol=resolution.symbol,
        title=resolution.title.text,
        organ=resolution.organ,
        session=resolution.session,
        adopted=resolution.adopted,
        paragraphs=len(resolution.paragraphs),
        operative=sum(p.kind is Kind.OPERATIVE and p.level == 0 and not p.continued for p in resolution.paragraphs),
        footnotes=len(resolution.footnotes),
        words=sum(len(paragraph.text.split()) for paragraph in resolution.paragraphs),
        repairs=len(reading.repairs),
        by_hand=sum(repair.by_hand for repair in reading.repairs),
        unplaced=len(reading.unplaced),
        source=kept.source.name if kept.source else "",
        cites=citations(resolution),
        agenda_item=resolution.agenda_item or "",
        holders=calls(resolution.paragraphs),
    )
