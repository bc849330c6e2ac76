"""Words put in stand between neighbours that adopted texts have beside them, on both sides."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.library.terms import words
from drafter.model.resolution import Kind
from drafter.suggest.setting import Setting

BESIDE = ((3, 1), (2, 2), (1, 3))
"""How many words before and after an edge are looked for together in adopted texts."""

NEXT = ((1, 1),)
"""The same in a small library, which lacks most of what could stand there."""


_SETS_OFF = tuple(",;:")


def attested(setting: Setting, phrase: str, kind: Kind | None = None) -> bool:
    """Whether the text, an earlier one of its item, or another adopted text has these words in a row."""
    return setting.had(phrase) or bool(setting.candidates.phrase(phrase, kind).hits)


def joins_attested(setting: Setting, text: str, edge: int, kind: Kind | None) -> bool:
    """Whether the words on either side of a place in a text stand so in an adopted paragraph of its kind.

    Numbers are no language: a row of words ends at one; and what a comma sets off may stand beside anything.
    """
    if text[:edge].rstrip()[-1:] in _SETS_OFF or text[edge:].lstrip()[:1] in _SETS_OFF:
        return True
    before = [one.text for one in words(text[:edge])][::-1]
    after = [one.text for one in words(text[edge:])]
    looked_for, kind = (BESIDE, kind) if setting.candidates.tells else (NEXT, None)
    rows = ([*_language(before, left)[::-1], *_language(after, right)] for left, right in looked_for)
    return not before or not after or all(attested(setting, " ".join(row), kind) for row in rows if len(row) > 1)


def _language(row: Sequence[str], count: int) -> Sequence[str]:
    digits = (at for at, word in enumerate(row[:count]) if any(one.isdigit() for one in word))
    return row[: next(digits, count)]
