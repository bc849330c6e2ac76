"""The paragraphs of somebody's compilation text in a plain text or Markdown file, with the labels typed before them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from drafter.model.inline import Inline
from drafter.model.numbering import VARIANTS, normalised
from drafter.negotiation.notation.parsing import part

_VARIANT = "|".join(sorted((*VARIANTS, "quat"), key=len, reverse=True))
_LABEL = re.compile(
    r"(?P<new>new )?(?P<alt>alt(?:ernative)?[ .]?)?(?:(?P<kind>PP|OP|paragraph|para)[ .]{0,2})?(?P<number>\d{1,3})"
    rf"(?P<sub>(?: ?\([a-z]{{1,4}}\))*)(?P<suffixes>(?:[ .]{{0,2}}(?:(?:{_VARIANT})\b|alt ?\d?\b))*)"
    r"(?P<end>[.:)]+(?=\s|$)|(?=\s|$))\s*(?P<late>Alt ?\d?\b[.:]?\s*)?",
    re.IGNORECASE,
)
_SUB = re.compile(r"(?P<sub>\([a-z]{1,4}\))\s+")
_TITLE = re.compile(r"title\s*[:.]\s+", re.IGNORECASE)
_EMPHASIS = re.compile(r"^#{1,6}\s+|^[-*•]\s+")


@dataclass(frozen=True, slots=True)
class ForeignParagraph:
    """A paragraph with what is typed before it: "OP3", "PP2bis", "title", "(b)" for a subparagraph, "" for nothing.

    kind   "PP", "OP" or "" where the label does not tell
    alt    whether it is another version of the paragraph; `new` whether it says that it is new
    """

    words: Inline
    place: str
    label: str = ""
    kind: str = ""
    alt: bool = False
    new: bool = False


def paragraphs(text: str) -> Iterator[ForeignParagraph]:
    """The paragraphs of a file, lines that were broken put together."""
    held: list[str] = []
    first = 0
    for number, one in enumerate([*text.lstrip("\ufeff").splitlines(), ""], 1):
        line = _EMPHASIS.sub("", one.strip())
        if held and (not line or _begins(line) or not _goes_on(held[-1], line)):
            yield labelled(Inline(" ".join(held)), f"line {first}")
            held = []
        if line:
            first = first if held else number
            held.append(line)


def labelled(words: Inline, place: str) -> ForeignParagraph:
    """A paragraph with its typed label taken off, also where that stands behind an opening bracket."""
    open_ = len(words.text) - len(words.text.lstrip("[ "))
    text = words.text
    bare = ForeignParagraph(words, place)
    if title := _TITLE.match(text, open_):
        return replace(bare, words=_without(words, open_, title.end()), label="title")
    if sub := _SUB.match(text, open_):
        return replace(bare, words=_without(words, open_, sub.end()), label=sub["sub"])
    found = _LABEL.match(text, open_)
    if found is None or not (found["kind"] or found["suffixes"] or found["late"] or found["end"]):
        return bare
    kind = (found["kind"] or "").upper()[:2]
    suffixes = re.findall(rf"{_VARIANT}|alt", found["suffixes"], re.IGNORECASE)
    alt = bool(found["alt"] or found["late"]) or any(one.lower() == "alt" for one in suffixes)
    variant = "".join(one.lower() for one in suffixes if one.lower() != "alt")
    variant = re.sub(r"quat$", "quater", variant)
    label = normalised(f"{'PP' if kind == 'PP' else 'OP'}{found['number']}{found['sub']}{variant}")
    return ForeignParagraph(
        _without(words, open_, found.end()),
        place,
        label,
        kind if kind in ("PP", "OP") else "",
        alt,
        bool(found["new"]),
    )


def _without(words: Inline, start: int, end: int) -> Inline:
    return part(words, 0, start) + part(words, end, len(words))


def _begins(line: str) -> bool:
    found = labelled(Inline(line), "")
    return bool(found.label) or line.startswith("Option ")


def _goes_on(before: str, line: str) -> bool:
    """Whether a line is the rest of the one before, that was broken to fit a screen."""
    return len(before) > 50 and before[-1:] not in ".;]" and (before[-1:] not in ",:)" or line[:1].islower())
