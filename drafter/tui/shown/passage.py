"""A paragraph of a running text, as it is shown."""

from __future__ import annotations

from dataclasses import dataclass

from drafter.tui.shown.beside import Body


@dataclass(frozen=True)
class TextPassage:
    """`key` names it; `changed` where it differs from the other text."""

    key: str
    body: Body
    changed: bool = False
