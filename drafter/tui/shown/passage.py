"""A paragraph of a running text, as it is shown."""

from __future__ import annotations

from dataclasses import dataclass

from textual.content import Content


@dataclass(frozen=True)
class TextPassage:
    """`key` names it; `changed` where it differs from the other text."""

    key: str
    body: Content
    changed: bool = False
