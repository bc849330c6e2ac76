"""Words that several other items have where this paragraph has none or different ones."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from drafter.align.words import word_changes
from drafter.library.terms import plain_words
from drafter.library.values import Passage
from drafter.model.suggestion import Suggestion, SuggestionKind
from drafter.suggest.setting import RECENT, Setting
from drafter.suggest.wording import Replacement, is_like, quoted, reworded, says_something

ITEMS = 2
"""How many other items must have the words in texts of the last two years."""

PHRASES = 1
"""How many phrases are suggested: the most shared."""

NAMED = 3
"""How many sources are given."""

_LONGEST = 30


@dataclass(slots=True)
class _Phrase:
    piece: Replacement
    passages: list[tuple[Passage, str]] = field(default_factory=list)

    @property
    def items(self) -> int:
        return len({passage.series for passage, _ in self.passages})


def shared(setting: Setting, place: int) -> Iterator[Suggestion]:
    """The phrases that most other items have in this paragraph, the most widely shared first."""
    paragraph = setting.paragraphs[place]
    phrases, items = _phrases(setting, place)
    ranked = sorted(phrases, key=lambda phrase: (-phrase.items, phrase.piece))
    for phrase in [one for one in ranked if one.items >= ITEMS][:PHRASES]:
        inline = reworded(paragraph, [phrase.piece])
        if inline is not None:
            newest = sorted(phrase.passages, key=lambda one: (one[0].adopted, one[0].symbol), reverse=True)
            yield Suggestion(
                SuggestionKind.PRIOR,
                inline,
                f"{phrase.items} of {items} other items that have such a paragraph use these words",
                tuple(one.source(quote) for one, quote in newest[:NAMED]),
                score=0.6 + 0.4 * phrase.items / (items + 1),
            )


def _phrases(setting: Setting, place: int) -> tuple[list[_Phrase], int]:
    """What recent paragraphs like this one have and this one lacks, and how many items have such a paragraph."""
    text = setting.paragraphs[place].text
    since = setting.candidates.today - RECENT
    found: dict[tuple[int, int, tuple[str, ...]], _Phrase] = {}
    items: set[str] = set()
    for hit in setting.hits(place):
        passage = hit.passage
        recent = passage.adopted is not None and passage.adopted >= since
        if not recent or passage.symbol in setting.candidates.own or not is_like(text, passage.text):
            continue
        items.add(passage.series)
        for change in word_changes(text, passage.text):
            words = passage.text[change.new_start : change.new_end]
            was, now = plain_words(text[change.old_start : change.old_end]), plain_words(words)
            if not now or len(now) > _LONGEST or any(word[0].isdigit() for word in (*was, *now)):
                continue
            if says_something(was, now):
                piece = Replacement(change.old_start, change.old_end, words)
                phrase = found.setdefault((piece.start, piece.end, now), _Phrase(piece))
                phrase.passages.append((passage, quoted(passage.text, change.new_start, change.new_end)))
    return list(found.values()), len(items)
