"""Two adopted texts: what changed from one to the other, paragraph by paragraph."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from drafter.align.pairs import align
from drafter.model.change import Pair, PairKind
from drafter.model.numbering import labels
from drafter.model.resolution import Resolution
from drafter.tui.office import office
from drafter.tui.screens.text import TextScreen
from drafter.tui.shown.passage import TextPassage
from drafter.tui.shown.wording import Wording, redline
from drafter.tui.state.session import changes


class ComparisonScreen(TextScreen):
    """The newer text with what went out struck and what came in underlined."""

    def __init__(self, old: Resolution, new: Resolution, called: Sequence[str] = ()) -> None:
        """`called` are the names of the two, where they are not their symbols."""
        names = list(called) or [text.symbol.short if text.symbol else "?" for text in (old, new)]
        faces = {"redline": self._passages, "changes only": self._changed}
        super().__init__(f"{names[0]} → {names[1]} · {new.title.text}", faces)
        self._old, self._new = old, new
        self._pairs = align(old.paragraphs, new.paragraphs).pairs

    def _changed(self) -> tuple[TextPassage, ...]:
        return tuple(passage for passage in self._passages() if passage.changed)

    def _passages(self) -> tuple[TextPassage, ...]:
        before, after = (
            Wording({note.id: number for number, note in enumerate(text.footnotes, 1)}, office(self).brackets)
            for text in (self._old, self._new)
        )
        named = labels(self._old.paragraphs), labels(self._new.paragraphs)
        return tuple(self._passage(n, pair, named, before, after) for n, pair in enumerate(self._pairs))

    def _passage(
        self, place: int, pair: Pair, named: tuple[tuple[str, ...], tuple[str, ...]], before: Wording, after: Wording
    ) -> TextPassage:
        old = self._old.paragraphs[pair.old].inline if pair.old is not None else None
        new = self._new.paragraphs[pair.new].inline if pair.new is not None else None
        label = " → ".join(
            dict.fromkeys(names[n] for names, n in zip(named, (pair.old, pair.new), strict=True) if n is not None)
        )
        changed = pair.kind is not PairKind.SAME
        head = (
            f"{label}{f'  {pair.kind}' if changed else ''}  ",
            "bold $primary" if changed else "bold $foreground 62%",
        )
        if new is None:
            assert old is not None
            body = before.removed(old)
        elif old is None:
            body = after.plain(new)
        else:
            body = redline(old, new, changes(old, new), before, after)
        return TextPassage(str(place), Content.assemble(head, body), changed)
