"""One act on the words of one paragraph: in the base, and in the text as the same paper has changed it so far."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from drafter.align.three_way import merge
from drafter.edit.reworded import with_opening
from drafter.model.inline import Inline, Span
from drafter.model.resolution import Paragraph
from drafter.negotiation.intake import anchors
from drafter.negotiation.intake.asked import Act, Asked

_MOST_CHOICES = 6


@dataclass(frozen=True, slots=True)
class Worded:
    """What an act makes of a paragraph.

    text     the paragraph as changed so far with this act too; None where it was not done
    alone    the base's paragraph with this act alone, where its words stand in the base
    why      why it was not done
    choices  the base's paragraph in each of the ways in which the act may be meant
    told     what was read otherwise than it is written, "" for nothing
    """

    text: Inline | None = None
    alone: Inline | None = None
    why: str = ""
    choices: tuple[Inline, ...] = ()
    told: str = ""


def worded(asked: Asked, base: Inline, now: Inline, paragraph: Paragraph | None) -> Worded:
    """Do an act on the words of a paragraph that reads `base`, and `now` as changed so far; None is the title."""

    def made(text: Inline, at: Span) -> Inline:
        return worded_at(asked, text, at, paragraph)

    if asked.act is Act.SWAP_ALL:
        return _everywhere(asked, base, now, made)
    for case in (True, False):
        in_base, in_now = (_spans(asked, text.text, case=case) for text in (base, now))
        told = "" if case else "capital letters aside"
        if len(in_base) == 1:
            alone = made(base, in_base[0])
            both = merge(base, {"now": now, "this": alone})
            if not both.conflicts:
                return Worded(both.text(), alone, told=told)
        if len(in_now) == 1:
            return Worded(made(now, in_now[0]), told=told or "in the text as this paper has changed it")
        if in_base or in_now:
            return Worded(why=_ambiguous(asked, in_base or in_now), choices=_choices(base, in_base, made))
    return Worded(why=f"“{asked.anchor}” does not stand in the paragraph")


def worded_at(asked: Asked, text: Inline, at: Span, paragraph: Paragraph | None) -> Inline:
    """The paragraph with an act done on its words at one place; None is the title."""
    done = _done(asked, text, at)
    return with_opening(paragraph, done) if paragraph else done


def stands(asked: Asked, base: Inline) -> bool:
    """Whether the act's words stand exactly once in a paragraph."""
    return bool(asked.anchor) and len(_spans(asked, base.text, case=True)) == 1


def _spans(asked: Asked, text: str, *, case: bool) -> list[Span]:
    if asked.act is Act.AT_BEGINNING:
        return [Span(0, 0)]
    if asked.act is Act.AT_END:
        return [Span(len(text), len(text))]
    if asked.near and asked.act is Act.AFTER:  # between two: the second has to follow the first
        found = anchors.occurrences(asked.anchor, text, case=case)
        ends = anchors.occurrences(asked.near, text, case=case)
        return [
            one for one in found if any(not text[one.end : end.start].strip() for end in ends if end.start >= one.end)
        ]
    if asked.act is Act.SHIFT:
        there = anchors.occurrences(asked.near, text, case=case)
        return anchors.occurrences(asked.anchor, text, case=case) if len(there) == 1 else []
    if asked.near:
        return anchors.near(asked.anchor, text, asked.near, asked.nearer)
    return anchors.occurrences(asked.anchor, text, case=case)


def _done(asked: Asked, text: Inline, at: Span) -> Inline:
    match asked.act:
        case Act.TAKE_OUT:
            return anchors.taken_out(text, at)
        case Act.AFTER:
            return anchors.put_in(text, at.end, asked.put)
        case Act.BEFORE | Act.AT_BEGINNING:
            return anchors.put_in(text, at.start, asked.put)
        case Act.AT_END:
            return anchors.at_end(text, asked.put)
        case Act.SHIFT:
            return _shifted(asked, text, at)
        case Act.REST:
            return anchors.rest_swapped(text, at.end, asked.put)
        case _:
            return anchors.swapped(text, at, asked.put)


def _shifted(asked: Asked, text: Inline, at: Span) -> Inline:
    """The text with the words at `at` next to those they are to stand beside."""
    (there,) = anchors.occurrences(asked.near, text.text) or anchors.occurrences(asked.near, text.text, case=False)
    words = text.text[at.start : at.end]
    to = there.end if asked.nearer == "after" else there.start
    if at.end <= to:
        return anchors.taken_out(anchors.put_in(text, to, words), at)
    return anchors.put_in(anchors.taken_out(text, at), to, words)


def _everywhere(asked: Asked, base: Inline, now: Inline, made: Callable[[Inline, Span], Inline]) -> Worded:
    def all_of(text: Inline) -> Inline:
        for at in reversed(_spans(asked, text.text, case=True)):
            text = made(text, at)
        return text

    alone, text = all_of(base), all_of(now)
    return Worded(text, alone) if text != now or alone != base else Worded()


def _choices(base: Inline, spans: list[Span], made: Callable[[Inline, Span], Inline]) -> tuple[Inline, ...]:
    return tuple(made(base, at) for at in spans[:_MOST_CHOICES])


def _ambiguous(asked: Asked, spans: list[Span]) -> str:
    if len(spans) == 1:
        return f"“{asked.anchor}” was changed by an earlier instruction of the same file"
    return f"“{asked.anchor}” stands {len(spans)} times in the paragraph"
