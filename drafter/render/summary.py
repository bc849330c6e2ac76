"""What a draft changes in its base, as negotiators need it: what matters, then every changed paragraph."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from drafter.align.groups import PairGroup, group_changes, joined, pair_groups
from drafter.align.marked import pieces
from drafter.align.notes import NotesOf, changed_notes
from drafter.align.pairs import align
from drafter.align.tokens import PARAGRAPH_MARK
from drafter.align.words import word_changes
from drafter.model.change import PairKind, WordChange
from drafter.model.dates import written
from drafter.model.decisions import Clearance
from drafter.model.draft import Draft, DraftParagraph, Source, printed
from drafter.model.numbering import labels
from drafter.model.resolution import Kind, Resolution
from drafter.model.session import ordinal
from drafter.model.verified import VerifiedUpdate
from drafter.render.agreed import AgreedWords, Covered, agreed_words
from drafter.render.significance import movements, new_requests, only_updated
from drafter.render.summary_values import Code, Entry, Summary

FIRST_WORDS = 14
"""How many words of a paragraph are quoted on the first page."""


class Remark(NamedTuple):
    """What the drafter says about a paragraph."""

    reason: str = ""
    note: str = ""
    sources: tuple[Source, ...] = ()


def summary(
    draft: Draft, base: Resolution, covered: Covered | None = None, texts: int = 0, *, notes: bool = False
) -> Summary:
    """What `draft` changes in `base`; paragraphs are paired by the origins that the draft names.

    `covered` tells which words of a paragraph are agreed language, in a library of so many `texts`; without it the
    summary leaves them out. With `notes` it has the drafter's private notes, the clearances and what was verified.
    """

    def remark(paragraph: DraftParagraph) -> Remark:
        return Remark(paragraph.reason, paragraph.note if notes else "", paragraph.sources)

    standing = draft.standing
    place = {label: index for index, label in enumerate(labels(base.paragraphs))}
    known = [
        (place[paragraph.origin], index)
        for index, paragraph in enumerate(standing)
        if paragraph.origin is not None and paragraph.origin in place
    ]
    remarks = {index: remark(paragraph) for index, paragraph in enumerate(standing)}
    dropped = {
        place[paragraph.origin]: remark(paragraph)
        for paragraph in draft
        if paragraph.deleted and paragraph.origin in place and paragraph.origin is not None
    }
    session = f"Draft for the {ordinal(draft.session)} session" if draft.session else "Draft"
    symbol = f" ({draft.symbol})" if draft.symbol and draft.symbol.number is not None else ""
    made = compared(base, printed(draft), f"{session}{symbol}", known, remarks, dropped, covered, texts)
    return replace(made, clearances=tuple(_clearances(draft)), verified=tuple(_verified(draft))) if notes else made


def _clearances(draft: Draft) -> Iterable[tuple[str, Clearance]]:
    named = labels(printed(draft).paragraphs)
    return ((label, each) for label, one in zip(named, draft.standing, strict=True) for each in one.clearances)


def _verified(draft: Draft) -> Iterable[tuple[str, VerifiedUpdate]]:
    """What was verified and stays, by the draft's labels and the numbers of its notes."""
    whole = printed(draft)
    by_origin = {one.origin: label for label, one in zip(labels(whole.paragraphs), draft.standing, strict=True)}
    numbers = {f"note {note.id}": f"note {number}" for number, note in enumerate(whole.footnotes, 1)}
    return ((by_origin.get(one.at) or numbers.get(one.at, one.at), one) for one in draft.verified)


def compared(
    old: Resolution,
    new: Resolution,
    name: str,
    known: Iterable[tuple[int, int]] = (),
    remarks: dict[int, Remark] | None = None,
    dropped: dict[int, Remark] | None = None,
    covered: Covered | None = None,
    texts: int = 0,
) -> Summary:
    """Any two texts beside one another; `remarks` are the drafter's by the new index, `dropped` by the old."""
    alignment = align(old.paragraphs, new.paragraphs, known=known)
    sides = _Version(old), _Version(new)
    entries: list[Entry] = []
    unchanged: list[tuple[int, int]] = []
    for group in pair_groups(alignment):
        entry = _entry(group, *sides, covered, texts)
        if entry is None:
            unchanged.append((group.old[0], group.new[0]))
            continue
        own = [(remarks or {}).get(index, Remark()) for index in group.new]
        own += [(dropped or {}).get(index, Remark()) for index in group.old if not group.new]
        reason, note = _joined(one.reason for one in own), _joined(one.note for one in own)
        sources = tuple(dict.fromkeys(source for one in own for source in one.sources))
        entries.append(replace(entry, reason=reason, note=note, sources=sources))
    headings = {place for place, one in enumerate(new.paragraphs) if one.kind is Kind.HEADING}
    title = word_changes(old.title.text, new.title.text)
    return Summary(
        title=tuple(pieces(old.title.text, new.title.text, title)),
        draft=name,
        base=_named(old),
        paragraphs=len(old.paragraphs),
        entries=tuple(entries),
        unchanged=tuple(_runs(unchanged, sides[0].labels, sides[1].labels, headings)),
        changed_words=alignment.changed_words,
        words=alignment.words,
    )


def _joined(said: Iterable[str]) -> str:
    return " ".join(dict.fromkeys(filter(None, said)))


class _Version:
    """A text with its labels and its notes in full."""

    def __init__(self, text: Resolution) -> None:
        self.paragraphs = text.paragraphs
        self.labels = labels(text.paragraphs)
        self.notes = NotesOf(text)


def _entry(group: PairGroup, old: _Version, new: _Version, covered: Covered | None, texts: int) -> Entry | None:
    """The entry for a group; None if nothing changed, its notes included."""
    before, after = joined(old.paragraphs, group.old), joined(new.paragraphs, group.new)
    changes = group_changes(old.paragraphs, new.paragraphs, group)
    notes = tuple(
        tuple(pieces(was, now, word_changes(was, now)))
        for was, now in changed_notes(old.notes[group.old], new.notes[group.new])
    )
    if group.kind is PairKind.SAME and not notes:
        return None
    one = old.paragraphs[group.old[0]] if len(group.old) == 1 else None
    other = new.paragraphs[group.new[0]] if len(group.new) == 1 else None
    added = [(change.new_start, change.new_end) for change in changes]
    changed = bool(group.old and group.new and (changes or notes))
    updated = changed and only_updated(before, after, changes)
    found_movements = movements(one, other, before, after, changes) if group.old and group.new else ()

    def standing(at: int) -> str:
        return new.labels[group.new[after.count(PARAGRAPH_MARK, 0, at)]]

    return Entry(
        code=_code(group.kind),
        old=tuple(old.labels[index] for index in group.old),
        new=tuple(new.labels[index] for index in group.new),
        how=_how(group, changes),
        pieces=tuple(pieces(before, after, changes)),
        notes=notes,
        movements=tuple((standing(at), moved) for moved, at in found_movements),
        requests=tuple((standing(at), request) for request, at in new_requests(after, added)) if group.new else (),
        updated=updated,
        start=_start(after or before),
        agreed=AgreedWords() if covered is None or updated else agreed_words(after, added, covered, texts),
    )


def _code(kind: PairKind) -> Code:
    match kind:
        case PairKind.ADDED:
            return Code.ADD
        case PairKind.DELETED:
            return Code.SUP
        case PairKind.MOVED:
            return Code.MOV
        case _:
            return Code.MOD


def _how(group: PairGroup, changes: Sequence[WordChange]) -> str:
    match group.kind:
        case PairKind.SPLIT:
            return f"split into {len(group.new)}"
        case PairKind.MERGED:
            return f"{len(group.old)} merged"
        case PairKind.MOVED if changes:
            return "moved and edited"
        case PairKind.SAME:
            return "only its notes"
        case _:
            return ""


def _start(text: str) -> str:
    words = text.split()
    cut = " ".join(words[:FIRST_WORDS])
    return cut if len(words) <= FIRST_WORDS else f"{cut.rstrip(',;:')} …"


def _named(text: Resolution) -> str:
    name = text.symbol.short if text.symbol else text.title.text
    return f"{name} ({written(text.adopted)})" if text.adopted else name


def _runs(
    pairs: Sequence[tuple[int, int]], old: Sequence[str], new: Sequence[str], headings: Collection[int]
) -> Iterable[str]:
    """Unchanged paragraphs by their new labels, runs of neighbours as one, with the old label where it differs.

    `headings`, new places, are left out; a run goes on across those that did not change either.
    """
    known = set(pairs)
    run: list[tuple[int, int]] = []
    for pair in [*sorted(pairs, key=lambda found: found[1]), None]:
        if pair is not None and pair[1] in headings:
            continue
        passed = 0
        while run and (step := (run[-1][0] + passed + 1, run[-1][1] + passed + 1)) in known and step[1] in headings:
            passed += 1
        following = run and (run[-1][0] + passed + 1, run[-1][1] + passed + 1)
        if run and (pair is None or pair != following or _breaks(run, pair, new)):
            now, was = (_span(side[run[0][n]], side[run[-1][n]]) for n, side in ((1, new), (0, old)))
            yield now if now == was else f"{now} (was {was})"
            run = []
        if pair is not None:
            run.append(pair)


def _breaks(run: Sequence[tuple[int, int]], pair: tuple[int, int], new: Sequence[str]) -> bool:
    """Whether the next paragraph is of another kind (PP, OP, an OP without a number) than the run."""
    return re.sub(r"\d.*", "1", new[run[0][1]]) != re.sub(r"\d.*", "1", new[pair[1]])


def _span(first: str, last: str) -> str:
    return first if first == last else f"{first}–{last}"
