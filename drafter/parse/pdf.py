"""A PDF file as lines: size, type and place tell heads, notes, note marks, italics and paragraphs apart."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from drafter import files
from drafter.errors import UnreadableError
from drafter.model.reading import Reading, Repair
from drafter.parse.limits import SECONDS
from drafter.parse.lines import KnownText
from drafter.parse.pdflayout import laid_out
from drafter.parse.pdfpieces import PagePieces, PdfPiece
from drafter.parse.struck import struck
from drafter.parse.structure import recognised

_PICTURES = "this PDF has no text, only pictures of its pages"
_OCR = "run text recognition (OCR) on it first"


def read(path: Path) -> Reading:
    """The resolution in a PDF file; raises UnreadableError in one line where there is none."""
    _refuse_others(path)
    try:
        return reading_of(_taken_out(path), path.name)
    except UnreadableError as error:
        raise UnreadableError(error.problem, file=path, place=error.place, remedy=error.remedy) from error


def text(path: Path) -> str:
    """The words of a PDF file's body as lines, a blank one before each paragraph, then its notes; raises
    UnreadableError in one line where it cannot be read or has no text."""
    _refuse_others(path)
    pages = _taken_out(path)
    if not any(page.pieces for page in pages):
        raise UnreadableError(_PICTURES, file=path, remedy=_OCR)
    laid = laid_out([_live(page) for page in pages])
    said = (f"\n{line.text}" if line.gap else line.text for line in laid.body)
    notes = (f"\n{note.number} {' '.join(line.text for line in note.lines)}" for note in laid.notes)
    return "\n".join((*said, *notes)) + "\n"


def reading_of(pages: Sequence[PagePieces], name: str) -> Reading:
    """The resolution on these pages; raises UnreadableError where they have no text or no resolution."""
    empty = [number for number, page in enumerate(pages, 1) if not page.pieces]
    if len(empty) == len(pages):
        raise UnreadableError(_PICTURES, file=name, remedy=_OCR)
    laid = laid_out([_live(page) for page in pages])
    italics = any(line.italics for line in laid.body)
    reading = recognised(laid, name, KnownText((), italics))
    why = "the page has no text; it may be empty, or a picture"
    told = struck([piece.text for page in pages for piece in page.pieces if piece.struck])
    reading = replace(reading, notices=(*reading.notices, told)) if told else reading
    return replace(reading, repairs=(*(Repair(f"page {n}", "", "", why) for n in empty), *reading.repairs))


def _live(page: PagePieces) -> PagePieces:
    """The page without the words that a line is drawn through."""
    return replace(page, pieces=tuple(piece for piece in page.pieces if not piece.struck))


def _refuse_others(path: Path) -> None:
    if not files.read_bytes(path)[:1024].lstrip().startswith(b"%PDF"):
        raise UnreadableError("this is not a PDF file", file=path, remedy="check the name")


def _taken_out(path: Path) -> list[PagePieces]:
    """The pages of a file, read in a separate process with limited time and memory."""
    command = [sys.executable, "-m", "drafter.parse.pdfpieces", str(path.resolve())]
    # The process finds the same drafter as this one.
    search = os.pathsep.join(filter(None, [str(Path(__file__).parents[2]), os.environ.get("PYTHONPATH", "")]))
    remedy = "fetch it again, or take its text from a viewer"
    try:
        done = subprocess.run(
            command, capture_output=True, timeout=SECONDS, check=False, env={**os.environ, "PYTHONPATH": search}
        )
    except subprocess.TimeoutExpired as error:
        raise UnreadableError(
            f"this PDF takes longer than {SECONDS} seconds to read", file=path, remedy=remedy
        ) from error
    except OSError as error:
        raise UnreadableError(files.reason(error), file=path, remedy="try again") from error
    if done.returncode:
        raise UnreadableError("this PDF cannot be read", file=path, remedy=remedy)
    found = json.loads(done.stdout)
    if isinstance(found, dict):
        problem, remedy = found["refused"]
        raise UnreadableError(problem, file=path, remedy=remedy)
    return [PagePieces(width, height, tuple(PdfPiece(*piece) for piece in pieces)) for width, height, pieces in found]
