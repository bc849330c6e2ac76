"""Where the comments of a Word file are tied to its text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml.etree import _Element

from drafter.ooxml.names import W
from drafter.parse.word.settling import CAME, WENT, author_of

_TEXTS = (f"{W}t", f"{W}delText")
_SPACES = frozenset(W + name for name in ("tab", "br", "cr", "ptab"))
_EDGES = (f"{W}commentRangeStart", f"{W}commentRangeEnd", f"{W}commentReference")


@dataclass(frozen=True, slots=True)
class Anchored:
    """The words that a comment is tied to.

    sources  the file's paragraphs in which they stand; () where the comment is tied to nothing
    found    the words as the text was before any change, () of them where only new words are marked
    before   how many characters of the first paragraph stand before them, spaces counted once
    whole    whether they are all the words of their paragraphs, as where no words are marked
    put      the words in them that were inserted, each with its author; `out` those that were deleted
    """

    sources: tuple[int, ...] = ()
    found: str = ""
    before: int = 0
    whole: bool = True
    put: tuple[tuple[str, str], ...] = ()
    out: tuple[tuple[str, str], ...] = ()


@dataclass(slots=True)
class _OpenComment:
    sources: list[int] = field(default_factory=list)
    text: str = ""
    before: str = ""
    put: list[tuple[str, str]] = field(default_factory=list)
    out: list[tuple[str, str]] = field(default_factory=list)

    def note(self, source: int, before: str) -> None:
        if source not in self.sources:
            if not self.sources:
                self.before = before
            else:
                self.text += " "
            self.sources.append(source)


def anchored(root: _Element, numbers: Mapping[_Element, int]) -> dict[str, Anchored]:
    """The place of each comment by its id."""
    found: dict[str, _OpenComment] = {}
    open_: dict[str, _OpenComment] = {}
    texts: dict[int, str] = {}
    source = 0
    for element in root.iter(f"{W}p", *_TEXTS, *_SPACES, *_EDGES):
        id = element.get(f"{W}id", "")
        if element.tag == f"{W}p":
            source = numbers.get(element, 0)
        elif element.tag == f"{W}commentRangeStart":
            open_[id] = found[id] = _OpenComment()
        elif element.tag == f"{W}commentRangeEnd":
            open_.pop(id, None)
        elif element.tag == f"{W}commentReference":
            if not found.setdefault(id, _OpenComment()).sources:
                found[id].note(source, texts.get(source, ""))
        else:
            said = (element.text or "") if element.tag in _TEXTS else " "
            changes = [one for one in element.iterancestors() if one.tag in CAME or one.tag in WENT]
            stood = not any(one.tag in CAME for one in changes)
            for one in open_.values():
                one.note(source, texts.get(source, ""))
                one.text += said if stood else ""
                for change in changes[:1]:
                    (one.put if change.tag in CAME else one.out).append((author_of(change), said))
            texts[source] = texts.get(source, "") + (said if stood else "")
    return {id: _tied(one, texts) for id, one in found.items()}


def _tied(one: _OpenComment, texts: Mapping[int, str]) -> Anchored:
    words = " ".join(one.text.split())
    all_ = " ".join(" ".join(texts.get(source, "") for source in one.sources).split())
    whole = not (words or one.put) or words == all_
    before = len(" ".join(one.before.split())) + one.before[-1:].isspace()
    return Anchored(tuple(one.sources), words, before, whole, tuple(_together(one.put)), tuple(_together(one.out)))


def _together(pieces: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Neighbouring pieces of one author as one."""
    made: list[tuple[str, str]] = []
    for author, text in pieces:
        if made and made[-1][0] == author:
            made[-1] = author, made[-1][1] + text
        else:
            made.append((author, text))
    return made
