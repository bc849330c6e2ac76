"""Time to parse the text of a resolution beside the time to take the text out of its PDF, and growth with length.

    python -m tests.benchmarks.parse

Prints the ratio for each official PDF and for all together (target: at most 1.0), then the time a paragraph takes in
texts of 100 to 10,000 paragraphs (target: it stays the same).
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pypdfium2

from drafter.parse import read_text
from tests.support import real

ROUNDS = 5
LENGTHS = (100, 1_000, 10_000)


def best(work: Callable[[], object]) -> float:
    """The shortest of several runs, in seconds."""
    times = []
    for _ in range(ROUNDS):
        started = time.perf_counter()
        work()
        times.append(time.perf_counter() - started)
    return min(times)


def text_of(pdf: Path) -> str:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return "\f".join(page.get_textpage().get_text_bounded() for page in document)
    finally:
        document.close()


def beside_the_pdfs() -> None:
    texts = real.texts("ga_78_80_text")
    parsing = extracting = 0.0
    print("resolution       parse ms   PDF text ms   ratio")
    for pdf in real.pdfs():
        text = texts[pdf.stem]
        parse = best(lambda text=text, name=pdf.stem: read_text(text, name=f"{name}.txt"))  # type: ignore[misc]
        extract = best(lambda pdf=pdf: text_of(pdf))  # type: ignore[misc]
        parsing, extracting = parsing + parse, extracting + extract
        print(f"{pdf.stem:16} {parse * 1e3:8.1f} {extract * 1e3:13.1f} {parse / extract:7.2f}")
    print(f"all              {parsing * 1e3:8.1f} {extracting * 1e3:13.1f} {parsing / extracting:7.2f}")


def grown(paragraphs: int) -> str:
    """A resolution of that many operative paragraphs, with breaks, notes and words divided at line ends."""
    body = "".join(
        f" {n}. \nRequests the Secretary-General, in line with resolution 7/{n % 90},{n % 999 + 1} to report on well-\n"
        f"being and on the matters referred to in paragraph {n} of the report to the Assembly, inter alia:\n \n"
        f" (a) \nOn the first of these;\n \n (b) \nOn the second;\n \n"
        for n in range(1, paragraphs // 3 + 1)
    )
    notes = "".join(f"{n} A/75/{n}.\n" for n in range(1, min(paragraphs // 3, 999)))
    return f"75/999. Growth\n\nThe General Assembly,\n\nRecalling its resolution 74/1,\n\n{body}\n__________\n{notes}"


def growth() -> None:
    print("\nparagraphs   ms   µs a paragraph")
    for length in LENGTHS:
        text = grown(length)
        taken = best(lambda text=text: read_text(text, name="A_RES_75_999.txt"))  # type: ignore[misc]
        print(f"{length:10} {taken * 1e3:6.0f} {taken / length * 1e6:8.0f}")


if __name__ == "__main__":
    beside_the_pdfs()
    growth()
