"""The compilation text as one HTML page without scripts: `ins` and `del`, legible without colour, all words escaped.

The template `compilation.html.j2` in the folder `templates` of the user's configuration comes before the shipped one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from drafter.errors import DrafterError
from drafter.model.inline import Inline
from drafter.negotiation.notation.textfile import legend, past_line, row_name
from drafter.negotiation.notation.values import Compilation, Dialect
from drafter.negotiation.notation.writing import EDGES_IN, EDGES_OUT, written
from drafter.ooxml.elements import clean
from drafter.render.compilation.facts import as_of, base_of
from drafter.render.compilation.tabular import Tabulated
from drafter.resources import own, shipped

_TEMPLATE = "compilation.html.j2"
_EDGE = re.compile(f"([{''.join((*EDGES_OUT, *EDGES_IN))}])")
_OPENING = {EDGES_OUT[0]: "out", EDGES_IN[0]: "in"}


@dataclass(frozen=True, slots=True)
class PagePiece:
    """Words of one look, `fate` "out", "in" or ""; or a note mark, by its number."""

    text: str
    italic: bool = False
    fate: str = ""
    note: int = 0


@dataclass(frozen=True, slots=True)
class PageRow:
    """A paragraph; `part` where it is the first of that."""

    name: str
    anchor: str
    level: int
    part: str
    pieces: tuple[PagePiece, ...]


@dataclass(frozen=True, slots=True)
class CompiledPage:
    """What the template shows; either `rows` or a `table`."""

    about: tuple[str, ...]
    title: tuple[PagePiece, ...]
    rows: tuple[PageRow, ...] = ()
    notes: tuple[tuple[PagePiece, ...], ...] = ()
    past: tuple[str, ...] = ()
    table: Tabulated | None = None


def text_page(made: Compilation, dialect: Dialect, told: str) -> bytes:
    """The page with brackets."""
    numbers = {note.id: number for number, note in enumerate(made.notes, 1)}
    rows: list[PageRow] = []
    part = ""
    for number, row in enumerate(made.rows, 1):
        pieces = tuple(page_pieces(written(row, dialect, edged=True), numbers))
        rows.append(
            PageRow(row_name(row), f"p{number}", min(row.level, 4), row.part if row.part != part else "", pieces)
        )
        part = row.part
    page = CompiledPage(
        (base_of(made), as_of(told), *legend(made, dialect)),
        tuple(page_pieces(written(made.title, dialect, edged=True), numbers)),
        tuple(rows),
        tuple(tuple(page_pieces(note.inline, numbers)) for note in made.notes),
        tuple(map(past_line, made.history)),
    )
    return _filled(page)


def table_page(table: Tabulated, title: Inline) -> bytes:
    """The page with a table."""
    return _filled(CompiledPage(table.about, tuple(page_pieces(title.without_marks(), {})), table=table))


def page_pieces(words: Inline, numbers: Mapping[str, int]) -> Iterator[PagePiece]:
    """Written words with their edges, by their looks; `numbers` are those of the notes by id."""
    fates: list[str] = []
    for run in words.runs():
        if run.note is not None:
            yield PagePiece("", note=numbers.get(run.note, 0))
            continue
        for part in _EDGE.split(run.text):
            if part in _OPENING:
                fates.append(_OPENING[part])
            elif _EDGE.fullmatch(part):
                fates = fates[:-1]
            elif part:
                yield PagePiece(clean(part), run.italic, fates[-1] if fates else "")


def _filled(page: CompiledPage) -> bytes:
    from jinja2 import FileSystemLoader, StrictUndefined, TemplateError
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    folders = [own("templates"), shipped("templates")]
    environment = ImmutableSandboxedEnvironment(
        loader=FileSystemLoader([str(folder) for folder in folders], encoding="utf-8"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    try:
        return (environment.get_template(_TEMPLATE).render(page=page).strip() + "\n").encode()
    except TemplateError as error:
        line = getattr(error, "lineno", None)
        raise DrafterError(
            f"the template cannot be filled ({error})",
            file=next((folder / _TEMPLATE for folder in folders if (folder / _TEMPLATE).is_file()), _TEMPLATE),
            place=f"line {line}" if line else None,
            remedy="correct it, or remove it to use the one that ships with drafter",
        ) from error
