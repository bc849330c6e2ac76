"""Labels and printed numbers, from the order of the paragraphs and the numbers that a source skips.

Labels are what negotiators say: PP5, OP12, OP2(a)(iv), PP3(a), OP7bis, H2 for a heading; in a part of its own
"B/OP1", "Annex/OP3"; "OP3(cont)" where a paragraph goes on after its list; "OP", then "OP#2", for an operative
paragraph that has no number among numbered ones. No two paragraphs of a text have the same label.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from drafter.model.resolution import Kind, Paragraph
from drafter.model.session import roman

_STEMS = {Kind.PREAMBULAR: "PP", Kind.OPERATIVE: "OP", Kind.HEADING: "H"}
VARIANTS = ("bis", "ter", "quater", "quinquies", "sexies", "septies", "octies", "novies", "decies")


def letters(number: int) -> str:
    """1 → a, 26 → z, 27 → aa, as list marks run."""
    number, unit = divmod(number - 1, 26)
    return chr(ord("a") + unit) * (number + 1)


def list_mark(level: int, number: int) -> str:
    """The printed mark of a subparagraph: (a), (i), a., i. for levels 1 to 4."""
    match level:
        case 1:
            return f"({letters(number)})"
        case 2:
            return f"({_roman(number)})"
        case 3:
            return f"{letters(number)}."
        case _:
            return f"{_roman(number)}."


def _roman(number: int) -> str:
    """In small Roman figures up to 399; no list runs further."""
    return roman(number).lower() if number < 400 else str(number)


def labels(paragraphs: Iterable[Paragraph]) -> tuple[str, ...]:
    """The label of each paragraph, in order; "#2" after one that stands a second time, as two "OP5bis" would."""
    found: dict[str, int] = {}
    for label, _ in _numbered(paragraphs):
        again = 1
        while (own := f"{label}#{again}" if again > 1 else label) in found:
            again = found[label] = found[label] + 1
        found[own] = 1
    return tuple(found)


def printed(paragraphs: Iterable[Paragraph]) -> tuple[str, ...]:
    """The number or list mark printed before each paragraph, "" where there is none.

    A single operative paragraph is not numbered (Editorial Manual).
    """
    listed = tuple(paragraphs)
    marks = [mark for _, mark in _numbered(listed)]
    tops: dict[str, list[int]] = {}
    for n, paragraph in enumerate(listed):
        if _is_top(paragraph):
            tops.setdefault(paragraph.part, []).append(n)
    for part, places in tops.items():
        if len(places) == 1 and not part.startswith("Annex"):
            marks[places[0]] = ""
    return tuple(marks)


def normalised(label: str) -> str:
    """A label as typed by a person in the form used here.

    >>> normalised("op 2 (A) (iv)"), normalised("PP9 bis")
    ('OP2(a)(iv)', 'PP9bis')
    """
    part, slash, own = "".join(label.split()).rpartition("/")
    own = re.sub(r"^(pp|op|h)", lambda found: found[0].upper(), own, flags=re.IGNORECASE)
    return part + slash + re.sub(r"(?<=\d)[A-Za-z]+|\([A-Za-z]+\)", lambda found: found[0].lower(), own)


def same_label(one: str, other: str) -> bool:
    """Whether two labels name the same place, white space and case aside."""
    return normalised(one).casefold() == normalised(other).casefold()


def by_itself(paragraph: Paragraph) -> Paragraph:
    """The paragraph without the number its source prints, so that it counts from those before it."""
    return replace(paragraph, number=None) if paragraph.number else paragraph


def _numbered(paragraphs: Iterable[Paragraph]) -> Iterator[tuple[str, str]]:
    """The label and the printed mark of each paragraph."""
    listed = tuple(paragraphs)
    counted = {paragraph.part for paragraph in listed if _is_top(paragraph) and not paragraph.unnumbered}
    counts: dict[tuple[str, Kind], _Count] = {}
    going_on: dict[str, int] = {}
    for paragraph in listed:
        count = counts.setdefault((paragraph.part, paragraph.kind), _Count())
        stem = (f"{paragraph.part}/" if paragraph.part else "") + _STEMS[paragraph.kind]
        if paragraph.kind is Kind.HEADING:
            yield f"{stem}{count.next(0, None)}", ""
        elif paragraph.continued:
            owner = stem + "".join(count.steps[: paragraph.level + 1])
            again = going_on[owner] = going_on.get(owner, 0) + 1
            yield f"{owner}(cont{again if again > 1 else ''})", ""
        elif _is_top(paragraph) and paragraph.unnumbered and paragraph.part in counted:
            count.unnumbered += 1
            count.step(0, f"#{count.unnumbered}" if count.unnumbered > 1 else "")
            yield stem + "".join(count.steps), ""
        else:
            mark = _mark(paragraph, count)
            yield stem + "".join(count.steps), mark


def _is_top(paragraph: Paragraph) -> bool:
    """Whether it is an operative paragraph itself, and not a part of one."""
    return paragraph.kind is Kind.OPERATIVE and paragraph.level == 0 and not paragraph.continued


@dataclass(slots=True)
class _Count:
    """The last number at each level, for one kind of paragraph in one part, and the steps of the last label."""

    numbers: list[int] = field(default_factory=list)
    steps: list[str] = field(default_factory=list)
    unnumbered: int = 0

    def next(self, level: int, number: int | None, *, advance: bool = True) -> int:
        """The next number of a level, `number` where that is further on; what stands below begins again."""
        self.numbers[:] = (self.numbers + [0] * (level + 1))[: level + 1]
        if advance:
            self.numbers[level] = max(self.numbers[level] + 1, number or 0)
        return max(self.numbers[level], 1)

    def step(self, level: int, step: str) -> None:
        """Let the label end in `step` at `level`."""
        self.numbers[:] = (self.numbers + [0] * (level + 1))[: level + 1]
        self.steps[:] = [*(self.steps + [""] * level)[:level], step]


def _mark(paragraph: Paragraph, count: _Count) -> str:
    """Count a paragraph; the mark printed before it."""
    level, variant = paragraph.level, paragraph.variant
    number = count.next(level, paragraph.number, advance=not variant)
    if level == 0:
        count.step(0, f"{number}{variant}")
        return f"{number} {variant}".strip() + "." if paragraph.kind is Kind.OPERATIVE else ""
    mark = list_mark(level, number)
    count.step(level, (mark if mark.startswith("(") else f"({mark})") + variant)
    return f"{mark} {variant}".strip()
