"""What a sentence asks for, before anybody has looked at the base."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from drafter.model.negotiated import Stand
from drafter.negotiation.intake.locators import Locator


class Act(StrEnum):
    TAKE_OUT = "take out"  # the words `anchor`
    SWAP = "swap"  # the words `anchor` for `put`
    AFTER = "after"  # `put` behind `anchor`
    BEFORE = "before"  # `put` ahead of `anchor`
    AT_END = "at end"
    AT_BEGINNING = "at beginning"
    REST = "rest"  # what stands behind `anchor` up to the paragraph's end, for `put`
    SHIFT = "shift"  # the words `anchor` to where `near` stands
    SWAP_ALL = "swap all"  # wherever `anchor` stands in the places named
    DROP = "drop"  # whole paragraphs
    REWRITE = "rewrite"  # a whole paragraph for the text
    NEW_AFTER = "new after"
    NEW_BEFORE = "new before"
    NEW_HERE = "new here"  # a paragraph with the label that it is to bear, "OP5bis"
    MERGE = "merge"
    SPLIT = "split"  # behind `anchor`
    MOVE_AFTER = "move after"  # the places, behind `target`
    MOVE_BEFORE = "move before"
    STAND = "stand"  # no words of its own


@dataclass(frozen=True, slots=True)
class Asked:
    """One act on the paragraphs `places`.

    anchor   the base's words that it goes by; `near` stands beside them (`nearer` says "after" or "before" it)
    put      the words in; `blocks` are whole paragraphs
    kind     "preambular", "operative" or "heading" where the sentence says what a new paragraph is
    below    whether new subparagraphs stand one level below the place
    count    how many new paragraphs the sentence says there are, 0 where it does not
    """

    act: Act
    places: tuple[Locator, ...] = ()
    anchor: str = ""
    put: str = ""
    near: str = ""
    nearer: str = ""
    target: Locator | None = None
    blocks: tuple[str, ...] = ()
    kind: str = ""
    count: int = 0
    below: bool = False
    stand: Stand | None = None


@dataclass(frozen=True, slots=True)
class Understood:
    """What a sentence asks for, act by act, or `why` it was not understood."""

    asked: tuple[Asked, ...] = ()
    why: str = ""
