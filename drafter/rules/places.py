"""Which States and territories a text names, so that one country's words are not offered for another's."""

from __future__ import annotations

import re

from drafter.rules.tables import kept, table

_SHORTEST = 4
"""Letters of a spelling that is looked for; shorter ones ("UK", "PNG") stand for other things too."""

_PEOPLE = "(?:i|n|an|ian|ese)s?"
"""What makes "Israeli", "Libyan", "Malian", "Iranian" and "Sudanese" of a State's name."""


def places_in(text: str) -> frozenset[str]:
    """The States and territories that a text names, by their short names, or whose people; the longest name counts.

    >>> sorted(places_in("the Israeli, Malian and Ukrainian authorities"))
    ['Israel', 'Mali', 'Ukraine']
    >>> sorted(places_in("the Constitution of the British Virgin Islands"))
    ['British Virgin Islands']
    >>> sorted(places_in("in the Democratic People’s Republic of Korea, Nigeria and Guinea-Bissau"))
    ['Democratic People’s Republic of Korea', 'Guinea-Bissau', 'Nigeria']
    """
    spelt, pattern = _spellings()
    return frozenset(spelt[found["name"].replace("'", "’")] for found in pattern.finditer(text))


@kept()
def _spellings() -> tuple[dict[str, str], re.Pattern[str]]:
    spelt = {
        one.replace("'", "’"): name
        for name, others in table("parties")["states"].items()
        for one in (name, *others)
        if len(one) >= _SHORTEST
    }
    spelt |= table("parties")["peoples"] | {name: name for name in table("parties")["territories"]["names"]}
    longest = sorted(map(re.escape, spelt), key=len, reverse=True)
    either = "|".join(longest).replace("’", "[’']")
    return spelt, re.compile(rf"(?<![\w-])(?P<name>{either})(?:{_PEOPLE})?(?![\w-])")
