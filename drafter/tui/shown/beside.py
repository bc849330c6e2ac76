"""Two wordings that belong together, to be shown side by side."""

from __future__ import annotations

from dataclasses import dataclass

from textual.content import Content


@dataclass(frozen=True, slots=True)
class SideBySide:
    """The older wording and the newer one, each with its own changes marked."""

    left: Content
    right: Content

    @property
    def plain(self) -> str:
        return f"{self.left.plain}\n{self.right.plain}"


Body = Content | SideBySide
"""What a passage may show."""
