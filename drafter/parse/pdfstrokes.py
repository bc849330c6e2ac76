"""Lines that a PDF page draws through its words, as a printed redline has them."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

_THICKEST, _SHORTEST = 2.5, 3.0
_MOST = 5_000
"""Drawn objects on a page from which it is a picture, in which no words are looked for."""
_LOW, _HIGH = 0.15, 0.45
"""The share of the type's size above the baseline between which a line runs through the words."""


@dataclass(frozen=True, slots=True)
class Stroke:
    """A thin level line; points, `y` is its middle's height from the page's foot."""

    left: float
    right: float
    y: float
    thick: float


def strokes(page: Any) -> list[Stroke]:
    """The thin level lines of a page of pdfium's."""
    return list(_drawn(page.raw))


def _drawn(page: Any) -> Iterator[Stroke]:
    import pypdfium2.raw as pdfium

    count = pdfium.FPDFPage_CountObjects(page)
    if count > _MOST:
        return
    left, low, right, high = (ctypes.c_float() for _ in range(4))
    for place in range(count):
        drawn = pdfium.FPDFPage_GetObject(page, place)
        if pdfium.FPDFPageObj_GetType(drawn) != pdfium.FPDF_PAGEOBJ_PATH:
            continue
        if not pdfium.FPDFPageObj_GetBounds(drawn, left, low, right, high):
            continue
        thick = high.value - low.value
        if thick <= _THICKEST and right.value - left.value >= _SHORTEST:
            yield Stroke(left.value, right.value, (high.value + low.value) / 2, thick)


def through(lines: list[Stroke], x: float, y: float, size: float) -> bool:
    """Whether one of the lines runs through the character whose origin is at (x, y)."""
    return any(
        one.left <= x + 1 and x < one.right - one.thick / 2 - 0.2 and _LOW * size <= one.y - y <= _HIGH * size
        for one in lines
    )
