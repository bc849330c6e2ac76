"""Labels and printed numbers, computed from the order of the paragraphs and never stored.

Labels are what negotiators say: PP5, OP12, OP2(a)(iv), PP3(a), OP7bis, H2 for a heading; in a part of its own
"B/OP1", "Annex/OP3"; "OP3(cont)" where a paragraph goes on after its list.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

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
    """In small Roman figures as far as they are known; no list that means it goes so far."""
    return roman(number).lower() if number < 400 else str(number)


def labels(paragraphs: Iterable[Paragraph]) -> tuple[str, ...]:
    """The label of each paragraph, in order."""
    return tuple(label for label, _ in _numbered(paragraphs))


def printed(paragraphs: Iterable[Paragraph]) -> tuple[str, ...]:
    """The number or list mark printed before each paragraph, "" where there is none.

    A single operative paragraph is not numbered (Editorial Manual).
    """
    listed = tuple(paragraphs)
    marks = [mark for _, mark in _numbered(listed)]
    tops: dict[str, list[int]] = {}
    for n, paragraph in enumerate(listed):
        if paragraph.kind is Kind.OPERATIVE and paragraph.level == 0 and not paragraph.continued:
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


def _numbered(paragraphs: Iterable[Paragraph]) -> Iterator[tuple[str, str]]:
    counts: dict[tuple[str, Kind], list[int]] = {}
    stems: dict[tuple[str, Kind], list[str]] = {}
    variants: dict[str, int] = {}
    for paragraph in paragraphs:
        key = (paragraph.part, paragraph.kind)
        count = counts.setdefault(key, [])
        stem = stems.setdefault(key, [])
        prefix = f"{paragraph.part}/" if paragraph.part else ""
        if paragraph.kind is Kind.HEADING:
            count[:] = [(count[0] if count else 0) + 1]
            yield f"{prefix}H{count[0]}", ""
            continue
        if paragraph.continued:
            owner = prefix + _STEMS[paragraph.kind] + "".join(stem)
            variants[owner] = variants.get(owner, 0) + 1
            again = variants[owner]
            yield f"{owner}(cont{again if again > 1 else ''})", ""
            continue
        level = paragraph.level
        count[:] = (count + [0] * (level + 1))[: level + 1]
        stem[:] = (stem + [""] * (level + 1))[: level + 1]
        if not paragraph.variant:
            count[level] += 1
        number = max(count[level], 1)
        mark = f"{number}" if level == 0 else list_mark(level, number)
        stem[level] = (mark if mark.startswith("(") or level == 0 else f"({mark})") + paragraph.variant
        label = prefix + _STEMS[paragraph.kind] + "".join(stem)
        if level == 0:
            shown = f"{number} {paragraph.variant}".strip() + "." if paragraph.kind is Kind.OPERATIVE else ""
        else:
            shown = mark if not paragraph.variant else f"{mark} {paragraph.variant}"
        yield label, shown
