"""Old resolutions follow old rules: which of them hold for a text, by organ and session."""

from __future__ import annotations

from dataclasses import dataclass

from drafter.model.organ import Organ
from drafter.model.resolution import Resolution

ONE_NOTE_A_MENTION = 75
"""From about the seventy-third to the seventy-fifth session on, every note number is used once."""

MODERN = 60
"""Older texts follow older manuals; what is checked in them is form, not style."""


@dataclass(frozen=True, slots=True)
class Profile:
    """The rules that depend on when and where a text was adopted."""

    notes_may_repeat: bool = False
    modern: bool = True
    assembly: bool = True

    @classmethod
    def of(cls, text: Resolution) -> Profile:
        session = text.session or (text.symbol.session_number if text.symbol else None)
        assembly = text.organ is Organ.GENERAL_ASSEMBLY
        if session is None or not assembly:
            return cls(notes_may_repeat=not assembly, assembly=assembly)
        return cls(notes_may_repeat=session < ONE_NOTE_A_MENTION, modern=session >= MODERN)
