"""Who proposes in a negotiation: States by their short names, groups by their acronyms, whatever is typed for them.

A name that nobody here knows stays as it is; one that may be two parties ("CAN") is told and never guessed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from drafter.rules.tables import kept, table

_PARTING = re.compile(r"\s*(?:[,;/&+]|\band\b)\s*")
_PIECES = re.compile(r"\s+[-–—|:@]\s+|[,;:/|]\s*")
_INSIDE = re.compile(r"[(\[<]([^()\[\]<>]+)[)\]>]")
_OFFICE = re.compile(
    r"^(?:the )?(?:permanent |observer )*(?:mission|delegation|representative|government)s? of (?:the )?"
    r"|(?:[’']s)? (?:permanent |observer )*(?:mission|delegation|del\.?|representatives?)\b"
    r"|(?: (?:mission|delegation))? to the (?:United Nations|UN)\b.*$|\bon behalf of (?:the )?",
    re.IGNORECASE,
)
_MEMBERS_OF = re.compile(
    r"^(?:the )?(?:member )?states?(?: members)?(?: of the united nations)?,? "
    r"(?:that|which|who) are (?:also )?members of "
    r"|^(?:the )?(?:member )?states?(?: members)? of (?=the )",
    re.IGNORECASE,
)
_NAME = re.compile(
    r"(?!(?i:delet|retain|keep|insert|replac|remov|support|oppos|reserv|merg|split|chang|includ|thank)\w*)"
    r"(?!(?i:add|move|in|on|at|to|from|after|before|between|please|dear|we|our|see|as|new|and)\b)"
    r"(?!.*\b(?:OP|PP)s?\.? ?\d)"
    r"\(?[A-Z][\w’'.-]*(?: (?:of|the|for|in|on|[A-Z\d][\w’'.-]*)){0,5}\)?"
)
"""What may be the name of a party that nobody knows: capitals, no verb, no paragraph."""
_SHORT = 3
_LONGEST = 120
"""Characters of a name; what is longer is a sentence."""


@dataclass(frozen=True, slots=True)
class Party:
    """A State, a group or somebody else in the room, by the `name` under which it stands; `spellings` are what else is
    typed for it, `members` the names of a group's members where they are certain."""

    name: str
    spellings: tuple[str, ...] = ()
    members: tuple[str, ...] = ()


@dataclass(frozen=True)
class PartyNames:
    """Names of parties and how they are written.

    spelt     by what is typed, in the form of `spelling`, the party's name
    members   of a group
    doubtful  what may be several parties, in the form of `spelling`
    """

    spelt: Mapping[str, str]
    members: Mapping[str, frozenset[str]] = field(default_factory=dict)
    doubtful: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def party(self, text: str) -> str | None:
        """The name of the party that a text is a spelling of; None where it is none, or may be several."""
        return self.spelt.get(spelling(text)) if len(text) <= _LONGEST else None

    def owner(self, text: str) -> str:
        """The name of the party, else the text as it is with single spaces."""
        return self.party(text) or " ".join(text.split())

    def owners(self, texts: Iterable[str]) -> tuple[str, ...]:
        """The names of all of these, each once, in the order of the alphabet."""
        return tuple(sorted({self.owner(text) for text in texts if text.strip()}))

    def typed(self, text: str) -> tuple[str, ...]:
        """The names in a list with commas as a person types it, known or not."""
        return self.owners(self._list(text, re.compile(r"\s*[,;]\s*")))

    def known_in(self, text: str) -> str | None:
        """The one party that a Word author's or a sender's name tells: "M. Sato (Japan)", "EU Delegation"; else None.

        A party's name must stand apart: neither "Jordan Smith" nor "M. Sato (Japan, Norway)" tells one.
        """
        if len(text) > _LONGEST:
            return None
        if whole := self._bare(text):
            return whole
        for pieces in (_INSIDE.findall(text), _PIECES.split(_INSIDE.sub(" ", text))):
            found = {name for piece in pieces if (name := self._bare(piece))}
            if found:
                return found.pop() if len(found) == 1 else None
        return None

    def names_in(self, text: str) -> tuple[str, ...]:
        """The parties of a list as it stands in running text, "EU, CANZ/Japan and US", in its order.

        () where none is known, or where something in it is no name. Names in parentheses count as the others do.
        """
        bare = text.strip(" :.")
        if not bare or len(bare) > 4 * _LONGEST or not (bare[0].isupper() or bare[0] == "("):
            return ()
        parts = self._list(bare)
        known = [self._bare(part) or self._doubted(part) for part in parts]
        if not any(known) or not all(one or _NAME.fullmatch(part) for one, part in zip(known, parts, strict=True)):
            return ()
        named = (one or part.strip("() ") for one, part in zip(known, parts, strict=True))
        return tuple(dict.fromkeys(named))

    def parted(self, listing: str) -> tuple[str, ...]:
        """The names of a list of sponsors, as they are printed; "and" and commas are part of some of them."""
        return tuple(self._list(" ".join(listing.split()), re.compile(r"\s*(?:,|\band\b)\s*")))

    def spoken_for(self, text: str) -> tuple[str, ...]:
        """Whom the words behind "on behalf of" name; themselves where nobody is known.

        >>> names().spoken_for("the States Members of the United Nations that are members of the European Union")
        ('EU',)
        """
        whom = _capital(_MEMBERS_OF.sub("", text))
        return self.names_in(whom) or (self.owner(whom),)

    def may_be(self, text: str) -> tuple[str, ...]:
        """The parties that a doubtful name may be, () where it is none of those."""
        return self.doubtful.get(spelling(text), ())

    def inside(self, names: Iterable[str]) -> tuple[tuple[str, str], ...]:
        """(group, member) of each member that is named beside its group."""
        listed = sorted(set(names))
        return tuple((one, other) for one in listed for other in listed if other in self.members.get(one, ()))

    def having(self, parties: Iterable[Party]) -> PartyNames:
        """These names, with parties that come before them and have their members as they say."""
        own = tuple(parties)
        if not own:
            return self
        added = {spelling(text): one.name for one in own for text in (*one.spellings, one.name)}
        doubtful = {key: found for key, found in self.doubtful.items() if key not in added}
        made = PartyNames({**self.spelt, **added}, self.members, doubtful)
        listed = {one.name: frozenset(map(made.owner, one.members)) for one in own if one.members}
        return replace(made, members={**self.members, **listed})

    def _bare(self, text: str) -> str | None:
        """The party, with "Delegation of" and the like taken off."""
        text = text.strip(" ()*")
        if not text[:1].isupper():
            return None
        return self.party(text) or self.party(_OFFICE.sub("", text))

    def _doubted(self, text: str) -> str | None:
        """A doubtful name as it is, in capitals: "can" is a word."""
        return text if self.may_be(text) and (text.isupper() or len(text) > _SHORT) else None

    def _list(self, text: str, parting: re.Pattern[str] = _PARTING) -> list[str]:
        """The parts of a list; of parts that together are a name, the longest name."""
        cuts = [(found.start(), found.end()) for found in parting.finditer(text)]
        starts, ends = [0, *(end for _, end in cuts)], [*(start for start, _ in cuts), len(text)]
        parts: list[str] = []
        place = 0
        while place < len(starts):
            longest = next(
                (end for end in range(min(place + 7, len(ends)) - 1, place, -1)
                 if self.party(text[starts[place] : ends[end]].strip())),
                place,
            )  # fmt: skip
            parts.append(text[starts[place] : ends[longest]].strip())
            place = longest + 1
        return [part for part in parts if part]


def _capital(text: str) -> str:
    bare = text.strip().removeprefix("the ")
    return bare[:1].upper() + bare[1:]


@lru_cache(4096)
def spelling(text: str) -> str:
    """What all ways to write a name have in common: its letters, without capitals and accents and "the" before them.

    >>> spelling("The U.S."), spelling("Côte d’Ivoire"), spelling("Trinidad & Tobago"), spelling("G-77")
    ('us', 'cotedivoire', 'trinidadandtobago', 'g77')
    """
    plain = "".join(one for one in unicodedata.normalize("NFKD", text) if not unicodedata.combining(one))
    plain = plain.replace("&", "and").casefold().strip()
    return "".join(one for one in plain.removeprefix("the ") if one.isalnum() or one == "+")


@kept()
def names() -> PartyNames:
    """The parties of the library in use."""
    read = table("parties")
    listed = [
        Party(name, tuple(spellings), tuple(read["members"].get(name, ())))
        for kind in ("states", "groups", "others")
        for name, spellings in read[kind].items()
    ]
    doubtful = {spelling(text): tuple(found) for text, found in read["doubtful"].items()}
    return PartyNames({}, {}, doubtful).having(listed)


def party(text: str) -> str | None:
    """The name of the party that a text is a spelling of, by the library's table; None where it is none or doubtful.

    >>> party("the U.S."), party("G-77 and China"), party("Turkey"), party("CAN")
    ('United States', 'G77', 'Türkiye', None)
    """
    return names().party(text)


def known_in(text: str) -> str | None:
    """The party that a Word author's name tells, by the library's table.

    >>> known_in("M. Sato (Japan)"), known_in("Delegation of Norway"), known_in("Jordan Smith")
    ('Japan', 'Norway', None)
    """
    return names().known_in(text)


def names_in(text: str) -> tuple[str, ...]:
    """The parties of a list in running text, by the library's table; () where it is none.

    >>> names_in("EU, CANZ/Japan and US")
    ('EU', 'CANZ', 'Japan', 'United States')
    """
    return names().names_in(text)


def told(known: PartyNames, owners: Sequence[str]) -> tuple[str, ...]:
    """What a person should know of these owners, a sentence each: names nobody knows, those that may be several, and
    members beside their group."""
    said = []
    for one in sorted(set(owners)):
        if several := known.may_be(one):
            said.append(f"{one} may be {' or '.join(several)}: it stands as it is typed")
        elif known.party(one) is None:
            said.append(f"{one} is no party that is known: it stands as it is typed")
    said += [f"{member} is a member of {group}: each stands for itself" for group, member in known.inside(owners)]
    return tuple(said)
