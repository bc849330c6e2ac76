"""The compilation text as a plain text or Markdown file."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.model.inline import Inline
from drafter.negotiation.notation import lines
from drafter.negotiation.notation.values import Compilation, CompiledRow, Dialect, Past, RowKind
from drafter.negotiation.notation.writing import heading, written

TITLE_ROW = "Title"
BASE, NOTATION, AS_OF = "Base", "Notation", "As of"
TEXT, NOTES, PAST = "Text", "Notes", "No longer in the text"

_OWNERS = {
    Dialect.DASH: (
        "[words in - A] A puts words in.",
        "[words out - B retain; A delete] A takes words out, and B has them stay.",
        "[old / new - A] A replaces words.",
        "[base / x - A / y - B] A and B have other words in place of the first.",
        "[words in - A; B oppose; C support] Others take a stand on what A proposes.",
    ),
    Dialect.PARENTHESES: (
        "[words in] (A) A puts words in.",
        "[words out] (B: retain; A: delete) A takes words out, and B has them stay.",
        "[old] (A: delete) [new] (A) A replaces words.",
        "[base] (A, B: delete) [x] (A) [y] (B) A and B have other words in place of the first.",
        "[words in] (A; B: oppose; C: support) Others take a stand on what A proposes.",
    ),
}
_ANONYMOUS = (
    "[words in] Words are put in.",
    "[words out - delete] Words are taken out.",
    "[old / new] Words are replaced; the first are those of the base.",
)
_ANONYMOUS_APART = (
    "[words in] Words are put in.",
    "[words out] (delete) Words are taken out.",
    "[old] (delete) [new] Words are replaced.",
)
_SHARED = (
    "alt: the whole paragraph in other words. bis, ter: a new paragraph. A paragraph that is taken out stands in a "
    "bracket as a whole, and its subparagraphs go with it.",
    "A backslash stands before a character that is meant literally, and ␣ is a space at the edge of a bracket.",
)


def legend(made: Compilation, dialect: Dialect) -> tuple[str, ...]:
    """What the notation means, in lines."""
    apart = dialect is Dialect.PARENTHESES
    own = (_ANONYMOUS_APART if apart else _ANONYMOUS) if made.anonymous else _OWNERS[dialect]
    return (*own, *_SHARED)


def base_line(made: Compilation) -> str:
    """The base and the stage of the round on it."""
    return f"{BASE}: {made.symbol}" + (f", {made.stage}" if made.stage else "")


def text(made: Compilation, dialect: Dialect, as_of: str, *, markdown: bool) -> str:
    """The file; `as_of` stands in one line of its own and nowhere else."""
    return "\n".join(_lines(made, dialect, as_of, markdown)) + "\n"


def _lines(made: Compilation, dialect: Dialect, as_of: str, markdown: bool) -> Iterator[str]:
    numbers = {note.id: number for number, note in enumerate(made.notes, 1)}

    def line(words: Inline) -> str:
        return lines.line(words, numbers, markdown=markdown)

    def head(name: str, level: str = "##") -> str:
        return f"{level} {name}" if markdown else name.upper()

    def plain(words: str) -> str:
        return line(Inline(words))

    yield from (head("Compilation text", "#"), "", plain(base_line(made)), "", f"{AS_OF} {as_of}", "")
    yield notation_line(made, dialect)
    for one in legend(made, dialect):
        yield f"- {plain(one)}"
    yield from ("", head(TEXT), "")
    for row in (made.title, *made.rows):
        yield f"{plain(row_name(row))}. {line(written(row, dialect))}"
        yield ""
    if made.notes:
        yield from (head(NOTES), "")
        for note in made.notes:
            yield f"{lines.raised(numbers[note.id])} {line(note.inline)}"
            yield ""
    if made.history:
        yield from (head(PAST), "")
        for past in made.history:
            yield f"- {plain(past_line(past))}"


def notation_line(made: Compilation, dialect: Dialect) -> str:
    """By which the file is known again as one of ours."""
    return f"{NOTATION}: {dialect}{', anonymous' if made.anonymous else ''}"


def past_line(past: Past) -> str:
    """What is no longer in the text, in one line."""
    names = f" ({', '.join(past.names)})" if past.names else ""
    why = f": {past.why}" if past.why else ""
    shown = " → ".join(f"“{one.text}”" for one in (past.found, past.put) if one.text)
    return f"{past.label}: {shown}{names} – {past.outcome}{why}"


def row_name(row: CompiledRow) -> str:
    """What stands before a row's words."""
    return TITLE_ROW if row.kind is RowKind.TITLE else heading(row)
