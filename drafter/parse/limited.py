"""The masthead of an L. document: its line of sponsors parts the agenda item from the title."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from drafter.model.inline import Inline
from drafter.model.organ import committee_named
from drafter.model.submission import Submission, Submitted
from drafter.model.symbol import Symbol
from drafter.parse.lines import Line, shortened
from drafter.parse.masthead import ORGAN_LINE, MastheadFacts, joined_title, organ_of, read_masthead
from drafter.parse.sponsors import SponsorLine, is_list_of_names, sponsor_line

_REACH = 110
_LONGEST_TITLE = 16
_COLUMNS = re.compile(r"\s{3,}|\t+")
_HRC_NUMBER = re.compile(r"\d{1,3}/(?:…|\.{2,3}|_+)\s*")
_INSTRUCTION = re.compile(
    r"\d{1,2}\.(?:\s|$)|\([a-z]\)|(?:Replace|Delete|Insert|Add|Amend|Reword|Substitute|Move|After|Before|At the|In)\b"
)


@dataclass(frozen=True, slots=True)
class LimitedText:
    """What stands above the text, its facts read, and the lines of the text itself; `top` are the masthead's lines."""

    facts: MastheadFacts
    top: list[Line]
    body: list[Line]


def read_limited(lines: Sequence[Line], name: str) -> LimitedText | None:
    """The masthead of an L. document, None where the lines have no line of sponsors above the text."""
    reach = next((i for i, line in enumerate(lines[:_REACH]) if organ_of(line.text)), min(len(lines), _REACH))
    split = _columns(lines[:reach])
    found = _sponsors(split)
    if found is None:
        return None
    start, end, sponsors = found
    symbol = next(filter(None, (Symbol.parse(_tight(line.text)) for line in split[:start])), None)
    if (sponsors.what is Submitted.NOTE or not sponsors.sponsors) and not (symbol and symbol.limited):
        return None
    rest = [*split[end:], *lines[reach:]]
    above = split[:start]
    if sponsors.what is Submitted.NOTE:
        at = _group_start(split, start - 1)
        title, above, after = split[at:start], split[:at], 0
    else:
        after = _title_end(rest, sponsors.what, len(split) - end if reach < len(lines) and reach < _REACH else None)
        title = [line for line in rest[:after] if line.text[0] not in "*†"]
    facts = read_masthead(_without_strays(above), name)
    facts.title = _title(title)
    facts.furniture.extend(line.text for line in split[start:end])
    facts.agenda_title = facts.agenda_title.rstrip("*† ")
    facts.submission = _submission(facts, sponsors, above)
    return LimitedText(facts, [*above, *split[start:end], *title], rest[after:])


def _submission(facts: MastheadFacts, found: SponsorLine, above: Sequence[Line]) -> Submission:
    symbol = facts.symbol
    committee = symbol.committee if symbol and symbol.limited else None
    if committee is None and not (symbol and symbol.limited):
        committee = next(filter(None, (committee_named(line.text) for line in above if len(line.text) < 75)), None)
    what = found.what
    if symbol and any(suffix.startswith("Rev") for suffix in symbol.suffixes):
        revised = {
            Submitted.DRAFT_RESOLUTION: Submitted.REVISED_DRAFT_RESOLUTION,
            Submitted.DRAFT_DECISION: Submitted.REVISED_DRAFT_DECISION,
        }
        what = revised.get(what, what)
    return Submission(what, found.sponsors, found.on_behalf, found.amends, committee)


def _columns(lines: Sequence[Line]) -> list[Line]:
    """The lines with what a page sets side by side ("General Assembly      Distr.: Limited") on lines of its own."""
    found: list[Line] = []
    for line in lines:
        parts = _COLUMNS.split(line.text)
        if len(parts) == 1:
            found.append(_whole(line))
            continue
        at = 0
        for n, part in enumerate(parts):
            at = line.text.index(part, at)
            piece = shortened(line, at)
            piece = piece if n == len(parts) - 1 else _cut(piece, len(part))
            found.append(_whole(replace(piece, gap=0 if n else line.gap)))
    return found


def _cut(line: Line, end: int) -> Line:
    inline = Inline(line.text, line.italics)[:end]
    return replace(line, text=inline.text, italics=inline.italics, raised=(), marks=())


def _whole(line: Line) -> Line:
    """A line that is a symbol in pieces ("A/C.3/ 80/L.34") made whole."""
    tight = _tight(line.text)
    if tight != line.text and len(tight) < 40 and Symbol.parse(tight):
        return replace(line, text=tight, italics=(), raised=(), marks=())
    return line


def _tight(text: str) -> str:
    return re.sub(r"\s+", "", text.rstrip("*† ")) if text[:2].upper() in ("A/", "E/", "S/", "A ", "E ", "S ") else text


def _sponsors(lines: Sequence[Line]) -> tuple[int, int, SponsorLine] | None:
    """(first line, line after the last, what it says) of the line of sponsors.

    It is a paragraph of its own; where nothing sets it apart, a list of names is told from an agenda title by its
    words.
    """
    starts = [i for i, line in enumerate(lines) if line.gap or i == 0]
    for n, start in enumerate(starts):
        for last in range(n + 1, min(n + 4, len(starts)) + 1):
            end = starts[last] if last < len(starts) else len(lines)
            text = " ".join(line.text for line in lines[start:end])
            if (found := sponsor_line(text)) and (last == n + 1 or _is_cut(lines[starts[last - 1] - 1].text)):
                return start, end, found
            if not _is_cut(lines[end - 1].text):
                break
    for end in range(1, len(lines) + 1):
        if not re.search(
            r"(?:draft|resolution|decision|/L\.\d+\S*|amendment)[*†]*$", lines[end - 1].text, re.IGNORECASE
        ):
            continue
        start = end - 1
        while start and ":" not in "".join(line.text for line in lines[start:end]):
            start -= 1
        while start and not lines[start].gap and is_list_of_names(lines[start - 1].text):
            start -= 1
        if found := sponsor_line(" ".join(line.text for line in lines[start:end])):
            return start, end, found
    return None


def _is_cut(text: str) -> bool:
    """Whether a line of sponsors goes on below a gap."""
    return text.rstrip("*†").endswith((",", ":")) or text.endswith((" and", " draft", " of", " to"))


def _group_start(lines: Sequence[Line], at: int) -> int:
    while at > 0 and not lines[at].gap:
        at -= 1
    return max(at, 0)


def _without_strays(lines: Sequence[Line]) -> list[Line]:
    """The lines without what stands apart below the agenda title."""
    item = next((i for i, line in enumerate(lines) if re.match(r"(?:Agenda item|Item \d)", line.text)), None)
    if item is None:
        return list(lines)
    stray = next((i for i in range(item + 2, len(lines)) if lines[i].gap and not _still_title(lines, i)), len(lines))
    return list(lines[:stray])


def _still_title(lines: Sequence[Line], i: int) -> bool:
    """Whether an agenda title goes on below a gap, as where each of its lines is a paragraph."""
    return lines[i].text[0].islower() or lines[i - 1].text.rstrip().endswith((",", ":", " of", " and", " the", " in"))


def _title_end(rest: Sequence[Line], what: Submitted, organ: int | None) -> int:
    """How many lines after the sponsors are the title: up to the organ's line, else the first paragraph."""
    if organ is not None and organ <= _LONGEST_TITLE and what is not Submitted.AMENDMENT:
        return organ
    begins = _INSTRUCTION if what is Submitted.AMENDMENT else ORGAN_LINE
    apart = [i for i, line in enumerate(rest[: _LONGEST_TITLE + 1]) if i and line.gap]
    return next((i for i in apart if begins.match(rest[i].text)), apart[0] if apart else min(1, len(rest)))


def _title(lines: Sequence[Line]) -> Inline:
    title = joined_title(lines)
    found = _HRC_NUMBER.match(title.text)
    return title[found.end() :] if found else title
