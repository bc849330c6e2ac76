"""Earlier wordings of this very paragraph, and paragraphs the item once had and dropped."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache

from rapidfuzz import fuzz

from drafter.align.lineage import Lineages
from drafter.align.pairs import align
from drafter.align.passages import joined
from drafter.align.words import word_changes
from drafter.library.terms import plain_words
from drafter.library.values import Passage
from drafter.model import numbering
from drafter.model.change import PairKind
from drafter.model.draft import Source
from drafter.model.resolution import Kind, Paragraph, Resolution
from drafter.model.suggestion import Suggestion, SuggestionKind
from drafter.suggest.setting import Setting
from drafter.suggest.wording import Piece, new_paragraph, quoted, reworded, says_something

YEARS = 8
"""How many earlier texts are looked through."""

WORDINGS = 1
"""How many earlier wordings of a paragraph are suggested, newest first."""

_LIKE = 80


def lineage(setting: Setting, place: int) -> Iterator[Suggestion]:
    """Words that this paragraph once had and has lost, each earlier wording once; numbers and dates stay new."""
    earlier = setting.earlier[-YEARS:]
    paragraph = setting.paragraphs[place]
    if not earlier or paragraph.kind is Kind.HEADING:
        return
    seen: set[str] = set()
    for year in _lineages(setting).of(place)[1:]:
        if not year.indices or len(seen) >= WORDINGS:
            continue
        text = earlier[year.text]
        old = joined(text.paragraphs, year.indices)
        pieces = [
            (Piece(change.old_start, change.old_end, old[change.new_start : change.new_end]), change)
            for change in word_changes(paragraph.text, old)
            if change.new_end > change.new_start
            and "\n" not in old[change.new_start : change.new_end]
            and _worth_it(paragraph.text[change.old_start : change.old_end], old[change.new_start : change.new_end])
        ]
        inline = reworded(paragraph, (piece for piece, _ in pieces)) if pieces else None
        if inline is None or inline.text in seen:
            continue
        seen.add(inline.text)
        first = max((change for _, change in pieces), key=lambda change: change.new_end - change.new_start)
        quote = quoted(old, first.new_start, first.new_end)
        index = next((i for i in year.indices if quote in text.paragraphs[i].text), year.indices[0])
        yield Suggestion(
            SuggestionKind.LINEAGE,
            inline,
            f"once worded so in this paragraph, {_named(text)}",
            (_source(text, index, quote),),
            score=0.3,
        )


def restore(setting: Setting, place: int) -> Iterator[Suggestion]:
    """Paragraphs dropped since, each after the one it used to follow."""
    for index, text, label_index in _dropped(setting):
        if index == place:
            paragraph = text.paragraphs[label_index]
            yield Suggestion(
                SuggestionKind.RESTORE,
                new_paragraph(paragraph.text, paragraph.kind),
                f"once stood here, dropped since {_named(text)}",
                (_source(text, label_index, quoted(paragraph.text)),),
                after=setting.labels[place],
                score=0.25,
            )


def descendants(setting: Setting, passage: Passage) -> frozenset[int]:
    """The paragraphs in hand of which a passage of one of the item's earlier texts is an earlier year."""
    return _descendants(setting).get((passage.symbol, passage.place), frozenset())


@lru_cache(maxsize=4)
def _descendants(setting: Setting) -> Mapping[tuple[str, int], frozenset[int]]:
    lineages, earlier = _lineages(setting), setting.earlier[-YEARS:]
    found: defaultdict[tuple[str, int], frozenset[int]] = defaultdict(frozenset)
    for place in range(len(setting.paragraphs)):
        for year in lineages.of(place)[1:]:
            for index in year.indices:
                found[str(earlier[year.text].symbol), index] |= {place}
    return found


@lru_cache(maxsize=4)
def _lineages(setting: Setting) -> Lineages:
    now = Resolution(setting.text.organ, setting.text.title, setting.paragraphs)
    return Lineages((*setting.earlier[-YEARS:], now))


@lru_cache(maxsize=4)
def _dropped(setting: Setting) -> tuple[tuple[int, Resolution, int], ...]:
    """(place it would follow, text that has it, its index there) of each paragraph that is in no later text."""
    known = [paragraph.text for paragraph in setting.paragraphs]
    found: list[tuple[int, Resolution, int]] = []
    for text in reversed(setting.earlier[-YEARS:]):
        pairs = align(text.paragraphs, setting.paragraphs).pairs
        partner = {pair.old: pair.new for pair in pairs if pair.old is not None and pair.new is not None}
        for pair in pairs:
            if pair.kind is not PairKind.DELETED or pair.old is None:
                continue
            paragraph = text.paragraphs[pair.old]
            after = next((partner[i] for i in range(pair.old - 1, -1, -1) if i in partner), None)
            if after is None or not _fits(paragraph, setting.paragraphs[after]):
                continue
            if any(fuzz.token_set_ratio(paragraph.text, other, score_cutoff=_LIKE) > 0 for other in known):
                continue
            known.append(paragraph.text)
            found.append((after, text, pair.old))
    return tuple(found)


def _fits(paragraph: Paragraph, after: Paragraph) -> bool:
    return paragraph.kind is after.kind and paragraph.kind is not Kind.HEADING and paragraph.level == after.level


def _worth_it(was: str, now: str) -> bool:
    """Whether the change is one of language, not of numbers or small words."""
    numbers = any(character.isdigit() for character in was + now)
    return not numbers and says_something(plain_words(was), plain_words(now))


def _named(text: Resolution) -> str:
    name = text.symbol.short if text.symbol else text.title.text
    return f"{name}, {text.adopted.year}" if text.adopted else name


def _source(text: Resolution, index: int, quote: str) -> Source:
    date = text.adopted.isoformat() if text.adopted else ""
    return Source(str(text.symbol or ""), numbering.labels(text.paragraphs)[index], date, quote)
