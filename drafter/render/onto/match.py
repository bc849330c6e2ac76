"""Where the paragraphs of a base stand in somebody else's Word file, and where the file's words differ from it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from rapidfuzz.distance import Indel

from drafter.align.words import word_changes
from drafter.model.inline import NoteMark
from drafter.ooxml.elements import ILLEGAL
from drafter.parse.masthead import is_date, is_meeting, organ_of
from drafter.render.onto.atoms import Block

_PREFIX = re.compile(
    r"\s*(?:(\d{1,3}(?:\s(?:bis|ter|quater|alt))?\.|\([a-z]{1,5}\)(?:\s(?:bis|ter|quater|alt))?|[a-z]{1,4}\.|"
    r"\d{1,3}/\d{1,3}(?:\s?[A-Z])?\.)\s+)?"
)
_FOLD = str.maketrans("‘’“”„\u00a0\u2007\u202f\u2009\t\n\u2011", '\'\'"""      -')
_ALIKE = 0.55
_PART = re.compile(r"[A-Z]{1,2}|[IVX]+|Annex.*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Found:
    """A paragraph of the base in the file: the typed number or space before it, its words, the atom of each character.

    `atoms` runs over prefix and words and has for each character the atoms that print it. `same` where the words are
    the base's own, except for the form of spaces, quotation marks and hyphens.
    """

    block: Block
    prefix: str
    words: str
    atoms: tuple[tuple[int, ...], ...]
    same: bool

    def marks(self) -> tuple[tuple[int, NoteMark], ...]:
        """The note marks with their atoms, each after the character before it, white space passed over."""
        ends = {atom: place for place, atoms in enumerate(self.atoms, 1) for atom in atoms}
        before = 0
        found = []
        text = self.prefix + self.words
        for place, atom in enumerate(self.block.atoms):
            before = ends.get(place, before)
            if atom.note:
                at = len(text[:before].rstrip()) if before > len(self.prefix) else before
                found.append((place, NoteMark(at, atom.note)))
        return tuple(found)


@dataclass(frozen=True, slots=True)
class Match:
    """The base's paragraphs in the file, None for one it lacks, and the file's paragraphs that the base lacks."""

    found: tuple[Found | None, ...]
    surplus: tuple[Block, ...]


def matched(texts: Sequence[str], blocks: Sequence[Block]) -> Match:
    """Find the base's texts (its title first) among the file's paragraphs, in order."""
    keys = [_key(text) for text in texts]
    known = set(keys)
    theirs = [_their_key(block.text, known) for block in blocks]
    places: dict[int, int] = {}
    near: dict[int, int] = {}
    surplus: list[int] = []
    i = j = 0
    for a, b, size in SequenceMatcher(None, keys, theirs, autojunk=False).get_matching_blocks():
        taken = dict(_nearest(keys, range(i, a), theirs, range(j, b)))
        near |= taken
        first = bool(places) and max(places) > 0
        surplus += [k for k in range(j, b) if k not in taken.values() and (first or any(n < k for n in taken.values()))]
        places |= {a + k: b + k for k in range(size)}
        i, j = a + size, b + size
    last = max((*places.values(), *near.values()), default=-1)
    surplus = [k for k in surplus if k < last] + list(_trailing(theirs, last + 1))
    found = tuple(
        _found(text, blocks[places.get(n, near.get(n, -1))]) if n in places or n in near else None
        for n, text in enumerate(texts)
    )
    own = [k for k in surplus if theirs[k] and not _furniture(theirs[k]) and k not in near.values()]
    return Match(found, tuple(blocks[k] for k in own))


def number_in(prefix: str) -> tuple[int, int]:
    """Where the typed number is in a prefix; an empty range if there is none."""
    found = _PREFIX.match(prefix)
    return found.span(1) if found and found[1] else (len(prefix), len(prefix))


def differing(old: str, file: str) -> str:
    """A phrase that says where a text in the file first differs from the base."""
    change = next(iter(word_changes(old, file)), None)
    if change is None:
        return "the spacing differs"
    before = max(change.old_start - 24, 0)
    context = old[before : change.old_start].partition(" " if before else "\0")
    ours, theirs = old[change.old_start : change.old_end], file[change.new_start : change.new_end]
    where = (context[2] or context[0]).strip()
    place = f"after “{where}”" if where else "at its head"
    return f"{place} the file has “{theirs.strip()[:80]}”, the base “{ours.strip()[:80]}”"


def folded(text: str, *, collapse: bool = True) -> tuple[str, list[int]]:
    """The text with one form of spaces, quotation marks and hyphens, and where each character came from."""
    plain = ILLEGAL.sub("\ufffd", text).translate(_FOLD)
    places = [n for n, char in enumerate(plain) if not (collapse and char == " " and n and plain[n - 1] == " ")]
    return "".join(plain[n] for n in places), places


def _key(text: str) -> str:
    return folded(text)[0].strip()


def _their_key(text: str, known: Iterable[str]) -> str:
    whole = _key(text)
    if whole in known:
        return whole
    prefix = _PREFIX.match(text)
    return _key(text[prefix.end() :]) if prefix else whole


def _found(text: str, block: Block) -> Found:
    said = [n for n, atom in enumerate(block.atoms) if atom.char]
    whole = block.text
    prefix = _PREFIX.match(whole)
    starts = [prefix.end() if prefix else 0, len(whole) - len(whole.lstrip())]
    for start in starts:
        for collapse in (False, True):
            ours, theirs = folded(text, collapse=collapse)[0], folded(whole[start:].rstrip(), collapse=collapse)
            if len(ours) == len(text) and theirs[0] == ours:
                return _placed(block, said, whole[:start], text, [start + n for n in theirs[1]], same=True)
    start = starts[0] if _key(text[:4]) != _key(whole[starts[1] : starts[1] + 4]) else starts[1]
    words, places = whole[start:].rstrip(), range(start, start + len(whole[start:].rstrip()))
    return _placed(block, said, whole[:start], words, places, same=False)


def _placed(block: Block, said: Sequence[int], prefix: str, words: str, places: Sequence[int], *, same: bool) -> Found:
    ends = [*places[1:], places[-1] + 1] if places else []
    atoms = [
        *((said[n],) for n in range(len(prefix))),
        *(tuple(said[a:b]) for a, b in zip(places, ends, strict=True)),
    ]
    owned = {atom for held in atoms for atom in held}
    for place in set(said) - owned:
        block.atoms[place].char = ""  # blank space after the text says nothing
    return Found(block, prefix, words, tuple(atoms), same)


def _nearest(
    keys: Sequence[str], ours: Iterable[int], theirs: Sequence[str], among: Iterable[int]
) -> Iterator[tuple[int, int]]:
    """Pairs of similar paragraphs left between two matches, in order."""
    rest = list(among)
    for i in ours:
        scores = [(Indel.normalized_similarity(keys[i], theirs[j]), -place) for place, j in enumerate(rest)]
        best, place = max(scores, default=(0.0, 0))
        if best >= _ALIKE:
            yield i, rest[-place]
            del rest[: -place + 1]


def _trailing(theirs: Sequence[str], start: int) -> Iterator[int]:
    """Paragraphs right after the text, up to its closing lines."""
    for place in range(start, len(theirs)):
        text = theirs[place]
        if not text or _furniture(text):
            return
        yield place


def is_blank(text: str) -> bool:
    """Whether a line is blank or only a rule."""
    return not text.strip("_* -–—")


def _furniture(text: str) -> bool:
    return bool(is_meeting(text) or is_date(text) or organ_of(text) or _PART.fullmatch(text)) or is_blank(text)
