"""The same words replaced wherever they stand, as one instruction."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from drafter.model.proposal import TITLE, Deed, Proposal
from drafter.model.resolution import Kind
from drafter.negotiation.amending.instruction import AmendingInstruction
from drafter.negotiation.intake.anchors import occurrences
from drafter.negotiation.intake.asked import Act
from drafter.negotiation.intake.locators import EVERYWHERE
from drafter.negotiation.values import Round

_FEW = 3
"""Places from which it is said once for all of them."""
_STEMS = {Kind.PREAMBULAR: f"PP{EVERYWHERE}", Kind.OPERATIVE: f"OP{EVERYWHERE}"}


def throughout(round_: Round, proposals: Iterable[Proposal]) -> Iterator[AmendingInstruction]:
    """An instruction for each pair of words of which every place in the base is changed alike, and in several."""
    alike: dict[tuple[str, str], list[Proposal]] = defaultdict(list)
    for one in proposals:
        if one.kind in (Deed.WORDS, Deed.TITLE) and not (one.found.marks or one.put.marks):
            alike[one.found.text, one.put.text].append(one)
    for (found, put), some in sorted(alike.items()):
        if len(some) < _FEW or not _whole_words(found) or not _whole_words(put):
            continue
        stands = [label for label in round_.places for _ in occurrences(found, round_.inline(label).text)]
        if sorted(one.label for one in some) != sorted(stands):
            continue
        kinds = {round_.paragraphs[label].kind for label in stands if label != TITLE}
        if Kind.HEADING in kinds:
            continue
        places = [TITLE] * (TITLE in stands) + [stem for kind, stem in _STEMS.items() if kind in kinds]
        yield AmendingInstruction(
            Act.SWAP_ALL, tuple(places), some[0].found, some[0].put, ids=tuple(one.id for one in some)
        )


def _whole_words(text: str) -> bool:
    return bool(text) and text == text.strip() and text[0].isalnum() and text[-1].isalnum()
