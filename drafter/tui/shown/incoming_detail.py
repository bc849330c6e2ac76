"""What arrived, at length: a proposal in its paragraph, a line in its file with every way to read it."""

from __future__ import annotations

from textual.content import Content

from drafter.align.words import word_changes
from drafter.model.inline import Inline
from drafter.model.negotiated import PossibleReading
from drafter.model.proposal import TITLE, Deed, Proposal
from drafter.negotiation.apply import worded
from drafter.negotiation.intake.righted import likely
from drafter.negotiation.values import Round
from drafter.tui.shown.excerpt import excerpt
from drafter.tui.shown.incoming import IncomingEntry
from drafter.tui.shown.plain import shown
from drafter.tui.shown.wording import ADDED, Wording, redline
from drafter.tui.state.incoming import Incoming

_MUTED = "$foreground 62%"


def detail(incoming: Incoming, entry: IncomingEntry, *, brackets: bool) -> Content:
    """What there is to see of an entry beside its line in the list."""
    wording = Wording({}, brackets)
    if entry.line is not None:
        return _line(incoming, entry, wording)
    if entry.landing is not None:
        sent = _sent(entry.landing.proposal)
        now = [_in_paragraph(incoming.round_, entry.proposal, wording)] if entry.proposal is not None else []
        return Content("\n\n").join([sent, *now])
    if entry.proposal is not None:
        return _in_paragraph(incoming.round_, entry.proposal, wording)
    if entry.label in incoming.round_.places:
        return _base(incoming.round_, entry.label, wording)
    return Content.styled(shown(str(entry.file)) if entry.file is not None else "", _MUTED)


def _read_in_place(round_: Round, reading: PossibleReading, wording: Wording) -> Content:
    """What a reading changes, with the words around it; without a place in the base, only its words."""
    if reading.label not in round_.places or "\n" in reading.text:
        return Content(f"{shown(reading.found) or '(nothing)'} → {shown(reading.put) or '(nothing)'}")
    return excerpt(round_.inline(reading.label), Inline(reading.text), wording)


def _line(incoming: Incoming, entry: IncomingEntry, wording: Wording) -> Content:
    line, file = entry.line, entry.file
    assert line is not None
    assert file is not None
    beside = incoming.around(file, line)
    pieces: list[Content | tuple[str, str] | str] = []
    if beside is not None:
        pieces += [(f"{shown(beside.before)}\n", _MUTED)] if beside.before else []
        pieces += [("▌ ", "$text-warning"), (shown(beside.line), "bold"), "\n"]
        pieces += [(f"{shown(beside.after)}\n", _MUTED)] if beside.after else []
    else:
        pieces += [(shown(line.text), "bold"), "\n"]
    pieces += ["\n", (f"not understood: {shown(line.why)}", "$text-warning")]
    for number, reading in enumerate(line.readings, 1):
        pieces += ["\n\n", (f"{number}. it may mean {shown(reading.label)}\n", _MUTED)]
        pieces.append(_read_in_place(incoming.round_, reading, wording))
    if not line.readings:
        for label in likely(incoming.base, line):
            pieces += ["\n\n", _base(incoming.round_, label, wording)]
    return Content.assemble(*pieces)


def _base(round_: Round, label: str, wording: Wording) -> Content:
    name = "Title" if label == TITLE else label
    return Content.assemble((f"{name} · base\n", _MUTED), wording.plain(round_.inline(label)))


def _in_paragraph(round_: Round, one: Proposal, wording: Wording) -> Content:
    """The base's paragraph with the proposal alone in it."""
    if one.kind is Deed.NEW:
        behind = f"behind {one.after}" if one.after else "at the beginning"
        return Content.assemble((f"new, {behind}\n", _MUTED), wording.plain(one.put, ADDED))
    old = round_.inline(one.label)
    head = (f"{'Title' if one.label == TITLE else one.label} · with this alone\n", _MUTED)
    match one.kind:
        case Deed.DELETE:
            return Content.assemble(head, wording.removed(old))
        case Deed.MOVE:
            behind = f"behind {one.after}" if one.after else "to the beginning"
            return Content.assemble((f"{one.label} · moved {behind}\n", _MUTED), wording.plain(old))
        case _:
            new = alone(round_, one)
            return Content.assemble(head, redline(old, new, word_changes(old.text, new.text), wording, wording))


def alone(round_: Round, one: Proposal) -> Inline:
    """What a paragraph reads with a proposal alone in it; the words of a new one."""
    return worded(round_.inline(one.label), [one]) if one.kind in (Deed.WORDS, Deed.TITLE) else one.put


def _sent(one: Proposal) -> Content:
    """A proposal as it was sent to an earlier version."""
    words = " → ".join(f"“{shown(text)}”" for text in (one.found.text.strip(), one.put.text.strip()) if text)
    where = f"{one.place or 'the beginning'} of the earlier version"
    return Content.assemble((f"as sent, at {where}: {one.kind.value}\n", _MUTED), words or shown(one.after or ""))
