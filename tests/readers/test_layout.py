"""The rendered page, measured: LibreOffice makes a PDF and its lines lie where the United Nations' own do.

Numbers are points from the top left corner of a US Letter page, read off official documents. Lines count as in
place within 1.5 pt of their x; a baseline is held to 2.5 pt, since programs share out a line's height differently.
"""

from __future__ import annotations

import itertools
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pdfplumber
import pytest

from drafter.render import document, masthead
from tests.support.specimen import DRAFT, RESOLUTION

pytestmark = pytest.mark.readers("soffice")

X, Y, SIZE = 1.5, 2.5, 0.3
STEP = 23.75


@dataclass(frozen=True)
class Line:
    """A line of a page: where it begins and ends, its baseline, the sizes and looks of its letters."""

    page: int
    text: str
    left: float
    right: float
    base: float
    size: float
    sizes: frozenset[float]
    look: str
    letters: tuple[tuple[float, float], ...]

    @property
    def text_begins(self) -> float:
        """The x of the first letter after the widest gap in the first 40 pt, where a mark stands apart."""
        near = [letter for letter in self.letters if letter[0] < self.left + 40]
        gaps = [(after[0] - before[1], after[0]) for before, after in itertools.pairwise(near)]
        return max(gaps)[1]


@dataclass(frozen=True)
class Pages:
    lines: tuple[Line, ...]
    rules: tuple[tuple[int, float, float, float], ...]
    count: int

    def starting(self, words: str, page: int | None = None) -> Line:
        return next(x for x in self.lines if x.text.startswith(words) and page in {None, x.page})

    def after(self, line: Line, n: int = 1) -> Line:
        """The line `n` further on, the small figures of note marks aside."""
        full = [x for x in self.lines if x.size > 6.5]
        return full[full.index(line) + n]


def read(pdf: Path) -> Pages:
    lines: list[Line] = []
    rules: list[tuple[int, float, float, float]] = []
    with pdfplumber.open(pdf) as opened:
        for page in opened.pages:
            rows: dict[float, list[dict[str, Any]]] = {}
            for char in page.chars:
                if char["text"].strip():
                    rows.setdefault(round(page.height - char["matrix"][5], 1), []).append(char)
            for base, chars in sorted(rows.items()):
                columns = _columns(sorted(chars, key=lambda c: c["x0"]))
                lines.extend(_line(page.page_number, base, column) for column in columns)
            shapes = (*page.rects, *page.lines)
            rules.extend((page.page_number, shape["x0"], shape["x1"], shape["top"]) for shape in shapes)
        return Pages(tuple(lines), tuple(rules), len(opened.pages))


def _line(page: int, base: float, chars: list[dict[str, Any]]) -> Line:
    text = chars[0]["text"]
    for before, char in itertools.pairwise(chars):
        text += (" " if char["x0"] - before["x1"] > 1.5 else "") + char["text"]
    sizes = [round(c["size"], 1) for c in chars]
    looks = {c["fontname"].partition("-")[2] or "Regular" for c in chars}
    return Line(
        page,
        text,
        chars[0]["x0"],
        chars[-1]["x1"],
        base,
        max(set(sizes), key=sizes.count),
        frozenset(sizes),
        looks.pop() if len(looks) == 1 else "mixed",
        tuple((c["x0"], c["x1"]) for c in chars),
    )


def _columns(chars: list[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    """Cut a row where a gap of more than 40 pt parts two columns."""
    parts = [[chars[0]]]
    for before, char in itertools.pairwise(chars):
        if char["x0"] - before["x1"] > 40:
            parts.append([])
        parts[-1].append(char)
    return parts


@pytest.fixture(scope="module")
def rendered(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Pages]:
    folder = tmp_path_factory.mktemp("layout")
    heads = {"adopted": masthead.of_resolution(RESOLUTION), "draft": masthead.of_draft(DRAFT)}
    for name, head in heads.items():
        (folder / f"{name}.docx").write_bytes(document.document(RESOLUTION, head))
    soffice = shutil.which("soffice")
    assert soffice
    command = [soffice, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to", "pdf"]
    files = [str(folder / f"{name}.docx") for name in heads]
    subprocess.run([*command, "--outdir", str(folder), *files], check=True, capture_output=True, timeout=120)
    return {name: read(folder / f"{name}.pdf") for name in heads}


@pytest.fixture(scope="module")
def adopted(rendered: dict[str, Pages]) -> Pages:
    return rendered["adopted"]


@pytest.fixture(scope="module")
def draft(rendered: dict[str, Pages]) -> Pages:
    return rendered["draft"]


def check(line: Line, left: float, base: float, size: float, look: str) -> None:
    assert line.left == pytest.approx(left, abs=X)
    assert line.base == pytest.approx(base, abs=Y)
    assert line.size == pytest.approx(size, abs=SIZE)
    assert line.look == look


@pytest.mark.parametrize(
    ("words", "left", "base", "size", "look"),
    [
        ("United Nations", 123.4, 57.8, 14, "Regular"),
        ("General Assembly", 123.4, 86.4, 20, "Bold"),
        ("Distr.: General", 397, 86.7, 10, "Regular"),
        ("28 December 2020", 397, 98.2, 10, "Regular"),
        ("Seventy-fifth session", 60, 222.3, 10, "Bold"),
        ("Agenda item 72 (c)", 60, 234.3, 10, "Regular"),
        ("Promotion and protection", 60, 246.3, 10, "Bold"),
        ("Resolution adopted by the General Assembly", 123.1, 302.7, 14, "Bold"),
        ("on 16 December 2020", 123.1, 317.7, 14, "Bold"),
        ("[on the report of", 123.1, 342.3, 10, "mixed"),
        ("75/190.", 72.1, 367.5, 12, "Bold"),
        ("The General Assembly,", 146.9, 405.5, 10, "mixed"),
    ],
)
def test_the_first_page_of_an_adopted_text(
    adopted: Pages, words: str, left: float, base: float, size: float, look: str
) -> None:
    check(adopted.starting(words, 1), left, base, size, look)


@pytest.mark.parametrize(
    ("words", "left", "base", "size", "look"),
    [
        ("Distr.: Limited", 397, 86.7, 10, "Regular"),
        ("Original: English", 397, 122.4, 10, "Regular"),
        ("Seventy-sixth session", 60, 222.3, 10, "Bold"),
        ("Third Committee", 60, 235.5, 12, "Bold"),
        ("Agenda item 74 (c)", 60, 247.7, 10, "Regular"),
        ("Albania, Iceland, Japan", 123.4, 313.7, 10, "Bold"),
        ("Situation of human rights", 123.4, 338.9, 12, "Bold"),
    ],
)
def test_the_first_page_of_a_draft(draft: Pages, words: str, left: float, base: float, size: float, look: str) -> None:
    check(draft.starting(words, 1), left, base, size, look)


def test_the_symbol_ends_at_the_right_edge_with_a_large_letter(adopted: Pages, draft: Pages) -> None:
    for pages, symbol in ((adopted, "A/RES/75/190"), (draft, "A/C.3/76/L.28/Rev.1")):
        line = pages.starting(symbol, 1)
        assert line.right == pytest.approx(552, abs=X)
        assert line.sizes == {20.0, 10.0}


def test_rules(adopted: Pages) -> None:
    for page, y in ((1, 64.8), (1, 209.6), (2, 64.8), (3, 64.8)):
        assert any(
            at == page and abs(left - 60) < X and abs(right - 552) < X and abs(top - y) < X
            for at, left, right, top in adopted.rules
        ), (page, y)
    assert any(abs(left - 270.2) < X and abs(right - 342.2) < X for _, left, right, _ in adopted.rules)


def test_the_agenda_title_is_wrapped_at_293(adopted: Pages) -> None:
    first = adopted.starting("Promotion and protection of human rights")
    block = [first, adopted.after(first), adopted.after(first, 2)]
    assert block[-1].text == "representatives"
    assert all(line.right <= 60 + 293 + X and line.left == pytest.approx(60, abs=X) for line in block)


def test_the_title_hangs_beside_its_number(adopted: Pages) -> None:
    number = adopted.starting("75/190.", 1)
    assert number.letters[len("75/190.")][0] == pytest.approx(123.1, abs=X)
    assert adopted.after(number).left == pytest.approx(123.1, abs=X)


@pytest.mark.parametrize(
    ("words", "first", "further"),
    [
        ("Recalling its resolution", 146.9, 123.1),
        ("(a) The first matter", 146.9, 123.1),
        ("1. Condemns in the strongest", 146.9, 123.1),
        ("(a) The persistence", 146.9, 123.1),
        ("(i) Torture", 146.9, 146.9),
        ("a. A deeper matter", 146.9 + STEP, 146.9 + STEP),
        ("i. The deepest matter", 146.9 + 2 * STEP, 146.9 + 2 * STEP),
        ("and considering", 123.1, 123.1),
        ("An annex speaks", 146.9, 123.1),
    ],
)
def test_paragraphs(adopted: Pages, words: str, first: float, further: float) -> None:
    line = adopted.starting(words)
    second, third = adopted.after(line), adopted.after(line, 2)
    assert line.left == pytest.approx(first, abs=X)
    assert second.left == pytest.approx(further, abs=X)
    assert line.right == pytest.approx(488, abs=X), "justified"
    assert second.base - line.base == pytest.approx(12, abs=0.2), "line pitch"
    assert third.base - second.base == pytest.approx(12, abs=0.2)
    assert line.size == second.size == 10


@pytest.mark.parametrize(
    ("words", "begins"),
    [("(a) The first", 170.7), ("1. Condemns", 170.7), ("(i) Torture", 170.7), ("a. A deeper", 170.7 + STEP)],
)
def test_the_text_after_a_mark_stands_one_step_in(adopted: Pages, words: str, begins: float) -> None:
    assert adopted.starting(words).text_begins == pytest.approx(begins, abs=X)


def test_six_points_part_two_paragraphs(adopted: Pages) -> None:
    enacting = adopted.starting("The General Assembly,", 1)
    assert adopted.after(enacting).base - enacting.base == pytest.approx(18, abs=0.2)


def test_notes(adopted: Pages) -> None:
    first = adopted.starting("See Official Records", 1)
    further = adopted.after(first)
    assert first.left == pytest.approx(123.4, abs=X)
    assert further.left == pytest.approx(123.5, abs=X)
    assert further.base - first.base == pytest.approx(10.5, abs=0.2)
    assert first.size == 8.5
    figures = sorted((x for x in adopted.lines if x.page == 1 and x.text == "1"), key=lambda x: x.base)
    mark, number = figures[0], figures[-1]
    assert number.right < 123
    assert mark.size == pytest.approx(6.5, abs=0.6), "LibreOffice raises at 58 % where Word takes 65 %"
    assert number.size == pytest.approx(5.5, abs=0.6)


def test_headers_change_sides(adopted: Pages, draft: Pages) -> None:
    even, odd = adopted.starting("A/RES/75/190", 2), adopted.starting("A/RES/75/190", 3)
    assert (even.size, even.look) == (8.5, "Bold")
    assert even.left == pytest.approx(60, abs=X)
    assert odd.right == pytest.approx(552, abs=X)
    assert adopted.starting("Situation of human", 2).right == pytest.approx(552, abs=X)
    title = adopted.starting("Situation of human", 3)
    assert title.left == pytest.approx(60, abs=X)
    assert title.right <= 306 + X, "wrapped to half the width"
    assert draft.starting("A/C.3/76/L.28/Rev.1", 2).left == pytest.approx(60, abs=X)
    assert not [x for x in draft.lines if x.page == 2 and x.base < 64 and x.text.startswith("Situation")]


def test_footers_number_the_pages_on_the_outer_side(adopted: Pages) -> None:
    even, odd = adopted.starting(f"2/{adopted.count}", 2), adopted.starting(f"3/{adopted.count}", 3)
    assert (even.size, even.look) == (8.5, "Bold")
    assert even.left == pytest.approx(60, abs=X)
    assert odd.right == pytest.approx(552, abs=X)
    assert even.base == pytest.approx(755.3, abs=Y)
    inner = adopted.starting("Unofficial", 2)
    assert inner.size == 7
    assert inner.right == pytest.approx(552, abs=X)
    assert adopted.starting("Unofficial text", 1).left == pytest.approx(65, abs=X)


def test_the_closing_lines_end_at_the_right_edge(adopted: Pages) -> None:
    meeting = adopted.starting("46th plenary meeting")
    assert meeting.right == pytest.approx(488, abs=X)
    assert meeting.look == "Italic"
    above = [x for x in adopted.lines if x.page == meeting.page and x.size > 6.5 and x.base < meeting.base]
    assert meeting.base - above[-1].base == pytest.approx(24, abs=0.5)
