"""PDF files read against labelled paragraphs and against their texts: `python -m tests.benchmarks.pdf_labels`.

Prints how many labelled paragraphs are read with their very text, kind and level (target: 99 % or more)

- out of the official PDFs that are labelled, as far as there are any,
- out of PDFs that LibreOffice makes of the labelled resolutions in the official layout,

and how many paragraphs of every official PDF are those of its text version; each miss by name.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from drafter.model.resolution import Kind, Resolution
from drafter.parse import read_text
from drafter.parse.pdf import reading_of
from drafter.parse.pdfpieces import pages_of
from drafter.render.document import document
from drafter.render.masthead import of_resolution
from tests.corpus.test_real_texts import Key, bare, labelled
from tests.support import real


def keys(resolution: Resolution) -> Counter[Key]:
    """Kind, level and text of its paragraphs."""
    own = (paragraph for paragraph in resolution.paragraphs if paragraph.kind is not Kind.HEADING)
    return Counter((paragraph.kind.value, paragraph.level, bare(paragraph.text)) for paragraph in own)


def of_text(stem: str) -> Resolution:
    return read_text(real.texts("ga_78_80_text")[stem], name=f"{stem}.txt").resolution


def of_pdf(path: Path) -> Resolution:
    return reading_of(pages_of(str(path)), path.name).resolution


def set_in_type(stems: Sequence[str], folder: Path) -> list[Path]:
    """PDFs of these texts in the official layout, made by LibreOffice."""
    files = [folder / f"{stem}.docx" for stem in stems]
    for stem, file in zip(stems, files, strict=True):
        text = of_text(stem)
        file.write_bytes(document(text, of_resolution(text)))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *map(str, files)]
    subprocess.run(command, check=True, capture_output=True, timeout=900)
    return [file.with_suffix(".pdf") for file in files]


def against_labels(pdfs: Iterable[Path]) -> Iterator[tuple[str, int, Counter[Key]]]:
    """(stem, labelled paragraphs, those not read so)"""
    for path in pdfs:
        wanted = labelled(path.stem)
        yield path.stem, wanted.total(), wanted - keys(of_pdf(path))


def against_texts(pdfs: Iterable[Path]) -> Iterator[tuple[str, int, Counter[Key]]]:
    """(stem, paragraphs of the text version, those that the PDF lacks)"""
    for path in pdfs:
        wanted = keys(of_text(path.stem))
        yield path.stem, wanted.total(), wanted - keys(of_pdf(path))


def told(name: str, measured: Iterable[tuple[str, int, Counter[Key]]]) -> None:
    total = missed = files = 0
    for stem, count, misses in measured:
        files, total, missed = files + 1, total + count, missed + misses.total()
        for kind, level, text in misses:
            print(f"  {stem}: {kind} {level} {text[:90]} … {text[-40:]}")
    share = f"{1 - missed / total:.2%}" if total else "nothing to measure"
    print(f"{name}: {files} files, {total - missed} of {total} paragraphs, {share}")


def main() -> None:
    known = real.texts("ga_78_79_labelled")
    told("official PDFs against labels", against_labels(path for path in real.pdfs() if path.stem in known))
    told("official PDFs against their texts", against_texts(real.pdfs()))
    stems = sys.argv[1:] or list(known)
    with tempfile.TemporaryDirectory() as folder:
        pdfs = set_in_type(stems, Path(folder))
        told("PDFs of the official layout against labels", against_labels(path for path in pdfs if path.stem in known))
        told("PDFs of the official layout against what was set", against_texts(pdfs))


if __name__ == "__main__":
    main()
