"""One action: its keys, its words, and what it calls."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from textual.binding import Binding
from textual.keys import format_key

EVERYWHERE = "Everywhere"
CHANGE = "Change the draft"
WAY = "Find the way"
TYPING = "While typing"
LISTS = "Lists"
FILES = "Library and files"
"""What actions are for, as the help and the command palette group them."""


@dataclass(frozen=True, slots=True)
class Action:
    """`keys` is comma-separated, the first one shown; `footer` puts it in the bottom line; `first` lets it win
    over a text field that would take the key."""

    id: str
    keys: str
    label: str
    tooltip: str
    category: str
    footer: bool = False
    first: bool = False
    does: str = ""

    @property
    def place(self) -> str:
        return self.id.partition(".")[0]

    @property
    def name(self) -> str:
        return self.id.partition(".")[2]

    @property
    def binding(self) -> Binding:
        return Binding(
            self.keys,
            self.does or self.name,
            self.label,
            show=self.footer,
            tooltip=self.tooltip,
            id=self.id,
            priority=self.first,
        )

    def shown_keys(self, remapped: Mapping[str, str]) -> str:
        """The keys as a drafter reads them: "Ctrl+S", "e"."""
        keys = remapped.get(self.id, self.keys)
        return " ".join(shown_key(key) for key in keys.split(","))


def shown_key(key: str) -> str:
    """One key as it is printed on a keyboard.

    >>> shown_key("ctrl+s"), shown_key("question_mark"), shown_key("O")
    ('Ctrl+S', '?', 'O')
    """
    *modifiers, last = key.strip().split("+")
    last = _NAMES.get(last) or format_key(last)
    if modifiers and len(last) == 1:
        last = last.upper()
    return "+".join([*(modifier.capitalize() for modifier in modifiers), last])


_NAMES = {"escape": "Esc", "enter": "Enter", "tab": "Tab", "space": "Space", "delete": "Del", "pageup": "PgUp"} | {
    f"f{n}": f"F{n}" for n in range(1, 13)
}
