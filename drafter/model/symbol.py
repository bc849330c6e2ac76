"""Document symbols as value objects.

Shapes understood: A/RES/75/190, A/RES/66/288 B, A/RES/S-8/1, A/RES/ES-11/1, A/RES/2200(XXI) (also "2200 A (XXI)"),
A/HRC/RES/46/17, E/RES/2003/10, S/RES/2397 (2017), A/C.3/76/L.28/Rev.1, A/80/L.5, A/HRC/55/L.12; the short form
of a resolution ("75/190", "2397 (2017)") and its file name ("A_RES_75_190"). Every other symbol, such as a
report's A/75/388, stays text: what a report is called next year is never computed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from drafter.model.organ import Organ
from drafter.model.session import from_roman

UNNUMBERED = "__"
"""What stands for the number of an L. document that the Secretariat has not numbered yet."""

_PREFIX = {
    "A": Organ.GENERAL_ASSEMBLY,
    "A/HRC": Organ.HUMAN_RIGHTS_COUNCIL,
    "S": Organ.SECURITY_COUNCIL,
    "E": Organ.ECONOMIC_AND_SOCIAL_COUNCIL,
}
_SESSION = r"(?P<session>\d{1,4}|S-\d{1,2}|ES-\d{1,2})"
_LETTER = r"(?:[ _]?(?P<letter>[A-Z]))?"
_RESOLUTION = re.compile(rf"(?:(?P<prefix>A/HRC|A|E)/RES/)?{_SESSION}/(?P<number>\d+){_LETTER}")
_YEARED = re.compile(r"(?:S/RES/)?(?P<number>\d{1,4}) ?\((?P<session>\d{4})\)")
_ROMAN = re.compile(
    r"(?:(?P<prefix>A|E)/RES/)?(?P<number>\d{1,4})(?: ?(?P<letter>[A-Z]))? ?/?\((?P<session>[SE-]*[IVXLC]+)\)"
)
_LIMITED = re.compile(
    rf"(?P<prefix>A/HRC|A|S|E)(?:/C\.(?P<committee>\d))?/{_SESSION}/L\.(?P<number>\d+|_+)"
    r"(?P<suffixes>(?:/(?:Rev|Add|Corr)\.\d+)*)"
)
_FILE = re.compile(r"(?:A_HRC|A|E|S)_RES_.+")


@dataclass(frozen=True, slots=True)
class Symbol:
    """An adopted resolution's symbol, or (with `limited`) that of a draft issued for limited distribution.

    `session` is "75", "S-8", "2003" or, before 1976, a Roman numeral; `number` is None while a draft has none.
    """

    organ: Organ
    session: str
    number: int | None
    letter: str = ""
    limited: bool = False
    committee: int | None = None
    suffixes: tuple[str, ...] = ()

    @classmethod
    def parse(cls, text: str) -> Symbol | None:
        """Read any of the shapes above, whole; None where the text is no resolution's or draft's symbol.

        >>> str(Symbol.parse("75/190"))
        'A/RES/75/190'
        >>> str(Symbol.parse("A/C.3/76/L.28/Rev.1"))
        'A/C.3/76/L.28/Rev.1'
        >>> Symbol.parse("2200 A (XXI)").letter
        'A'
        """
        text = " ".join(text.split())
        if _FILE.fullmatch(text):
            text = _from_file_name(text)
        if found := _LIMITED.fullmatch(text):
            number = found["number"]
            return cls(
                _PREFIX[found["prefix"]],
                found["session"],
                int(number) if number.isdigit() else None,
                limited=True,
                committee=int(found["committee"]) if found["committee"] else None,
                suffixes=tuple(filter(None, found["suffixes"].split("/"))),
            )
        if found := _RESOLUTION.fullmatch(text):
            by_year = len(found["session"]) == 4 and found["session"].isdigit()
            organ = _PREFIX[found["prefix"] or ("E" if by_year else "A")]
            return cls(organ, found["session"], int(found["number"]), found["letter"] or "")
        if found := _YEARED.fullmatch(text):
            return cls(Organ.SECURITY_COUNCIL, found["session"], int(found["number"]))
        if found := _ROMAN.fullmatch(text):
            organ = _PREFIX[found["prefix"] or "A"]
            return cls(organ, found["session"], int(found["number"]), found["letter"] or "")
        return None

    @property
    def short(self) -> str:
        """As running text has it: "75/190", "2397 (2017)", "2200 A (XXI)"; a draft's symbol stays whole."""
        if self.limited:
            return str(self)
        letter = f" {self.letter}" if self.letter else ""
        if self._numbered_through:
            return f"{self.number}{letter} ({self.session})"
        return f"{self.session}/{self.number}{letter}"

    @property
    def file_stem(self) -> str:
        """A name for files: "A_RES_75_190", "S_RES_2397(2017)", "A_C.3_76_L.28_Rev.1"."""
        return str(self).replace(" (", "(").replace("/", "_").replace(" ", "_")

    @property
    def session_number(self) -> int | None:
        """The regular session as a number; None for special sessions and for bodies that count by years."""
        if self.session.isdigit() and len(self.session) < 4:
            return int(self.session)
        return from_roman(self.session)

    @property
    def sort_key(self) -> tuple[str, int, str, int, str]:
        """Orders the symbols of one organ by session, then number."""
        order = self.session_number or (int(self.session) if self.session.isdigit() else 0)
        return (self.organ.value, order, self.session, self.number or 0, self.letter)

    def with_letter(self, letter: str) -> Symbol:
        return replace(self, letter=letter)

    @property
    def _numbered_through(self) -> bool:
        return self.organ is Organ.SECURITY_COUNCIL or from_roman(self.session.lstrip("SE-")) is not None

    def __str__(self) -> str:
        prefix = next(prefix for prefix, organ in _PREFIX.items() if organ is self.organ)
        if self.limited:
            committee = f"/C.{self.committee}" if self.committee else ""
            number = UNNUMBERED if self.number is None else self.number
            return "/".join((f"{prefix}{committee}/{self.session}/L.{number}", *self.suffixes))
        letter = f" {self.letter}" if self.letter else ""
        if self._numbered_through:
            gap = " " if self.organ is Organ.SECURITY_COUNCIL or letter else ""
            return f"{prefix}/RES/{self.number}{letter}{gap}({self.session})"
        return f"{prefix}/RES/{self.session}/{self.number}{letter}"


def _from_file_name(stem: str) -> str:
    prefix, _, rest = stem.partition("_RES_")
    return f"{prefix.replace('_', '/')}/RES/" + re.sub(r"_([A-Z])(?=$|\()", r" \1", rest).replace("_", "/")
