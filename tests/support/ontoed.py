"""A draft's changes put onto somebody else's file, and what readers must then make of it, both ways."""

from __future__ import annotations

import re
import subprocess
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import takewhile
from pathlib import Path

from drafter.model.resolution import Resolution
from drafter.render.document import document
from drafter.render.masthead import of_resolution
from drafter.render.onto import onto
from tests.support import exact, official, tracked
from tests.support.exact import DATE, Case
from tests.support.settled import Line
from tests.support.typedout import typed_out


@dataclass(frozen=True)
class Onto:
    """A case for the readers, and the file that it was written onto."""

    case: Case
    file: bytes


def own(name: str, old: Resolution, new: Resolution) -> Onto:
    """Onto our own A/RES file of the old text."""
    file = document(old, of_resolution(old))
    return _made(name, old, new, file, document(_under(old, new), of_resolution(old)))


def typed(name: str, old: Resolution, new: Resolution) -> Onto:
    """Onto a file typed by hand."""
    return _made(f"{name}, typed", old, new, typed_out(old), typed_out(_under(old, new)))


def resaved(named: Sequence[tuple[str, Resolution, Resolution]]) -> list[Onto]:
    """Onto our own files as LibreOffice saves them again."""
    made: list[bytes] = []
    for _, old, new in named:
        made += [document(old, of_resolution(old)), document(_under(old, new), of_resolution(old))]
    saved = saved_again(made)
    return [
        _made(f"{name}, saved by LibreOffice", old, new, file, wanted)
        for (name, old, new), file, wanted in zip(named, saved[::2], saved[1::2], strict=True)
    ]


def _under(old: Resolution, new: Resolution) -> Resolution:
    """The new text with what the file keeps: masthead, number and closing lines of the old one."""
    return replace(old, title=new.title, paragraphs=new.paragraphs, footnotes=new.footnotes)


def _made(name: str, old: Resolution, new: Resolution, file: bytes, wanted: bytes) -> Onto:
    made = onto(file, old, new, author="A Delegation", date=DATE)
    after, before = (
        _padded(tracked.settle(text, tracked.Way.ACCEPT), tracked.settle(made, way))
        for text, way in ((wanted, tracked.Way.ACCEPT), (file, tracked.Way.REJECT))
    )
    return Onto(Case(name, made, after, before), file)


def _padded(wanted: tuple[Line, ...], found: tuple[Line, ...]) -> tuple[Line, ...]:
    """The lines wanted with as many blank ones at the end as there are: an annex that ended a file leaves one."""
    return (*wanted[: len(wanted) - _blanks(wanted)], *(Line("", look=("",)) for _ in range(_blanks(found))))


def _blanks(lines: tuple[Line, ...]) -> int:
    return sum(1 for _ in takewhile(lambda line: not line.text.strip(), reversed(lines)))


def faults(made: Onto) -> list[str]:
    """What is wrong by the XML: either text, or a part disturbed."""
    found = [*tracked.faults(made.case.docx), *official.disturbed(made.file, made.case.docx)]
    for way, wanted in ((tracked.Way.ACCEPT, made.case.new), (tracked.Way.REJECT, made.case.old)):
        found += exact.compared("xml", way.value, wanted, tracked.settle(made.case.docx, way))
    return [f"{made.case.name}: {problem}" for problem in found]


def notes_in_order(made: Onto) -> bool:
    """Whether the ids of the notes rise with their marks: LibreOffice 7.4 finds notes by that alone."""
    marks = [int(found) for found in _MARK.findall(official.part(made.case.docx, "document"))]
    return marks == sorted(marks)


_MARK = re.compile(rb'<w:footnoteReference [^>]*w:id="(-?\d+)"')


def saved_again(files: Sequence[bytes]) -> list[bytes]:
    """Word files opened and saved by LibreOffice."""
    with tempfile.TemporaryDirectory(prefix="saved-") as name:
        folder = Path(name).resolve()
        for number, content in enumerate(files):
            (folder / f"{number}.docx").write_bytes(content)
        command = ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
        command += ["--convert-to", "docx:MS Word 2007 XML", "--outdir", str(folder / "saved")]
        command += [str(folder / f"{number}.docx") for number in range(len(files))]
        subprocess.run(command, check=True, capture_output=True, timeout=600)
        return [(folder / "saved" / f"{number}.docx").read_bytes() for number in range(len(files))]
