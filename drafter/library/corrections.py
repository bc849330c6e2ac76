"""The corrections that people have made in a record, as its repairs by hand say."""

from __future__ import annotations

from collections.abc import Iterable

from drafter.library.terms import common_beginning
from drafter.model.inline import Inline, Span
from drafter.model.reading import Repair


class Corrections:
    """The repairs by hand among some repairs; with `everywhere`, every place counts as corrected."""

    def __init__(self, repairs: Iterable[Repair], everywhere: bool = False) -> None:
        self._everywhere = everywhere
        self._at: dict[str, list[Repair]] = {}
        for repair in repairs:
            if repair.by_hand:
                self._at.setdefault(_plain(repair.where), []).append(repair)

    def touch(self, *places: str) -> bool:
        """Whether one of these places was corrected by hand."""
        return self._everywhere or any(_plain(place) in self._at for place in places)

    def taken_back(self, stored: Inline, place: str) -> Inline | None:
        """What the readers once read where the record says `stored`; None where the corrections do not say."""
        return self._turned(stored, place, back=True)

    def applied(self, read: Inline, place: str) -> Inline | None:
        """A new reading with the corrections in it, unchanged if it has them already; None if one does not fit."""
        return self._turned(read, place, back=False)

    def _turned(self, text: Inline, place: str, *, back: bool) -> Inline | None:
        if self._everywhere:
            return None
        for repair in self._at.get(_plain(place), ()):
            out, put = (repair.read_as, repair.found) if back else (repair.found, repair.read_as)
            if not repair.found or not repair.read_as:
                return None
            if put in text.text and (out in put or out not in text.text):
                continue
            if text.text.count(out) != 1:
                return None
            start = text.text.index(out)
            same = common_beginning(out, put)
            start, end = start + same, start + len(out)
            put_in = put[same:]
            italic = (Span(0, len(put_in)),) if end > start and text.is_italic(start, end) else ()
            text = text.replace(start, end, Inline(put_in, italic))
        return text


def _plain(place: str) -> str:
    return place.casefold().replace(" ", "")
