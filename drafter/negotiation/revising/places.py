"""New and moved paragraphs on the next base: the place behind which they stood, and who stands around it now."""

from __future__ import annotations

from dataclasses import replace

from drafter.align.units import units
from drafter.model.inline import Inline
from drafter.model.proposal import Deed, Form, Proposal
from drafter.model.resolution import Kind
from drafter.negotiation.apply import applied
from drafter.negotiation.revising.stretches import words
from drafter.negotiation.revising.succession import Succession
from drafter.negotiation.revising.values import Aftermath, Landing
from drafter.negotiation.slots import block, slot
from drafter.negotiation.values import Round

LIKE = 0.5
"""The share of a new paragraph's words that another new one has to have, to be the same wish in other words."""


def new(way: Succession, one: Proposal) -> Landing:
    """What became of a new paragraph."""
    assert one.form is not None, "a new paragraph has a form"
    for label in way.new.paragraphs:
        if label in way.reworded and _same_words(way.new.inline(label), one.put):
            return Landing(one, Aftermath.IN, label)
    like = _likest(way, one.put, one.form)
    if like:
        again = Proposal(Deed.REPLACE, like, found=way.new.inline(like), put=one.put)
        return Landing(one, Aftermath.PARTLY, like, "a new paragraph there has some of its words", (again,))
    after, kept = _anchor(way, one.after or "", one.form)
    if after is None:
        return Landing(one, Aftermath.GONE, why=f"the list in which it stood, at {one.after}, was deleted")
    again = replace(one, after=after)
    if not kept:
        place = f"it stands after {after} now" if after else "it stands first now"
        return Landing(one, Aftermath.AGAINST, after, f"{one.after} was deleted: {place}", (again,))
    if _around(way, one.form, one.after or "", after):
        return Landing(one, Aftermath.CARRIED, after, now=(again,))
    return Landing(one, Aftermath.AGAINST, after, "other paragraphs stand around its place now", (again,))


def moved(way: Succession, one: Proposal) -> Landing:
    """What became of a paragraph that was to stand elsewhere."""
    news = way.to[one.label]
    if not news:
        return Landing(one, Aftermath.GONE, why=f"{one.label} was deleted")
    own = way.old.paragraphs[one.label]
    form = Form(own.kind, own.level, own.paragraph.part)
    after, kept = _anchor(way, one.after or "", form)
    label = news[0]
    if after is None or len(news) > 1 or after in block(way.new, label):
        return Landing(one, Aftermath.AGAINST, label, f"{one.label} or its new place was changed otherwise")
    again = replace(one, label=label, after=after)
    if _idle(way.new, again) and not _idle(way.old, one):
        return Landing(one, Aftermath.IN, label)
    if not kept:
        return Landing(one, Aftermath.AGAINST, label, f"{one.after} was deleted", (again,))
    if one.label in way.moved:
        return Landing(one, Aftermath.AGAINST, label, f"{one.label} was moved elsewhere", (again,))
    return Landing(one, Aftermath.CARRIED, label, now=(again,))


def block_words(round_: Round, label: str) -> Inline:
    """The words of a paragraph and of what is below it."""
    whole = Inline()
    for one in block(round_, label):
        whole = whole + round_.inline(one) + Inline("\n")
    return whole


def _same_words(text: Inline, put: Inline) -> bool:
    return text.text.rstrip(";,. ").casefold().split() == put.text.rstrip(";,. ").casefold().split()


def _likest(way: Succession, put: Inline, form: Form) -> str:
    """The added paragraph that has most of these words, "" where none has enough."""
    wanted = words(units(put))
    best, found = LIKE, ""
    for label, olds in way.back.items():
        own = way.new.paragraphs[label]
        if olds or (own.kind, own.paragraph.part) != (form.kind, form.part) or not wanted:
            continue
        there = words(units(own.inline))
        share = 2 * (wanted & there).total() / (wanted.total() + there.total())
        if share > best:
            best, found = share, label
    return found


def _anchor(way: Succession, after: str, form: Form) -> tuple[str | None, bool]:
    """The new base's label to stand behind, and whether it is that of the very paragraph; None where the list that it
    would stand in is gone."""
    if not after:
        return "", True
    if news := way.to[after]:
        return news[-1], True
    labels = list(way.old.paragraphs)
    above = form.level
    for label in reversed(labels[: labels.index(after) + 1]):
        own = way.old.paragraphs[label]
        if (own.kind, own.paragraph.part) != (form.kind, form.part) and own.kind is not Kind.HEADING:
            break
        news = way.to[label]
        if own.level < above and not news:
            return None, False
        if own.level <= form.level and news:
            return news[-1], False
    return (None if form.level else "", False)


def _around(way: Succession, form: Form, old: str, new_: str) -> bool:
    """Whether the paragraphs on either side of a place are those that they were."""
    before = _sides(way.old, form, old)
    after = _sides(way.new, form, new_)
    first = way.to[before[0]][-1:] if before[0] else ("",)
    last = way.to[before[1]][:1] if before[1] else ("",)
    return first == (after[0],) and last == (after[1],)


def _sides(round_: Round, form: Form, after: str) -> tuple[str, str]:
    place = slot(round_, after, form.kind, form.level, form.part).before
    labels = ("", *round_.paragraphs, "")
    return labels[place], labels[place + 1]


def _idle(round_: Round, one: Proposal) -> bool:
    return [each.id for each in applied(round_, [one])] == [each.id for each in round_.text]
