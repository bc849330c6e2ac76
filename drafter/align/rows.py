"""What was found, as the rows of an alignment."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from drafter.align.likeness import Compared, order_similarity, words_changed
from drafter.model.change import Alignment, Pair, PairKind


@dataclass(frozen=True, slots=True)
class Pairing:
    """Pairs (old → new), splits (old → new ones), merges (new → old ones), and the pairs that kept their order.

    A whole is paired with one of its portions as well.
    """

    pairs: Mapping[int, int]
    splits: Mapping[int, Sequence[int]]
    merges: Mapping[int, Sequence[int]]
    in_order: Sequence[tuple[int, int]]


def rows(old: Sequence[Compared], new: Sequence[Compared], found: Pairing) -> Alignment:
    """The rows in the new order, each deleted paragraph after the nearest earlier one that stayed."""
    paired = [*_portions(old, new, found), *_pairs(old, new, found)]
    by_new: dict[int, list[Pair]] = defaultdict(list)
    for pair, _ in paired:
        assert pair.new is not None
        by_new[pair.new].append(pair)
    gone = _deleted_after(old, found, {pair.old for pair, _ in paired})
    listed = list(gone.get(-1, ()))
    for j in range(len(new)):
        listed += by_new.get(j) or [Pair(None, j, PairKind.ADDED, 0.0)]
        listed += gone.get(j, ())
    changed = sum(words for _, words in paired)
    changed += sum(new[pair.new].size for pair in listed if pair.old is None and pair.new is not None)
    changed += sum(old[pair.old].size for pair in listed if pair.new is None and pair.old is not None)
    longer = max(sum(text.size for text in side) for side in (old, new))
    return Alignment(tuple(listed), changed, longer)


def _portions(old: Sequence[Compared], new: Sequence[Compared], found: Pairing) -> Iterator[tuple[Pair, int]]:
    """The rows of splits and merges; the words changed are counted with the first row of each."""
    for i, parts in found.splits.items():
        before, after = old[i].words, [word for j in parts for word in new[j].words]
        alike, changed = order_similarity(before, after), words_changed(before, after)
        for j in parts:
            yield Pair(i, j, PairKind.SPLIT, alike), changed if j == parts[0] else 0
    for j, wholes in found.merges.items():
        before, after = [word for i in wholes for word in old[i].words], new[j].words
        alike, changed = order_similarity(before, after), words_changed(before, after)
        for i in wholes:
            yield Pair(i, j, PairKind.MERGED, alike), changed if i == wholes[0] else 0


def _pairs(old: Sequence[Compared], new: Sequence[Compared], found: Pairing) -> Iterator[tuple[Pair, int]]:
    """The rows of one old and one new paragraph, with the words changed in each."""
    stayed = {i for i, _ in found.in_order}
    for i, j in found.pairs.items():
        if i in found.splits or j in found.merges:
            continue
        before, after = old[i], new[j]
        same = before.same(after)
        if i not in stayed or before.paragraph.kind is not after.paragraph.kind:
            kind = PairKind.MOVED
        else:
            kind = PairKind.SAME if same else PairKind.EDITED
        if same:
            yield Pair(i, j, kind, 1.0), 0
        else:
            yield (
                Pair(i, j, kind, order_similarity(before.words, after.words)),
                words_changed(before.words, after.words),
            )


def _deleted_after(old: Sequence[Compared], found: Pairing, standing: set[int | None]) -> dict[int, list[Pair]]:
    """The rows of the deleted paragraphs by the new paragraph they stand after, -1 for the beginning."""
    last_new = dict(found.in_order)
    last_new |= {i: max(parts) for i, parts in found.splits.items() if i in last_new}
    gone: dict[int, list[Pair]] = defaultdict(list)
    last = -1
    for i in range(len(old)):
        if i in standing:
            last = last_new.get(i, last)
        else:
            gone[last].append(Pair(i, None, PairKind.DELETED, 0.0))
    return gone
