"""Two texts: what changed from one to the other, paragraph by paragraph."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import ClassVar

from textual.binding import BindingType

from drafter.model.draft import Draft, printed
from drafter.model.resolution import Resolution
from drafter.tui.actions import BY_ID, bindings
from drafter.tui.dialogs.ask import Ask
from drafter.tui.dialogs.naming import file_named, wrong_file
from drafter.tui.office import office
from drafter.tui.screens.text import TextScreen
from drafter.tui.shown.aligned import AlignedTexts
from drafter.tui.shown.passage import TextPassage
from drafter.tui.work import outputs
from drafter.tui.work.background import in_background


class ComparisonScreen(TextScreen):
    """The newer text with what went out struck and what came in underlined, or the two side by side."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("comparison")]

    def __init__(self, old: Resolution | Draft, new: Resolution | Draft, called: Sequence[str] = ()) -> None:
        """`called` are the names of the two, where they are not their symbols."""
        names = list(called) or [text.symbol.short if text.symbol else "?" for text in (old, new)]
        faces = {"redline": self._redlined, "changes only": self._changed}
        super().__init__(f"{names[0]} → {names[1]} · {new.title.text}", faces, beside=lambda: self._texts.beside())
        self._old, self._new = old, new

    @cached_property
    def _texts(self) -> AlignedTexts:
        old, new = (printed(text) if isinstance(text, Draft) else text for text in (self._old, self._new))
        return AlignedTexts(old, new, brackets=office(self).brackets)

    def _redlined(self) -> tuple[TextPassage, ...]:
        return self._texts.redlined()

    def _changed(self) -> tuple[TextPassage, ...]:
        return tuple(passage for passage in self._redlined() if passage.changed)

    def hint(self, action: str) -> str:
        return BY_ID["comparison.to_word"].label if action == "to_word" else super().hint(action)

    def action_to_word(self) -> None:
        """Ask for a file, and write the newer text to it with every change tracked."""
        held, old, new = office(self), self._old, self._new
        author = (new.author if isinstance(new, Draft) else "") or held.settings.author

        def written(path: Path) -> None:
            self.notify(f"The tracked changes lie in {path}", timeout=5, markup=False)

        def chosen(name: str | None) -> None:
            if name is not None:
                path = file_named(name, ".docx")
                make = outputs.compared
                in_background(self, lambda: make(held.desk, old, new, author, path), written, held.complain, "word")

        hint = "a Word file in which every change is tracked"
        question = Ask(
            "Where shall the tracked changes lie?", "changes.docx", hint, lambda name: wrong_file(name, ".docx")
        )
        self.app.push_screen(question, chosen)
