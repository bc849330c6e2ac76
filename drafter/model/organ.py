"""The organs that adopt resolutions, and the Main Committees that draft them."""

from __future__ import annotations

from enum import StrEnum


class Organ(StrEnum):
    """An organ by the name with which it opens its resolutions ("The General Assembly,")."""

    GENERAL_ASSEMBLY = "General Assembly"
    HUMAN_RIGHTS_COUNCIL = "Human Rights Council"
    SECURITY_COUNCIL = "Security Council"
    ECONOMIC_AND_SOCIAL_COUNCIL = "Economic and Social Council"
    COMMISSION_ON_HUMAN_RIGHTS = "Commission on Human Rights"
    ENVIRONMENT_ASSEMBLY = "United Nations Environment Assembly"
    WORLD_HEALTH_ASSEMBLY = "World Health Assembly"
    COMMISSION_ON_NARCOTIC_DRUGS = "Commission on Narcotic Drugs"
    COMMISSION_ON_THE_STATUS_OF_WOMEN = "Commission on the Status of Women"
    COMMISSION_ON_CRIME_PREVENTION = "Commission on Crime Prevention and Criminal Justice"

    @property
    def has_symbols(self) -> bool:
        """Whether the symbols of its resolutions are understood here."""
        return self in _WITH_SYMBOLS


_WITH_SYMBOLS = frozenset(
    (Organ.GENERAL_ASSEMBLY, Organ.HUMAN_RIGHTS_COUNCIL, Organ.SECURITY_COUNCIL, Organ.ECONOMIC_AND_SOCIAL_COUNCIL)
)

COMMITTEES = {
    1: "First Committee",
    2: "Second Committee",
    3: "Third Committee",
    4: "Special Political and Decolonization Committee (Fourth Committee)",
    5: "Fifth Committee",
    6: "Sixth Committee",
}
"""Main Committees of the General Assembly by the number in "A/C.3/76/L.28"."""


def committee_named(text: str) -> int | None:
    """The number of the Main Committee that `text` names; None for the plenary.

    >>> committee_named("on the report of the Third Committee (A/75/478/Add.3, para. 39)")
    3
    """
    words = ("First", "Second", "Third", "Fourth", "Fifth", "Sixth")
    return next((n for n, word in enumerate(words, 1) if f"{word} Committee" in text), None)
