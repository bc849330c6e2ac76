"""Two wordings of one passage as a single stream of kept, deleted and inserted pieces.

The pieces that stood before give the old text, those that stand now the new one, to the last character, italics and
note mark. Pure: no XML here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from drafter.align.words import word_changes
from drafter.model.inline import Inline, NoteMark, Run
from drafter.render.redline.breaks import parted_at_blanks
from drafter.render.redline.values import AGAIN, State, TrackedPiece
from drafter.render.redline.whose import Authorship, SignedChanges


@dataclass(frozen=True, slots=True)
class Region:
    """Characters `old_start`..`old_end` against `new_start`..`new_end`: equal (`kept`), or changed, by whom."""

    old_start: int
    old_end: int
    new_start: int
    new_end: int
    kept: bool
    by: str = ""


@dataclass(frozen=True, slots=True)
class TwoWordings:
    """The text before and after, each of one or several paragraphs whose breaks are the characters `breaks`.

    `signed` where its changes are known, with who made each.
    """

    old: Inline
    new: Inline
    old_breaks: frozenset[int] = frozenset()
    new_breaks: frozenset[int] = frozenset()
    signed: SignedChanges | None = None

    @classmethod
    def of(cls, old: Sequence[Inline], new: Sequence[Inline], whose: Authorship | None = None) -> TwoWordings:
        (before, old_breaks), (after, new_breaks) = _joined(old), _joined(new)
        return cls(before, after, old_breaks, new_breaks, whose.signed(before, after) if whose else None)


MarkPair = tuple[int, int]
"""Places of one mark among the old text's marks and among the new text's."""


def regions(passage: TwoWordings) -> tuple[Region, ...]:
    """The texts cut where their words change."""
    found: list[Region] = []
    i = j = 0
    if passage.signed:
        for each in passage.signed.stretches:
            found.append(Region(i, i + each.old, j, j + each.new, each.kept, each.by))
            i, j = i + each.old, j + each.new
        return tuple(found)
    for change in word_changes(passage.old.text, passage.new.text, typography=True):
        found += _equal(passage, i, change.old_start, j)
        found.append(Region(change.old_start, change.old_end, change.new_start, change.new_end, kept=False))
        i, j = change.old_end, change.new_end
    found += _equal(passage, i, len(passage.old), j)
    return tuple(found)


def paired_marks(passage: TwoWordings, cuts: Sequence[Region], alike: Callable[[str, str], bool]) -> Iterator[MarkPair]:
    """The note marks that stay, in order: at the same place, or in the same change with notes that are `alike`."""
    before, after = passage.old.marks, passage.new.marks
    i = j = 0
    for place, region in enumerate(cuts):
        old = [k for k in range(i, len(before)) if before[k].at <= region.old_end]
        new = [k for k in range(j, len(after)) if after[k].at <= region.new_end]
        if region.kept:
            pairs = _same_place(passage, old, new, region.new_start - region.old_start)
        else:
            pairs = _same_change(passage, old, new, region, alike)
        if passage.signed:
            pairs = [(k, m) for k, m in pairs if before[k].note == after[m].note]
        yield from pairs
        i, j = i + len(old), j + len(new)
        # A mark at the end of equal text may go with what changes right after it: "x,³" → "x and y,³".
        following = cuts[place + 1] if place + 1 < len(cuts) else None
        if following and region.kept and not following.kept:
            last_old, last_new = pairs[-1] if pairs else (-1, -1)
            i -= sum(before[k].at == region.old_end for k in old if k > last_old)
            j -= sum(after[k].at == region.new_end for k in new if k > last_new)


def pieces(passage: TwoWordings, cuts: Sequence[Region], pairs: Iterable[MarkPair] = ()) -> tuple[TrackedPiece, ...]:
    """The passage as one stream; `pairs` are the note marks that stay."""
    kept = list(pairs)
    old = _Side(passage.old, passage.old_breaks, State.DELETED, {i for i, _ in kept})
    new = _Side(passage.new, passage.new_breaks, State.INSERTED, {j for _, j in kept})
    stream: list[TrackedPiece] = []
    waiting = iter((*kept, None))
    pair = next(waiting)
    for region in cuts:
        first = len(stream)
        take = _take_kept if region.kept else _take_changed
        while pair and old.marks[pair[0]].at <= region.old_end and new.marks[pair[1]].at <= region.new_end:
            stream += take(old, new, old.marks[pair[0]].at, new.marks[pair[1]].at)
            stream.append(TrackedPiece(note=new.pass_mark(), old_note=old.pass_mark()))
            pair = next(waiting)
        stream += take(old, new, region.old_end, region.new_end)
        if passage.signed:
            stream[first:] = [_by(piece, region.by, passage.signed) for piece in stream[first:]]
    return tuple(joined(parted_at_blanks((*stream, *old.lone(), *new.lone()))))


def joined(stream: Iterable[TrackedPiece]) -> Iterator[TrackedPiece]:
    """Neighbours with the same state and style as one piece, empty ones left out."""
    held: TrackedPiece | None = None
    for piece in stream:
        plain = piece.note is None and not piece.break_
        if plain and not piece.text:
            continue
        if held and plain and held.note is None and not held.break_ and replace(held, text=piece.text) == piece:
            held = replace(held, text=held.text + piece.text)
            continue
        if held:
            yield held
        held = piece
    if held:
        yield held


def whole(inline: Inline, state: State, by: str = "") -> tuple[TrackedPiece, ...]:
    """A text that has one state throughout."""
    return tuple(joined(_piece(run, state, by) for run in inline.runs()))


def _by(piece: TrackedPiece, by: str, signed: SignedChanges) -> TrackedPiece:
    """A piece with the name of who changed it."""
    if piece.note is not None and piece.state is not State.KEPT:
        return replace(piece, by=signed.marks.get((piece.state, piece.note.removesuffix(AGAIN)), by))
    return piece if piece.state is State.KEPT and not piece.changed_italics else replace(piece, by=by)


def _joined(inlines: Sequence[Inline]) -> tuple[Inline, frozenset[int]]:
    if len(inlines) == 1:
        return inlines[0], frozenset()
    text, breaks = Inline(), set()
    for place, inline in enumerate(inlines):
        if place:
            breaks.add(len(text))
            text += Inline("\n")
        text += inline
    return text, frozenset(breaks)


def _equal(passage: TwoWordings, i: int, i_end: int, j: int) -> Iterator[Region]:
    """Equal text, cut where a paragraph mark on one side meets a line end inside a paragraph on the other."""
    shift = j - i
    for at in range(i, i_end) if passage.old_breaks or passage.new_breaks else ():
        if (at in passage.old_breaks) != (at + shift in passage.new_breaks):
            yield Region(i, at, i + shift, at + shift, kept=True)
            yield Region(at, at + 1, at + shift, at + shift + 1, kept=False)
            i = at + 1
    if i < i_end:
        yield Region(i, i_end, i + shift, i_end + shift, kept=True)


def _same_place(passage: TwoWordings, old: Sequence[int], new: Sequence[int], shift: int) -> list[MarkPair]:
    before, after = passage.old.marks, passage.new.marks
    pairs: list[MarkPair] = []
    rest = list(new)
    for i in old:
        while rest and after[rest[0]].at < before[i].at + shift:
            del rest[0]
        if rest and after[rest[0]].at == before[i].at + shift:
            pairs.append((i, rest.pop(0)))
    return pairs


def _same_change(
    passage: TwoWordings, old: Sequence[int], new: Sequence[int], region: Region, alike: Callable[[str, str], bool]
) -> list[MarkPair]:
    """Like notes in the same order; then the last mark, where it ends the change on both sides."""
    before, after = passage.old.marks, passage.new.marks
    pairs: list[MarkPair] = []
    rest = list(new)
    for i in old:
        found = next((place for place, j in enumerate(rest) if alike(before[i].note, after[j].note)), None)
        if found is not None:
            pairs.append((i, rest[found]))
            del rest[: found + 1]
    last = pairs[-1][0] if pairs else -1
    if (
        old
        and rest
        and old[-1] > last
        and before[old[-1]].at == region.old_end
        and after[rest[-1]].at == region.new_end
    ):
        pairs.append((old[-1], rest[-1]))
    return pairs


class _Side:
    """A cursor over one of the two texts that gives its pieces, each lone mark right after its character."""

    def __init__(self, inline: Inline, breaks: frozenset[int], state: State, paired: set[int]) -> None:
        self.text = inline.text
        self.spans = inline.italics
        self.marks = inline.marks
        self.breaks = breaks
        self.state = state
        self.paired = paired
        self.at = self.mark = self.span = 0

    def lone(self) -> Iterator[TrackedPiece]:
        """Marks reached that have no partner: their notes were dropped or added."""
        while (mark := self._next_lone()) and mark.at <= self.at:
            self.mark += 1
            yield TrackedPiece(state=self.state, note=mark.note)

    def pass_mark(self) -> str:
        """Step over a mark that has its partner; its note."""
        self.mark += 1
        return self.marks[self.mark - 1].note

    def reach(self, end: int) -> int:
        """How many characters from here have one style and no mark between, up to `end`."""
        mark = self._next_lone()
        if mark and mark.at < end:
            end = mark.at
        while self.span < len(self.spans) and self.spans[self.span].end <= self.at:
            self.span += 1
        if self.span < len(self.spans):
            span = self.spans[self.span]
            edge = span.end if span.start <= self.at else span.start
            end = min(end, edge)
        return end - self.at

    @property
    def italic(self) -> bool:
        """Whether the stretch that `reach` measured is italic."""
        return self.span < len(self.spans) and self.spans[self.span].start <= self.at

    def broken(self, piece: TrackedPiece) -> Iterator[TrackedPiece]:
        """A piece that stands here, cut at this side's paragraph breaks."""
        start = 0
        for place in range(self.at, self.at + len(piece.text)) if self.breaks else ():
            if place in self.breaks:
                yield replace(piece, text=piece.text[start : place - self.at])
                yield TrackedPiece(state=piece.state, break_=True)
                start = place - self.at + 1
        yield replace(piece, text=piece.text[start:])

    def take(self, end: int) -> Iterator[TrackedPiece]:
        """Everything up to `end`, as this side's own."""
        while self.at < end:
            yield from self.lone()
            size = self.reach(end)
            yield from self.broken(TrackedPiece(self.text[self.at : self.at + size], self.state, self.italic))
            self.at += size
        yield from self.lone()

    def _next_lone(self) -> NoteMark | None:
        if self.mark < len(self.marks) and self.mark not in self.paired:
            return self.marks[self.mark]
        return None


def _take_changed(old: _Side, new: _Side, old_end: int, new_end: int) -> Iterator[TrackedPiece]:
    """What goes, then what comes."""
    yield from old.take(old_end)
    yield from new.take(new_end)


def _take_kept(old: _Side, new: _Side, old_end: int, new_end: int) -> Iterator[TrackedPiece]:
    while old.at < old_end:
        yield from old.lone()
        yield from new.lone()
        size = min(old.reach(old_end), new.reach(new_end))
        yield from new.broken(TrackedPiece(new.text[new.at : new.at + size], State.KEPT, new.italic, old.italic))
        old.at += size
        new.at += size
    yield from old.lone()
    yield from new.lone()


def _piece(run: Run, state: State, by: str) -> TrackedPiece:
    return TrackedPiece(run.text, state, run.italic, note=run.note, by=by)
