"""How proposals arrive."""

from __future__ import annotations

from enum import StrEnum


class Carrier(StrEnum):
    """What a file is that holds proposals."""

    TRACKED = "tracked"
    CLEAN = "clean"
    DRAFT = "draft"
    PAPER = "paper"
    INSTRUCTIONS = "instructions"
    TABLE = "table"
    COMPILATION = "compilation"
