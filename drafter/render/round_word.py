"""A round's papers as Word files: titles, and tables whose heads stand on each page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from drafter.align.marked import Fate, Piece
from drafter.model.proposal import TITLE
from drafter.negotiation.ledger import Ledger
from drafter.negotiation.overview import Contest, Overview
from drafter.negotiation.revising.concordance import Concordance
from drafter.negotiation.silence import BREAK, HOW, SilenceSheet, told
from drafter.negotiation.wishes import ProposedChange
from drafter.render.glance import at_a_glance
from drafter.render.listing import Listing, Words

_FAINT, _OUT, _IN, _STRONG = "Faint", "Words out", "Words in", "Standing out"
_STYLES = ("Title", "Subtitle", "Normal", "Heading 1", "Aside", "Cell", "Rows", "Bare rows", _FAINT, _OUT, _IN, _STRONG)
_MARKED = {Fate.OUT: _OUT, Fate.IN: _IN}

Cells = Sequence[Sequence[Words]]


def ledger_word(ledger: Ledger, base: Path) -> bytes:
    """The ledger in the styles of `base`. Raises UnreadableError if that lacks a style."""
    made = _begun(base, ledger.title, "Ledger of proposals", ledger.stage, ledger.symbol)
    legend: tuple[Words, ...] = (("Words out", _OUT), ", ", ("words in", _IN), ".")
    made.paragraph("Aside", "By delegation: what it asked for, where, and what became of it. ", *legend)
    for account in ledger.accounts:
        made.paragraph("Heading 1", account.name)
        counts = [f"{count} {state}" for state, count in account.counts.items() if count]
        made.paragraph("Normal", f"{', '.join(counts) or 'No proposals'}.")
        rows: list[Cells] = [
            [*_wish(line.wish)[:2], [line.wish.state.value], [line.became], [line.now or "—"]] for line in account.lines
        ]
        if rows:
            head = ("Where", "Asked for", "State", "What became of it", "Now at")
            made.table("Rows", "Cell", (1050, 4300, 1000, 2290, 1000), rows, head=head)
        for stand in account.stands:
            made.paragraph("Aside", f"{account.name} {stand}.")
    if not ledger.accounts:
        made.paragraph("Normal", "Nothing has been proposed yet.")
    return made.content()


def silence_word(sheet: SilenceSheet, base: Path) -> bytes:
    """The sheet in the styles of `base`. Raises UnreadableError if that lacks a style."""
    made = _begun(base, sheet.title, "Silence procedure", sheet.stage, sheet.symbol)
    facts: list[Cells] = [
        _fact("Text", ", ".join(filter(None, (sheet.stage or "the text as decided", sheet.symbol)))),
        _fact("Begins", told(sheet.start)),
        [[("Ends", _STRONG)], [(told(sheet.until), _STRONG), f" ({sheet.hours})"]],
        _fact("To", ", ".join(sheet.whom) or "all delegations"),
        _fact("Under silence", f"{len(sheet.silent)} paragraphs, listed below"),
        *([_fact("Agreed before", ", ".join(sheet.agreed))] if sheet.agreed else []),
        [[("Fingerprint", _STRONG)], [sheet.fingerprint, (f" {HOW}", _FAINT)]],
    ]
    made.table("Bare rows", "Cell", (1700, 7940), facts)
    if sheet.pending:
        made.paragraph("Normal", (f"{sheet.pending} proposals are still open", _STRONG), " and are not in this text.")
    made.paragraph("Heading 1", "To break silence")
    made.paragraph("Normal", f"Write before the end, and say {'; '.join(BREAK)}.")
    made.paragraph("Normal", "A text on which nobody breaks silence stands as it is.")
    made.paragraph("Heading 1", "Result, paragraph by paragraph")
    rows: list[Cells] = [[[(one.label, _STRONG)], [one.words], [one.status], [], []] for one in sheet.silent]
    head = ("Paragraph", "Text", "Before", "Silence kept or broken", "By, and reason")
    made.table("Rows", "Cell", (1050, 3990, 1200, 1400, 2000), rows, head=head)
    return made.content()


def overview_word(overview: Overview, base: Path) -> bytes:
    """The overview in the styles of `base`. Raises UnreadableError if that lacks a style."""
    made = _begun(base, overview.title, "Where the round stands", overview.stage, overview.symbol)
    made.paragraph("Normal", at_a_glance(overview.board))
    if overview.closed:
        made.paragraph("Heading 1", "Agreed, and on the way")
        rows: list[Cells] = [
            [
                [(_label(one.label), _STRONG)],
                [one.status.told, *([(" · reopened by a later proposal", _STRONG)] if one.reopened else [])],
                [", ".join(one.pending) or "—"],
                [", ".join(one.package) or "—"],
            ]
            for one in overview.closed
        ]
        head = ("Paragraph", "Status", "Holds out", "Together with")
        made.table("Rows", "Cell", (1300, 3740, 2600, 2000), rows, head=head)
        for name, labels in overview.holdouts.items():
            made.paragraph("Aside", f"{name} holds out on {', '.join(labels)}.")
    if overview.contested:
        made.paragraph("Heading 1", "Contested")
        contests = [row for one in overview.contested for row in _contest(one)]
        head = ("Paragraph", "Reading", "Words", "By")
        made.table("Rows", "Cell", (1300, 1200, 4740, 2400), contests, head=head)
    if overview.opened:
        made.paragraph("Heading 1", "Open, and against nothing else")
        opened = [_wish(one) for place in overview.opened for one in place.wishes]
        made.table("Rows", "Cell", (1300, 5940, 2400), opened, head=("Paragraph", "Proposed", "By"))
        for stand in (stand for place in overview.opened for stand in place.stands):
            made.paragraph("Aside", stand)
    if overview.decided:
        made.paragraph("Heading 1", "Accepted so far")
        decided = [_wish(one) for one in overview.decided]
        made.table("Rows", "Cell", (1300, 5940, 2400), decided, head=("Paragraph", "Change", "By"))
    made.paragraph("Heading 1", "Not touched")
    made.paragraph("Normal", f"{', '.join(overview.untouched) or 'None'}.")
    return made.content()


def concordance_word(found: Concordance, base: Path) -> bytes:
    """The concordance in the styles of `base`. Raises UnreadableError if that lacks a style."""
    made = _begun(base, found.title, "Concordance", " to ".join((found.stages[0], found.stages[-1])), "")
    made.paragraph("Aside", "A label in parentheses is what a paragraph was called when it was proposed.")
    each = min(1500, 6440 // len(found.stages))
    widths = (*(each for _ in found.stages), 9640 - each * len(found.stages))
    rows: list[Cells] = [
        [*([(cell, _STRONG if label else _FAINT)] for cell, label in zip(row.cells(), row.labels, strict=True)),
         [row.told(found.stages)]]
        for row in found.rows
    ]  # fmt: skip
    made.table("Rows", "Cell", widths, rows, head=(*found.stages, "What happened"))
    return made.content()


def _begun(base: Path, title: str, what: str, stage: str, symbol: str) -> Listing:
    made = Listing(base, _STYLES)
    made.paragraph("Title", title)
    made.paragraph("Subtitle", " · ".join(filter(None, (what, stage, symbol, "unofficial"))))
    return made


def _fact(name: str, words: str) -> Cells:
    return [[(name, _STRONG)], [words]]


def _wish(one: ProposedChange) -> Cells:
    why: list[Words] = [(f" (reason: {one.why})", _FAINT)] if one.why else []
    asked: list[Words] = [(f"{one.what}: ", _FAINT), *_pieces(one.pieces), *why]
    return [[(_label(one.label), _STRONG)], asked, [", ".join(one.by)]]


def _contest(contest: Contest) -> Iterator[Cells]:
    for one in contest.readings:
        where: list[Words] = [(", ".join(map(_label, contest.labels)), _STRONG)] if one.n == 1 else []
        by = [", ".join(one.by) or "—"]
        by += [f"; supported by {', '.join(one.support)}"] if one.support else []
        by += [f"; opposed by {', '.join(one.oppose)}"] if one.oppose else []
        yield [where, [f"{one.n}{f' · {one.what}' if one.what else ''}"], [one.words], by]


def _pieces(pieces: Iterable[Piece]) -> Iterator[Words]:
    for piece in pieces:
        yield (piece.text, _MARKED[piece.fate]) if piece.fate in _MARKED else piece.text


def _label(label: str) -> str:
    return "Title" if label == TITLE else label
