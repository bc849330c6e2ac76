"""Which deleted paragraphs of a draft live on in the paragraph that they were joined to."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from drafter.align.pairs import align
from drafter.model.change import PairKind
from drafter.model.draft import Draft, DraftParagraph


def joined(draft: Draft) -> dict[str, str]:
    """The id of each deleted paragraph whose words now stand in the standing one above it, with the id of that one.

    Told by the words, as the summary tells it; a draft whose base is not in the library has none.
    """
    return {gone: one.id for one, after in _changed(draft) for gone in _in(draft, one, after)}


def _changed(draft: Draft) -> Iterator[tuple[DraftParagraph, list[DraftParagraph]]]:
    """Each reworded paragraph with the deleted ones right below it."""
    known = draft.adopted.paragraphs if draft.adopted else {}
    for place, one in enumerate(draft.paragraphs[:-1]):
        was = known.get(one.origin or "")
        if was and not one.deleted and draft.paragraphs[place + 1].deleted and len(one.text) > len(was.text):
            gone = takewhile(lambda other: other.deleted, draft.paragraphs[place + 1 :])
            yield one, [other for other in gone if other.origin in known]


def _in(draft: Draft, one: DraftParagraph, gone: list[DraftParagraph]) -> Iterator[str]:
    assert draft.adopted is not None
    was = [draft.adopted.paragraphs[other.origin or ""] for other in (one, *gone)]
    for pair in align(was, [one.paragraph], known=[(0, 0)]).pairs:
        if pair.kind is PairKind.MERGED and pair.old:
            yield gone[pair.old - 1].id
