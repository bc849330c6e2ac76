"""A text under a heading, as a page shows it."""

from __future__ import annotations

from dataclasses import dataclass

from textual.content import Content


@dataclass(frozen=True)
class PageBlock:
    """A text under a heading drawn as a rule, or (without one) under an empty line.

    `most` is the most lines that are shown; `tail` shows the last ones where there are more. A `filling` block
    takes what room is left and is never a reason to scroll.
    """

    body: Content
    heading: str = ""
    style: str = "$foreground 62%"
    most: int | None = None
    tail: bool = False
    filling: bool = False
