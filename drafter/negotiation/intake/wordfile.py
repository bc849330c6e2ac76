"""A Word file: what it is by its content, and what it proposes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.align.pairs import align
from drafter.errors import DrafterError
from drafter.library.sources import open_tracked
from drafter.model.proposal import TITLE, Arrival
from drafter.negotiation.intake import others
from drafter.negotiation.intake.basetext import RoundBase
from drafter.negotiation.intake.byhand import struck_by_hand
from drafter.negotiation.intake.compilations import from_compilation, names_owners
from drafter.negotiation.intake.compiled.wordrows import own_word
from drafter.negotiation.intake.difference import from_text
from drafter.negotiation.intake.kinds import Carrier
from drafter.negotiation.intake.lines import from_lines
from drafter.negotiation.intake.paper import from_paper, is_paper
from drafter.negotiation.intake.remarks import SpokenComments
from drafter.negotiation.intake.tables import from_table, rows
from drafter.negotiation.intake.takenin import TakenIn
from drafter.negotiation.intake.tracked import from_tracked

if TYPE_CHECKING:
    from drafter.parse.word.tracked import TrackedWord


def from_word(base: RoundBase, path: Path, arrival: Arrival, carrier: Carrier | None = None) -> tuple[Carrier, TakenIn]:
    """What a Word file is, unless `carrier` says so, and what it proposes; raises DrafterError where it is no text of
    the round and nothing in it is understood."""
    word = open_tracked(path)
    tables, text = "", ""
    if carrier in (None, Carrier.TABLE):
        tables = word.tables()
        if carrier or rows(tables):
            return Carrier.TABLE, from_table(base, tables, arrival)
    if carrier not in (Carrier.TRACKED, Carrier.CLEAN):
        text = word.text()
        if carrier is Carrier.PAPER or (carrier is None and is_paper(text)):
            return Carrier.PAPER, from_paper(base, text, arrival)
    if carrier in (None, Carrier.COMPILATION) and (own := own_word(base, *word.printed())) is not None:
        from drafter.negotiation.intake.compiled.own import from_own

        return Carrier.COMPILATION, from_own(base, own, arrival)
    if carrier is Carrier.COMPILATION or (carrier is None and not word.changes and names_owners(text)):
        return Carrier.COMPILATION, from_compilation(base, text, arrival)
    if carrier is Carrier.INSTRUCTIONS:
        return carrier, from_lines(base, text, arrival)
    if carrier is Carrier.TRACKED or (carrier is None and word.changes):
        return Carrier.TRACKED, from_tracked(base, word, arrival, base.names)
    try:
        return Carrier.CLEAN, _clean(base, word, arrival, struck_is_gone=carrier is Carrier.CLEAN)
    except DrafterError as error:
        letter = from_lines(base, text, arrival)
        if carrier is None and (letter.proposals or letter.positions):
            return Carrier.INSTRUCTIONS, letter
        raise DrafterError(error.problem, file=path, place=error.place, remedy=error.remedy) from error


def _clean(base: RoundBase, word: TrackedWord, arrival: Arrival, *, struck_is_gone: bool) -> TakenIn:
    """What the text changes, and what its comments say. It need not say whose its text is where comments alone do."""
    version = word.accepted()
    text = version.reading.resolution
    found = from_text(base, others.of_resolution(text), arrival)
    if word.has_struck and not struck_is_gone:
        whole = from_text(base, others.of_resolution(word.keeping_struck().accepted().reading.resolution), arrival)
        both = {one.id for one in whole.proposals}
        struck = struck_by_hand(base, (one for one in found.proposals if one.id not in both), arrival.file)
        taken = tuple(one for one in found.proposals if one.id in both)
        found = replace(found, proposals=taken, not_understood=(*found.not_understood, *struck))
    if not word.comments:
        return found
    names = list(base.paragraphs)
    labels = dict.fromkeys(version.title, TITLE)
    for pair in align(base.listed, text.paragraphs).pairs:
        if pair.old is not None and pair.new is not None:
            labels |= dict.fromkeys(version.sources[pair.new], names[pair.old])
    beside = SpokenComments(base, labels, found.proposals, arrival, base.names).taken(word.comments)
    return replace(beside, not_understood=(*found.not_understood, *beside.not_understood))
