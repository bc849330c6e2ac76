"""A row of somebody's compilation text as words and brackets, in whichever of the ways it fits the base best."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher

from drafter.align.tokens import tokens
from drafter.model.inline import Inline
from drafter.model.negotiated import Stand
from drafter.negotiation.notation import attribution
from drafter.negotiation.notation.attribution import Attributed, Named, Verb
from drafter.negotiation.notation.parsing import RawBracket, RawPiece, part
from drafter.negotiation.notation.spacing import released, together
from drafter.negotiation.notation.values import NOBODY, Bracket, Option, Piece, Stance

_DASH = re.compile(r"(?:^|\s)[-–—]\s?(?=\S)")
_SLASH = re.compile(r"(?:^|\s)/(?:\s|$)")
_PAREN = re.compile(r"\s?\((?P<said>(?:[^()]|\([^()]*\))*)\)")
_MOST = 3
"""How often the brackets of a row are gone through to find the readings that fit."""


@dataclass(frozen=True)
class Group:
    """One bracket, or several that stand side by side for one place: the wordings, each with what is said on it."""

    alternatives: tuple[tuple[tuple[Node, ...], tuple[Attributed, ...]], ...]
    number: int = 0


Node = Inline | Group


@dataclass
class ForeignRow:
    """The groups of a row, and with `fitted` the reading of them that makes the base."""

    nodes: tuple[Node, ...]
    count: int
    chosen: dict[int, int] = field(default_factory=dict)

    def fitted(self, base: Inline) -> tuple[Piece, ...]:
        """The pieces with those wordings as the base's that read most like it."""
        keys = tokens(base.text).keys
        groups = list(_groups(self.nodes))
        best = self._like(keys)
        starts = dict(self.chosen)
        self.chosen = {number: max(way, 0) for number, way in starts.items()}  # nested ones only go in together
        if (now := self._like(keys)) > best:
            best = now
        else:
            self.chosen = starts
        for _ in range(_MOST):
            before = best
            for group in groups:
                for way in (-1, *range(len(group.alternatives))):
                    was = self.chosen[group.number]
                    self.chosen[group.number] = way
                    now = self._like(keys)
                    if now > best:
                        best = now
                    else:
                        self.chosen[group.number] = was
            if best == before or best == 1:
                break
        return self.pieces()

    def likeness(self, base: Inline) -> float:
        return self._like(tokens(base.text).keys)

    def pieces(self) -> tuple[Piece, ...]:
        return tuple(self._piece(one) for one in self.nodes)

    def _like(self, keys: list[str]) -> float:
        now = tokens(released(together(self.pieces(), {})).text).keys
        return SequenceMatcher(None, keys, now, autojunk=False).ratio()

    def _piece(self, one: Node) -> Piece:
        if isinstance(one, Inline):
            return one
        way = self.chosen[one.number]
        made = [(tuple(map(self._piece, words)), said) for words, said in one.alternatives]
        if way < 0:
            return Bracket(Option(), tuple(_put(words, said) for words, said in made))
        words, said = made[way]
        others = tuple(_put(*other) for place, other in enumerate(made) if place != way)
        stances, out = _of_base(said, alone=not others, instead={name for each in others for name in each.names})
        return Bracket(Option(words, stances=stances), (*out, *others))


def foreign_row(pieces: Sequence[RawPiece], named: Named, known: Named) -> ForeignRow:
    """The groups of hidden words; in parentheses only names that are `known` are names."""
    counted = _Counted(named, known)
    nodes = tuple(counted.nodes(pieces))
    return ForeignRow(nodes, counted.count, counted.first)


class _Counted:
    def __init__(self, named: Named, known: Named) -> None:
        self._named, self._known = named, known
        self.count = 0
        self.first: dict[int, int] = {}

    def nodes(self, pieces: Sequence[RawPiece]) -> Iterator[Node]:
        listed = list(pieces)
        held: list[tuple[tuple[tuple[Node, ...], tuple[Attributed, ...]], ...]] = []
        between = Inline()
        for place, one in enumerate(listed):
            if isinstance(one, Inline):
                if held and not one.text.strip() and not one.marks:
                    between = one
                    continue
                yield from self._together(held, between)
                held, between = [], Inline()
                if one:
                    yield one
                continue
            alternatives = self._alternatives(one)
            following = listed[place + 1] if place + 1 < len(listed) else None
            if isinstance(following, Inline):
                said, rest = self._parentheses(following)
                listed[place + 1] = rest
                if said:
                    last, own = alternatives[-1]
                    alternatives = (*alternatives[:-1], (last, (*own, *said)))
            if held and not _belongs(held, alternatives):
                yield from self._together(held, between)
                held = []
            held.append(alternatives)
            between = Inline()
        yield from self._together(held, between)

    def _together(
        self, held: Sequence[tuple[tuple[tuple[Node, ...], tuple[Attributed, ...]], ...]], between: Inline
    ) -> Iterator[Node]:
        if held:
            group = Group(tuple(each for some in held for each in some), self.count)
            self.first[self.count] = _first(group)
            self.count += 1
            yield group
        if between:
            yield between

    def _alternatives(self, one: RawBracket) -> tuple[tuple[tuple[Node, ...], tuple[Attributed, ...]], ...]:
        """The wordings in a bracket; a slash without names on either side may be a slash."""
        return tuple(self._alternative(some) for some in _split(one.inner))

    def _alternative(self, pieces: Sequence[RawPiece]) -> tuple[tuple[Node, ...], tuple[Attributed, ...]]:
        said: tuple[Attributed, ...] = ()
        listed = list(pieces)
        last = listed[-1] if listed else None
        if isinstance(last, Inline):
            for dash in reversed(list(_DASH.finditer(last.text))):
                found = attribution.foreign(last.text[dash.end() :], self._named)
                if found:
                    said = found
                    listed[-1] = part(last, 0, dash.start())
                    break
        return tuple(self.nodes([one for one in listed if one])), said

    def _parentheses(self, words: Inline) -> tuple[tuple[Attributed, ...], Inline]:
        said: list[Attributed] = []
        while (found := _PAREN.match(words.text)) is not None:
            told = attribution.foreign(found["said"], self._known)
            if told is None:
                break
            said += told
            words = part(words, found.end(), len(words))
        return tuple(said), words


def _split(inner: Sequence[RawPiece]) -> Iterator[list[RawPiece]]:
    held: list[RawPiece] = []
    for one in inner:
        if isinstance(one, RawBracket):
            held.append(one)
            continue
        at = 0
        for slash in _SLASH.finditer(one.text):
            held.append(part(one, at, slash.start()))
            yield held
            held, at = [], slash.end()
        held.append(part(one, at, len(one)))
    yield held


def _belongs(
    held: Sequence[tuple[tuple[tuple[Node, ...], tuple[Attributed, ...]], ...]],
    now: tuple[tuple[tuple[Node, ...], tuple[Attributed, ...]], ...],
) -> bool:
    """Whether a bracket is for the same place as those right before it: what puts words in for those it takes out, or
    ownerless like them."""
    before = [each for some in held for _, said in some for each in said]
    own = [each for _, said in now for each in said]
    if not before and not own:
        return True
    out = {name for one in before if one.verb is Verb.DELETE for name in one.names}
    put = {name for one in own if one.verb in (Verb.PROPOSE, Verb.ADD) for name in one.names}
    return bool(put) and put <= out and not any(one.verb is Verb.DELETE for one in own)


def _first(group: Group) -> int:
    """Which wording is the base's before anybody looks at it: the first where there are several or it is taken out."""
    said = group.alternatives[0][1]
    several = len(group.alternatives) > 1
    return 0 if several or any(one.verb in (Verb.DELETE, Verb.RETAIN) for one in said) else -1


def _groups(nodes: Sequence[Node]) -> Iterator[Group]:
    for one in nodes:
        if isinstance(one, Group):
            yield one
            for words, _ in one.alternatives:
                yield from _groups(words)


def _put(words: tuple[Piece, ...], said: Sequence[Attributed]) -> Option:
    """A wording that is not the base's: who wants it, and who stands how on it."""
    names = tuple(name for one in said if one.verb in (Verb.PROPOSE, Verb.ADD) for name in one.names)
    taken = {Verb.DELETE: Stand.OPPOSE, Verb.RETAIN: Stand.SUPPORT}
    stances = (
        Stance(one.names, taken.get(one.verb) or one.verb.stand, one.found)
        for one in said
        if one.verb not in (Verb.PROPOSE, Verb.ADD, Verb.ACCEPTED) and one.names
    )
    return Option(words, tuple(dict.fromkeys(names)), tuple(stances))


def _of_base(
    said: Sequence[Attributed], *, alone: bool, instead: Collection[str]
) -> tuple[tuple[Stance, ...], tuple[Option, ...]]:
    """Who has the base's words, and who wants them out and puts nothing in `instead`; a bracket `alone` without a name
    is nobody's wish."""
    stances: list[Stance] = []
    out: list[Option] = []
    for one in said:
        if one.verb is Verb.DELETE:
            names = tuple(name for name in one.names if name not in instead)
            if names or not one.names:
                out.append(Option((), names))
        elif one.verb in (Verb.PROPOSE, Verb.ADD, Verb.RETAIN):
            stances.append(Stance(one.names, Stand.RETAIN, one.found))
        elif one.verb is not Verb.ACCEPTED:
            if out:
                out[-1] = replace(out[-1], stances=(*out[-1].stances, Stance(one.names, one.verb.stand, one.found)))
            else:
                stances.append(Stance(one.names, one.verb.stand, one.found))
    if not said and alone:
        out.append(Option((), (NOBODY,)))
    return tuple(stances), tuple(out)
