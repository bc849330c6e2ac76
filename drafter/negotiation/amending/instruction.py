"""One instruction of an amendment, and the words for it: as a paper orders it, and as a statement tells it."""

from __future__ import annotations

from dataclasses import dataclass

from drafter.model.inline import Inline
from drafter.model.proposal import NOTHING, Form
from drafter.model.resolution import Kind
from drafter.negotiation.amending.naming import several
from drafter.negotiation.intake.asked import Act
from drafter.negotiation.intake.listed import heads

_COUNTS = ("", "a", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


@dataclass(frozen=True, slots=True)
class AmendingInstruction:
    """What is to be done at the base's `labels`.

    anchor  the base's words that are quoted; `put` the words in
    blocks  whole paragraphs, those of NEW_AFTER and NEW_BEFORE of the kind `form`; `below` where they stand one level
            below the paragraph that is named
    ids     the proposals that it carries out
    """

    act: Act
    labels: tuple[str, ...]
    anchor: Inline = NOTHING
    put: Inline = NOTHING
    blocks: tuple[Inline, ...] = ()
    form: Form | None = None
    below: bool = False
    ids: tuple[str, ...] = ()

    @property
    def texts(self) -> tuple[Inline, ...]:
        """The words that it brings."""
        return self.put, *self.blocks

    @property
    def count(self) -> int:
        """How many paragraphs it brings, those in their lists aside."""
        return heads([block.text for block in self.blocks])


def ordered(one: AmendingInstruction) -> Inline:
    """The instruction as the sentence of a paper; its blocks follow it as paragraphs."""
    place = several(one.labels)
    match one.act:
        case Act.TAKE_OUT:
            return _line(f"In {place}, delete “", one.anchor, "”.")
        case Act.SWAP:
            return _line(f"In {place}, replace “", one.anchor, "” with “", one.put, "”.")
        case Act.SWAP_ALL:
            return _line("Replace “", one.anchor, "” with “", one.put, f"” in {place}.")
        case Act.AFTER:
            return _line(f"In {place}, after “", one.anchor, "”, insert “", one.put, "”.")
        case Act.DROP:
            return Inline(f"Delete {place}.")
        case Act.REWRITE:
            return Inline(f"Replace {place} with the following:")
        case _:
            where = "Before" if one.act is Act.NEW_BEFORE else "After"
            count = f"{_COUNTS[one.count]} new" if one.count < len(_COUNTS) else "the following new"
            return Inline(f"{where} {place}, insert {count} {_what(one)} reading:")


def told(one: AmendingInstruction) -> Inline:
    """The instruction as a statement tells that it was done."""
    place = several(one.labels)
    were = "was" if len(one.labels) == 1 else "were"
    match one.act:
        case Act.TAKE_OUT:
            return _line(f"In {place}, ", *_words(one.anchor), f" {_were(one.anchor)} deleted.")
        case Act.SWAP | Act.SWAP_ALL:
            changed = f" {_were(one.anchor)} replaced by "
            return _line(f"In {place}, ", *_words(one.anchor), changed, *_words(one.put), ".")
        case Act.AFTER:
            put_in = f" {_were(one.put)} inserted after "
            return _line(f"In {place}, ", *_words(one.put), put_in, *_words(one.anchor), ".")
        case Act.DROP:
            return Inline(f"{_capital(place)} {were} deleted.")
        case Act.REWRITE:
            return Inline(f"{_capital(place)} {were} replaced by the following:")
        case _:
            where = "before" if one.act is Act.NEW_BEFORE else "after"
            count = _COUNTS[one.count] if one.count < len(_COUNTS) else str(one.count)
            verb = "was" if one.count == 1 else "were"
            return Inline(f"{_capital(count)} new {_what(one)} {verb} inserted {where} {place}, which read:")


def _what(one: AmendingInstruction) -> str:
    form = one.form or Form()
    ending = "s" if one.count > 1 else ""
    if form.kind is Kind.HEADING:
        return f"heading{ending}"
    if form.level:
        other = ("PP" in one.labels[0]) is (form.kind is Kind.OPERATIVE)
        return f"{f'{form.kind} ' if other else ''}subparagraph{ending}" + (
            " one level below" if one.below and form.level > 1 else ""
        )
    return f"{form.kind} paragraph{ending}"


def _words(quoted: Inline) -> tuple[str | Inline, ...]:
    return f"the {'words' if ' ' in quoted.text.strip() else 'word'} “", quoted, "”"


def _were(quoted: Inline) -> str:
    return "were" if " " in quoted.text.strip() else "was"


def _line(*pieces: str | Inline) -> Inline:
    whole = Inline()
    for piece in pieces:
        whole = whole + (Inline(piece) if isinstance(piece, str) else piece)
    return whole


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
