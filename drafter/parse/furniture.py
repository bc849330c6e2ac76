"""What stands on a page besides its text, by its form: a closed list, so that nothing else is passed over with it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

from drafter.model.dates import MONTHS
from drafter.model.organ import Organ
from drafter.model.reading import Reading, Unplaced
from drafter.model.resolution import Resolution
from drafter.parse.blocks import is_annex
from drafter.parse.masthead import is_date, is_meeting, organ_of
from drafter.parse.pages import Pages, is_furniture, is_rule, is_symbol
from drafter.rules.parties import names

_ORGANS = "|".join(("United Nations", "NATIONS", *(organ.value for organ in Organ)))
_MONTHS = "|".join(MONTHS)
_KNOWN = {
    "page numbers": r"<!--\s*Page.*|\d{1,3}(?:/\d{1,3})?|Page \d+(?: of \d+)?",
    "symbols": r"(?:A|E|S|ST|T)/\S{2,60}.{0,20}|Res(?:olution|\.) \d.{0,20}"
    r"|(?:S-|ES-)?\d{1,4}/\d{1,4}(?: ?[A-Z])?\W*",
    "job numbers": r"(?:GE\.)?\d{2}-\d{4,6}.{0,40}|\*\S{5,}\*|\(E\).{0,20}|Please recycle.*",
    "names of organs": rf"(?:The )?(?:{_ORGANS})[\s,:*]*(?:Official Records)?|UNITED\s+\w|.{{0,60}}\bCommittee\)?",
    "distribution": r"Distr\b.*|(?:Original|English|General|Limited)\b.{0,40}",
    "session and agenda": r".{0,60}\bsession\b.{0,60}|(?:Agenda )?items?\b.{0,20}|Agenda",
    "adoption": r"\W*(?:Resolutions? |Decisions? )?adopted\b.{0,200}|Reissued.*|Decision|Resolution|[A-Z]"
    rf"|(?:on|at its)\b.{{0,60}}\b(?:{_MONTHS}|meeting)\b.{{0,60}}|.{{0,16}}\b(?:{_MONTHS})\b.{{0,40}}"
    r"|.{0,20}Resolutions adopted on the reports? of.*",
    "votes": r"\[(?:Adopted|The draft).*|(?:In favour|Against|Abstaining|Absent)\b.*|.{0,90}recorded vote.*",
    "sponsors": r"(?:.*:\W*|.*\) ?)?(?:revised )?(?:draft (?:resolution|decision)|amendment).*"
    r"|(?:.*on the basis of )?informal consult.*|resolution A/\S+"
    r"|Note by .{3,60}|.{0,60}(?:\(resolution \S+\)|contained in document .*|\([A-Z]\w+\))",
    "stage of a draft": r"(?:.{0,24}\b)?(?:draft|Rev\.? ?\d{1,2})\b.{0,40}",
    "notes to the masthead": r"[*†]+ ?\S.*",
}
_FORMS = {form: re.compile(pattern, re.IGNORECASE) for form, pattern in _KNOWN.items()}
_WORD = re.compile(r"[^\W\d_]+|\d+")
_MOST = 0.8
_TABLES, _OTHER, _ELSE = "tables", "what found no place", "hidden or struck words, headers and footers"


def sorted_out(
    furniture: Sequence[str], resolution: Resolution, pages: Pages
) -> tuple[tuple[str, ...], tuple[Unplaced, ...]]:
    """What has one of the forms of furniture, and what has none and found no place."""
    form = _Forms(resolution)
    stray = [text for text in furniture if not form.of(text)]
    places = {line.text: line.number for line in (*pages.body, *pages.furniture)} if stray else {}
    return (
        tuple(text for text in furniture if text not in stray),
        tuple(Unplaced(places.get(text, 1), text) for text in stray),
    )


def put_aside(reading: Reading) -> dict[str, int]:
    """How many words of a source are not in the text, by what they are; "page numbers" and the like first."""
    form = _Forms(reading.resolution)
    counts: Counter[str] = Counter()
    for text in reading.furniture:
        counts[form.of(text) or _ELSE] += len(_WORD.findall(text))
    for unplaced in reading.unplaced:
        counts[_TABLES if unplaced.why else _OTHER] += len(_WORD.findall(unplaced.text))
    order = [*_FORMS, "running heads", _ELSE, _TABLES, _OTHER]
    return {name: counts[name] for name in order if counts[name]}


def told(reading: Reading) -> str:
    """What was put aside, in one line; "" where nothing was."""
    counts = put_aside(reading)
    named = ", ".join(f"{name} {count}" for name, count in counts.items())
    return f"words put aside: {named}" if named else ""


class _Forms:
    """The form of each piece of furniture of one text."""

    def __init__(self, resolution: Resolution) -> None:
        heads = (resolution.title.text, resolution.agenda_title, resolution.origin)
        self._heads = frozenset(_words(" ".join(heads)))

    def of(self, text: str) -> str:
        """ "" where it has none."""
        if is_rule(text) or is_furniture(text):
            return "page numbers"
        if is_symbol(text):
            return "symbols"
        if is_date(text) or is_meeting(text):
            return "adoption"
        if organ_of(text):
            return "names of organs"
        bare = text.lstrip("# ")
        if form := next((form for form, known in _FORMS.items() if known.fullmatch(bare)), ""):
            return form
        if is_annex(text) or _mostly(text, self._heads):
            return "running heads"
        return "votes" if _mostly(text, _names()) else ""


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _mostly(text: str, known: frozenset[str]) -> bool:
    words = _words(text)
    return sum(word in known for word in words) >= _MOST * len(words)


@cache
def _names() -> frozenset[str]:
    """The words in the names of States, as in the record of a vote."""
    spelt = names().spelt
    listed = frozenset(word for pair in spelt.items() for name in pair for word in _words(name))
    return listed | {"and", "of", "the"}
