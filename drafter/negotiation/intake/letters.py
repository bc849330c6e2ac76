"""What stands in a letter beside its instructions: headers, greetings, signatures, lines of other letters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from drafter.negotiation.intake import quoted
from drafter.negotiation.intake.locators import listed
from drafter.negotiation.intake.whose import Names
from drafter.negotiation.intake.whose import before as before_line

_HEADER = re.compile(
    r"(?:From|To|Cc|Bcc|Sent|Date|Subject|Reply-To|Message-ID|MIME-Version|Content-[\w-]+|Importance|Return-Path|"
    r"Received|X-[\w-]+|Attachments?):(?: .*|$)",
    re.IGNORECASE,
)
_GREETING = re.compile(
    r"(?:dear|hello|hi|good (?:morning|afternoon|day|evening)|greetings|excellenc(?:y|ies)|colleagues)\b.{0,80}",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"(?:(?:kind|best|warm|with (?:kind|best)?|many|sincere)? ?(?:regards|wishes|thanks)|thank you|thanks|sincerely|"
    r"yours (?:sincerely|faithfully|truly)|cheers|respectfully|cordially|best|all the best)\b[^:“\"]{0,70}",
    re.IGNORECASE,
)
_SIGNATURE = re.compile(r"-- ?|_{3,}|—{2,}|Sent from my .*|\[?cid:.*")
_QUOTE_HEAD = re.compile(r"(?:On .{6,120} wrote:|-{2,} ?Original Message ?-{2,}|_{5,})", re.IGNORECASE)
_BULLET = re.compile(r"^(?:[-–•*·o]|\(?\d{1,2}[.)])\s+(?=\S)")

_FULL = range(45, 101)
"""Characters of a line that a mail program may have broken because it was full."""


@dataclass(frozen=True, slots=True)
class LetterLine:
    """A line of a letter that may be an instruction, with what goes on below it; `number` is that of its first line."""

    number: int
    text: str


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter's own lines, and how many stand aside."""

    lines: tuple[LetterLine, ...]
    aside: int


def letter(text: str, names: Names = lambda _: ()) -> Letter:
    """The lines of a letter that may be instructions, those that go on with one joined to it; `names` tells which
    delegations words name, since their names begin a line anew."""
    filled = sum(1 for raw in text.split("\n") if raw.strip())
    joined: list[LetterLine] = []
    gap, used, before = False, 0, ""
    for number, line, indented in _kept(text):
        if not line:
            gap = True
            continue
        used += 1
        full = len(before) in _FULL and before[-1:] not in ".;"
        named = bool(names(line.rstrip(" :")) or before_line(line, names)[0])
        apart = not joined or (named and not _open(joined[-1].text))
        if not apart and _goes_on(joined[-1].text, line, full=full, gap=gap, indented=indented):
            joined[-1] = LetterLine(joined[-1].number, run_on(joined[-1].text, line))
        else:
            joined.append(LetterLine(number, _BULLET.sub("", line)))
        gap, before = False, line
    return Letter(tuple(joined), filled - used)


def run_on(text: str, line: str) -> str:
    """A text with the line that goes on with it; a word that was cut at its hyphen is whole again."""
    cut = text.endswith("-") and text[-2:-1].isalpha() and line[:1].islower()
    return f"{text}{'' if cut else ' '}{line}"


def _goes_on(text: str, line: str, *, full: bool, gap: bool, indented: bool) -> bool:
    """Whether a line goes on with the text above it; `full` says that the line above may have had no more room."""
    if _BULLET.match(line):
        return False
    if not gap and (_CUT.search(text) or (full and _DANGLING.search(text))):
        return True
    places, end = listed(text)
    if places and not text[end:].strip(" :") and ACTS.match(line):
        return False
    weak = line[:1].islower() and not listed(line)[0]
    if _starts(line) and not (weak and (_open(text) or (full and not gap))):
        return False
    return _open(text) or (not gap and (indented or line[:1].islower() or full))


def _kept(text: str) -> Iterator[tuple[int, str, bool]]:
    """The lines by number, without those that stand aside, "" for a blank one; and whether they are set in."""
    headers = True
    closed = False
    for number, raw in enumerate(text.split("\n"), 1):
        line = " ".join(raw.split())
        if line.startswith((">", "|>")) or (headers and _HEADER.fullmatch(line)):
            continue
        headers = headers and not line
        if _QUOTE_HEAD.fullmatch(line):
            if "original message" in line.lower():
                return
            continue
        if not line:
            yield number, "", False
        elif _SIGNATURE.fullmatch(line) or (_CLOSING.fullmatch(line.rstrip(" ,.!")) and not _starts(line)):
            closed = True
        elif _GREETING.fullmatch(line) and not _starts(line):
            closed = False
        elif closed and not _starts(line):
            continue
        else:
            closed = False
            yield number, line, raw[:1].isspace()


_CUT = re.compile(r"\b(?:of|in|the|a|and|or|with|by|preambular|operative)$", re.IGNORECASE)
_DANGLING = re.compile(
    r"\b(?:after|before|between|to|from|for|at|words?|(?:in|of|preambular|operative) (?:paragraphs?|paras?)|"
    r"insert|add|delete|replace|new|please)$",
    re.IGNORECASE,
)
"""Ends of a line that goes on below; the second of one that was full."""
ACTS = re.compile(
    r"(?:Please |Pls )?(?:delete|in|after|before|replace|insert|add|at the (?:end|beginning)|substitute|change|merge|"
    r"move|split|remove|take out|strike|omit|throughout|retain|keep|between|amend|"
    r"propos\w+ to|suggest\w* to|(?:an? )?new (?:\w+ )?paragraph)\b",
    re.IGNORECASE,
)


_OFFER = re.compile(
    r"(?:we|our delegation|my delegation)\b.{0,40}\b(?:propos|suggest|request|like|wish|prefer|reserve|support)\w*",
    re.IGNORECASE,
)


def _starts(line: str) -> bool:
    """Whether a line begins an instruction: it names a paragraph or says what to do."""
    bare = _BULLET.sub("", line)
    if bare != line or _OFFER.match(bare):
        return True
    owner = re.match(r"[A-Z][^:“\"]{1,60}: ", bare)
    after_owner = bare[owner.end() :] if owner else ""
    return any(bool(listed(one)[0]) or ACTS.match(one) is not None for one in (bare, after_owner) if one)


def _open(text: str) -> bool:
    """Whether a line goes on below a blank one: a quotation is open, or a colon promises text."""
    return quoted.quoted(text).broken or text.rstrip().endswith(":")
