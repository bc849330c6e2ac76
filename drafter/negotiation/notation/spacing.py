"""Spaces about brackets: each bracket stands apart from the words beside it, and its readings fit all the same.

Exact pieces have every space where it belongs, so that they read right put end to end. Shown ones have the spaces at
the edges of brackets outside; put together, a space goes where an empty reading leaves two, and before a comma. Where
that would not give the exact words, each space is kept as it is (`KEPT`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from drafter.model.inline import Inline
from drafter.negotiation.notation.values import Bracket, Option, Piece

KEPT = "\ue020"
"""A space that stays whatever stands beside it, among shown pieces."""

_CLOSING = tuple(",;.:")
Choice = Mapping[tuple[int, ...], int]
"""By the path to a bracket (its place among the pieces, the reading it is in, its place there …) the reading chosen:
0 for the base's, which is also chosen where nothing is said."""


def plain(pieces: Sequence[Piece], choice: Choice, path: tuple[int, ...] = ()) -> Inline:
    """The exact text of exact pieces, by the readings chosen."""
    made = Inline()
    for place, one in enumerate(pieces):
        made = made + (one if isinstance(one, Inline) else _of(plain, one, choice, (*path, place)))
    return made


def together(pieces: Sequence[Piece], choice: Choice, path: tuple[int, ...] = ()) -> Inline:
    """The text of shown pieces, by the readings chosen; `KEPT` still stands in it."""
    made = Inline()
    gap = False
    for place, one in enumerate(pieces):
        if isinstance(one, Inline):
            words = one
        else:
            words = _of(together, one, choice, (*path, place))
            if not words:
                gap = True
                continue
            if made.text.endswith(" ") and words.text.startswith(_CLOSING):
                made = made[: len(made) - 1]
        if gap and words.text.startswith(" ") and (not made or made.text.endswith(" ")):
            words = words[1:]
        elif gap and made.text.endswith(" ") and words.text.startswith(_CLOSING):
            made = made[: len(made) - 1]
        gap = gap and not words
        made = made + words
    return made[: len(made) - 1] if gap and made.text.endswith(" ") else made


def released(text: Inline) -> Inline:
    """The words with plain spaces for kept ones."""
    return Inline(text.text.replace(KEPT, " "), text.italics, text.marks)


def shown(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Exact pieces with the spaces about their brackets as they are printed."""
    kept: set[int] = set()
    while True:
        made = tuple(_printed(pieces, kept))
        wrong = {path[0] for path in _paths(pieces) if not _true(pieces, made, path)}
        if wrong <= kept:  # what stands right beside shares the space
            wrong = {place + step for place in wrong for step in (-2, -1, 1, 2)}
        if not wrong - kept:
            return made
        kept |= wrong


def choices(pieces: Sequence[Piece]) -> Iterator[Choice]:
    """For each reading of each bracket the choice of it alone, of those it stands in as far as needed."""
    yield from map(_chosen, _paths(pieces))


def _of(
    texts: Callable[[Sequence[Piece], Choice, tuple[int, ...]], Inline],
    one: Bracket,
    choice: Choice,
    path: tuple[int, ...],
) -> Inline:
    number = choice.get(path, 0)
    return texts((one.base, *one.options)[number].words, choice, (*path, number))


def _paths(pieces: Sequence[Piece], path: tuple[int, ...] = ()) -> Iterator[tuple[int, ...]]:
    for place, one in enumerate(pieces):
        if isinstance(one, Bracket):
            for number, option in enumerate((one.base, *one.options)):
                yield (*path, place, number)
                yield from _paths(option.words, (*path, place, number))


def _chosen(path: tuple[int, ...]) -> Choice:
    return {path[:end]: path[end] for end in range(1, len(path), 2)}


def _true(exact: Sequence[Piece], made: Sequence[Piece], path: tuple[int, ...]) -> bool:
    choice = _chosen(path)
    return plain(exact, choice) == released(together(made, _placed(exact, made, choice)))


def _placed(exact: Sequence[Piece], made: Sequence[Piece], choice: Choice) -> Choice:
    """The same choice among shown pieces, which stand at other places than the exact ones."""
    return {_moved(exact, made, path): number for path, number in choice.items()}


def _moved(exact: Sequence[Piece], made: Sequence[Piece], path: tuple[int, ...]) -> tuple[int, ...]:
    place, *rest = path
    nth = sum(isinstance(one, Bracket) for one in exact[:place])
    new = [n for n, one in enumerate(made) if isinstance(one, Bracket)][nth]
    if not rest:
        return (new,)
    number, *inner = rest
    before, after = exact[place], made[new]
    assert isinstance(before, Bracket) and isinstance(after, Bracket)
    was, now = (before.base, *before.options)[number], (after.base, *after.options)[number]
    return (new, number, *_moved(was.words, now.words, tuple(inner)))


def _printed(pieces: Sequence[Piece], kept: set[int]) -> Iterator[Piece]:
    """The pieces with spaces moved out of brackets, but at the places `kept`, whose spaces stay, and those beside."""
    held: list[Piece] = []
    for place, one in enumerate(pieces):
        if isinstance(one, Inline):
            start = place - 1 in kept and one.text.startswith(" ")
            end = place + 1 in kept and one.text.endswith(" ")
            held.append(_fixed(one, start=start, end=end))
        elif place in kept:
            held.append(_each(one, _as_it_is))
        else:
            inner = _each(one, lambda words: tuple(shown(words)))
            leading = [space for words in _worded(inner) if (space := _edge(words, 0))]
            trailing = [space for words in _worded(inner) if (space := _edge(words, -1))]
            held += leading[:1]
            held.append(_each(inner, _trimmed))
            held += trailing[:1]
    return _joined(held)


def _joined(pieces: Sequence[Piece]) -> Iterator[Piece]:
    words = Inline()
    for one in pieces:
        if isinstance(one, Inline):
            words = words + one
            continue
        if words:
            yield words
        words = Inline()
        yield one
    if words:
        yield words


def _worded(one: Bracket) -> list[tuple[Piece, ...]]:
    return [option.words for option in (one.base, *one.options) if option.words]


def _each(one: Bracket, change: Callable[[tuple[Piece, ...]], tuple[Piece, ...]]) -> Bracket:
    def changed(option: Option) -> Option:
        return replace(option, words=change(option.words))

    return Bracket(changed(one.base), tuple(map(changed, one.options)))


def _edge(words: tuple[Piece, ...], end: int) -> Inline | None:
    """The space at an end of words, None where there is none."""
    one = words[end]
    if not isinstance(one, Inline):
        return None
    space = one[:1] if end == 0 else one[len(one) - 1 :]
    return space if space.text == " " and not space.marks else None


def _trimmed(words: tuple[Piece, ...]) -> tuple[Piece, ...]:
    made = list(words)
    if made and _edge(tuple(made), 0):
        first = made[0]
        assert isinstance(first, Inline)
        made[0] = first[1:]
        made = made if made[0] else made[1:]
    if made and _edge(tuple(made), -1):
        last = made[-1]
        assert isinstance(last, Inline)
        made[-1] = last[: len(last) - 1]
        made = made if made[-1] else made[:-1]
    return tuple(made)


def _as_it_is(words: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """The words with every space about a bracket, and at their own edges, kept."""
    inner = {place for place, one in enumerate(words) if isinstance(one, Bracket)}
    made = list(_printed(words, inner))
    for end in {0, len(made) - 1} if made else ():
        if isinstance(one := made[end], Inline):
            made[end] = _fixed(one, start=end == 0, end=end == len(made) - 1)
    return tuple(made)


def _fixed(one: Inline, *, start: bool, end: bool) -> Inline:
    """The words with the spaces at these edges kept."""
    text = one.text
    if start:
        text = text.replace(" ", KEPT, 1) if text.startswith(" ") else text
    if end and text.endswith(" "):
        text = text[:-1] + KEPT
    return Inline(text, one.italics, one.marks)
