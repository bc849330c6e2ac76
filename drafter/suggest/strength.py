"""Openings one step up or down that adopted texts use before the same words: advice, as there is no official scale."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.library.terms import words
from drafter.model.draft import Source
from drafter.model.resolution import Kind
from drafter.model.suggestion import Suggestion, SuggestionKind
from drafter.rules.ladders import next_rungs, plain
from drafter.rules.openings import opening_length
from drafter.suggest.setting import Setting
from drafter.suggest.wording import Replacement, quoted, reworded

FOLLOWING = (4, 3, 2)
"""How many of the words after the opening an adopted text must share; the longest match counts."""


def strength(setting: Setting, place: int) -> Iterator[Suggestion]:
    """The same paragraph with its opening one step stronger or weaker, and how often the library has those words."""
    paragraph = setting.paragraphs[place]
    length = opening_length(paragraph.text, paragraph.kind)
    if paragraph.kind is Kind.HEADING or not length:
        return
    opening = paragraph.text[:length].rstrip(" ,")
    following = words(paragraph.text[len(opening) :])
    for steps, way in zip(next_rungs(opening), ("weaker", "stronger"), strict=True):
        for step in steps:
            proposed = _in_form(step, opening)
            for count in FOLLOWING:
                phrase = paragraph.text[len(opening) :][: following[count - 1].end] if len(following) >= count else ""
                found = _used(setting, step + phrase, paragraph.kind) if phrase else None
                if found:
                    times, source = found
                    inline = reworded(paragraph, [Replacement(0, len(opening), proposed)])
                    if inline:
                        yield Suggestion(
                            SuggestionKind.STRENGTH,
                            inline,
                            f"advice: a step {way}; “{proposed}{phrase}” stands {_times(times)} in the library",
                            (source,),
                            score=0.1,
                        )
                    break


def _used(setting: Setting, phrase: str, kind: Kind) -> tuple[int, Source] | None:
    found = setting.candidates.phrase(phrase, kind)
    if not found.hits:
        return None
    passage = found.hits[0].passage
    text_words = words(passage.text)
    wanted = [word.text for word in words(phrase)]
    at = next(n for n in range(len(text_words)) if [word.text for word in text_words[n : n + len(wanted)]] == wanted)
    quote = quoted(passage.text, text_words[at].start, text_words[at + len(wanted) - 1].end)
    return found.matched or len(found.hits), passage.source(quote)


def _in_form(step: str, opening: str) -> str:
    """The ladder's phrase as this paragraph would have it, with its "also" or "further" in the right place."""
    adverb = next((word for word in opening.split() if word.lower() in ("also", "further")), "")
    if not adverb or plain(opening) == opening.casefold():
        return step[0].upper() + step[1:]
    if opening.startswith(adverb):
        return f"{adverb} {step}"
    first, _, rest = step.partition(" ")
    return f"{first[0].upper()}{first[1:]} {adverb}{' ' + rest if rest else ''}"


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count} times"
