"""Which paragraph of the old text became which of the new.

Steps, from certain to doubtful:
1. identical paragraphs in the same order (a longest common subsequence) are anchors;
2. of the rest, pairs that are each other's best match, wherever they stand;
3. what stands alone beside such a pair and has hardly a word of its own is the other half of a split or merge;
4. what lies between pairs already made in order is paired in order, at a lower bar: place speaks for it;
5. neighbours of a pair that moved are tried as its neighbours (a section moves with its paragraphs, a
   paragraph with its subparagraphs), and what is left is tried anywhere;
6. what was rewritten on its matter is known by the phrases that no other paragraph has;
7. what is still alone beside a pair is tried once more as the other half of a split or merge.

Then the heaviest set of pairs in order stays, and the others moved.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from rapidfuzz.distance import LCSseq

from drafter.align.likeness import Candidates, Compared, Weights
from drafter.align.order import heaviest_in_order
from drafter.align.portions import portions
from drafter.align.rewritten import rewritten
from drafter.align.rows import Pairing, rows
from drafter.model.change import Alignment
from drafter.model.resolution import Kind, Paragraph

SURE = 0.5
"""Likeness from which two paragraphs between the same pairs that are each other's best match are a pair."""
SURE_ELSEWHERE = 0.6
"""The same wherever they stand."""
IN_PLACE = 0.25
"""The same for two paragraphs between the same neighbours."""
BETTER = 0.2
"""How much likelier a pair elsewhere is that keeps two paragraphs between the same neighbours apart."""
ELSEWHERE = 0.42
"""The same for two paragraphs left over anywhere."""
BESIDE = 0.3
"""The same for the neighbours of a moved pair."""
PLACE_BONUS = 0.12
"""What is added for standing between the same anchors when candidates are compared."""
CERTAIN = 10**6
"""What outweighs all words of a text."""
GRID = 4000
"""Pairs of paragraphs up to which all those in a gap are compared with one another."""


def align(
    old: Sequence[Paragraph],
    new: Sequence[Paragraph],
    *,
    known: Iterable[tuple[int, int]] = (),
    unmoved: Collection[int] = (),
) -> Alignment:
    """Pair the paragraphs of two texts, whatever their numbers and typography.

    `known` are pairs (old index, new index) that are certain, as of a draft whose paragraphs name their origin;
    one old paragraph with several new neighbours is a split. Only what stands in none of them is looked for. Of those,
    `unmoved` are the new ones that certainly kept their order.

    `same` is the same words whatever the number; `moved` stands out of the order of the others or turned from
    preambular to operative or back, edited or not; `split` and `merged` are several pairs that share a side.
    """
    return _Aligner(old, new, known, frozenset(unmoved)).alignment()


class _Aligner:
    def __init__(
        self,
        old: Sequence[Paragraph],
        new: Sequence[Paragraph],
        known: Iterable[tuple[int, int]],
        unmoved: frozenset[int],
    ) -> None:
        self.unmoved = unmoved
        self.old, self.new = [Compared(paragraph) for paragraph in old], [Compared(paragraph) for paragraph in new]
        self.to_new: dict[int, int] = {}
        self.to_old: dict[int, int] = {}
        self.splits: dict[int, list[int]] = {}
        self.merges: dict[int, list[int]] = {}
        self.likely: dict[tuple[int, int], float] = {}
        for i, j in sorted(known):
            self._take(i, j)

    def alignment(self) -> Alignment:
        self._anchor()
        anchored = {i for i, j in self.to_new.items() if self.old[i].key == self.new[j].key}
        self.weights = Weights(
            [
                *(text for i, text in enumerate(self.old) if i not in anchored),
                *(text for j, text in enumerate(self.new) if self.to_old.get(j) not in anchored),
            ]
        )
        self._pair_mutual(SURE, SURE_ELSEWHERE)
        self._find_portions(certain=True)
        self._pair_in_place()
        self._pair_beside()
        self._pair_mutual(ELSEWHERE, ELSEWHERE)
        self._pair_beside()
        while self._pair_rewritten():
            pass
        self._find_portions(certain=False)
        return rows(self.old, self.new, Pairing(self.to_new, self.splits, self.merges, self._in_order()))

    def _pair(self, i: int, j: int) -> None:
        self.to_new[i] = j
        self.to_old[j] = i

    def _take(self, i: int, j: int) -> None:
        """A known pair; a second one of an old paragraph is a portion of a split where it goes on from the first."""
        if j in self.to_old:
            return
        parts = self.splits.get(i) or [self.to_new.get(i, j - 1)]
        if i not in self.to_new:
            self._pair(i, j)
        elif parts[-1] == j - 1:
            self.splits[i] = [*parts, j]

    def _free(self) -> tuple[list[int], list[int]]:
        """Those in no pair, split or merge yet."""
        merged = {i for group in self.merges.values() for i in group}
        split = {j for group in self.splits.values() for j in group}
        return (
            [i for i in range(len(self.old)) if i not in self.to_new and i not in merged],
            [j for j in range(len(self.new)) if j not in self.to_old and j not in split],
        )

    def _find_portions(self, *, certain: bool) -> None:
        """Let unpaired neighbours of a paired paragraph join it as portions of a split or a merge."""
        free_old, free_new = map(set, self._free())
        one_to_one = {i: j for i, j in self.to_new.items() if i not in self.splits and j not in self.merges}
        self.splits |= portions(self.old, self.new, one_to_one, free_new, self.weights, certain=certain)
        back = {j: i for i, j in one_to_one.items() if i not in self.splits}
        self.merges |= portions(self.new, self.old, back, free_old, self.weights, certain=certain)

    def _anchor(self) -> None:
        """Identical paragraphs in the same order."""
        ids: dict[str | tuple[int, int], int] = {}
        known_old = {i: (i, j) for i, j in self.to_new.items()}
        known_new = {j: pair for pair in known_old.values() for j in self.splits.get(pair[0], pair[1:])}
        before = [ids.setdefault(known_old.get(i, text.key), len(ids)) for i, text in enumerate(self.old)]
        after = [ids.setdefault(known_new.get(j, text.key), len(ids)) for j, text in enumerate(self.new)]
        for block in LCSseq.opcodes(before, after):
            if block.tag == "equal":
                for i, j in zip(
                    range(block.src_start, block.src_end), range(block.dest_start, block.dest_end), strict=True
                ):
                    if i not in known_old:
                        self._pair(i, j)

    def _gaps(self) -> tuple[list[int], list[int]]:
        """For each old and each new paragraph, the number of the gap that it lies in, between pairs in order."""
        chain = self._in_order()
        old_gap, new_gap = [0] * len(self.old), [0] * len(self.new)
        edges = [*sorted(chain), (len(self.old), len(self.new))]
        i = j = 0
        for number, (next_i, next_j) in enumerate(edges):
            old_gap[i:next_i] = [number] * (next_i - i)
            new_gap[j:next_j] = [number] * (next_j - j)
            i, j = next_i, next_j
        return old_gap, new_gap

    def _in_order(self) -> list[tuple[int, int]]:
        pairs = sorted(self.to_new.items())
        weights = [1 + min(self.old[i].size, self.new[j].size) + CERTAIN * (j in self.unmoved) for i, j in pairs]
        return [pairs[place] for place in heaviest_in_order([j for _, j in pairs], weights)]

    def _pair_mutual(self, in_gap: float, elsewhere: float) -> None:
        """Pair paragraphs that are each other's best match, best first, from these likenesses on."""
        free_old, free_new = self._free()
        if not free_old or not free_new:
            return
        old_gap, new_gap = self._gaps()
        first_of_gap: dict[int, int] = {}
        for i, gap in enumerate(old_gap):
            first_of_gap.setdefault(gap, i)
        index = Candidates(self.old, free_old, self.weights)
        edges: list[tuple[float, int, int]] = []
        for j in free_new:
            place = first_of_gap.get(new_gap[j], j * len(self.old) / max(len(self.new), 1))
            for i, alike in index.near(self.new[j], place, 5):
                self.likely[i, j] = alike
                same_gap = old_gap[i] == new_gap[j]
                if alike < (in_gap if same_gap else elsewhere) or not _comparable(self.old[i], self.new[j]):
                    continue
                bonus = PLACE_BONUS if same_gap else 0.0
                bonus += self._family(i, j)
                edges.append((alike + bonus, i, j))
        self._pair_best(edges)

    def _pair_rewritten(self) -> bool:
        """Pair what says little in the same words, but that little as no other paragraph does.

        True where pairs were made: what stood beside them stands less crowded now.
        """
        free_old, free_new = self._free()
        if not free_old or not free_new:
            return False
        edges = list(rewritten(self.old, self.new, (free_old, free_new), self._gaps(), self.weights))
        self._pair_best(edges)
        return bool(edges)

    def _pair_best(self, edges: list[tuple[float, int, int]]) -> None:
        """Pair the likest two first, each paragraph once; among equals the nearest in place."""
        edges.sort(key=lambda edge: (-edge[0], abs(edge[1] - edge[2]), edge[2]))
        for _, i, j in edges:
            if i not in self.to_new and j not in self.to_old:
                self._pair(i, j)

    def _family(self, i: int, j: int) -> float:
        """A small bonus where the neighbours are already a pair: among equals, the one in its context is taken."""
        return 0.02 * ((self.to_new.get(i - 1) == j - 1 and j > 0) + (self.to_new.get(i + 1) == j + 1))

    def _pair_in_place(self) -> None:
        """Pair in order what lies between pairs in order."""
        old_gap, new_gap = self._gaps()
        free_old, free_new = self._free()
        best: dict[tuple[str, int], float] = defaultdict(float)
        for (i, j), alike in self.likely.items():
            if i not in self.to_new and j not in self.to_old:
                best["old", i], best["new", j] = max(best["old", i], alike), max(best["new", j], alike)
        gaps: dict[int, tuple[list[int], list[int]]] = {}
        for i in free_old:
            gaps.setdefault(old_gap[i], ([], []))[0].append(i)
        for j in free_new:
            gaps.setdefault(new_gap[j], ([], []))[1].append(j)
        for before, after in gaps.values():
            if before and after:
                self._pair_gap(before, after, best)

    def _pair_gap(self, before: list[int], after: list[int], best: Mapping[tuple[str, int], float]) -> None:
        """The pairs in order whose total likeness is greatest, each above the bar; `best` is the likeness of what each
        may have elsewhere."""
        if len(before) * len(after) > GRID:
            index = Candidates(self.old, before, self.weights)
            place = {i: n for n, i in enumerate(before)}
            alike = {
                (place[i], n): worth
                for n, j in enumerate(after)
                for i, worth in index.near(self.new[j], before[min(n, len(before) - 1)], 6)
            }
        else:
            alike = {
                (m, n): self.weights.likeness(self.old[i], self.new[j])
                for m, i in enumerate(before)
                for n, j in enumerate(after)
            }
        edges = sorted(
            (m, n, worth - IN_PLACE)
            for (m, n), worth in alike.items()
            if worth > max(IN_PLACE, best["old", before[m]] - BETTER, best["new", after[n]] - BETTER)
            and _comparable(self.old[before[m]], self.new[after[n]])
        )
        # Equal m in falling n: a chain then takes no more than one of them.
        edges.sort(key=lambda edge: (edge[0], -edge[1]))
        for place_ in heaviest_in_order([n for _, n, _ in edges], [worth for _, _, worth in edges]):
            m, n, _ = edges[place_]
            self._pair(before[m], after[n])

    def _pair_beside(self) -> None:
        """Extend each pair to its unpaired neighbours on both sides, as long as they are alike."""
        free_old, free_new = map(set, self._free())
        for i, j in sorted(self.to_new.items()):
            for step in (1, -1):
                m, n = i + step, j + step
                while (
                    m in free_old
                    and n in free_new
                    and _comparable(self.old[m], self.new[n])
                    and self.weights.likeness(self.old[m], self.new[n]) >= BESIDE
                ):
                    self._pair(m, n)
                    free_old.discard(m)
                    free_new.discard(n)
                    m, n = m + step, n + step


def _comparable(one: Compared, other: Compared) -> bool:
    """A heading is paired with a heading only."""
    return (one.paragraph.kind is Kind.HEADING) == (other.paragraph.kind is Kind.HEADING)
