"""An account of the words of a source: each is in the Resolution, in declared furniture, or reported as not placed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from drafter.model.numbering import printed
from drafter.model.reading import Reading

_WORD = re.compile(r"[^\W\d_]+|\d")
_MARKDOWN_ONLY = re.compile(r"<[^<>]{1,200}>|\]\([^()\n]{0,400}\)|&[a-z]{2,8};")


@dataclass(frozen=True, slots=True)
class Account:
    """Words of the source by where they went; a figure counts digit by digit, so that "20068" is "2006" and note 8.

    lost      words that are nowhere in the Reading
    invented  words of the Resolution's text that the source does not have, declared repairs aside
    unplaced  words in `Reading.unplaced`
    words     words of the source
    """

    words: int
    unplaced: int
    lost: Counter[str]
    invented: Counter[str]

    @property
    def lost_share(self) -> float:
        return self.lost.total() / self.words if self.words else 0.0


def account(source: str, reading: Reading, *, markdown: bool = False) -> Account:
    """Count the words of `source` against what was read from it."""
    if markdown:
        source = _MARKDOWN_ONLY.sub(" ", source)
    words = _counted([source])
    text = _counted(_text(reading))
    masthead = _counted(_masthead(reading))
    aside = _counted(reading.furniture)
    unplaced = _counted(piece.text for piece in reading.unplaced)
    found = _counted(repair.found for repair in reading.repairs)
    read_as = _counted(repair.read_as for repair in reading.repairs)
    return Account(
        words=words.total(),
        unplaced=unplaced.total(),
        lost=words - text - masthead - aside - unplaced - found,
        invented=text - words - read_as,
    )


def _counted(texts: Iterable[str]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for text in texts:
        counts.update(_WORD.findall(text))
    return counts


def _text(reading: Reading) -> Iterator[str]:
    """Title, paragraphs with their numbers and note marks, and notes with theirs."""
    resolution = reading.resolution
    yield resolution.title.text
    for paragraph, number in zip(resolution.paragraphs, printed(resolution.paragraphs), strict=True):
        yield f"{number} {paragraph.text}"
        yield from (mark.note for mark in paragraph.inline.marks)
    for footnote in resolution.footnotes:
        if not footnote.missing:
            yield f"{footnote.id} {footnote.text}"


def _masthead(reading: Reading) -> Iterator[str]:
    resolution = reading.resolution
    yield from (resolution.agenda_item, resolution.agenda_title, resolution.origin)
