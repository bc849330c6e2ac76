"""Earlier wordings of this very paragraph, and paragraphs the item once had and dropped."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from drafter.align.groups import joined
from drafter.align.words import word_changes
from drafter.library.terms import plain_words
from drafter.library.values import Passage
from drafter.model import numbering
from drafter.model.draft import Source
from drafter.model.resolution import Kind, Paragraph, Resolution
from drafter.model.suggestion import Suggestion, SuggestionKind
from drafter.suggest.ancestry import Ancestry, Row
from drafter.suggest.candidates import ItemCandidates
from drafter.suggest.setting import Setting
from drafter.suggest.wording import Replacement, is_like, new_paragraph, quoted, reworded, says_something

YEARS = 8
"""How many earlier texts are searched."""

WORDINGS = 1
"""How many earlier wordings of a paragraph are suggested, newest first."""


def lineage(setting: Setting, place: int) -> Iterator[Suggestion]:
    """Words that this paragraph once had and has lost, each earlier wording once; numbers and dates stay as they are
    now."""
    paragraph = setting.paragraphs[place]
    if paragraph.kind is Kind.HEADING:
        return
    seen: set[str] = set()
    for text, indices in _ancestors(setting, place):
        if len(seen) >= WORDINGS:
            return
        old = joined(text.paragraphs, indices)
        pieces = [
            (Replacement(change.old_start, change.old_end, old[change.new_start : change.new_end]), change)
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
        index = next((i for i in indices if quote in text.paragraphs[i].text), indices[0])
        yield Suggestion(
            SuggestionKind.LINEAGE,
            inline,
            f"an earlier wording of this paragraph, {_named(text)}",
            (_source(text, index, quote),),
            score=0.3,
        )


def restore(setting: Setting, place: int) -> Iterator[Suggestion]:
    """Dropped paragraphs, each after the one it used to follow."""
    for text, index, after in setting.once(_dropped):
        if after == place:
            paragraph = text.paragraphs[index]
            yield Suggestion(
                SuggestionKind.RESTORE,
                new_paragraph(paragraph.text, paragraph.kind),
                f"once stood here, dropped since {_named(text)}",
                (_source(text, index, quoted(paragraph.text)),),
                after=setting.labels[place],
                score=0.25,
            )


def descendants(setting: Setting, passage: Passage) -> frozenset[int]:
    """The places of the present paragraphs that descend from a passage in one of the item's earlier texts."""
    return setting.once(_descendants).get((passage.symbol, passage.place), frozenset())


def _descendants(setting: Setting) -> Mapping[tuple[str, int], frozenset[int]]:
    found: defaultdict[tuple[str, int], frozenset[int]] = defaultdict(frozenset)
    for place in range(len(setting.paragraphs)):
        for text, indices in _ancestors(setting, place):
            for index in indices:
                found[str(text.symbol), index] |= {place}
    return found


def _ancestors(setting: Setting, place: int) -> Sequence[tuple[Resolution, tuple[int, ...]]]:
    """The earlier texts that have a paragraph, newest first, each with its places there.

    A paragraph of a draft comes from where the draft says; a new one from a dropped one with similar words.
    """
    known = setting.once(_ancestry)
    origin = setting.origins[place]
    if origin is not None:
        return known.years(known.places[origin]) if origin in known.places else ()
    text = setting.paragraphs[place].text
    dropped = (row for row in known.rows if row.now is None)
    return tuple((row.text, (row.place,)) for row in dropped if is_like(text, row.text.paragraphs[row.place].text))


def _ancestry(setting: Setting) -> Ancestry:
    """The same for every state of a draft whose base is known."""
    if setting.candidates.anchor is not None:
        return setting.candidates.once(_of_the_item)
    now = Resolution(setting.text.organ, setting.text.title, setting.paragraphs)
    return Ancestry(setting.candidates.earlier[-YEARS:], now)


def _of_the_item(candidates: ItemCandidates) -> Ancestry:
    anchor = candidates.anchor
    assert anchor is not None
    texts = candidates.earlier[-YEARS:]
    older = [text for text in texts if text.symbol != anchor.symbol]
    return Ancestry(older, anchor, own_counts=len(older) < len(texts))


def _dropped(setting: Setting) -> tuple[Row, ...]:
    """Each paragraph that is in no later text, with the place of the present one that it would follow."""
    known = setting.once(_ancestry)
    here = {
        at: place for place, origin in enumerate(setting.origins) if (at := known.places.get(origin or "")) is not None
    }
    standing = {(id(row.text), row.place): here[row.now] for row in known.rows if row.now in here}
    said = [paragraph.text for paragraph in setting.paragraphs]
    there = {same for text in said for same in known.same(text)}
    found: list[Row] = []
    for row in known.rows:
        paragraph = row.text.paragraphs[row.place]
        if row.now in here or paragraph.text in there:
            continue
        before = ((id(row.text), place) for place in range(row.place - 1, -1, -1))
        after = next((standing[one] for one in before if one in standing), None)
        if after is None or not _fits(paragraph, setting.paragraphs[after]):
            continue
        if row.now is not None and any(known.is_same(paragraph.text, other) for other in reversed(said)):
            continue
        said.append(paragraph.text)
        there |= known.same(paragraph.text)
        found.append(row._replace(now=after))
    return tuple(found)


def _fits(paragraph: Paragraph, after: Paragraph) -> bool:
    return paragraph.kind is after.kind and paragraph.kind is not Kind.HEADING and paragraph.level == after.level


def _worth_it(was: str, now: str) -> bool:
    """Whether the change is one of language, and not only of numbers or small words."""
    numbers = any(character.isdigit() for character in was + now)
    return not numbers and says_something(plain_words(was), plain_words(now))


def _named(text: Resolution) -> str:
    name = text.symbol.short if text.symbol else text.title.text
    return f"{name}, {text.adopted.year}" if text.adopted else name


def _source(text: Resolution, index: int, quote: str) -> Source:
    date = text.adopted.isoformat() if text.adopted else ""
    return Source(str(text.symbol or ""), numbering.labels(text.paragraphs)[index], date, quote)
