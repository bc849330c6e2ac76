"""A proposal as a line that loses nothing of it: italics between asterisks, note marks, and the texts of new notes.

It is taken where no plain instruction says the same: OP7: to read exactly “*Urges* all States[^1] to act;”
"""

from __future__ import annotations

import re
from dataclasses import replace

from drafter.errors import MarkupError
from drafter.model.inline import Inline
from drafter.model.proposal import TITLE, Deed, Form, Proposal
from drafter.model.resolution import Footnote, Kind
from drafter.negotiation import proposing
from drafter.negotiation.apply import worded
from drafter.negotiation.intake.basetext import RoundBase

_CUT = "” / “"
_NOTE = re.compile(r"; note \[\^(?P<id>[^\]\[]+)\]: “(?P<text>(?:(?!”; note \[\^).)*)”(?=; note \[\^|$)", re.DOTALL)
_LINE = re.compile(
    r"(?P<label>[^\s:,]+): (?:to read exactly “(?P<words>.*)”|alt, to read exactly “(?P<alt>.*)”|"
    r"to be split exactly into “(?P<parts>.*)”|"
    r"to be merged exactly with (?P<second>[^\s:,]+), as “(?P<both>.*)”|"
    r"to be moved exactly (?:behind (?P<behind>[^\s:,]+)|to the beginning))",
    re.DOTALL,
)
_NEW = re.compile(
    r"(?:after (?P<after>[^\s:,]+)|at the beginning), insert exactly “(?P<new>.*)” "
    r"\((?P<kind>\w+), level (?P<level>\d)(?:, part (?P<part>.*))?\)",
    re.DOTALL,
)


def exact_line(base: RoundBase, one: Proposal) -> str:
    """The line for a proposal on the base."""
    where = "title" if one.label == TITLE else one.label
    put = one.put.markup
    match one.kind:
        case Deed.WORDS | Deed.TITLE:
            line = f"{where}: to read exactly “{worded(base.inline(one.label), [one]).markup}”"
        case Deed.REPLACE:
            line = f"{where}: alt, to read exactly “{put}”"
        case Deed.NEW:
            form = one.form or Form()
            at = f"after {one.after}" if one.after else "at the beginning"
            part = f", part {form.part}" if form.part else ""
            line = f"{at}, insert exactly “{put}” ({form.kind.value}, level {form.level}{part})"
        case Deed.SPLIT:
            line = f"{where}: to be split exactly into “{_CUT.join(part.markup for part in _parts(one.put))}”"
        case Deed.MERGE:
            line = f"{where}: to be merged exactly with {one.second}, as “{put}”"
        case Deed.MOVE:
            line = f"{where}: to be moved exactly {f'behind {one.after}' if one.after else 'to the beginning'}"
        case Deed.DELETE:
            return f"{where}: delete"
    return line + "".join(f"; note [^{note.id}]: “{note.inline.markup}”" for note in one.notes)


def exactly(base: RoundBase, line: str) -> Proposal | None:
    """The proposal, without owners, that such a line makes; None for any other line."""
    notes = tuple(_NOTE.finditer(line))
    bare = line[: notes[0].start()] if notes else line
    try:
        made = _made(base, bare)
        if made is None:
            return None
        marked = {mark.note for mark in made.put.marks}
        brought = tuple(Footnote(one["id"], Inline.from_markup(one["text"])) for one in notes)
        known = {note.id for note in (*base.notes, *brought)}
        return replace(made, notes=brought) if marked <= known else None
    except (MarkupError, KeyError):
        return None


def _made(base: RoundBase, line: str) -> Proposal | None:
    if new := _NEW.fullmatch(line):
        if new["kind"] not in {one.value for one in Kind} or not _known(base, new["after"]):
            return None
        form = Form(Kind(new["kind"]), int(new["level"]), new["part"] or "")
        return proposing.added(new["after"] or "", Inline.from_markup(new["new"]), form)
    found = _LINE.fullmatch(line)
    if found is None:
        return None
    label = TITLE if found["label"] == "title" else found["label"]
    text = base.inline(label)
    if found["words"] is not None:
        wanted = Inline.from_markup(found["words"])
        return None if wanted == text else _stretch(label, text, wanted)
    if found["alt"] is not None:
        made = proposing.reworded(label, text, Inline.from_markup(found["alt"]), alt=True)
        return made[0] if made else None
    if found["parts"] is not None:
        return proposing.split(label, text, map(Inline.from_markup, found["parts"].split(_CUT)))
    if found["second"]:
        second = found["second"]
        return proposing.merged(label, text, second, base.inline(second), Inline.from_markup(found["both"]))
    return proposing.moved(label, found["behind"] or "") if _known(base, found["behind"]) else None


def _stretch(label: str, text: Inline, wanted: Inline) -> Proposal:
    made = proposing.reworded(label, text, wanted)
    return made[0] if len(made) == 1 else proposing.stretch(label, text, wanted)


def _known(base: RoundBase, label: str | None) -> bool:
    return not label or label in base.paragraphs


def _parts(put: Inline) -> list[Inline]:
    cuts = [at for at, sign in enumerate(put.text) if sign == "\n"]
    ends = [*cuts, len(put)]
    return [put[start:end] for start, end in zip([0, *(cut + 1 for cut in cuts)], ends, strict=True)]
