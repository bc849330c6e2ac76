"""What should not leave with a file: internal remarks in brackets, names where there should be none, what Word hides.

Everything is told with its place; only what breaks the promise of an anonymous text is refused.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from lxml.etree import QName, _Element

from drafter.errors import DrafterError
from drafter.model import draft as drafts
from drafter.model import numbering
from drafter.model.draft import Draft, printed
from drafter.model.proposal import TITLE, Outcome, Proposal
from drafter.model.resolution import Resolution
from drafter.negotiation.labels import called
from drafter.negotiation.values import Round
from drafter.ooxml import archive, elements, names
from drafter.ooxml.names import W
from drafter.rules.parties import spelling
from drafter.rules.remarks import internal

_WORD = re.compile(r"\w+")
_LONGEST = 8
"""Words of a party's name."""
_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Leak:
    """Something that may not be meant to leave: where it stands, and what it is.

    `at` is the label of the paragraph or the id of the proposal; "" where it stands in neither. `author` is whose
    comment or tracked change it is.
    """

    where: str
    what: str
    at: str = ""
    author: str = ""

    def __str__(self) -> str:
        return f"{self.where}: {self.what}"


def internal_remarks(where: str, text: str, at: str = "") -> Iterator[Leak]:
    """The remarks in brackets that sound internal."""
    for found in internal(text):
        words = " ".join(found[0].split())
        yield Leak(where, f"an internal remark: {words[:_SHOWN]}{'…' if len(words) > _SHOWN else ''}", at)


def in_text(text: Resolution) -> Iterator[Leak]:
    """The internal remarks in a text's words and notes."""
    yield from internal_remarks(TITLE, text.title.text, TITLE)
    marked: dict[str, str] = {}
    for label, one in zip(numbering.labels(text.paragraphs), text.paragraphs, strict=True):
        yield from internal_remarks(label, one.text, label)
        for mark in one.inline.marks:
            marked.setdefault(mark.note, label)
    for note in text.footnotes:
        yield from internal_remarks(f"note {note.id}", note.inline.text, marked.get(note.id, TITLE))


def in_draft(draft: Draft, *, reasons: bool = False) -> Iterator[Leak]:
    """The internal remarks in a draft as it would be printed; `reasons` where those leave with it."""
    yield from in_text(printed(draft))
    if reasons:
        names = drafts.labels(draft)
        for one in draft.standing:
            yield from internal_remarks(names[one.id], one.reason, names[one.id])


def in_round(round_: Round, *, anonymous: bool = False) -> Iterator[Leak]:
    """The internal remarks in a round's base, notes, proposals and reasons; `anonymous`, also names in the words."""
    yield from in_draft(round_.text)
    yield from _in_proposals(round_, _proposed(round_, round_.proposals), anonymous)


def in_the_room(round_: Round, *, anonymous: bool) -> Iterator[Leak]:
    """Those of them that the page in the room shows."""
    yield from in_draft(round_.text)
    shown = _proposed(round_, round_.of(Outcome.OPEN, Outcome.ACCEPTED), reasons=False)
    yield from _in_proposals(round_, shown, anonymous)


def _in_proposals(round_: Round, some: Iterable[_Said], anonymous: bool) -> Iterator[Leak]:
    spelt = _spelt(round_) if anonymous else {}
    for said in some:
        yield from internal_remarks(said.where, said.words, said.id)
        for name in sorted(_named(said.words, spelt)) if spelt else ():
            yield Leak(said.where, f"the proposal names {name} in its own words", said.id)


def in_package(content: bytes) -> Iterator[Leak]:
    """What a Word file holds beside its text: comments, authors, hidden text, custom parts, properties."""
    parts = archive.unpacked(content)
    for name in sorted(parts):
        if name.startswith("customXml/"):
            yield Leak(name, "a custom part")
        elif name.endswith(".xml") and name != "[Content_Types].xml":
            yield from _in_part(name, elements.parse(parts[name]))


def _in_part(name: str, root: _Element) -> Iterator[Leak]:
    if name.startswith("docProps/"):
        for element in root.iter():
            called_ = QName(element).localname
            if called_ in ("creator", "lastModifiedBy", "Manager", "Company") and (element.text or "").strip():
                yield Leak(name, f"{called_}: {(element.text or '').strip()}")
        return
    for author in sorted({author for one in root.iter() if (author := one.get(f"{W}author"))}):
        what = "a comment" if name == names.COMMENTS else "a tracked change"
        yield Leak(name, f"{what} of {author}", author=author)
    for hidden in root.iter(f"{W}vanish"):
        run = hidden.getparent()
        run = run.getparent() if run is not None else None
        text = "".join(one.text or "" for one in run.iter(f"{W}t")) if run is not None and run.tag == f"{W}r" else ""
        if text:
            yield Leak(name, f"hidden text: {text[:_SHOWN]}")


def guarded(
    round_: Round,
    content: bytes,
    suffix: str,
    *,
    own: str,
    anonymous: bool,
    tell: Callable[[Leak], None],
) -> None:
    """Look through a file made of a round before it leaves; `tell` is called with each thing found.

    Anonymous, `own` are the words that it may say: base and proposals. Raises DrafterError where it names a delegation
    in more than these, or holds an author, a comment or a custom part.
    """
    for leak in in_round(round_, anonymous=anonymous):
        tell(leak)
    if suffix == ".docx":
        for leak in in_package(content):
            if anonymous:
                raise DrafterError(
                    f"an anonymous text would hold {leak.what}",
                    file=leak.where,
                    remedy="take it out of the base document",
                )
            if not leak.author:
                tell(leak)
    if anonymous:
        _nameless(round_, content, suffix, own)


def _nameless(round_: Round, content: bytes, suffix: str, own: str) -> None:
    shown = _shown(content) if suffix == ".docx" else content.decode()
    spelt = _spelt(round_)
    allowed = _named(own, spelt)
    for name, count in sorted(_named(shown, spelt).items()):
        if count > allowed[name]:
            raise DrafterError(
                f"an anonymous text would name {name} outside base and proposals",
                remedy="look at the round’s stage and at the base’s masthead",
            )


def _spelt(round_: Round) -> Mapping[str, str]:
    """The names of those who take part, by the form of `spelling`."""
    present = frozenset(map(round_.names.owner, parties(round_)))
    spelt = {text: name for text, name in round_.names.spelt.items() if name in present}
    return spelt | {spelling(name): name for name in present}


def _named(text: str, spelt: Mapping[str, str]) -> Counter[str]:
    """How often a text names each party, in capitals as names are; `spelt` has their names by the form of `spelling`.

    What is part of a longer name of a party does not count.
    """
    found: Counter[str] = Counter()
    for line in text.splitlines():
        words = list(_WORD.finditer(line))
        at = 0
        while at < len(words):
            size = 1
            if words[at][0][0].isupper() or words[at][0][0].isdigit():
                start = words[at].start()
                for n in range(min(_LONGEST, len(words) - at), 0, -1):
                    name = spelt.get(spelling(line[start : words[at + n - 1].end()]))
                    if name is not None:
                        found[name] += 1
                        size = n
                        break
            at += size
    return found


def parties(round_: Round) -> frozenset[str]:
    """Everybody who proposes, takes a stand, holds out or decides in a round."""
    arrivals = (came for one in round_.proposals for came in one.arrivals)
    found = {name for came in arrivals for name in came.by}
    found.update(name for one in round_.positions for name in one.by)
    found.update(name for one in round_.closures for name in one.pending)
    found.update(one.by for one in round_.decisions)
    return frozenset(found - {""})


class _Said(NamedTuple):
    where: str
    words: str
    id: str


def _proposed(round_: Round, some: Iterable[Proposal], *, reasons: bool = True) -> Iterator[_Said]:
    """The words of each of some proposals, of its notes and of its reason."""
    labels = called(round_)
    for one in some:
        where = f"{labels[one.id]} ({one.id})"
        yield _Said(where, one.put.text, one.id)
        yield from (_Said(where, note.inline.text, one.id) for note in one.notes)
        if reasons:
            decided = round_.decided.get(one.id)
            yield from (_Said(where, why, one.id) for why in (one.why, decided.why if decided else "") if why)


def _shown(content: bytes) -> str:
    """All words in all parts of a Word file, page headers, styles and properties with them."""
    parts = archive.unpacked(content)
    found: list[str] = []
    for name in sorted(parts):
        if name.endswith(".xml"):
            for block in elements.parse(parts[name]).iter():
                if block.tag == f"{W}p":
                    found.append("".join(one.text or "" for one in block.iter(f"{W}t", f"{W}delText")))
                elif isinstance(block.tag, str) and not block.tag.startswith(W) and block.text:
                    found.append(block.text)
    return "\n".join(found)
