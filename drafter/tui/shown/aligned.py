"""Two texts paragraph by paragraph, as a redline or side by side."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property

from textual.content import Content

from drafter.align.groups import PairGroup, group_changes, pair_groups
from drafter.align.notes import NoteChange, NotesOf, changed_notes
from drafter.align.pairs import align
from drafter.align.words import word_changes
from drafter.model.change import PairKind, WordChange
from drafter.model.inline import Inline
from drafter.model.numbering import labels
from drafter.model.resolution import Paragraph, Resolution
from drafter.tui.shown.beside import Body, SideBySide
from drafter.tui.shown.passage import TextPassage
from drafter.tui.shown.wording import Wording, redline

_MUTED = "$foreground 62%"


class AlignedTexts:
    """The paragraphs of two texts that belong together; those of a split or a merge make one passage."""

    def __init__(
        self, old: Resolution, new: Resolution, known: Sequence[tuple[int, int]] = (), *, brackets: bool = False
    ) -> None:
        """`known` are places in the two texts whose paragraphs are known to belong together."""
        self._old, self._new, self._known = old.paragraphs, new.paragraphs, known
        self._notes = NotesOf(old), NotesOf(new)
        self._names = labels(old.paragraphs), labels(new.paragraphs)
        self._before, self._after = (
            Wording({note.id: number for number, note in enumerate(text.footnotes, 1)}, brackets) for text in (old, new)
        )

    @cached_property
    def groups(self) -> tuple[PairGroup, ...]:
        return tuple(pair_groups(align(self._old, self._new, known=self._known)))

    def redlined(self) -> tuple[TextPassage, ...]:
        """What went out struck and what came in underlined, in one text."""
        return self._passages(self._redline)

    def beside(self, key: Callable[[PairGroup], str] | None = None) -> tuple[TextPassage, ...]:
        """The old wording beside the new one; `key` gives the passages other names than their numbers."""
        return self._passages(self._sides, key)

    def _passages(
        self, body: Callable[[PairGroup], Body], key: Callable[[PairGroup], str] | None = None
    ) -> tuple[TextPassage, ...]:
        return tuple(
            TextPassage(
                key(group) if key else str(place),
                body(group),
                group.kind is not PairKind.SAME or bool(self._changed_notes(group)),
            )
            for place, group in enumerate(self.groups)
        )

    def _redline(self, group: PairGroup) -> Content:
        sides = zip(self._names, (group.old, group.new), strict=True)
        named = dict.fromkeys(" ".join(names[n] for n in places) for names, places in sides if places)
        head = self._head(" → ".join(named), group)
        old, new = _joined(self._old, group.old), _joined(self._new, group.new)
        if not group.new:
            return Content.assemble(head, self._before.removed(old))
        if not group.old:
            return Content.assemble(head, self._after.plain(new))
        words = redline(old, new, self._changes(group), self._before, self._after)
        return Content.assemble(head, words, *self._noted(group))

    def _sides(self, group: PairGroup) -> SideBySide:
        old, new = _joined(self._old, group.old), _joined(self._new, group.new)
        changes = self._changes(group) if group.kind is not PairKind.SAME else ()
        was, now = (
            " ".join(names[n] for n in places)
            for names, places in zip(self._names, (group.old, group.new), strict=True)
        )
        left = Content.assemble(self._label(was, group), self._before.before(old, changes)) if was else _muted("—")
        if not now:
            return SideBySide(left, _muted(group.kind))
        notes = self._noted(group) if was else ()
        return SideBySide(left, Content.assemble(self._head(now, group), self._after.after(new, changes), *notes))

    def _changes(self, group: PairGroup) -> tuple[WordChange, ...]:
        return group_changes(self._old, self._new, group)

    def _changed_notes(self, group: PairGroup) -> tuple[NoteChange, ...]:
        return tuple(changed_notes(self._notes[0][group.old], self._notes[1][group.new]))

    def _noted(self, group: PairGroup) -> Iterator[Content]:
        """The footnotes that changed, a line each."""
        for was, now in self._changed_notes(group):
            one, other = Inline(was), Inline(now)
            words = redline(one, other, word_changes(was, now), self._before, self._after)
            yield Content.assemble(("\nFootnote: ", _MUTED), words)

    def _head(self, label: str, group: PairGroup) -> tuple[str, str]:
        said = "" if group.kind is PairKind.SAME else f"  {group.kind}"
        return self._label(f"{label}{said}", group)

    def _label(self, words: str, group: PairGroup) -> tuple[str, str]:
        return f"{words}  ", f"bold {_MUTED}" if group.kind is PairKind.SAME else "bold $primary"


def _muted(words: str) -> Content:
    return Content.styled(words, _MUTED)


def _joined(paragraphs: Sequence[Paragraph], places: Sequence[int]) -> Inline:
    """Their words, a line feed between paragraphs, as the changes of a group count them."""
    whole = Inline()
    for number, place in enumerate(places):
        whole += (Inline("\n") if number else Inline()) + paragraphs[place].inline
    return whole
