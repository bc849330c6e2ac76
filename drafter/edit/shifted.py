"""Which paragraphs of a draft were moved: the fewest that explain its order."""

from __future__ import annotations

from bisect import bisect_left

from drafter.model.draft import Draft


def shifted(draft: Draft) -> frozenset[str]:
    """The ids of the paragraphs that were moved; none where the base is not at hand."""
    if draft.adopted is None:
        return frozenset()
    order = {label: place for place, label in enumerate(draft.adopted.paragraphs)}
    standing = [paragraph for paragraph in draft.standing if paragraph.origin in order]
    stayed = _longest_rising([order[paragraph.origin or ""] for paragraph in standing])
    return frozenset(paragraph.id for place, paragraph in enumerate(standing) if place not in stayed)


def _longest_rising(places: list[int]) -> set[int]:
    """The indexes of a longest run, with gaps, of `places` that never falls."""
    ends: list[tuple[int, int]] = []
    before: list[int] = []
    for index, place in enumerate(places):
        at = bisect_left(ends, (place + 1, -1))
        before.append(ends[at - 1][1] if at else -1)
        ends[at : at + 1] = [(place, index)]
    chain: set[int] = set()
    index = ends[-1][1] if ends else -1
    while index >= 0:
        chain.add(index)
        index = before[index]
    return chain
