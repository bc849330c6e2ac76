"""The zip around a Word file."""

import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from drafter.errors import UnreadableError
from drafter.render import package

PARTS = {"word/document.xml": b"<a/>", "[Content_Types].xml": b"<b/>", "docProps/core.xml": b"<c/>"}


def test_the_same_parts_give_the_same_bytes_in_any_order() -> None:
    assert package.write(PARTS) == package.write(dict(reversed(PARTS.items())))


def test_content_types_stand_first_and_all_parts_come_back(tmp_path: Path) -> None:
    written = package.write(PARTS)
    assert zipfile.ZipFile(BytesIO(written)).namelist()[0] == "[Content_Types].xml"
    (tmp_path / "a.docx").write_bytes(written)
    assert package.read(tmp_path / "a.docx") == PARTS


@pytest.mark.parametrize("content", [b"", b"plain text", package.write({"other.xml": b""}), package.write(PARTS)[:90]])
def test_what_is_no_word_file_is_refused_in_one_line(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "no.docx"
    path.write_bytes(content)
    with pytest.raises(UnreadableError, match="is not a Word file"):
        package.read(path)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match=r"gone\.docx: cannot be read"):
        package.read(tmp_path / "gone.docx")
