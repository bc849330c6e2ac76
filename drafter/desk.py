"""The wiring that both front ends share: each thing a drafter does, once."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Desk:
    """A library, and what a drafter does with it."""

    root: Path

    @classmethod
    def at(cls, option: Path | None = None) -> Desk:
        """The desk on the library that `--corpus` names, or on the one found without it."""
        return cls(option or Path("corpus"))
