"""Notes by asterisk: what the masthead marks with one is no paragraph of the text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from drafter.model.reading import Unplaced
from drafter.model.submission import Submission
from drafter.parse.lines import Line
from drafter.parse.pages import Note, Pages
from drafter.parse.sponsors import behalf_of

_STARRED = re.compile(r"(?P<mark>\*{1,4}|[†‡])\s*(?P<text>[^\s*†‡].*)")
_MARKS = re.compile(r"(?<=[\w:).])(\*{1,4}|[†‡])(?!\w)")
_SAYS = re.compile(
    r"On behalf of|Any changes? to the list of sponsors|In order for the|Reissued|The present document|A/\d"
)


def apart(top: Sequence[Line], body: Sequence[Line]) -> tuple[list[Line], list[str]]:
    """The body without the notes whose asterisks stand in the masthead `top`, and these notes.

    A line that begins with an asterisk is such a note where its words are those of one, or where no other line begins
    with the same mark: the points of a list do.
    """
    marks = {mark for line in top for mark in _MARKS.findall(line.text)}
    found = [(i, _STARRED.fullmatch(line.text)) for i, line in enumerate(body) if line.text[0] in "*†‡"]
    starred = [(i, match) for i, match in found if match]
    kept: list[Line] = []
    notes: list[str] = []
    seen = [match["mark"] for _, match in starred]
    begins = {
        i: match
        for i, match in starred
        if _SAYS.match(match["text"]) or (match["mark"] in marks and seen.count(match["mark"]) == 1 and body[i].gap)
    }
    i = 0
    while i < len(body):
        match = begins.get(i)
        if match is None:
            kept.append(body[i])
            i += 1
            continue
        end = i + 1
        while end < len(body) and end not in begins and not body[end].gap and body[end].page == body[i].page:
            end += 1
        notes.append(" ".join([match["mark"], match["text"], *(line.text for line in body[i + 1 : end])]))
        i = end
    return kept, notes


def starred_among(pages: Pages) -> list[str]:
    """The texts of the notes at the foot that an asterisk marks, wherever the reader of pages put them."""
    found = [" ".join(line.text for line in note.lines) for note in pages.notes if not note.number.isdigit()]
    for i, line in enumerate(pages.furniture):
        if _STARRED.fullmatch(line.text) and not line.text.endswith("*"):
            end = i + 1
            while end < len(pages.furniture) and not pages.furniture[end - 1].text.endswith("."):
                end += 1
            found.append(" ".join(one.text for one in pages.furniture[i:end]))
    return found


def foreign(top: Sequence[Line], notes: list[Note]) -> list[Unplaced]:
    """The notes that an asterisk in the text marks, not one in the masthead; they are taken out of `notes`."""
    marks = {mark for line in top for mark in _MARKS.findall(line.text)}
    own = [note for note in notes if not note.number.isdigit() and note.number not in marks and note.number[0] in "*†‡"]
    notes[:] = [note for note in notes if note not in own]
    return [
        Unplaced(note.lines[0].number, " ".join([note.number, *(line.text for line in note.lines)])) for note in own
    ]


def spoken_for(submission: Submission | None, notes: Iterable[str]) -> Submission | None:
    """The submission with those for whom a note says that its sponsors speak."""
    behalf = next(filter(None, (behalf_of(note.lstrip("*†‡ ")) for note in notes)), "")
    return replace(submission, on_behalf=behalf) if submission and behalf else submission
