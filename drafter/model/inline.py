"""The text of a paragraph or note, with its italics and its note marks.

Offsets count characters of `text`, which holds neither the paragraph's number nor any mark. A note mark
belongs to the character before it, as it stands after the punctuation in print: so cutting a text in two
puts each mark on exactly one side, and joining the halves gives the whole again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from drafter.model import markup


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """The characters from `start` up to `end`."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, order=True)
class NoteMark:
    """A mark for the footnote `note`, after the character before offset `at`."""

    at: int
    note: str


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text of one style, or (with `note`) a single note mark and no text."""

    text: str
    italic: bool = False
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Inline:
    """Text with italic spans (sorted, apart, not empty) and note marks (sorted by place)."""

    text: str = ""
    italics: tuple[Span, ...] = ()
    marks: tuple[NoteMark, ...] = ()

    def __post_init__(self) -> None:
        length = len(self.text)
        for span in self.italics:
            if not 0 <= span.start <= span.end <= length:
                raise ValueError(f"{span} lies outside a text of {length} characters")
        for mark in self.marks:
            if not 0 <= mark.at <= length:
                raise ValueError(f"{mark} lies outside a text of {length} characters")
        object.__setattr__(self, "italics", _merged(self.italics))
        object.__setattr__(self, "marks", tuple(sorted(self.marks, key=lambda mark: mark.at)))

    def __len__(self) -> int:
        return len(self.text)

    def __bool__(self) -> bool:
        return bool(self.text or self.marks)

    def __add__(self, other: Inline) -> Inline:
        shift = len(self.text)
        return Inline(
            self.text + other.text,
            self.italics + tuple(Span(span.start + shift, span.end + shift) for span in other.italics),
            self.marks + tuple(NoteMark(mark.at + shift, mark.note) for mark in other.marks),
        )

    def __getitem__(self, part: slice) -> Inline:
        start, end, step = part.indices(len(self.text))
        if step != 1:
            raise ValueError("a text is cut in one piece")
        end = max(start, end)
        if start == 0 and end == len(self.text):
            return self
        italics = (
            Span(max(span.start, start) - start, min(span.end, end) - start)
            for span in self.italics
            if span.start < end and span.end > start
        )
        return Inline(
            self.text[start:end],
            tuple(italics),
            tuple(
                NoteMark(mark.at - start, mark.note)
                for mark in self.marks
                if start < mark.at <= end or (mark.at == start == 0 and end > 0)
            ),
        )

    def replace(self, start: int, end: int, other: Inline) -> Inline:
        """The text with the characters from `start` up to `end` (and their marks) replaced."""
        return self[:start] + other + self[end:]

    def strip(self) -> Inline:
        """The text without white space at either end; marks at the ends stay."""
        start = len(self.text) - len(self.text.lstrip())
        end = max(start, len(self.text.rstrip()))
        marks = tuple(NoteMark(min(max(mark.at, start), end) - start, mark.note) for mark in self.marks)
        cut = self[start:end]
        return Inline(cut.text, cut.italics, marks)

    def without_marks(self) -> Inline:
        return Inline(self.text, self.italics)

    def is_italic(self, start: int, end: int) -> bool:
        """Whether every character from `start` up to `end` is italic."""
        return any(span.start <= start and end <= span.end for span in self.italics)

    def runs(self) -> Iterator[Run]:
        """The text in reading order as runs of one style, each note mark a run of its own."""
        edges = {0, len(self.text)}
        for span in self.italics:
            edges.update((span.start, span.end))
        edges.update(mark.at for mark in self.marks)
        marks = iter((*self.marks, None))
        mark = next(marks)
        places = sorted(edges)
        for place, following in zip(places, [*places[1:], None], strict=True):
            while mark is not None and mark.at == place:
                yield Run("", note=mark.note)
                mark = next(marks)
            if following is not None:
                yield Run(self.text[place:following], self.is_italic(place, following))

    @property
    def markup(self) -> str:
        """The text as a drafter writes it: `*italic*`, `[^note]`, a backslash before a literal one."""
        return markup.write((run.text, run.italic, run.note) for run in self.runs())

    @classmethod
    def from_markup(cls, source: str) -> Inline:
        """Read `*italic*` and `[^note]`; raises MarkupError with the offset of the slip."""
        return cls.of(Run(text, italic, note) for text, italic, note in markup.read(source))

    @classmethod
    def of(cls, runs: Iterable[Run]) -> Inline:
        """Join runs; the inverse of `runs()`."""
        pieces: list[str] = []
        italics: list[Span] = []
        marks: list[NoteMark] = []
        at = 0
        for run in runs:
            if run.note is not None:
                marks.append(NoteMark(at, run.note))
                continue
            if run.italic:
                italics.append(Span(at, at + len(run.text)))
            pieces.append(run.text)
            at += len(run.text)
        return cls("".join(pieces), tuple(italics), tuple(marks))


def _merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    merged: list[Span] = []
    for span in sorted(spans):
        if span.start == span.end:
            continue
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)
