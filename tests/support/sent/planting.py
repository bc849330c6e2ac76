"""Changes of five owners planted in a base, with what each makes of its paragraph; no code of the readers is used."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

from drafter.model.inline import Inline
from drafter.model.resolution import Footnote, Kind, Paragraph
from drafter.negotiation.values import Round

OWNERS = ("EU", "G77", "Japan", "Switzerland", "United States")

_MORE = (
    "and abuses",
    "in full",
    "including women and girls",
    "in accordance with international law",
    "without delay",
    "as appropriate",
    "and relevant stakeholders",
    "at all levels",
    "with full respect for human rights",
    "in particular in developing countries",
    "on a voluntary basis",
    "and other partners",
    "in a timely manner",
    "where applicable",
    "within existing resources",
    "and persons with disabilities",
    "taking note of regional efforts",
)
_INSTEAD = (
    "measures",
    "efforts",
    "urgent steps",
    "a balanced approach",
    "progress achieved",
    "broad consultations",
    "strategy",
    "partners",
    "worldwide",
    "strengthened capacity",
    "mutual trust",
    "shared goals",
    "technical advice",
    "dialogue",
)
_OPENINGS = {
    Kind.PREAMBULAR: ("Recalling", "Bearing in mind", "Recognizing", "Deeply concerned about", "Noting"),
    Kind.OPERATIVE: ("Calls upon", "Encourages", "Requests", "Underlines", "Invites"),
}
_WHOLE = (
    "the need for all Member States to share information on good practices, as appropriate",
    "the efforts of regional organizations to support national institutions in this regard",
    "the importance of adequate, predictable and sustained financing for this work",
    "all relevant entities of the United Nations system to coordinate their work in the field",
    "the contribution of civil society, academia and the private sector to these goals",
)
_PLAIN_LABEL = re.compile(r"(?:PP|OP)\d+(?:\([a-z]+\))*")
_AVOIDED = re.compile(r"[“”\"'‘’\[\]()/*]|\d/\d")
_MARKS = ",;.:"


@dataclass(frozen=True)
class Planted:
    """One change: what is done, at which label, by which words, and what the paragraph then reads.

    deed    out, swap, after, before, end, drop, new, whole, move
    start, end   the characters of the base's paragraph that go, or where words are put in
    anchor  the words one would quote; `put` those put in, without the spaces around them
    text    the paragraph as it then reads; of a new one its text
    target  the label behind which a new or a moved paragraph stands
    """

    owner: str
    deed: str
    label: str
    start: int = 0
    end: int = 0
    anchor: str = ""
    put: str = ""
    text: str = ""
    target: str = ""

    @property
    def key(self) -> tuple[str, str, str, str]:
        """What has to be found again: owner, kind, label and words."""
        if self.deed == "drop":
            return self.owner, "delete", self.label, ""
        if self.deed == "new":
            return self.owner, "new", self.target, plain(self.text)
        if self.deed == "move":
            return self.owner, "move", self.label, self.target
        return self.owner, "words", self.label, plain(self.text)


@dataclass(frozen=True)
class Sent:
    """A base and what is planted in it."""

    round_: Round
    changes: tuple[Planted, ...]

    @property
    def paragraphs(self) -> dict[str, Paragraph]:
        return {label: one.paragraph for label, one in self.round_.paragraphs.items()}

    @property
    def notes(self) -> tuple[Footnote, ...]:
        return self.round_.text.footnotes

    def of(self, owner: str) -> tuple[Planted, ...]:
        return tuple(one for one in self.changes if one.owner == owner)


def plain(text: str) -> str:
    return " ".join(text.split())


def planted(round_: Round, seed: int, each: int) -> Sent:
    """`each` changes by every owner; an owner has one a paragraph, and no two owners change the same words, but that
    some changes are those of two owners."""
    random = Random(seed)
    places = list(_places(round_))
    taken: dict[str, list[tuple[int, int]]] = {label: [] for label, _ in places}
    made: list[Planted] = []
    for owner in OWNERS:
        own: set[str] = set()
        while len([one for one in made if one.owner == owner]) < each:
            twin = (
                random.choice([one for one in made if one.owner != owner] or [None]) if random.random() < 0.08 else None
            )
            one = None
            if twin and twin.label not in own and twin.target not in own:
                one = Planted(owner, *(getattr(twin, name) for name in _FIELDS))
            elif len(free := [(label, text) for label, text in places if label not in own]) > 2:
                one = _change(owner, *random.choice(free), random, round_, taken)
            if one is None:
                own.add(random.choice(places)[0]) if random.random() < 0.02 else None
                if len(own) >= len(places) - 3:
                    break
                continue
            own.update({one.label, one.target} - {""})
            made.append(one)
    return Sent(round_, tuple(made))


_FIELDS = ("deed", "label", "start", "end", "anchor", "put", "text", "target")


def _places(round_: Round) -> Iterator[tuple[str, Inline]]:
    for label, one in round_.paragraphs.items():
        if _PLAIN_LABEL.fullmatch(label) and not one.paragraph.part and len(one.text.split()) > 9:
            yield label, one.inline


def _change(
    owner: str, label: str, text: Inline, random: Random, round_: Round, taken: dict[str, list[tuple[int, int]]]
) -> Planted | None:
    deed = random.choices(
        ("out", "swap", "after", "before", "end", "drop", "new", "whole", "move"), (20, 30, 20, 5, 5, 6, 8, 4, 2)
    )[0]
    if deed == "new":
        return _new(owner, label, random, round_)
    if deed in ("drop", "whole", "move"):
        return _on_all(owner, deed, label, random, round_, taken)
    return _on_words(owner, deed, label, text, random, taken[label])


def _new(owner: str, label: str, random: Random, round_: Round) -> Planted:
    own = round_.paragraphs[label]
    closing = "," if own.kind is Kind.PREAMBULAR else ";"
    opening = "" if own.level else random.choice(_OPENINGS[own.kind])
    words = f"{random.choice(_WHOLE)}, {random.choice(_MORE)}"
    text = f"{opening} {words}{closing}" if opening else f"{words[:1].upper()}{words[1:]}{closing}"
    return Planted(owner, "new", "", text=text, target=label)


def _on_all(
    owner: str, deed: str, label: str, random: Random, round_: Round, taken: dict[str, list[tuple[int, int]]]
) -> Planted | None:
    own, names = round_.paragraphs[label], list(round_.paragraphs)
    behind = names[names.index(label) + 1 :][:1]
    if (behind and round_.paragraphs[behind[0]].level > own.level) or taken[label]:
        return None
    if deed == "move":
        near = {names.index(label) + step for step in range(-5, 5)}
        free = [
            name
            for place, name in enumerate(names)
            if place not in near
            and _PLAIN_LABEL.fullmatch(name)
            and round_.paragraphs[name].kind is own.kind
            and not round_.paragraphs[name].level
            and name in taken
        ]
        if own.level or not free:
            return None
        taken[label].append((0, 10**6))
        return Planted(owner, "move", label, target=random.choice(free))
    taken[label].append((0, 10**6))
    if deed == "drop":
        return Planted(owner, "drop", label)
    return Planted(owner, "whole", label, text=_new(owner, label, random, round_).text)


def _on_words(
    owner: str, deed: str, label: str, inline: Inline, random: Random, taken: list[tuple[int, int]]
) -> Planted | None:
    text = inline.text
    words = [found.span() for found in re.finditer(r"\S+", text)]
    if deed == "end":
        at = len(text.rstrip(" " + _MARKS))
        if any(mark.at >= at for mark in inline.marks) or not _free(at, at, taken):
            return None
        put = random.choice(_MORE)
        taken.append((at, at))
        return Planted(owner, deed, label, at, at, "", put, f"{text[:at]} {put}{text[at:]}")
    first = random.randrange(2, len(words) - 2)
    last = min(len(words) - 2, first + random.choice((0, 0, 1, 1, 2, 3)))
    while first > 1 and len(_standing(_bare(text, words[first][0], words[last][1]), text)) != 1:
        first -= 1
    start = words[first][0]
    anchor = _bare(text, start, words[last][1])
    end = start + len(anchor)
    if _AVOIDED.search(anchor) or len(_standing(anchor, text)) != 1 or not anchor[:1].isalnum():
        return None
    if any(start <= mark.at <= end + 2 for mark in inline.marks) or not _free(start, end, taken):
        return None
    before, behind = text[:start], text[end:]
    put = ""
    if deed == "out":
        made = f"{before.rstrip(' ')}{behind}" if behind[:1] in " ,;.:" else before + behind
    elif deed == "swap":
        put = random.choice(_INSTEAD)
        made = f"{before}{put}{behind}"
    elif deed == "after":
        put = random.choice(_MORE)
        made = f"{before}{anchor} {put}{behind}"
        taken.append((start, end))
        return Planted(owner, deed, label, end, end, anchor, put, made)
    else:
        put = random.choice(_MORE)
        made = f"{before}{put} {anchor}{behind}"
        taken.append((start, end))
        return Planted(owner, deed, label, start, start, anchor, put, made)
    if set(put.lower().split()) & set(anchor.lower().split()):
        return None
    taken.append((start, end))
    return Planted(owner, deed, label, start, end, anchor, put, made)


def _bare(text: str, start: int, end: int) -> str:
    return text[start:end].rstrip(_MARKS)


def _standing(words: str, text: str) -> Sequence[str]:
    return re.findall(rf"(?<!\w){re.escape(words)}(?!\w)", text, re.IGNORECASE)


def _free(start: int, end: int, taken: list[tuple[int, int]]) -> bool:
    return all(end + 15 < other or start - 15 > there for other, there in taken)
