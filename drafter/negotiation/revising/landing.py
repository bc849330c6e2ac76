"""One proposal on the next base: what became of it there, and how it stands there now."""

from __future__ import annotations

from dataclasses import replace

from drafter.align import three_way
from drafter.align.units import inline_of, units
from drafter.model.inline import Inline
from drafter.model.proposal import TITLE, Deed, Proposal
from drafter.model.resolution import Footnote
from drafter.negotiation import proposing
from drafter.negotiation.apply import worded
from drafter.negotiation.revising import places, stretches
from drafter.negotiation.revising.stretches import words, words_alike
from drafter.negotiation.revising.succession import Strand, Succession, offset, placed
from drafter.negotiation.revising.values import Aftermath, Landing

_CHANGED = "the words there were changed otherwise"
_TWO = "it would now stand in two paragraphs at once"


def landed(way: Succession, one: Proposal) -> Landing:
    """What became of a pending proposal; every one that can be said on the new base is."""
    if way.identical:
        return Landing(one, Aftermath.CARRIED, one.place, now=(one,))
    if one.kind in (Deed.REPLACE, Deed.SPLIT, Deed.MERGE) and (label := _taken_up(way, one.put)):
        return Landing(one, Aftermath.IN, label)
    match one.kind:
        case Deed.WORDS | Deed.TITLE:
            made = _stretch(way, one)
        case Deed.NEW:
            made = places.new(way, one)
        case Deed.MOVE:
            made = places.moved(way, one)
        case Deed.DELETE:
            made = _delete(way, one)
        case Deed.SPLIT:
            made = _split(way, one)
        case Deed.MERGE:
            made = _merge(way, one)
        case Deed.REPLACE:
            made = _replace(way, one)
    mark = one.mark if made.aftermath is Aftermath.CARRIED else made.aftermath.value
    now = (replace(again, arrivals=one.arrivals, notes=_notes(way, one, again), mark=mark) for again in made.now)
    return replace(made, now=tuple(now))


def _stretch(way: Succession, one: Proposal) -> Landing:
    label = one.label
    if label != TITLE and not way.to[label]:
        if taken := _taken_up(way, worded(way.old.inline(label), [one])):
            return Landing(one, Aftermath.IN, taken)
        return Landing(one, Aftermath.GONE, why=f"{label} was deleted")
    strand = way.strand(label)
    if strand.same:
        again = replace(one, label=strand.news[0])
        return Landing(one, Aftermath.CARRIED, again.label, now=(again,))
    at = offset(way.old, strand.olds, label) + one.start
    met = stretches.met(strand, at, at + len(units(one.found)), units(one.put))
    now = placed(way.new, strand.news, met.start, met.end)
    if met.aftermath is Aftermath.IN:
        return Landing(one, met.aftermath, now or strand.news[0])
    if not now:
        return Landing(one, Aftermath.AGAINST, strand.news[0], _TWO)
    text, begin = way.new.inline(now), offset(way.new, strand.news, now)
    own = units(text)
    reads = inline_of((*own[: met.start - begin], *met.put, *own[met.end - begin :]))
    if reads == text or (met.aftermath is Aftermath.PARTLY and words_alike(text, reads)):
        return Landing(one, Aftermath.IN, now)
    why = {Aftermath.PARTLY: "some of it is in the new text", Aftermath.AGAINST: _CHANGED}.get(met.aftermath, "")
    if label == TITLE or reads.text.strip():
        return Landing(one, met.aftermath, now, why, (proposing.stretch(now, text, reads),))
    return Landing(one, met.aftermath, now, why, (proposing.deleted(now, text),))


def _replace(way: Succession, one: Proposal) -> Landing:
    news = way.to[one.label]
    if not news:
        return Landing(one, Aftermath.GONE, why=f"{one.label} was deleted")
    strand = way.strand(one.label)
    again = Proposal(Deed.REPLACE, news[0], found=way.new.inline(news[0]), put=one.put)
    if strand.same:
        return Landing(one, Aftermath.CARRIED, news[0], now=(again,))
    if len(strand.news) > 1:
        return Landing(one, Aftermath.AGAINST, news[0], f"{one.label} was split")
    return _against(strand, one, again)


def _split(way: Succession, one: Proposal) -> Landing:
    news = way.to[one.label]
    if not news:
        return Landing(one, Aftermath.GONE, why=f"{one.label} was deleted")
    strand = way.strand(one.label)
    if len(strand.news) > 1 or len(strand.olds) > 1:
        return Landing(one, Aftermath.AGAINST, news[0], f"{one.label} was split or merged otherwise")
    again = replace(one, label=news[0], found=strand.after, put=_with_theirs(strand, one.put))
    if strand.same:
        return Landing(one, Aftermath.CARRIED, news[0], now=(again,))
    return _against(strand, one, again)


def _merge(way: Succession, one: Proposal) -> Landing:
    first, second = way.to[one.label], way.to[one.second]
    if not first or not second:
        gone = one.second if first else one.label
        return Landing(one, Aftermath.GONE, first[0] if first else "", f"{gone} was deleted")
    strand = way.strand(one.label)
    label = first[0]
    if first == second:
        again = Proposal(Deed.REPLACE, label, found=way.new.inline(label), put=one.put)
        return Landing(one, Aftermath.PARTLY, label, "they were merged in other words", (again,))
    other = way.strand(one.second)
    if len(strand.news) > 1 or len(other.news) > 1:
        return Landing(one, Aftermath.AGAINST, label, "one of the two was split")
    both = Strand((one.label, one.second), (label, second[0]), one.found, strand.after + Inline("\n") + other.after)
    put = one.put if strand.same and other.same else _with_theirs(both, one.put)
    again = proposing.merged(label, strand.after, second[0], other.after, put)
    if strand.same and other.same:
        return Landing(one, Aftermath.CARRIED, label, now=(again,))
    return _against(both, one, again)


def _taken_up(way: Succession, whole: Inline) -> str:
    """The label at which a whole new wording stands word for word, "" where it does not; an alignment may not know a
    paragraph again of which little stayed."""
    wanted = [part.split() for part in whole.markup.split("\n")]
    labels = [label for label in way.new.paragraphs if label in way.reworded]
    texts = [way.new.inline(label).markup.split() for label in labels]
    spots = (at for at in range(len(texts) - len(wanted) + 1) if texts[at : at + len(wanted)] == wanted)
    return next((labels[at] for at in spots), "")


def _delete(way: Succession, one: Proposal) -> Landing:
    news = way.to[one.label]
    if not news:
        return Landing(one, Aftermath.IN, why=f"{one.label} is no longer there")
    strand = way.strand(one.label)
    if len(strand.olds) > 1:
        at = offset(way.old, strand.olds, one.label)
        met = stretches.met(strand, at, at + len(units(one.found)), ())
        return _stretch_out(way, one, strand, met.start, met.end)
    now = tuple(proposing.deleted(label, way.new.inline(label)) for label in news)
    old_block, new_block = places.block_words(way.old, one.label), places.block_words(way.new, news[0])
    if old_block == new_block and len(news) == 1:
        return Landing(one, Aftermath.CARRIED, news[0], now=now)
    before, after = words(units(old_block)), words(units(new_block))
    if before - after and not after - before:
        return Landing(one, Aftermath.PARTLY, news[0], "some of it was deleted", now)
    return Landing(one, Aftermath.AGAINST, news[0], _CHANGED, now)


def _stretch_out(way: Succession, one: Proposal, strand: Strand, start: int, end: int) -> Landing:
    """The deletion of a paragraph that is now part of another, as that of its words there."""
    why = f"{one.label} was merged with another"
    label = placed(way.new, strand.news, start, end)
    if not label or start == end:
        return Landing(one, Aftermath.AGAINST, label or strand.news[0], why)
    text, begin = way.new.inline(label), offset(way.new, strand.news, label)
    own = units(text)
    reads = inline_of((*own[: start - begin], *own[end - begin :]))
    now = proposing.stretch(label, text, reads) if reads.text.strip() else proposing.deleted(label, text)
    return Landing(one, Aftermath.AGAINST, label, why, (now,))


def _against(strand: Strand, one: Proposal, again: Proposal) -> Landing:
    """A rewriting of what was changed since: partly, where the change brings some of its words."""
    before, put = words(units(strand.before)), words(units(one.put))
    if (put - before) & (words(units(strand.after)) - before):
        return Landing(one, Aftermath.PARTLY, again.label, "some of it is in the new text", (again,))
    return Landing(one, Aftermath.AGAINST, again.label, _CHANGED, (again,))


def _with_theirs(strand: Strand, put: Inline) -> Inline:
    """What a rewriting makes of the new words, where both changes are apart; else as it was."""
    found = three_way.merge(strand.before, {"put": put, "new": strand.after})
    return put if found.conflicts else found.text()


def _notes(way: Succession, one: Proposal, again: Proposal) -> tuple[Footnote, ...]:
    """The notes that it marks and the new base lacks."""
    known = {note.id: note for note in (*way.old.text.footnotes, *one.notes)}
    there = {note.id for note in way.new.text.footnotes}
    wanted = sorted({mark.note for mark in again.put.marks} - there)
    return tuple(known[name] for name in wanted if name in known)
