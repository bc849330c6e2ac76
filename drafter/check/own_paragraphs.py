"""References to paragraphs of the text itself, held against its numbering as it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from drafter.align.words import word_changes
from drafter.check.rule import Background, Slip, on_text
from drafter.model.finding import Severity
from drafter.model.numbering import labels
from drafter.model.resolution import Kind, Paragraph, Resolution
from drafter.rules.own_paragraphs import OwnReference, own_references

_NUMBERED = re.compile(r"OP(\d+)")
_PLACE = re.compile(r"(?:.*/)?OP(?P<number>\d+)(?P<letters>(?:\([a-z]+\))*)")
_OTHER_SIDE = {"above": "below", "below": "above"}


@on_text(
    "own-paragraph",
    Severity.ERROR,
    source="Editorial Manual, references",
    example="paragraph 31 above, in a text of 25 paragraphs",
)
def own_paragraph(text: Resolution, background: Background) -> Iterator[Slip]:
    """A paragraph of this text that is referred to exists, above or below as stated; a number unchanged from the base
    follows its paragraph to its new place, and "above" or "below" with it."""
    numbers = _operative_numbers(text)
    most = max(numbers.values(), default=0)
    for index, paragraph in enumerate(text.paragraphs):
        if paragraph.part.startswith("Annex"):
            continue
        for _, several in groupby(own_references(paragraph.text), key=lambda one: one.said):
            yield from _listed(background, index, paragraph, tuple(several), numbers.get(index, 0), most)


def _listed(
    background: Background, index: int, paragraph: Paragraph, listed: tuple[OwnReference, ...], own: int, most: int
) -> Iterator[Slip]:
    """The slips of the numbers that one "above" or "below" goes with."""
    astray: list[OwnReference] = []
    for one in listed:
        moved = _moved(background, index, paragraph, one)
        if moved is not None:
            yield moved
        number = int(moved.suggest.split()[0]) if moved is not None and moved.suggest else one.number
        gone = moved is not None and moved.suggest is None
        if moved is None and number > most:
            yield Slip(f"there is no paragraph {number} in this text", one.start, one.end, index=index)
        elif not gone and ((one.where == "above" and 0 < own < number) or (one.where == "below" and number < own)):
            astray.append(one)
    where, said = listed[0].where, listed[0].said
    if len(astray) == len(listed):
        named = " and ".join(str(one.number) for one in listed)
        message = f"paragraph {named} does not stand {where}"
        yield Slip(message, said, said + len(where), _OTHER_SIDE[where], index=index)
        return
    for one in astray:
        yield Slip(f"paragraph {one.number} does not stand {where}", one.start, one.end, index=index)


def _moved(background: Background, index: int, paragraph: Paragraph, one: OwnReference) -> Slip | None:
    """The slip for a number whose paragraph has another number now, with its letters where these changed too; a number
    that the drafter wrote is taken as current."""
    known = background.base_labels or {}
    label = f"{paragraph.part}/OP{one.number}" if paragraph.part else f"OP{one.number}"
    letters = one.letters.replace(" ", "")
    whole = letters and label + letters in known
    if whole:
        label += letters
    now = known.get(label, label)
    if now == label or not _as_in_the_base(background, index, paragraph.text, one):
        return None
    said = f"is now {now}" if now else "was dropped"
    named = f"{one.number}{one.letters}" if whole else str(one.number)
    suggest = _written(now, with_letters=bool(whole)) if now else None
    end = one.end + len(one.letters) if whole else one.end
    return Slip(f"the paragraph that was {named} in the base {said}", one.start, end, suggest, index=index)


def _written(label: str, *, with_letters: bool) -> str | None:
    """ "OP19(n)" as a reference has it: "19 (n)"."""
    place = _PLACE.fullmatch(label)
    if place is None or (place["letters"] and not with_letters):
        return None
    return place["number"] + place["letters"].replace("(", " (")


def _as_in_the_base(background: Background, index: int, text: str, one: OwnReference) -> bool:
    if background.base_texts is None:
        return True
    base = background.base_texts.get(index)
    if base is None or base == text:
        return base is not None
    return all(change.new_end <= one.start or change.new_start >= one.end for change in word_changes(base, text))


def _operative_numbers(text: Resolution) -> dict[int, int]:
    """Index of each operative paragraph → its number (a subparagraph's is its parent's); 0 where it has none."""
    numbers: dict[int, int] = {}
    for index, (paragraph, label) in enumerate(zip(text.paragraphs, labels(text.paragraphs), strict=True)):
        if paragraph.kind is Kind.OPERATIVE:
            numbered = _NUMBERED.match(label.rpartition("/")[2])
            numbers[index] = int(numbered[1]) if numbered else 0
    return numbers
