"""A Reading as a file that a person can read, correct and compare: TOML, one table for each paragraph.

`loads(dumps(reading))` is the reading. Defaults are left out, and the label after `[[paragraph]]` is for the reader's
eye: it is written but never read back. A correction made by hand is one `[[repair]]` more, with `by_hand = true` and
the label it concerns in `where`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from drafter.errors import DrafterError
from drafter.model.inline import Inline
from drafter.model.numbering import labels
from drafter.model.organ import Organ
from drafter.model.reading import Reading, Repair, Revisions, Unplaced
from drafter.model.resolution import Footnote, Kind, Paragraph, Resolution
from drafter.model.submission import Submission, Submitted
from drafter.model.symbol import Symbol
from drafter.tomltext import Table, entries, entry, parsed

FORMAT = 1


@dataclass(frozen=True, slots=True)
class SourceFile:
    """The file that was read: its name beside the record, and the SHA-256 of its bytes in hexadecimal.

    `revisions` is how tracked changes in it were read, `reader` the version of the readers that read it.
    """

    name: str
    sha256: str
    revisions: Revisions = Revisions.ACCEPTED
    reader: int = 1


@dataclass(frozen=True, slots=True)
class Record:
    """A reading and the file it came from."""

    reading: Reading
    source: SourceFile | None = None


def dumps(reading: Reading, source: SourceFile | None = None) -> str:
    """The reading as TOML, `source` with it."""
    return "\n".join(_sections(reading, source))


def loads(text: str, file: object) -> Reading:
    """The reading in `text`; a slip is a DraftFileError with its line in `file`."""
    return record(text, file).reading


def record(text: str, file: object) -> Record:
    """The same with the source it names."""
    top = parsed(text, file)
    version = top.take("format", int)
    if version != FORMAT:
        raise top.slip(f"format {version} is not known here", key="format", remedy="bring drafter up to date")
    resolution = Resolution(
        organ=top.choice("organ", Organ, Organ.GENERAL_ASSEMBLY),
        title=top.read("title", Inline.from_markup, ""),
        symbol=top.read("symbol", _symbol) if "symbol" in top.values else None,
        session=_session(top),
        adopted=top.optional("adopted", date),
        issued=top.optional("issued", date),
        meeting=top.take("meeting", str, ""),
        agenda_item=top.take("agenda_item", str, ""),
        agenda_title=top.take("agenda_title", str, ""),
        origin=top.take("origin", str, ""),
        submission=_submission(top),
        paragraphs=tuple(map(_paragraph, top.tables("paragraph"))),
        footnotes=tuple(map(_footnote, top.tables("footnote"))),
    )
    reading = Reading(
        resolution,
        repairs=tuple(map(_repair, top.tables("repair"))),
        furniture=top.texts("furniture"),
        unplaced=tuple(map(_unplaced, top.tables("unplaced"))),
    )
    source = _source(top)
    top.done()
    return Record(reading, source)


def _sections(reading: Reading, source: SourceFile | None) -> Iterator[str]:
    resolution = reading.resolution
    yield entries(
        {
            "format": FORMAT,
            "source": source.name if source else None,
            "source_sha256": source.sha256 if source else None,
            "source_revisions": source.revisions.value
            if source and source.revisions is not Revisions.ACCEPTED
            else None,
            "source_reader": source.reader if source and source.reader > 1 else None,
            "organ": resolution.organ.value,
            "symbol": str(resolution.symbol) if resolution.symbol else None,
            "session": resolution.session,
            "adopted": resolution.adopted,
            "issued": resolution.issued,
            "meeting": resolution.meeting,
            "agenda_item": resolution.agenda_item,
            "agenda_title": resolution.agenda_title,
            "origin": resolution.origin,
            **_submission_fields(resolution.submission),
            "title": resolution.title.markup,
            "furniture": reading.furniture,
        }
    )
    for label, paragraph in zip(labels(resolution.paragraphs), resolution.paragraphs, strict=True):
        yield f"[[paragraph]]  # {label}\n" + entries(
            {
                "kind": paragraph.kind.value,
                "level": paragraph.level or None,
                "part": paragraph.part,
                "variant": paragraph.variant,
                "continued": paragraph.continued or None,
                "number": paragraph.number,
                "unnumbered": paragraph.unnumbered or None,
                "text": paragraph.inline.markup,
            }
        )
    for note in resolution.footnotes:
        yield "[[footnote]]\n" + entries({"id": note.id, "missing": note.missing or None, "text": note.inline.markup})
    for repair in reading.repairs:
        yield (
            "[[repair]]\n"
            + entry("where", repair.where)
            + entries(
                {"found": repair.found, "read_as": repair.read_as, "why": repair.why, "by_hand": repair.by_hand or None}
            )
        )
    for unplaced in reading.unplaced:
        found = entry("line", unplaced.line) + entry("text", unplaced.text)
        yield "[[unplaced]]\n" + found + entries({"why": unplaced.why})


def _submission_fields(submission: Submission | None) -> dict[str, str | int | Iterable[str] | None]:
    if submission is None:
        return {}
    return {
        "document": submission.what.value,
        "sponsors": submission.sponsors,
        "on_behalf": submission.on_behalf,
        "amends": submission.amends,
        "committee": submission.committee,
    }


def _submission(top: Table) -> Submission | None:
    """What the line of sponsors says, where the record names the kind of document."""
    if "document" not in top.values:
        return None
    return Submission(
        what=top.choice("document", Submitted),
        sponsors=top.texts("sponsors"),
        on_behalf=top.take("on_behalf", str, ""),
        amends=top.take("amends", str, ""),
        committee=top.optional("committee", int),
    )


def _paragraph(table: Table) -> Paragraph:
    paragraph = Paragraph(
        kind=table.choice("kind", Kind),
        inline=table.read("text", Inline.from_markup, ""),
        level=table.take("level", int, 0),
        part=table.take("part", str, ""),
        variant=table.take("variant", str, ""),
        continued=table.take("continued", bool, False),
        number=table.optional("number", int),
        unnumbered=table.take("unnumbered", bool, False),
    )
    if paragraph.number is not None and not 1 <= paragraph.number <= 9999:
        raise table.slip(
            f"number is {paragraph.number}", key="number", remedy="write the number that the source prints"
        )
    if not 0 <= paragraph.level <= 9:
        raise table.slip(f"level is {paragraph.level}", key="level", remedy="write 0 to 4")
    table.done()
    return paragraph


def _footnote(table: Table) -> Footnote:
    note = Footnote(
        table.take("id", str), table.read("text", Inline.from_markup, ""), table.take("missing", bool, False)
    )
    table.done()
    return note


def _repair(table: Table) -> Repair:
    repair = Repair(
        table.take("where", str),
        table.take("found", str, ""),
        table.take("read_as", str, ""),
        table.take("why", str, ""),
        table.take("by_hand", bool, False),
    )
    table.done()
    return repair


def _unplaced(table: Table) -> Unplaced:
    unplaced = Unplaced(table.take("line", int), table.take("text", str), table.take("why", str, ""))
    table.done()
    return unplaced


def _source(top: Table) -> SourceFile | None:
    name, sha256 = top.take("source", str, ""), top.take("source_sha256", str, "")
    revisions = top.choice("source_revisions", Revisions, Revisions.ACCEPTED)
    reader = top.take("source_reader", int, 1)
    return SourceFile(name, sha256, revisions, reader) if name else None


def _session(top: Table) -> int | None:
    session = top.optional("session", int)
    if session is not None and not 0 <= session <= 999:
        raise top.slip(f"session is {session}", key="session", remedy="write its number, such as 75")
    return session


def _symbol(written: str) -> Symbol:
    symbol = Symbol.parse(written)
    if symbol is None:
        raise DrafterError(f"{written!r} is no symbol", remedy="write it as A/RES/75/190")
    return symbol
