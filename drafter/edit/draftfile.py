"""The draft file: TOML, one table for each paragraph, to be read and edited by hand.

`loads(dumps(draft), …)` is the draft. Defaults are left out: a paragraph with an origin and no status is kept, one
without an origin is new. Nothing computed is stored, so that one edit makes one small difference.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from drafter import files
from drafter.edit import comments, rows, structure
from drafter.errors import DrafterError, DraftFileError
from drafter.model.decisions import Briefed, Clearance
from drafter.model.draft import Draft, DraftParagraph, Source, Status
from drafter.model.inline import Inline
from drafter.model.markup import NOTE_ID
from drafter.model.organ import Organ
from drafter.model.refusal import Refusal
from drafter.model.resolution import Footnote, Kind, Paragraph
from drafter.model.submission import DraftOf
from drafter.model.symbol import Symbol
from drafter.model.verified import VerifiedUpdate
from drafter.tomltext import Table, entries, entry, parsed

FORMAT = 2
EARLIER = re.compile(r"(?:#.*\n|\s)*format\s*=\s*1\b")
READABLE = (1, FORMAT)
"""Format 1, of drafter 0.1, has no reasons; its notes are notes, and what was refused is a list of keys."""


def load(path: Path) -> Draft:
    """The draft in the file, still without its base (see `begin.tied`). An error is one line with its place."""
    return loads(files.read_text(path), path)


def save(path: Path, draft: Draft) -> None:
    """Write the draft whole or not at all; comments that a drafter wrote into the file stay."""
    files.write(path, text_for(path, draft))


def text_for(path: Path, draft: Draft) -> str:
    """The draft's text with the comments of the file that it is to replace."""
    text = dumps(draft)
    return comments.carried(files.read_text(path), text) if path.is_file() else text


def dumps(draft: Draft) -> str:
    return entry("format", FORMAT) + "\n".join(sections(draft))


def loads(text: str, file: object) -> Draft:
    """The draft in `text`; raises DraftFileError with the line in `file`."""
    if not text.strip():
        raise DraftFileError("the file is empty", file=file, remedy="start a draft with drafter new")
    top = parsed(text, file)
    version = top.take("format", int)
    if version not in READABLE:
        raise top.slip(f"format {version} is not known here", key="format", remedy="bring drafter up to date")
    draft = read(top)
    top.done()
    return draft


def read(top: Table) -> Draft:
    """The draft that the tables of a file hold, whatever else it holds; raises DraftFileError with the line."""
    tables = list(top.tables("paragraph"))
    paragraphs = tuple(map(_paragraph, tables))
    notes = list(top.tables("footnote"))
    draft = Draft(
        base=top.take("base", str),
        title=top.read("title", Inline.from_markup),
        paragraphs=paragraphs,
        footnotes=tuple(map(_footnote, notes)),
        organ=top.choice("organ", Organ, Organ.GENERAL_ASSEMBLY),
        symbol=top.read("symbol", _symbol) if top.optional("symbol", str) is not None else None,
        session=_number(top, "session", 999),
        committee=_number(top, "committee", 9),
        sponsors=top.texts("sponsors"),
        agenda_item=top.take("agenda_item", str, ""),
        agenda_title=top.take("agenda_title", str, ""),
        author=top.take("author", str, ""),
        draft_of=top.choice("draft_of", DraftOf, DraftOf.RESOLUTION),
        on_behalf=top.take("on_behalf", str, ""),
        refused=rows.read_mixed(top, "refused", Refusal),
        verified=rows.read(top, "verified", VerifiedUpdate),
        brief=rows.read(top, "brief", Briefed),
        base_fingerprint=top.take("base_fingerprint", str, ""),
    )
    _check_ids(tables, "paragraph")
    _check_ids(notes, "footnote")
    _check_marks(top, tables, draft)
    _check_levels(tables, draft)
    return draft


def sections(draft: Draft) -> Iterator[str]:
    """The head of the file without its format, then each table."""
    yield (
        entry("base", draft.base)
        + entries({"base_fingerprint": draft.base_fingerprint})
        + entries(
            {
                "organ": None if draft.organ is Organ.GENERAL_ASSEMBLY else draft.organ.value,
                "symbol": str(draft.symbol) if draft.symbol else None,
                "session": draft.session,
                "committee": draft.committee,
                "agenda_item": draft.agenda_item,
                "agenda_title": draft.agenda_title,
                "draft_of": None if draft.draft_of is DraftOf.RESOLUTION else draft.draft_of.value,
                "sponsors": draft.sponsors,
                "on_behalf": draft.on_behalf,
                "author": draft.author,
            }
        )
        + entry("title", draft.title.markup)
        + rows.written("refused", draft.refused)
        + rows.written("verified", draft.verified)
        + rows.written("brief", draft.brief)
    )
    for one in draft:
        yield (
            "[[paragraph]]\n"
            + entry("id", one.id)
            + entries(
                {
                    "origin": one.origin,
                    "status": None if one.status is Status.KEPT else one.status.value,
                    "kind": one.kind.value,
                    "level": one.level or None,
                    "part": one.paragraph.part,
                    "variant": one.paragraph.variant,
                    "continued": one.paragraph.continued or None,
                    "unnumbered": one.paragraph.unnumbered or None,
                }
            )
            + _text(one.inline)
            + entries({"reason": one.reason, "note": one.note})
            + rows.written("sources", one.sources)
            + rows.written("clearances", one.clearances)
        )
    for note in draft.footnotes:
        yield (
            "[[footnote]]\n" + entry("id", note.id) + entries({"missing": note.missing or None}) + _text(note.inline)
        )


@lru_cache(maxsize=4096)
def _text(inline: Inline) -> str:
    """Cached, as a draft is saved after every edit and nearly all of it is the same each time."""
    return entry("text", inline.markup)


def _paragraph(table: Table) -> DraftParagraph:
    origin = table.optional("origin", str)
    one = DraftParagraph(
        id=table.take("id", str),
        paragraph=Paragraph(
            kind=table.choice("kind", Kind),
            inline=table.read("text", Inline.from_markup),
            level=table.take("level", int, 0),
            part=table.take("part", str, ""),
            variant=table.take("variant", str, ""),
            continued=table.take("continued", bool, False),
            unnumbered=table.take("unnumbered", bool, False),
        ),
        origin=origin,
        status=table.choice("status", Status, Status.ADDED if origin is None else Status.KEPT),
        note=table.take("note", str, ""),
        sources=rows.read(table, "sources", Source),
        reason=table.take("reason", str, ""),
        clearances=rows.read(table, "clearances", Clearance),
    )
    table.done()
    if not 0 <= one.level <= 9:
        raise table.slip(f"level is {one.level}", key="level", remedy="write 0 for a paragraph, 1 for (a), 2 for (i)")
    if origin == "":
        raise table.slip("origin is empty", key="origin", remedy="write the base's label, or leave origin out")
    if origin is None and one.status is not Status.ADDED:
        raise table.slip(
            f"a paragraph without an origin cannot be {one.status}",
            key="status",
            remedy='add its origin, such as "OP3", or write added',
        )
    if origin is not None and one.status is Status.ADDED:
        raise table.slip(
            f"an added paragraph cannot come from {origin}", key="status", remedy="remove the origin, or write edited"
        )
    return one


def _footnote(table: Table) -> Footnote:
    note = Footnote(table.take("id", str), table.read("text", Inline.from_markup), table.take("missing", bool, False))
    table.done()
    if not NOTE_ID.fullmatch(note.id):
        raise table.slip(
            f"no note mark can name {note.id!r}", key="id", remedy="use letters and digits, as in [^12] or [^name]"
        )
    if note.inline.marks:
        raise table.slip(f"footnote {note.id} has a note mark in it", key="text", remedy="take the mark out of it")
    return note


def _number(top: Table, key: str, largest: int) -> int | None:
    value = top.optional(key, int)
    if value is not None and not 1 <= value <= largest:
        raise top.slip(f"{key} is {value}", key=key, remedy=f"write a number from 1 to {largest}")
    return value


def _symbol(written: str) -> Symbol:
    symbol = Symbol.parse(written)
    if symbol is None:
        raise DrafterError(f"{written!r} is no symbol", remedy="write it as A/C.3/76/L.28, or A/C.3/76/L.__")
    return symbol


def _check_ids(tables: list[Table], what: str) -> None:
    seen: dict[str, Table] = {}
    for table in tables:
        name = table.values["id"]
        if not name:
            raise table.slip("id is empty", key="id", remedy="give it a name of its own")
        if name in seen:
            first = seen[name].line("id")
            raise table.slip(
                f"the {what} id {name!r} stands on line {first} already", key="id", remedy="give one of them another id"
            )
        seen[name] = table


def _check_marks(top: Table, tables: list[Table], draft: Draft) -> None:
    known = {note.id for note in draft.footnotes}
    inlines = [(top, "title", draft.title)]
    inlines += [(table, "text", one.inline) for table, one in zip(tables, draft, strict=True)]
    for table, key, inline in inlines:
        for mark in inline.marks:
            if mark.note not in known:
                raise table.slip(
                    f"the note mark [^{mark.note}] has no footnote",
                    key=key,
                    remedy=f'add a [[footnote]] with id = "{mark.note}", or take the mark out',
                )


def _check_levels(tables: list[Table], draft: Draft) -> None:
    """A base may skip a level; a new paragraph may not, as its number could not be worked out."""
    deep = structure.mended(draft.paragraphs, frozenset(one.id for one in draft if one.origin is not None))
    for place, level in deep.items():
        raise tables[place].slip(
            f"level {draft.paragraphs[place].level} is too deep here",
            key="level",
            remedy=f"the deepest possible here is {level}",
        )
