"""A row in our own writing, in either dialect: as exactly as it was printed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from drafter.model.inline import Inline
from drafter.model.negotiated import Stand
from drafter.model.proposal import Deed
from drafter.negotiation.notation import attribution
from drafter.negotiation.notation.attribution import Attributed, Verb
from drafter.negotiation.notation.escapes import hidden, plain, told
from drafter.negotiation.notation.parsing import RawBracket, RawPiece, parsed, part
from drafter.negotiation.notation.readrow import ReadRow, ReadStatus
from drafter.negotiation.notation.values import Bracket, BracketedDeed, Dialect, Option, Piece, Stance
from drafter.negotiation.notation.writing import NO_TEXT, STATUSES

_STATUS = re.compile(rf"({'|'.join(STATUSES.values())})((?:; (?:pending [^;]+|with [^;]+|reopened))*)")
_INSTRUCTION = re.compile(
    r"(?P<names>[^“]+?): (?:move after (?P<after>[^;]+)|(?P<first>move to the beginning)"
    r"|merge with (?P<second>[^“]+?): (?P<whole>“[^”]*”)|split: (?P<parts>“[^”]*”(?: / “[^”]*”)*))(?P<said>(?:; .*)?)",
    re.DOTALL,
)
_QUOTATION = re.compile(r"“([^”]*)”")
_PAREN = re.compile(r" ?\(((?:[^()]|\([^()]*\))*)\)")
_TAIL = re.compile(r"(?:after (?P<after>.+)|(?P<first>first)|level (?P<level>\d+))")


def own_row(words: Inline, label: str, dialect: Dialect) -> ReadRow:
    """The row `label` as it was printed. Raises DrafterError where brackets are nested too deep."""
    whole = parsed(hidden(words))
    tree = list(whole.pieces)
    status = _status(tree)
    row = replace(_tail(tree, label), alone=bool(whole.alone))
    instructions: list[BracketedDeed] = []
    while (found := _instruction(tree)) is not None:
        instructions.insert(0, found)
    pieces = (_dashed if dialect is Dialect.DASH else _apart)(tree)
    return replace(row, pieces=tuple(pieces), instructions=tuple(instructions), status=status)


def _flat(one: RawPiece | None) -> Inline | None:
    """The words of a bracket without inner ones."""
    if isinstance(one, RawBracket) and len(one.inner) == 1 and isinstance(one.inner[0], Inline):
        return one.inner[0]
    return None


def _popped(tree: list[RawPiece]) -> None:
    """Take off the last piece and the space before it."""
    tree.pop()
    if tree and isinstance(last := tree[-1], Inline) and last.text.endswith(" "):
        tree[-1] = part(last, 0, len(last) - 1)
        if not tree[-1]:
            tree.pop()


def _status(tree: list[RawPiece]) -> ReadStatus | None:
    inner = _flat(tree[-1] if tree else None)
    found = _STATUS.fullmatch(inner.text) if inner else None
    if found is None:
        return None
    _popped(tree)
    made = ReadStatus(next(status for status, said in STATUSES.items() if said == found[1]))
    for item in found[2].split("; ")[1:]:
        if item.startswith("pending "):
            made = replace(made, pending=attribution.split_names(item.removeprefix("pending ")))
        elif item.startswith("with "):
            made = replace(made, package=tuple(one.strip() for one in item.removeprefix("with ").split(",")))
        else:
            made = replace(made, reopened=True)
    return made


def _tail(tree: list[RawPiece], label: str) -> ReadRow:
    """What stands in parentheses behind the row's label."""
    last = tree[-1] if tree else None
    if not isinstance(last, Inline) or not last.text.endswith(")"):
        return ReadRow(())
    start = last.text.find(f"({label}: ")
    if start < 0:
        return ReadRow(())
    said = last.text[start + len(label) + 3 : -1]
    head = part(last, 0, start)
    tree[-1] = head
    if head.text.endswith(" "):
        tree[-1] = part(head, 0, len(head) - 1)
    if not tree[-1]:
        tree.pop()
    row = ReadRow(())
    while (found := _TAIL.match(item := said.partition("; ")[0])) and found.end() == len(item):
        level = found["level"]
        row = replace(row, level=int(level)) if level else replace(row, after=found["after"] or "")
        said = said.partition("; ")[2]
    return replace(row, stances=tuple(_stances(attribution.own(said))) if said else ())


def _stances(said: Sequence[Attributed]) -> Iterator[Stance]:
    """The stands; names without a verb, typed by hand behind words of the base, retain them."""
    for one in said:
        if one.verb not in (Verb.ACCEPTED, Verb.DELETE) and one.names:
            stand = Stand.RETAIN if one.verb in (Verb.PROPOSE, Verb.ADD) else one.verb.stand
            yield Stance(one.names, stand, one.found)


def _instruction(tree: list[RawPiece]) -> BracketedDeed | None:
    inner = _flat(tree[-1] if tree else None)
    found = _INSTRUCTION.fullmatch(inner.text) if inner else None
    if found is None or inner is None:
        return None
    _popped(tree)
    option = _option((), (Attributed(attribution.split_names(found["names"])), *attribution.own(found["said"][2:])))
    if found["second"]:
        words = (plain(part(inner, found.start("whole") + 1, found.end("whole") - 1)),)
        return BracketedDeed(Deed.MERGE, option, second=told(found["second"]), words=words)
    if found["parts"]:
        shift = found.start("parts")
        parts = (
            plain(part(inner, shift + one.start(1), shift + one.end(1))) for one in _QUOTATION.finditer(found["parts"])
        )
        return BracketedDeed(Deed.SPLIT, option, words=tuple(parts))
    return BracketedDeed(Deed.MOVE, option, after=told(found["after"] or ""))


def _option(words: tuple[Piece, ...], said: Sequence[Attributed]) -> Option:
    """A reading with its owners, and what is said on it."""
    names = next((one.names for one in said if one.verb in (Verb.PROPOSE, Verb.DELETE, Verb.ADD)), ())
    stances = (one for one in said if one.verb not in (Verb.PROPOSE, Verb.DELETE, Verb.ADD, Verb.ACCEPTED))
    return Option(words, names, tuple(_stances(tuple(stances))), any(one.verb is Verb.ACCEPTED for one in said))


def _base_said(said: Sequence[Attributed]) -> tuple[tuple[Stance, ...], list[list[Attributed]]]:
    """Who has the base's words, and each deletion with what is said on it."""
    first = next((place for place, one in enumerate(said) if one.verb is Verb.DELETE), len(said))
    deletions: list[list[Attributed]] = []
    for one in said[first:]:
        if one.verb is Verb.DELETE:
            deletions.append([])
        deletions[-1].append(one)
    return tuple(_stances(said[:first])), deletions


def _dashed(tree: Sequence[RawPiece]) -> Iterator[Piece]:
    for one in tree:
        yield plain(one) if isinstance(one, Inline) else _dashed_bracket(one)


def _dashed_bracket(one: RawBracket) -> Bracket:
    alternatives = [_alternative(words) for words in _alternatives(one.inner)]
    (words, said), *others = alternatives
    if not others and not any(each.verb is Verb.DELETE for each in said):
        return Bracket(Option(), (_option(words, said),))
    stances, deletions = _base_said(said)
    options = [_option((), some) for some in deletions]
    options += [_option(put, some) for put, some in others]
    return Bracket(Option(words, stances=stances), tuple(options))


def _alternatives(inner: Sequence[RawPiece]) -> Iterator[list[RawPiece]]:
    held: list[RawPiece] = []
    for one in inner:
        if isinstance(one, RawBracket):
            held.append(one)
            continue
        at = 0
        while (slash := one.text.find(" / ", at)) >= 0:
            held.append(part(one, at, slash))
            yield held
            held, at = [], slash + 3
        held.append(part(one, at, len(one)))
    yield held


def _alternative(pieces: Sequence[RawPiece]) -> tuple[tuple[Piece, ...], tuple[Attributed, ...]]:
    *before, last = pieces if pieces else [Inline()]
    said: tuple[Attributed, ...] = ()
    if isinstance(last, Inline) and (dash := last.text.rfind(" - ")) >= 0:
        said = attribution.own(last.text[dash + 3 :])
        last = part(last, 0, dash)
    return tuple(_dashed([one for one in (*before, last) if one])), said


@dataclass
class _Behind:
    """A bracket and what stands in parentheses behind it."""

    words: tuple[Piece, ...]
    said: tuple[Attributed, ...]
    put: list[_Behind] = field(default_factory=list)

    @property
    def names(self) -> set[str]:
        return {name for one in self.said for name in one.names if one.verb in (Verb.PROPOSE, Verb.DELETE)}

    def takes_out(self) -> bool:
        return any(one.verb is Verb.DELETE for one in self.said)

    def belongs(self, other: _Behind) -> bool:
        """Whether another is what is put in place of this one's words."""
        mine = {name for one in self.said if one.verb is Verb.DELETE for name in one.names}
        apart = any(one.verb in (Verb.DELETE, Verb.ADD) for one in other.said)
        return self.takes_out() and not apart and other.names <= mine

    def bracket(self) -> Bracket:
        if not self.takes_out():
            return Bracket(Option(), (_option(self.words, self.said),))
        stances, deletions = _base_said(self.said)
        if self.put:
            deletions.pop()
        options = [_option((), some) for some in deletions]
        options += [_option(one.words, one.said) for one in self.put]
        return Bracket(Option(self.words, stances=stances), tuple(options))


def _apart(tree: Sequence[RawPiece]) -> Iterator[Piece]:
    held: _Behind | None = None
    between = Inline()
    pieces = list(tree)
    for place, one in enumerate(pieces):
        if isinstance(one, RawBracket):
            said, rest = _parenthesis(pieces[place + 1] if place + 1 < len(pieces) else None)
            if rest is not None:
                pieces[place + 1] = rest
            empty = (inner := _flat(one)) is not None and inner.text == NO_TEXT
            now = _Behind(() if empty else tuple(_apart(one.inner)), said)
            if held is not None and held.belongs(now):
                held.put.append(now)
            else:
                yield from _released(held, between)
                held = now
            between = Inline()
        elif held is not None and not one.text.strip(" ") and not one.marks:
            between = one
        else:
            yield from _released(held, between)
            held, between = None, Inline()
            if one:
                yield plain(one)
    yield from _released(held, between)


def _released(held: _Behind | None, between: Inline) -> Iterator[Piece]:
    if held is not None:
        yield held.bracket()
    if between:
        yield plain(between)


def _parenthesis(one: RawPiece | None) -> tuple[tuple[Attributed, ...], Inline | None]:
    """What is said in parentheses at the beginning of words, and the rest of them."""
    found = _PAREN.match(one.text) if isinstance(one, Inline) else None
    if found is None or not isinstance(one, Inline):
        return (), None
    return attribution.own(found[1]), part(one, found.end(), len(one))
