"""Changes made elsewhere that this paragraph has not followed, and phrases that are spreading."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from drafter.library.terms import Word, plain_words, words
from drafter.library.values import YearlyAddition, YearlyChange
from drafter.model.draft import Source
from drafter.model.inline import Inline
from drafter.model.resolution import Kind
from drafter.model.suggestion import Suggestion, SuggestionKind
from drafter.suggest.added import AddedElsewhere
from drafter.suggest.candidates import ItemCandidates
from drafter.suggest.patterns import Pattern, Patterns
from drafter.suggest.setting import RECENT, Setting
from drafter.suggest.wording import Replacement, new_paragraph, put_after, quoted, reworded, small

ITEMS = 2
"""How many items must have made a change within two years; an older change has been seen and not followed."""

SPREAD = 3
"""How many items must have taken up a phrase within two years for it to be spreading."""

NAMED = 3
"""How many sources are given."""

BEFORE = 2
"""How many of the words before the new ones must be the same in other texts."""

_LONGEST_OLD = 8


def propagate(setting: Setting, place: int) -> Iterator[Suggestion]:
    """The same change as in other items, where the old words still stand with the same words around them."""
    paragraph = setting.paragraphs[place]
    if paragraph.kind is Kind.HEADING:
        return
    for pattern, piece in _applicable(setting.candidates.once(_patterns), paragraph.text):
        items = pattern.items(setting.candidates.series_key)
        inline = reworded(paragraph, [piece]) if len(items) >= ITEMS else None
        used = _used(setting, paragraph.text, piece) if inline else 0.0
        if inline is not None and used:
            yield Suggestion(
                SuggestionKind.PROPAGATE,
                inline,
                f"the same change was made in {len(items)} other items in the last two years",
                _sources(pattern),
                score=_many(items) * used,
            )


def _many(items: Collection[str]) -> float:
    return 1 - 1 / (1 + len(items) / 4)


def _used(setting: Setting, text: str, piece: Replacement, after: int = 1) -> float:
    """The share of texts elsewhere that have the new words rather than the old, between the same words."""
    before = " ".join(plain_words(text[: piece.start])[-BEFORE:])
    following = " ".join(plain_words(text[piece.end :])[:after])
    new, old = (
        setting.candidates.phrase(f"{before} {words} {following}").matched or 0
        for words in (piece.words, text[piece.start : piece.end])
    )
    return new / (new + old) if new >= ITEMS else 0.0


def spreading(setting: Setting, place: int) -> Iterator[Suggestion]:
    """Phrases and paragraphs that several other items took up in the last two years, where the text has their
    neighbours."""
    paragraph = setting.paragraphs[place]
    if paragraph.kind is Kind.HEADING:
        return
    text_words = words(paragraph.text)
    for pattern in setting.once(_unsaid):
        piece = _beside(pattern, paragraph.text, text_words)
        inline = reworded(paragraph, [piece]) if piece and _used(setting, paragraph.text, piece, after=0) else None
        if inline is not None:
            yield _told(setting, pattern, inline)
    for followed, group in setting.once(_added):
        if followed == place:
            items = {addition.series for addition in group}
            newest = max(group, key=lambda addition: (addition.day, addition.symbol))
            yield Suggestion(
                SuggestionKind.SPREADING,
                new_paragraph(newest.text, newest.kind),
                f"{len(items)} other items added such a paragraph in the last two years",
                tuple(
                    Source(one.symbol, one.label, one.day.isoformat(), quoted(one.text)) for one in group[-NAMED:][::-1]
                ),
                after=setting.labels[place],
                score=_many(items),
            )


def _patterns(candidates: ItemCandidates) -> Patterns:
    return Patterns(candidates.changes(candidates.today - RECENT))


def _applicable(patterns: Patterns, text: str) -> Iterator[tuple[Pattern, Replacement]]:
    text_words = words(text)
    plain = tuple(word.text for word in text_words)
    for at in range(len(text_words)):
        for length in range(1, min(_LONGEST_OLD, len(text_words) - at) + 1):
            for pattern in patterns.replacing(plain[at : at + length]):
                if _same_around(pattern, plain, at, at + length) and not _there(plain, at, pattern):
                    yield (
                        pattern,
                        Replacement(text_words[at].start, text_words[at + length - 1].end, pattern.new.strip(" ,;.:")),
                    )
        if at:
            for pattern in patterns.joining(plain[at - 1 : at + 1]):
                piece = put_after(text, text_words[at].end, pattern.new)
                if piece and _beside_the_same(pattern, plain, at) and not _there(plain, at + 1, pattern):
                    yield pattern, piece


def _beside_the_same(pattern: Pattern, plain: tuple[str, ...], at: int) -> bool:
    """Whether the word before says something, or the word after is the one that followed elsewhere and does."""
    following = plain[at + 1 : at + 2]
    return not small(plain[at]) or any(
        following and not small(following[0]) and change.after[:1] == following for change in pattern.changes
    )


def _same_around(pattern: Pattern, plain: tuple[str, ...], start: int, end: int) -> bool:
    """Whether the word before or the word after is the same as where the change was made."""
    return any(
        (change.before[-1:] == plain[start - 1 : start] and start > 0) and change.after[:1] == plain[end : end + 1]
        for change in pattern.changes
    )


def _there(plain: tuple[str, ...], at: int, pattern: Pattern) -> bool:
    now = plain_words(pattern.new)
    return plain[at : at + len(now)] == now


def _unsaid(setting: Setting) -> tuple[Pattern, ...]:
    """What is spreading and is nowhere in the present text."""
    return tuple(pattern for pattern in setting.candidates.once(_spreading) if not setting.says(pattern.new))


def _spreading(candidates: ItemCandidates) -> tuple[Pattern, ...]:
    return tuple(candidates.once(_patterns).spreading(SPREAD, candidates.series_key))


def _added(setting: Setting) -> tuple[tuple[int, tuple[YearlyAddition, ...]], ...]:
    return tuple(setting.candidates.once(_additions).placed(setting.paragraphs))


def _additions(candidates: ItemCandidates) -> AddedElsewhere:
    return AddedElsewhere(candidates.additions(candidates.today - RECENT), candidates.series_key, ITEMS)


def _beside(pattern: Pattern, text: str, text_words: tuple[Word, ...]) -> Replacement | None:
    """Where two words that surround the phrase in another item stand together here."""
    plain = tuple(word.text for word in text_words)
    for change in pattern.changes:
        if change.was or not change.before:
            continue
        left, right = change.before[-1], change.after[:1]
        for at in range(len(plain)):
            if plain[at] != left or len(left) < 3:
                continue
            if plain[at - 1 : at] == change.before[-2:-1] or plain[at + 1 : at + 2] == right:
                return put_after(text, text_words[at].end, pattern.new)
    return None


def _told(setting: Setting, pattern: Pattern, inline: Inline) -> Suggestion:
    items = pattern.items(setting.candidates.series_key)
    why = f"entered {len(items)} other items in the last two years, last in {pattern.latest.symbol}"
    return Suggestion(SuggestionKind.SPREADING, inline, why, _sources(pattern), score=_many(items))


def _sources(pattern: Pattern) -> tuple[Source, ...]:
    newest: dict[str, YearlyChange] = {}
    for change in sorted(pattern.changes, key=lambda change: (change.day, change.symbol), reverse=True):
        newest.setdefault(change.series, change)
    return tuple(
        Source(change.symbol, change.label, change.day.isoformat(), change.new.strip())
        for change in list(newest.values())[:NAMED]
    )
