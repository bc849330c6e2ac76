"""What keeps a whole paragraph away: words of another kind of text, of another country, on another matter."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.library.terms import plain_words
from drafter.model.resolution import Kind
from drafter.rules.openings import opening_length
from drafter.rules.places import places_in
from drafter.rules.turning import disagrees
from drafter.suggest.setting import Setting

KNOWN, KNOWN_OTHERWISE = 0.3, 0.5
"""The least share of a new paragraph's words, the rarer the weightier, that stand in the text already; the second where
none of the words that the text is about is among them. Of the paragraphs that true next years added, 13 % have less; of
those that are merely like a paragraph of the text, 20 %."""

_OPENING = 2
"""How many words of an opening must open a paragraph elsewhere."""

_DECLARED = re.compile(r"\b(?:we|our|ours|us|ourselves)\b", re.IGNORECASE)


def declares(old: str, new: str) -> bool:
    """Whether words of a declaration ("We call for") come in; a resolution speaks in the third person."""
    return bool(_DECLARED.search(new)) and not _DECLARED.search(old)


def of_another_place(setting: Setting, new: str) -> bool:
    """Whether words name a State or territory that neither the text nor its title names."""
    return not places_in(new) <= setting.places


def opens_otherwise(setting: Setting, text: str, kind: Kind) -> bool:
    """Whether a text of which the verbs were turned does not open as adopted paragraphs of that kind do, or its later
    verbs do not agree."""
    words = " ".join(plain_words(text[: opening_length(text, kind)])[:_OPENING])
    if not words or disagrees(text, kind):
        return True
    return setting.candidates.tells and not setting.candidates.opens(words, kind)


def on_another_matter(setting: Setting, text: str) -> bool:
    """Whether most of what a text says in words that say something is nowhere in the present text."""
    if not setting.candidates.tells:
        return False
    said = {word for word in plain_words(text) if word.isalpha()}
    weights = {word: setting.candidates.weight(word) for word in said}
    known = sum(weights[word] for word in said & setting.vocabulary.keys())
    return known < (KNOWN if said & setting.subject else KNOWN_OTHERWISE) * sum(weights.values())


def objections(setting: Setting, text: str) -> Iterator[str]:
    """What is wrong with a new paragraph, in a few words each."""
    if declares("", text):
        yield "words of a declaration"
    if of_another_place(setting, text):
        yield "another country"
    if on_another_matter(setting, text):
        yield "another matter"
