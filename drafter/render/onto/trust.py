"""Whose words are right where the official file differs from a draft's base, and the texts that follow from it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from drafter.align.pairs import align
from drafter.errors import DrafterError
from drafter.model import numbering
from drafter.model.inline import Inline
from drafter.model.resolution import Paragraph, Resolution
from drafter.render.onto.compare import Comparison
from drafter.render.onto.joint import with_theirs
from drafter.render.onto.match import number_in
from drafter.render.onto.standing import Standing, rank


class Trust(StrEnum):
    """Whose words are right where the file differs from the draft's base.

    file  The file's: they stay where the draft left its base alone; where both changed the same words, the draft wins
          and the caller is told.
    base  The base's: the differences too become tracked changes, so that accepting all gives just the draft.
    """

    FILE = "file"
    BASE = "base"


class DiffersError(DrafterError):
    """The file is not the draft's base; `differences` has one line for each paragraph that differs."""

    def __init__(self, differences: Sequence[str], file: object) -> None:
        count = f"{len(differences)} place" + ("s" if len(differences) > 1 else "")
        super().__init__(
            f"its text differs from the draft's base in {count}",
            file=file,
            remedy="say which to trust: --trust file, or --trust base",
        )
        self.differences = tuple(differences)


@dataclass(frozen=True)
class Texts:
    """What the file says and what it is to say, typed numbers included; `told` lists where draft and file changed the
    same."""

    says: Resolution
    shall: Resolution
    told: tuple[str, ...] = ()


def texts(old: Resolution, new: Resolution, official: Comparison, trust: Trust | None) -> Texts:
    """The two texts that are to be compared; where the file is trusted, its words are in both."""
    shall, told = with_theirs(old, new, official) if trust is Trust.FILE else (new, ())
    title = official.title
    says = replace(
        old,
        title=title.inline if title else shall.title,
        paragraphs=tuple(_paragraph(each) for each in official.paragraphs),
        footnotes=tuple(
            replace(note, inline=official.notes[note.id].own) if note.id in official.notes else note
            for note in (*old.footnotes, *official.extra_notes)
            if note.id in official.note_ids
        ),
    )
    if title:
        shall = replace(shall, title=Inline(title.found.prefix) + shall.title)
    return Texts(says, _numbered(old, shall, official.paragraphs), told)


def _paragraph(standing: Standing) -> Paragraph:
    assert standing.paragraph is not None
    return replace(standing.paragraph, inline=standing.inline)


def _numbered(old: Resolution, new: Resolution, paragraphs: Sequence[Standing]) -> Resolution:
    """The new text with what the file types before its paragraphs: the space, and the number that is now right."""
    prefixes = [standing.found.prefix for standing in paragraphs]
    if not any(prefixes):
        return new
    own = [standing.paragraph for standing in paragraphs if standing.paragraph]
    was, now = numbering.printed(old.paragraphs), numbering.printed(map(numbering.by_itself, new.paragraphs))
    # In a file without typed numbers, a tab before its paragraphs shows that they are set by hand.
    typed = any(start < end for start, end in map(number_in, prefixes)) or not any(was)
    printed_was: dict[int, str] = {id(paragraph): mark for paragraph, mark in zip(old.paragraphs, was, strict=True)}
    partner = {pair.new: pair.old for pair in reversed(align(own, new.paragraphs).pairs) if pair.new is not None}
    made = []
    for j, paragraph in enumerate(new.paragraphs):
        i = partner.get(j)
        if i is None or rank(own[i]) != rank(paragraph):
            at = i if i is not None else j
            like = [n for n, each in enumerate(own) if rank(each) == rank(paragraph)]
            i = min(like, key=lambda n: abs(n - at), default=None)
        if i is not None:
            before = printed_was.get(id(own[i]), "")
            prefix = prefixes[i] if before == now[j] else _renumbered(prefixes[i], now[j], typed=typed and not before)
        else:
            prefix = _renumbered(_bare(prefixes), now[j], typed=True) if typed and now[j] else ""
        made.append(replace(paragraph, inline=Inline(prefix) + paragraph.inline))
    return replace(new, paragraphs=tuple(made))


def _bare(prefixes: Sequence[str]) -> str:
    """The white space that the file types before its paragraphs."""
    shortest = min((prefix for prefix in prefixes if prefix), key=len)
    return shortest[: len(shortest) - len(shortest.lstrip())]


def _renumbered(prefix: str, mark: str, *, typed: bool) -> str:
    """What is typed before a paragraph, with another number; `typed` if the file has typed numbers."""
    start, end = number_in(prefix)
    if start == end:
        return f"{prefix}{mark}\t" if typed and mark else prefix
    return prefix[:start] + (mark + prefix[end:] if mark else prefix[end:].lstrip())
