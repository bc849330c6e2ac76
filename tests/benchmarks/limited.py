"""How many fields of the mastheads of real L. documents are read right, as text and as PDF.

    python -m tests.benchmarks.limited

Prints the share for each field: of the documents the reader was made with, of those kept apart until it was done (the
First, Fourth and Fifth Committees; what they showed then was mended) and of the PDFs. Target: 98 % of each. The truth,
`limited.tsv`, was read off the documents; it has the first sixteen figures of each field's SHA-256 and no word of
theirs.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

from drafter.model.resolution import Resolution
from drafter.parse import read, read_text
from tests.support import real

APART = ("A_C.1_", "A_C.4_", "A_C.5_")


def truth() -> dict[str, dict[str, str]]:
    """File stem → field → hash."""
    lines = Path(__file__).with_suffix(".tsv").read_text(encoding="utf-8").splitlines()
    fields = lines[0].split("\t")[1:]
    return {row[0]: dict(zip(fields, row[1:], strict=True)) for row in (line.split("\t") for line in lines[1:])}


def fields(text: Resolution) -> dict[str, str]:
    """The fields as they are compared, white space made single."""
    one = text.submission
    found = {
        "symbol": str(text.symbol or ""),
        "date": text.issued.isoformat() if text.issued else "",
        "session": str(text.session or ""),
        "committee": str((one and one.committee) or ""),
        "item": text.agenda_item,
        "agenda": text.agenda_title,
        "document": one.what.value if one else "",
        "sponsors": "; ".join(one.sponsors) if one else "",
        "on_behalf": one.on_behalf if one else "",
        "amends": one.amends if one else "",
        "title": text.title.text,
    }
    return {name: " ".join(value.split()) for name, value in found.items()}


def hashed(value: str) -> str:
    return hashlib.sha256(value.encode()).hexdigest()[:16]


def wrong(texts: Iterable[tuple[str, Resolution]]) -> list[tuple[str, str, str]]:
    """(document, field, what was read instead) of all that is not as in the truth."""
    right = truth()
    return [
        (stem, name, value)
        for stem, text in texts
        for name, value in fields(text).items()
        if hashed(value) != right[stem][name]
    ]


def as_text() -> dict[str, Resolution]:
    return {stem: read_text(text, name=f"{stem}.txt").resolution for stem, text in real.texts("l_documents_80").items()}


def as_pdf() -> dict[str, Resolution]:
    return {path.stem: read(path).resolution for path in sorted((real.REAL / "pdf_l").glob("*.pdf"))}


def main() -> None:
    texts = as_text()
    sets = {
        "made with": {stem: text for stem, text in texts.items() if not stem.startswith(APART)},
        "apart": {stem: text for stem, text in texts.items() if stem.startswith(APART)},
        "PDF": as_pdf(),
    }
    slips = {name: wrong(found.items()) for name, found in sets.items()}
    names = list(fields(next(iter(texts.values()))))
    print("field      " + "".join(f"{f'{name} ({len(found)})':>16}" for name, found in sets.items()))
    for field in names:
        shares = [100 * (1 - sum(one[1] == field for one in slips[name]) / len(found)) for name, found in sets.items()]
        print(f"{field:11}" + "".join(f"{share:14.1f} %" for share in shares))
    for name, found_wrong in slips.items():
        for stem, field, value in found_wrong:
            print(f"{name}: {stem} {field}: {value!r:.100}")


if __name__ == "__main__":
    main()
