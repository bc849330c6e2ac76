"""The zip around a Word file."""

import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from drafter.errors import UnreadableError
from drafter.ooxml import archive, names

MAIN = f'<Relationship Id="r" Type="{names.R_NS}/officeDocument" Target="word/document.xml"/>'
PARTS = {
    "word/document.xml": b"<a/>",
    "[Content_Types].xml": b"<b/>",
    "_rels/.rels": f'<Relationships xmlns="{names.RELATIONS_NS}">{MAIN}</Relationships>'.encode(),
    "docProps/core.xml": b"<c/>",
}


def test_the_same_parts_give_the_same_bytes_in_any_order() -> None:
    assert archive.write(PARTS) == archive.write(dict(reversed(PARTS.items())))


def test_content_types_stand_first_and_all_parts_come_back(tmp_path: Path) -> None:
    written = archive.write(PARTS)
    assert zipfile.ZipFile(BytesIO(written)).namelist()[0] == "[Content_Types].xml"
    (tmp_path / "a.docx").write_bytes(written)
    assert archive.read(tmp_path / "a.docx") == PARTS


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", "empty"),
        (b"plain text", "not a Word file"),
        (archive.write({"other.xml": b""}), "without a Word text"),
        (archive.write({name: part for name, part in PARTS.items() if name[0] != "["}), "is not a Word file"),
        (archive.write(PARTS)[:90], "cut short or damaged"),
    ],
)
def test_what_is_no_word_file_is_refused_in_one_line(tmp_path: Path, content: bytes, problem: str) -> None:
    path = tmp_path / "no.docx"
    path.write_bytes(content)
    with pytest.raises(UnreadableError, match=problem):
        archive.read(path)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match=r"gone\.docx: no such file"):
        archive.read(tmp_path / "gone.docx")
