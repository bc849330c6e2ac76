"""The heaviest subsequence in rising order."""

from __future__ import annotations

from collections.abc import Sequence


def heaviest_in_order(values: Sequence[int], weights: Sequence[float]) -> list[int]:
    """Places of the strictly rising subsequence of `values` of greatest total weight (each above 0), in order.

    >>> heaviest_in_order([4, 1, 2, 3], [1, 1, 1, 1])
    [1, 2, 3]
    """
    ranks = {value: rank for rank, value in enumerate(sorted(set(values)))}
    best = [0.0] * (len(ranks) + 1)
    holder = [-1] * (len(ranks) + 1)
    before = [-1] * len(values)
    total = [0.0] * len(values)
    for place, value in enumerate(values):
        rank = ranks[value]
        top, last = 0.0, -1
        step = rank
        while step > 0:
            if best[step] > top:
                top, last = best[step], holder[step]
            step -= step & -step
        total[place], before[place] = top + weights[place], last
        step = rank + 1
        while step <= len(ranks):
            if total[place] > best[step]:
                best[step], holder[step] = total[place], place
            step += step & -step
    if not values:
        return []
    place = max(range(len(values)), key=total.__getitem__)
    chain = []
    while place >= 0:
        chain.append(place)
        place = before[place]
    return chain[::-1]
