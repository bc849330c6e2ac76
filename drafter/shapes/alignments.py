"""The JSON of an alignment: two texts paragraph by paragraph."""

from __future__ import annotations

from drafter.model.change import Alignment
from drafter.model.numbering import labels
from drafter.model.resolution import Resolution
from drafter.shapes.values import Shape, changes_shape, notes_shape

Rows = dict[tuple[int | None, int | None], list[Shape]]


def alignment_shape(old: Resolution, new: Resolution, alignment: Alignment) -> Shape:
    """One row for each paragraph of either side; the words and the footnotes that changed stand in the first row of a
    group, of a new or deleted paragraph all its footnotes."""
    before, after = labels(old.paragraphs), labels(new.paragraphs)
    words, notes = _changed(old, new, alignment), _changed_notes(old, new, alignment)
    return {
        "pairs": [
            {
                "old": None if pair.old is None else before[pair.old],
                "new": None if pair.new is None else after[pair.new],
                "kind": pair.kind.value,
                "similarity": round(pair.similarity, 4),
                "changes": words.get((pair.old, pair.new), []),
                "notes": notes.get((pair.old, pair.new), []),
            }
            for pair in alignment.pairs
        ],
        "changed_words": alignment.changed_words,
        "words": alignment.words,
    }


def _changed(old: Resolution, new: Resolution, alignment: Alignment) -> Rows:
    from drafter.align.groups import group_changes, joined, pair_groups

    return {
        (group.old[0], group.new[0]): changes_shape(
            joined(old.paragraphs, group.old),
            joined(new.paragraphs, group.new),
            group_changes(old.paragraphs, new.paragraphs, group),
        )
        for group in pair_groups(alignment)
        if group.old and group.new
    }


def _changed_notes(old: Resolution, new: Resolution, alignment: Alignment) -> Rows:
    from drafter.align.groups import pair_groups
    from drafter.align.notes import NotesOf, changed_notes

    before, after = NotesOf(old), NotesOf(new)
    return {
        (next(iter(group.old), None), next(iter(group.new), None)): notes_shape(
            changed_notes(before[group.old], after[group.new])
        )
        for group in pair_groups(alignment)
    }
