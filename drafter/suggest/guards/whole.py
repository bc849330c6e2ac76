"""What keeps a whole paragraph away: words of another kind of text, of another country, on another matter."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from drafter.library.terms import plain_words
from drafter.model.resolution import Kind
from drafter.rules.common_words import rarity_of
from drafter.rules.openings import opening_length
from drafter.rules.places import places_in
from drafter.rules.turning import disagrees
from drafter.suggest.setting import Setting

KNOWN, KNOWN_OTHERWISE, ABOUT = 0.4, 0.65, 2
"""The least share of a new paragraph's words, the rarer the weightier, that stand in the text already; the second where
fewer than so many words that the text is about are among them. Of the paragraphs that true next years added, 16 % have
less; of those of a text on the law of the sea, for one on human rights, 90 %."""

OFTEN, RARE = 3, 0.7
"""How often a rare word that the text does not have shows that a paragraph is about something else."""

LONG_ENOUGH = 150
"""How many words a text has of which the others tell something."""

_OPENING = 2
"""How many words of an opening must open a paragraph elsewhere."""

_NAME = re.compile(r"\b[A-Z][\w’'-]*")
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
    """Whether most of what a text says in words that say something is nowhere in the present text; names are no
    matter."""
    if len(setting.vocabulary) < LONG_ENOUGH:
        return False
    counted = Counter(word for word in plain_words(text[:1] + _NAME.sub("", text[1:])) if word.isalpha())
    said = counted.keys()
    if any(counted[word] >= OFTEN and rarity_of(word) >= RARE for word in said - setting.vocabulary.keys()):
        return True
    known = sum(map(rarity_of, said & setting.vocabulary.keys()))
    enough = KNOWN if len(said & setting.subject) >= ABOUT else KNOWN_OTHERWISE
    return known < enough * sum(map(rarity_of, said))


def objections(setting: Setting, text: str) -> Iterator[str]:
    """What is wrong with a new paragraph, in a few words each."""
    if declares("", text):
        yield "words of a declaration"
    if of_another_place(setting, text):
        yield "another country"
    if on_another_matter(setting, text):
        yield "another matter"
