"""A round as a compilation text in any kind of file; the same round and time give the same bytes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from enum import StrEnum

from drafter.errors import DrafterError
from drafter.negotiation.notation import textfile
from drafter.negotiation.notation.gathering import compilation
from drafter.negotiation.notation.values import Compilation, Dialect
from drafter.negotiation.notation.writing import written
from drafter.negotiation.values import Round
from drafter.render.compilation.facts import as_of, base_of, in_words
from drafter.render.leaks import Leak, guarded

SUFFIXES = (".docx", ".md", ".html", ".txt")


class Notation(StrEnum):
    """How a compilation text shows what is proposed."""

    DASH = "dash"
    PARENTHESES = "parentheses"
    TRACKED = "tracked"
    TABLE = "table"


def compiled(
    round_: Round,
    suffix: str,
    notation: Notation,
    moment: datetime,
    *,
    anonymous: bool = False,
    history: bool = False,
    tell: Callable[[Leak], None] = lambda _: None,
) -> bytes:
    """The file of that ending, as of `moment`. `tell` is called with each thing that should not leave.

    Raises DrafterError where that notation has no such file, and where an anonymous text would name somebody.
    """
    if notation is Notation.TRACKED and suffix != ".docx":
        raise DrafterError(f"tracked changes cannot be written as {suffix}", remedy="name it .docx")
    if notation is Notation.TRACKED and anonymous:
        raise DrafterError(
            "tracked changes bear the names of their authors",
            remedy="leave out --anonymous, or take --notation dash, parentheses or table",
        )
    made = compilation(round_, anonymous=anonymous, history=history)
    told = in_words(moment)
    content = _written(round_, made, suffix, notation, told)
    own = _own_words(round_, made, notation, told) if anonymous else ""
    guarded(round_, content, suffix, own=own, anonymous=anonymous, tell=tell)
    return content


def _own_words(round_: Round, made: Compilation, notation: Notation, told: str) -> str:
    """The words of base and proposals as often as they stand in the file, and what the base's masthead says."""
    text = round_.text
    title = text.title.text
    # A Word file says the title in three page headers and in its properties too, a page in its head.
    found = [text.agenda_item, text.agenda_title, *[title] * 6]
    if notation is Notation.TABLE:
        from drafter.render.compilation.tabular import tabulated

        found += [cell for row in tabulated(round_, made, told).rows for cell in (row.base, row.proposal)]
    else:
        dialect = Dialect(notation.value)
        found += [written(row, dialect).text for row in (made.title, *made.rows)]
        found += [note.inline.text for note in made.notes]
        found += map(textfile.past_line, made.history)
    return "\n".join(found)


def _written(round_: Round, made: Compilation, suffix: str, notation: Notation, told: str) -> bytes:
    match notation:
        case Notation.TRACKED:
            from drafter.render.compilation.tracked import tracked

            return tracked(round_, (base_of(made), as_of(told)))
        case Notation.TABLE:
            return _table(round_, made, suffix, told)
        case _:
            return _text(round_, made, suffix, Dialect(notation.value), told)


def _text(round_: Round, made: Compilation, suffix: str, dialect: Dialect, told: str) -> bytes:
    if suffix == ".docx":
        from drafter.render.compilation.bracketed import bracketed

        return bracketed(round_, made, dialect, told)
    if suffix == ".html":
        from drafter.render.compilation.page import text_page

        return text_page(made, dialect, told)
    return textfile.text(made, dialect, told, markdown=suffix == ".md").encode()


def _table(round_: Round, made: Compilation, suffix: str, told: str) -> bytes:
    from drafter.render.compilation.tabular import tabulated

    table = tabulated(round_, made, told)
    title = round_.text.title
    if suffix == ".docx":
        from drafter.render.compilation.tables import word

        return word(table, title.text)
    if suffix == ".html":
        from drafter.render.compilation.page import table_page

        return table_page(table, title)
    from drafter.render.compilation.tables import plain

    return plain(table, title.text, markdown=suffix == ".md").encode()
