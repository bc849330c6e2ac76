"""Slips that proposals leave where they are taken word for word, each with the words that would mend it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from drafter.check import joins, language, openings  # noqa: F401 - they bring the rules
from drafter.check.extra import place_rules
from drafter.check.profile import Profile
from drafter.check.rule import ParagraphInPlace
from drafter.model.draft import DraftParagraph
from drafter.model.organ import Organ
from drafter.model.proposal import Deed, Proposal
from drafter.model.resolution import Paragraph, Resolution
from drafter.negotiation.apply import worded
from drafter.negotiation.values import Round

_RULES = frozenset({"double-mark", "opening-join", "double-word", "run-on", "spaces"})


@dataclass(frozen=True, slots=True)
class SlipLeft:
    """What a paragraph with the proposals of `by` would read that no editor lets stand: `found`, which `put` would
    mend, `text` being the paragraph then."""

    label: str
    by: tuple[str, ...]
    found: str
    put: str
    text: str
    why: str


def slips_left(round_: Round, proposals: Iterable[Proposal]) -> tuple[SlipLeft, ...]:
    """The slips that each owner's words, taken literally, bring into a paragraph of the base."""
    some: dict[tuple[tuple[str, ...], str, str], list[Proposal]] = {}
    for one in proposals:
        if one.kind in (Deed.WORDS, Deed.MERGE):
            # two that are joined have words of their own, which no other proposal on them is part of
            some.setdefault((one.by, one.label, one.second), []).append(one)
    profile = Profile.of(Resolution(round_.text.organ or Organ.GENERAL_ASSEMBLY, round_.text.title, ()))
    return tuple(
        left
        for (by, label, _), edits in sorted(some.items(), key=lambda item: (round_.places[item[0][1]], item[0]))
        for left in _left(label, by, round_.paragraphs[label], edits, profile)
    )


def _left(
    label: str, by: tuple[str, ...], own: DraftParagraph, edits: list[Proposal], profile: Profile
) -> Iterator[SlipLeft]:
    merged = edits[0].kind is Deed.MERGE
    changed = replace(own.paragraph, inline=edits[0].put if merged else worded(own.inline, edits))
    known = {(rule, found) for rule, found, *_ in _slips(own.paragraph, profile)}
    for rule, found, start, end, put, why in _slips(changed, profile):
        if (rule, found) not in known:
            text = changed.text
            yield SlipLeft(label, by, found, put, text[:start] + put + text[end:], why)


def _slips(paragraph: Paragraph, profile: Profile) -> Iterator[tuple[str, str, int, int, str, str]]:
    place = ParagraphInPlace(paragraph, profile)
    for rule, look in place_rules().items():
        for slip in look(place) if rule.name in _RULES else ():
            if slip.suggest is not None:
                yield rule.name, paragraph.text[slip.start : slip.end], slip.start, slip.end, slip.suggest, slip.message
