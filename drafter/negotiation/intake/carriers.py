"""What a file is by its content, and the reader for it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from drafter import files
from drafter.edit import draftfile
from drafter.errors import DrafterError
from drafter.library.sources import pdf_text
from drafter.model.proposal import Arrival
from drafter.negotiation import roundfile
from drafter.negotiation.intake import others
from drafter.negotiation.intake.basetext import RoundBase, base_of
from drafter.negotiation.intake.compilations import from_compilation, is_compilation
from drafter.negotiation.intake.difference import from_text
from drafter.negotiation.intake.kinds import Carrier
from drafter.negotiation.intake.lines import from_lines
from drafter.negotiation.intake.owners import anchored, owned
from drafter.negotiation.intake.paper import from_paper, is_paper
from drafter.negotiation.intake.tables import from_table, rows
from drafter.negotiation.intake.takenin import TakenIn
from drafter.negotiation.intake.wordfile import from_word
from drafter.negotiation.values import Round
from drafter.tomltext import parsed

_TEXTS: dict[Carrier, Callable[[RoundBase, str, Arrival], TakenIn]] = {
    Carrier.PAPER: from_paper,
    Carrier.INSTRUCTIONS: from_lines,
    Carrier.TABLE: from_table,
    Carrier.COMPILATION: from_compilation,
}
_SUFFIXES = {".txt", ".text", ".eml", ".md", ".markdown", ".csv", ".docx", ".toml", ".pdf"}


def taken(round_: Round, path: Path, arrival: Arrival, carrier: Carrier | None = None) -> tuple[Carrier, TakenIn]:
    """What a file proposes on the round's base, by the round's names; `carrier` overrides what its content tells.

    Raises DrafterError for a file that cannot be read, or that is of another text.
    """
    found, given = _read(round_, path, arrival, carrier)
    return found, anchored(owned(given, round_.names), round_)


def _read(round_: Round, path: Path, arrival: Arrival, carrier: Carrier | None) -> tuple[Carrier, TakenIn]:
    suffix = path.suffix.lower()
    if suffix not in _SUFFIXES:
        raise DrafterError(
            f"a {suffix or 'nameless kind of'} file is not taken in",
            file=path,
            remedy="give a .docx, .toml, .txt, .eml, .md or .csv file, or an amendment paper as .pdf",
        )
    base = base_of(round_)
    if suffix == ".docx":
        if carrier is Carrier.DRAFT:
            _of_suffix(carrier, Carrier.CLEAN, path)
        return from_word(base, path, arrival, carrier)
    if suffix == ".pdf":
        _of_suffix(carrier, Carrier.PAPER, path)
        text = pdf_text(path)
        if carrier is None and not is_paper(text):
            raise DrafterError(
                "this PDF is no amendment paper, and nothing else is taken in as PDF",
                file=path,
                remedy="give it as a Word file, or add --as paper",
            )
        return Carrier.PAPER, from_paper(base, text, arrival)
    text = files.read_text(path)
    if suffix == ".toml":
        _of_suffix(carrier, Carrier.DRAFT, path)
        if roundfile.is_round(parsed(text, path).values):
            raise DrafterError("this is a round, not a draft", file=path, remedy="give a delegation’s draft")
        draft = draftfile.loads(text, path)
        return Carrier.DRAFT, from_text(base, others.of_draft(draft, round_, str(path)), arrival)
    found = carrier or told(text)
    if found not in _TEXTS:
        raise DrafterError(f"a {suffix} file is not read as {found}", file=path, remedy="leave out --as")
    return found, _TEXTS[found](base, text, arrival)


def told(text: str) -> Carrier:
    """What a text is: a compilation by its brackets, a table by its heads, a paper by its line of sponsors, else
    instructions."""
    if is_compilation(text):
        return Carrier.COMPILATION
    if rows(text):
        return Carrier.TABLE
    return Carrier.PAPER if is_paper(text) else Carrier.INSTRUCTIONS


def _of_suffix(carrier: Carrier | None, own: Carrier, path: Path) -> None:
    if carrier not in (None, own):
        raise DrafterError(f"a {path.suffix} file is not read as {carrier}", file=path, remedy="leave out --as")
