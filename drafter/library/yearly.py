"""What changed in an item from one text to the next: words inserted or replaced, and paragraphs added.

Mined from the aligned texts, never a list made by hand.
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.align.groups import pair_groups
from drafter.align.pairs import align
from drafter.align.words import word_changes
from drafter.library.series import title_key
from drafter.library.terms import plain_words
from drafter.library.values import PairChanges, YearlyAddition, YearlyChange
from drafter.model import numbering
from drafter.model.change import PairKind
from drafter.model.resolution import Kind, Resolution

CONTEXT = 3
"""How many words before and after a change are kept with it."""

LIKE = 0.5
"""Two paragraphs less similar than this are different paragraphs and show no change of words."""

LONGEST = 25
"""More words than this in a row, old or new, are a new sentence and not a change of words."""


def pair_changes(old: Resolution, new: Resolution, fingerprint: str) -> PairChanges:
    """What changed between two neighbouring texts of one item; nothing where the new one is undated."""
    changes: list[YearlyChange] = []
    additions: list[YearlyAddition] = []
    if new.adopted is not None:
        symbol, day, series = str(new.symbol), new.adopted, title_key(new.title.text)
        labels = numbering.labels(new.paragraphs)
        for group in pair_groups(align(old.paragraphs, new.paragraphs)):
            if not group.new or new.paragraphs[group.new[0]].kind is Kind.HEADING:
                continue
            place = group.new[0]
            paragraph, label = new.paragraphs[place], labels[place]
            if group.kind is PairKind.ADDED:
                follows = new.paragraphs[place - 1].text if place else ""
                kind, level = paragraph.kind, paragraph.level
                additions.append(YearlyAddition(symbol, label, day, series, kind, level, follows, paragraph.text))
            elif group.kind is not PairKind.SAME and group.similarity >= LIKE and len(group.old) == 1:
                was = old.paragraphs[group.old[0]].text
                for before, gone, after, put_in in _changed(was, paragraph.text):
                    changes.append(YearlyChange(symbol, label, day, series, before, gone, after, put_in))
    return PairChanges(str(old.symbol), str(new.symbol), fingerprint, tuple(changes), tuple(additions))


def _changed(old: str, new: str) -> Iterator[tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...], str]]:
    """Each change of more than numbers, with the words around it."""
    for change in word_changes(old, new):
        was = plain_words(old[change.old_start : change.old_end])
        put_in = new[change.new_start : change.new_end].strip()
        now = plain_words(put_in)
        if not now or was == now or max(len(was), len(now)) > LONGEST:
            continue
        if any(character.isdigit() for word in (*was, *now) for character in word):
            continue
        before = plain_words(old[: change.old_start])[-CONTEXT:]
        after = plain_words(old[change.old_end :])[:CONTEXT]
        yield before, was, after, put_in
