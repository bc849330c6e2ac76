"""The offices of a person that a text names: a title and what it is for, whoever appoints the holder.

“Special Rapporteur of the Human Rights Council on the right to food” and “Special Rapporteur on the right to food” are
one office; those on the situation of human rights in two countries are two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_TITLES = (
    "Special Rapporteur|Independent Expert|(?:Deputy )?Special Representative|Special Envoy|Personal Envoy"
    "|Special Adviser|Special Advocate|Special Coordinator|Envoy|High Representative"
    "|(?:Deputy )?(?:United Nations )?High Commissioner|Commissioner-General|Under-Secretary-General"
    "|Assistant Secretary-General|(?:Deputy )?Secretary[- ]General|Director[- ]General"
    "|Executive Director|Executive Secretary|Emergency Relief Coordinator|Victims’ Rights Advocate"
)
_CUE = re.compile("Rapporteur|Expert|Representative|Envoy|Advis|Commissioner|Secretary|Director|Coordinator|Advocate")
"""A word of every title: most paragraphs name no office."""

_ALONE = frozenset({"secretary-general", "deputy secretary-general", "emergency relief coordinator"})
"""What the United Nations has one of, so that the title says it all."""
_BODY = re.compile(
    r"\b(?:organi[sz]ation|conference|league|authority|union|commonwealth|convention|council|forum|association|treaty"
    r"|community|parliament|court)\b"
)
"""Other bodies that have a Secretary-General."""
_IN_SMALL_LETTERS = frozenset({"special rapporteur", "independent expert", "special representative", "special adviser"})
"""Titles whose purpose may be written in small letters: on the right to food."""

_BY = (
    r"(?:,? of the (?:United Nations(?! [A-Z])|Secretary-General|Human Rights Council|General Assembly|Assembly|Council"
    r"|Commission on Human Rights)|(?<=Adviser),? to the Secretary-General)?"
)
"""Who appoints the holder."""

_VERBS = (
    "also|further|acknowledges|appreciates|calls|commends|decides|emphasizes|encourages|endorses|expresses|invites|looks"
    "|notes|reaffirms|recalls|recognizes|reiterates|requests|stresses|supports|takes|underlines|urges|welcomes"
)
_NAME_ENDS = re.compile(
    r"[^\w\s’'-]"
    r"|(?<!right)(?<!rights)(?<!everyone) to\b"
    r"| to (?:carry|consider|continue|pay|present|provide|report|submit|undertake)\b"
    rf"| and (?:{_VERBS}|his|her|the|its|their|to|in|on|of|with|within|for|other|all|by|as)\b"
    r"|(?<!persons) with\b"
    r"| (?:within|during|at|pursuant|submitted|presented|contained|established|appointed|entitled|as|by|under|before"
    r"|that|which|who|whose|fulfilling|highlighting|will|shall|should|may|can|could|has|have|had|was|were|is|are|through"
    r"|from|regarding|concerning|into|when|he|she)\b"
    r"| (?:for|in|on|of|and) (?:his|her|this|its)\b"
    r"| in (?:\w+ing\b|the (?:fulfil|perform|discharg|exerci|context|implement|framework|course|execut|report|conduct)"
    r"|order|accord|conform|support|view|response|respect|relation|connection|cooperation|consultation|collaboration|close)"
    r"| (?:on )?(?:the )?(?:activities|progress|actions|implementation of the (?:present|mandate))\b"
    r"| for (?:the (?:effective|full|fulfil|implementation|work|activities)|an?)\b"
)
"""Where the purpose of an office ends and the sentence goes on."""

_CAPITALS = re.compile(r"(?:(?: (?:the|of|in|on|for|and|against))* [A-Z][\w’-]*)*")
_LONGEST = 160
"""Characters of a name after its title, at most."""
_OFFICE = re.compile(
    rf"(?<![\w-])(?=[A-Z])(?P<title>{_TITLES})(?![\w-]){_BY}"
    r"(?P<link>,? (?:on|for)(?= )|,? of(?= (?:the )?[A-Z]))?"
)
_NOT_A_PERSON = ("ffice of the ", "ffices of the ")
_ANOTHER = ("former ", "late ", "then ", "previous ", "outgoing ")
_TAIL = re.compile(r",? especially (?:in )?women and children")
_WORD = re.compile(r"\w+")
_SMALL = frozenset({"the", "of", "in", "on", "for", "and", "to", "a", "an"})


@dataclass(frozen=True, slots=True)
class Mention:
    """An office named at the characters `start`..`end`; `purpose` is "" where the title stands alone.

    `name` is as printed. `person` is False for “the Office of the High Commissioner”, which is not its holder.
    """

    start: int
    end: int
    title: str
    purpose: str
    name: str
    person: bool

    @property
    def in_full(self) -> bool:
        return bool(self.purpose) or self.title in _ALONE

    @property
    def office(self) -> str:
        """The same for every way to write the name, where it is written in full."""
        return f"{self.title}: {self.purpose}" if self.purpose else self.title


def names_any(text: str) -> bool:
    """Whether it is worth looking for an office; quick."""
    return _CUE.search(text) is not None


def mentions(text: str) -> Iterator[Mention]:
    """Each office named in `text`.

    >>> one, other = mentions("the Special Rapporteur on torture and his Office, and the High Commissioner")
    >>> one.office, other.in_full
    ('special rapporteur: torture', False)
    """
    for found in _OFFICE.finditer(text):
        title = found["title"].removeprefix("United Nations ").lower()
        title = title.replace("director general", "director-general").replace("secretary general", "secretary-general")
        end, purpose = found.start("link") if found["link"] else found.end(), ""
        if found["link"]:
            name_end = _purpose_end(text, end, found.end(), small=title in _IN_SMALL_LETTERS)
            words = [one.lower() for one in _WORD.findall(text[found.end() : name_end])]
            if title not in _ALONE or (found["link"].endswith("of") and _BODY.search(" ".join(words))):
                purpose = " ".join(word for word in words if word not in _SMALL)
            if purpose:
                end = name_end
        name = " ".join(text[found.start() : end].split())
        if text.endswith(_ANOTHER, 0, found.start()):
            purpose = f"{purpose} before".strip()
        tail = _TAIL.match(text, end)
        person = not text.endswith(_NOT_A_PERSON, 0, found.start())
        yield Mention(found.start(), tail.end() if tail else end, title, purpose, name, person)


def _purpose_end(text: str, start: int, linked: int, *, small: bool) -> int:
    """Where the name ends: in capitals throughout (for Human Rights), or in small letters (on the right to food)."""
    over = _NAME_ENDS.search(text, start + (text[start] == ","), start + _LONGEST)
    end = over.start() if over else min(len(text), start + _LONGEST)
    capitals = _CAPITALS.match(text, linked, max(end, linked))
    if capitals and capitals.end() > linked:
        return capitals.end()
    return max(end, start) if small else start
