"""A row of the compilation text as it is printed, in either dialect."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from drafter.model.inline import Inline
from drafter.model.negotiated import Closure, ClosureStatus
from drafter.model.numbering import VARIANTS
from drafter.model.proposal import Deed
from drafter.negotiation.notation import escapes
from drafter.negotiation.notation.spacing import shown
from drafter.negotiation.notation.values import (
    NOBODY,
    Bracket,
    BracketedDeed,
    CompiledRow,
    Dialect,
    Option,
    Piece,
    RowKind,
    Stance,
)

EDGES_OUT, EDGES_IN = ("\ue000", "\ue001"), ("\ue002", "\ue003")
"""Around the words of a base's reading and of another, where a page sets them apart."""
_EDGES = "".join((*EDGES_OUT, *EDGES_IN))
NO_TEXT = "{no text}"
STATUSES = {
    ClosureStatus.OPEN: "Open",
    ClosureStatus.SUGGESTED: "Suggested for closure",
    ClosureStatus.INFORMALS: "Agreed in informals",
    ClosureStatus.AD_REF: "Agreed ad ref",
    ClosureStatus.AGREED: "Agreed",
}


def heading(row: CompiledRow) -> str:
    """What a row is called: "OP3", "OP3 alt", "OP3bis"; "new H2" where the label does not tell that it is new."""
    if row.kind is RowKind.ALT:
        return f"{row.label} alt{f' {row.number}' if row.number > 1 else ''}"
    told = row.kind is not RowKind.NEW or row.label.endswith(VARIANTS)
    return row.label if told else f"new {row.label}"


def written(row: CompiledRow, dialect: Dialect, *, edged: bool = False) -> Inline:
    """The words of a row behind its label or number, with brackets, italics and note marks.

    `edged`, each reading stands between EDGES_OUT or EDGES_IN.
    """
    made = _Writing(row.label, dialect, edged).pieces(shown(row.pieces), inside=False)
    for one in row.instructions:
        made = made + Inline(" ") + _instruction(one)
    for words in (_told(row), _status(row.closure)):
        made = made + (Inline(" ") + words if words else words)
    return made


class _Writing:
    def __init__(self, label: str, dialect: Dialect, edged: bool) -> None:
        self._label = label
        self._dialect = dialect
        self._edged = edged

    def _reading(self, words: tuple[Piece, ...], edges: tuple[str, str]) -> Inline:
        made = self.pieces(words, inside=True)
        return Inline(edges[0]) + made + Inline(edges[1]) if self._edged else made

    def pieces(self, pieces: Sequence[Piece], *, inside: bool) -> Inline:
        made = Inline()
        deleters: tuple[str, ...] | None = None
        behind = False
        for one in pieces:
            if isinstance(one, Inline):
                made = made + (
                    escapes.inside(one, behind=behind) if inside else escapes.outside(one, self._label, behind=behind)
                )
                deleters = deleters if one.text.strip(" ") == "" and not one.marks else None
                behind = False
            elif self._dialect is Dialect.DASH:
                made, behind = made + self._dashed(one), True
            else:
                add = deleters is not None and not one.base.words and {*one.options[0].names} <= {*deleters}
                made, behind = made + self._apart(one, add=add), True
                deleters = _deleters(one)
        return made

    def _dashed(self, one: Bracket) -> Inline:
        """`[base - A retain; C delete / x - B / y - C]`."""
        deletions = [option for option in one.options if not option.words]
        parts = []
        if one.base.words:
            said = [*map(_bare, one.base.stances), *(each for option in deletions for each in _out(option, "delete"))]
            parts.append(self._alternative(one.base.words, said, EDGES_OUT))
        parts += [self._alternative(option.words, list(_in(option))) for option in one.options if option.words]
        return Inline("[") + _joined(parts, " / ") + Inline("]")

    def _alternative(
        self, words: tuple[Piece, ...], said: Sequence[Inline], edges: tuple[str, str] = EDGES_IN
    ) -> Inline:
        made = self._reading(words, edges)
        said = said or _needed(made)
        return made + Inline(" - ") + _joined(said, "; ") if said else made

    def _apart(self, one: Bracket, *, add: bool) -> Inline:
        """`[base] (A: retain; B, C: delete) [x] (B) [y] (C)`."""
        put = [option for option in one.options if option.words]
        deletions = [option for option in one.options if not option.words]
        if not one.base.words:
            return _joined([self._bracket(option.words, list(_in(option, ": ", add=add))) for option in put], " ")
        deleters = {name for option in put for name in option.names}
        said = [_bare(stance, ": ") for stance in one.base.stances]
        empty = [option for option in deletions if put and {*option.names} <= deleters]
        for option in deletions:
            if option not in empty:
                said += _out(option, ": delete")
        if put:
            names = ", ".join(map(escapes.name, sorted(deleters)))
            said.append(Inline(f"{names}: delete" if names else "delete"))
        parts = [self._bracket(one.base.words, said, EDGES_OUT)]
        parts += [self._bracket(option.words, list(_in(option, ": "))) for option in put]
        parts += [self._bracket((), list(_in(option, ": "))) for option in empty]
        return _joined(parts, " ")

    def _bracket(self, words: tuple[Piece, ...], said: Sequence[Inline], edges: tuple[str, str] = EDGES_IN) -> Inline:
        made = self._reading(words, edges) if words else Inline(NO_TEXT)
        said = said or _needed(made)
        made = Inline("[") + made + Inline("]")
        return made + Inline(" (") + _joined(said, "; ") + Inline(")") if said else made


def _needed(words: Inline) -> list[Inline]:
    """What is said of words that would be taken for a status if nothing were."""
    return [Inline("add")] if words.text.lstrip(_EDGES).startswith(tuple(STATUSES.values())) else []


def _deleters(one: Bracket) -> tuple[str, ...] | None:
    """Who takes words out in a bracket, behind which words put in by the same are marked."""
    if not one.base.words:
        return None
    return tuple(name for option in one.options for name in option.names)


def _in(option: Option, between: str = " ", *, add: bool = False) -> Iterator[Inline]:
    names = ", ".join(map(escapes.name, option.names))
    if add:
        yield Inline(f"{names}: add" if names else "add")
    elif names:
        yield Inline(names)
    yield from _behind(option, between)


def _out(option: Option, verb: str) -> Iterator[Inline]:
    names = ", ".join(map(escapes.name, option.names))
    between = ": " if verb.startswith(":") else " "
    yield Inline(f"{names}{'' if verb.startswith(':') else ' '}{verb}" if names else verb.strip(": "))
    yield from _behind(option, between)


def _behind(option: Option, between: str) -> Iterator[Inline]:
    """What is said on a proposal, behind its owners."""
    yield from (_stance(one, between) for one in option.stances)
    if option.accepted:
        yield Inline("accepted")


def _stance(one: Stance, between: str = " ") -> Inline:
    said = _bare(one, between)
    return said + Inline(" ") + escapes.quotation(Inline(one.found)) if one.found else said


def _bare(one: Stance, between: str = " ") -> Inline:
    """A stand on the words beside it."""
    return Inline(f"{', '.join(map(escapes.name, one.names)) or NOBODY}{between}{one.stand}")


def _instruction(one: BracketedDeed) -> Inline:
    names = ", ".join(map(escapes.name, one.option.names)) or NOBODY
    match one.deed:
        case Deed.MOVE:
            what = Inline(f"move after {one.after}" if one.after else "move to the beginning")
        case Deed.MERGE:
            what = Inline(f"merge with {one.second}: ") + escapes.quotation(one.words[0])
        case _:
            what = Inline("split: ") + _joined([escapes.quotation(words) for words in one.words], " / ")
    said = [what, *_behind(one.option, " ")]
    return Inline(f"[{names}: ") + _joined(said, "; ") + Inline("]")


def _told(row: CompiledRow) -> Inline:
    """What is said of a row, in parentheses; nothing where nothing is."""
    said = [Inline(f"after {row.after}" if row.after else "first")] if row.placed else []
    said += [Inline(f"level {row.level}")] if row.leveled else []
    said += map(_stance, row.stances)
    return Inline(f"({row.label}: ") + _joined(said, "; ") + Inline(")") if said else Inline()


def _status(closure: Closure | None) -> Inline:
    if closure is None:
        return Inline()
    said = [STATUSES[closure.status]]
    if closure.pending:
        said.append(f"pending {', '.join(map(escapes.name, closure.pending))}")
    if closure.package:
        said.append(f"with {', '.join(closure.package)}")
    if closure.reopened:
        said.append("reopened")
    return Inline(f"[{'; '.join(said)}]")


def _joined(parts: Iterable[Inline], between: str) -> Inline:
    made = Inline()
    for number, one in enumerate(parts):
        made = made + (Inline(between) if number else Inline()) + one
    return made
