"""Which paragraphs a sentence names: "operative paragraphs 5, 6 and 10", "the last preambular paragraph", "OP7 bis"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from drafter.model.numbering import VARIANTS, normalised
from drafter.model.session import ORDINAL, from_ordinal

TITLE, EVERYWHERE, LAST = "title", "*", "-1"


@dataclass(frozen=True, slots=True)
class Locator:
    """One paragraph that is named.

    label  as the text would number it ("OP5(b)"), "PP-1" for the last one, "PP*", "OP*" and "*" for all of them,
           "title" for the title.
    other  a second label that the words may mean as well ("the second paragraph"), "" where there is none.
    line   the printed line that is named, 0 where none is.
    """

    label: str
    other: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Located:
    """A sentence with each list of paragraphs in it replaced by a mark (`MARK`), and the lists by the mark's number."""

    text: str
    found: tuple[tuple[Locator, ...], ...]


MARK = r"\x04(\d+)\x05"

_ONE = rf"(?:{ORDINAL.pattern}|\blast\b)"
_AND = r"(?:,? and | ?& ?| ?\+ ?|, ?)"
_OF = r"(?: (?:of|in) the (?P<{}>preamble|operative part))?"
_BY_ORDINAL = re.compile(
    rf"(?:the )?(?P<ords>{_ONE}(?:{_AND}(?:the )?{_ONE})*) (?P<kind>preambular |operative )?para(?:graph)?s?\b"
    + _OF.format("of"),
    re.IGNORECASE,
)
_VARIANT = rf"(?:{'|'.join((*VARIANTS, 'quat'))})\b"
_SUB = r"(?: ?\((?:[a-z]|[ivxl]{2,5}|aa|bb|cc|dd|ee|ff|gg|hh)\))"
_NUMBER = rf"\d{{1,3}}(?: ?\.? ?{_VARIANT})?{_SUB}*(?: ?{_VARIANT})?(?: ?alt\d?\b)?"
_TO = r"(?:,? and (?:in )?| ?& ?| ?\+ ?|, ?| to | ?[-–] ?)"
_NUMBERS = rf"{_NUMBER}(?:{_TO}(?:{_NUMBER}|\([a-z]{{1,5}}\))(?![\w%]))*"
_BY_NUMBER = re.compile(
    rf"(?:the )?(?:new )?(?P<kind>preambular |operative )?\b(?:paragraphs?|paras?\.?) ?(?P<nums>{_NUMBERS})"
    + _OF.format("of"),
    re.IGNORECASE,
)
_BY_LABEL = re.compile(
    rf"(?:\bnew )?\b(?P<alt>alt\.? ?)?(?P<kind>PP|OP)s?\.? ?(?P<nums>{_NUMBERS})(?![\w/])", re.IGNORECASE
)
_ALL = re.compile(r"(?:all(?: the)? |the )(?P<kind>preambular|operative) paragraphs(?! ?\d)", re.IGNORECASE)
_THE_TITLE = re.compile(r"(?:the )?\btitle\b", re.IGNORECASE)
_THROUGHOUT = re.compile(
    r"(?:throughout|everywhere in)(?: the (?:whole )?(?:text|draft(?: resolution)?|document))?", re.IGNORECASE
)
_HEADING = re.compile(rf"(?:the )?(?P<ords>{_ONE}(?:{_AND}(?:the )?{_ONE})*) headings?\b", re.IGNORECASE)
_FORMS = (_BY_ORDINAL, _BY_NUMBER, _BY_LABEL, _ALL, _HEADING, _THE_TITLE, _THROUGHOUT)
_PART_OF = re.compile(r" (?:of|in) (?:part (?P<part>[A-Z]{1,2})|(?:the )?annex(?: (?P<annex>[IVXLC]+))?)(?! \w+ of)\b")
_CLOSING_OF = re.compile(r"(?:the )?(?:concluding|closing) words (?:of|in) ", re.IGNORECASE)
_SUB_OF = re.compile(rf"(?:the )?sub-?paragraph (?P<sub>{_SUB}+) (?:of|in) ", re.IGNORECASE)
_BEHIND = re.compile(rf"(?:,? (?:sub-?paragraph|item) )?(?P<sub>{_SUB}+)", re.IGNORECASE)
_LINE = rf"(?:the )?(?:(?P<ord>{_ONE}) line|line (?P<num>\d{{1,2}}))"
_LINE_OF = re.compile(_LINE + r" (?:of|in) ", re.IGNORECASE)
_LINE_BEHIND = re.compile(",? (?:in |on )?" + _LINE, re.IGNORECASE)
_BETWEEN_LISTS = re.compile(_AND + r"(?:in |from |of )?", re.IGNORECASE)
_STARTS = re.compile(
    rf"\b(?:the |all |sub-?paragraph|line|throughout|everywhere|title|alt|new|[PO]Ps?|para|preamb|operat|{_ONE})",
    re.IGNORECASE,
)


def located(text: str) -> Located:
    """The sentence with the paragraphs that it names marked.

    >>> located("In operative paragraphs 27 and 43, delete").found[0][1].label
    'OP43'
    """
    kept: list[str] = []
    found: list[tuple[Locator, ...]] = []
    at = 0
    while start := _STARTS.search(text, at):
        read, end = listed(text, start.start())
        kept.append(text[at : start.start()])
        if read:
            kept.append(f"\x04{len(found)}\x05")
            found.append(read)
            at = end
        else:
            at = start.end()
            kept.append(text[start.start() : at])
    return Located("".join(kept) + text[at:], tuple(found))


def listed(text: str, start: int = 0) -> tuple[tuple[Locator, ...], int]:
    """The paragraphs named from `start` on, in order, and where the list of them ends; none and `start` without."""
    found: list[Locator] = []
    at = end = start
    while True:
        read, after = _one(text, at)
        if not read:
            return tuple(found), end
        found += read
        end = after
        between = _BETWEEN_LISTS.match(text, end)
        if not between:
            return tuple(found), end
        at = between.end()


def _one(text: str, start: int) -> tuple[list[Locator], int]:
    """One expression and its end: with the subparagraph or the line named before it or behind it."""
    at, sub, line = start, "", 0
    if before := _LINE_OF.match(text, at):
        line, at = _line(before), before.end()
    closing = _CLOSING_OF.match(text, at)
    if closing:
        at = closing.end()
    if inside := _SUB_OF.match(text, at):
        sub, at = inside["sub"].replace(" ", ""), inside.end()
    for form in _FORMS:
        if (expression := form.match(text, at)) is None:
            continue
        labels = list(_labels(form, expression))
        end = expression.end()
        if not sub and (behind := _BEHIND.match(text, end)):
            sub, end = behind["sub"].replace(" ", ""), behind.end()
        if not line and (behind := _LINE_BEHIND.match(text, end)):
            line, end = _line(behind), behind.end()
        part = _PART_OF.match(text, end)
        stem, end = (_part(part), part.end()) if part else ("", end)
        sub += "(cont)" if closing else ""
        return [Locator(stem + label + sub, other and stem + other, line) for label, other in labels], end
    return [], start


def _labels(form: re.Pattern[str], found: re.Match[str]) -> Iterator[tuple[str, str]]:
    if form is _THE_TITLE:
        yield TITLE, ""
    elif form is _THROUGHOUT:
        yield EVERYWHERE, ""
    elif form is _ALL:
        yield _stem(found["kind"]) + EVERYWHERE, ""
    elif form is _HEADING:
        for word in re.findall(_ONE, found["ords"], re.IGNORECASE):
            yield f"H{from_ordinal(word) or LAST}", ""
    elif form is _BY_ORDINAL:
        kind = found["kind"] or found["of"]
        for word in re.findall(_ONE, found["ords"], re.IGNORECASE):
            number = str(from_ordinal(word) or LAST)
            yield (_stem(kind) + number, "") if kind else (f"PP{number}", f"OP{number}")
    else:
        named = found.groupdict()
        stem = _stem(named["kind"] or named.get("of") or "operative")
        for number in _numbers(found["nums"]):
            yield normalised(f"{stem}{number}{'alt' if named.get('alt') else ''}"), ""


def _part(found: re.Match[str]) -> str:
    return f"{found['part']}/" if found["part"] else f"Annex{' ' + found['annex'] if found['annex'] else ''}/"


def _stem(kind: str) -> str:
    return "PP" if kind[:1].lower() == "p" else "OP"


def _numbers(listing: str) -> Iterator[str]:
    """The numbers of a list, ranges counted out; a bare (b) goes with the number before it."""
    last = ""
    ranged = False
    for part in re.finditer(rf"{_NUMBER}|\([a-z]{{1,5}}\)|to|[-–]", listing, re.IGNORECASE):
        written = part[0]
        if written.lower() in ("to", "-", "–"):
            ranged = True
            continue
        number = re.sub(r"[ .]", "", written)
        number = re.sub(r"quat$|quat(?=alt|\()", "quater", number, flags=re.IGNORECASE)
        if number.startswith("("):
            number = re.sub(r"\([^()]*\)$", "", last) + number
        if ranged and last.isdigit() and number.isdigit():
            yield from map(str, range(int(last) + 1, int(number)))
        yield number
        last, ranged = number, False


def _line(found: re.Match[str]) -> int:
    if found["num"]:
        return int(found["num"])
    return from_ordinal(found["ord"]) or -1
