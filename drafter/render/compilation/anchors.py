"""Comments tied to some of the words of a tracked paragraph, counted in characters of the text before any change."""

from __future__ import annotations

from copy import deepcopy

from lxml.etree import _Element

from drafter.ooxml import elements
from drafter.ooxml.footnotes import FOOTNOTE_REFERENCE
from drafter.ooxml.names import XML_SPACE, W

_CAME = (W + "ins", W + "moveTo")
_CHANGES = (*_CAME, W + "del", W + "moveFrom")
_TEXTS = (W + "t", W + "delText")
_SINGLE = (W + "tab", W + "br")


def tie(paragraph: _Element, number: int, span: tuple[int, int], change: str) -> None:
    """Tie comment `number` to the characters of `span`, or to the changes there that are signed `change`."""
    start, end = span
    if not change:
        _cut(paragraph, start)
        _cut(paragraph, end)
    inside = [each for each, first, last in _extents(paragraph) if _belongs(each, first, last, span, change)]
    if not inside:
        inside = [each for each, _, _ in _extents(paragraph)][-1:]
    opening = elements.element("commentRangeStart", id=number)
    closing = elements.element("commentRangeEnd", id=number)
    reference = elements.element("r")
    elements.child(reference, "commentReference", id=number)
    if not inside:
        paragraph.extend((opening, closing, reference))
        return
    inside[0].addprevious(opening)
    inside[-1].addnext(closing)
    closing.addnext(reference)


def _belongs(each: _Element, first: int, last: int, span: tuple[int, int], change: str) -> bool:
    start, end = span
    if change:
        return each.tag in _CHANGES and each.get(W + "author") == change and first <= end and last >= start
    if start == end:
        return each.tag in _CAME and first == start
    return start <= first and last <= end and (last > first or start < first < end)


def _extents(paragraph: _Element) -> list[tuple[_Element, int, int]]:
    """What stands right under the paragraph, with the characters of the former text from where up to where it is."""
    found = []
    at = 0
    for each in paragraph:
        if each.tag != W + "r" and each.tag not in _CHANGES:
            continue
        size = 0 if each.tag in _CAME else sum(map(_size, each.iter(W + "r")))
        found.append((each, at, at + size))
        at += size
    return found


def _size(run: _Element) -> int:
    style = run.find(f"{W}rPr/{W}rStyle")
    if style is not None and style.get(W + "val") == FOOTNOTE_REFERENCE:
        return 0
    return sum(len(each.text or "") if each.tag in _TEXTS else 1 for each in run.iter(*_TEXTS, *_SINGLE))


def _cut(paragraph: _Element, at: int) -> None:
    """Part the run that stays and in the midst of which the character `at` stands."""
    for each, first, last in _extents(paragraph):
        if each.tag != W + "r" or not first < at < last:
            continue
        texts = [one for one in each if one.tag in _TEXTS]
        if len(texts) != 1 or _size(each) != len(texts[0].text or ""):
            return
        words = texts[0].text or ""
        other = deepcopy(each)
        for run, part in ((each, words[: at - first]), (other, words[at - first :])):
            text = run.find(W + "t")
            assert text is not None
            text.text = part
            text.set(XML_SPACE, "preserve")
        each.addnext(other)
        return
