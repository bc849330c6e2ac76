"""The place of a round: the paragraph under discussion, kept beside the round's file for the page in the room."""

from __future__ import annotations

from pathlib import Path

from drafter import files
from drafter.edit.local.beside import Beside
from drafter.errors import DrafterError

_LONGEST = 200
"""Bytes; a label is far shorter."""


def place_file(path: Path) -> Path:
    """Where the place of the round in `path` is kept."""
    return Beside(path).folder / f"{path.name}.place"


def keep_place(path: Path, label: str) -> None:
    """Say that `label` is under discussion. Raises DrafterError or OSError where that cannot be written."""
    Beside(path).make()
    files.write(place_file(path), f"{label}\n", durable=False)


def place_of(path: Path) -> str:
    """The label under discussion, "" where none is kept or it cannot be read."""
    try:
        return files.read_text(place_file(path), largest=_LONGEST).strip()
    except DrafterError:
        return ""
