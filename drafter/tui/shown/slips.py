"""What is marked in a drafted paragraph itself: spelling, and words that are weaker or stronger than the base's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from drafter.model.draft import DraftParagraph
from drafter.model.finding import Finding
from drafter.render.significance import movements
from drafter.rules.ladders import Movement
from drafter.tui.shown.wording import PointedWords
from drafter.tui.state.session import Session, changes

_RULES = {"spelling", "misspelt"}


class TextMark(Enum):
    """The sign of a mark, its style, and the words for it."""

    SPELLING = ("✗", "underline $text-error", "spelling")
    WEAKER = ("▼", "underline $text-warning", "weaker than the base")
    STRONGER = ("▲", "underline $text-accent", "stronger than the base")
    DUE = ("?", "bold $text-warning", "to be brought up to date")

    @property
    def sign(self) -> str:
        return self.value[0]

    @property
    def style(self) -> str:
        return self.value[1]

    @property
    def word(self) -> str:
        return self.value[2]


@dataclass(frozen=True, slots=True)
class TextSlip:
    """Characters of a paragraph with their mark, and what is said of them: "grave concern → deep concern"."""

    mark: TextMark
    start: int
    end: int
    said: str

    @property
    def pointed(self) -> PointedWords:
        return PointedWords(self.start, self.end, self.mark.style, self.mark.sign)


def slips(session: Session, paragraph: DraftParagraph) -> tuple[TextSlip, ...]:
    """What is to be marked in a standing paragraph, in order and apart from each other; spelling as far as the draft
    was looked over."""
    found = sorted((*_spelt(session, paragraph), *_moved(session, paragraph)), key=lambda one: (one.start, -one.end))
    apart: list[TextSlip] = []
    for one in found:
        if not apart or one.start >= apart[-1].end:
            apart.append(one)
    return tuple(apart)


def _spelt(session: Session, paragraph: DraftParagraph) -> Iterator[TextSlip]:
    for one in session.found().get(paragraph.id, ()):
        if one.rule in _RULES and one.note is None and _stands(one, paragraph.text):
            said = f"{one.found} → {one.suggest}" if one.suggest else one.found
            yield TextSlip(TextMark.SPELLING, one.start, one.end, said)


def _stands(finding: Finding, text: str) -> bool:
    return finding.start < finding.end and text[finding.start : finding.end] == finding.found


def _moved(session: Session, paragraph: DraftParagraph) -> Iterator[TextSlip]:
    adopted = session.adopted(paragraph)
    if adopted is None or adopted.text == paragraph.text:
        return
    changed = changes(adopted.inline, paragraph.inline)
    for moved, at in movements(adopted, paragraph.paragraph, adopted.text, paragraph.text, changed):
        start, end = _extent(moved, paragraph.text, at)
        mark = TextMark.STRONGER if moved.stronger else TextMark.WEAKER
        yield TextSlip(mark, start, end, f"{moved.old} → {moved.new}")


def _extent(moved: Movement, text: str, at: int) -> tuple[int, int]:
    """The characters that the new words have in the text, from the character `at` on."""
    words = re.compile(r"\W*(" + r"\s+".join(map(re.escape, moved.new.split())) + ")").match(text, at)
    return words.span(1) if words else (at, at + len(moved.new))
