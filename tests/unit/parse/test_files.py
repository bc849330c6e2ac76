"""Files that are no text, or no resolution: one line that says where and what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter import parse
from drafter.errors import UnreadableError

TEXT = "The General Assembly,\n\nRecalling Côte d’Ivoire’s report,\n\n1. Decides to act.\n"


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.txt", b" \n\n\t", "empty"),
        ("rubbish.txt", bytes(range(256)) * 20, "not text"),
        ("nul.txt", b"The General Assembly,\n\0", "line 2"),
        ("broken.txt", "The “General” Assembly,\n".encode() + b"\xff\xfe rest", "line 2"),
        ("word.txt", b"PK\x03\x04rest", ".docx"),
        ("print.md", b"%PDF-1.7", ".pdf"),
        ("old.doc", b"\xd0\xcf\x11\xe0", ".docx"),
        ("prose.txt", b"Dear colleagues,\n\nplease find attached the minutes of the meeting.\n", "no paragraph"),
    ],
)
def test_what_cannot_be_read_is_one_clear_line(tmp_path: Path, name: str, data: bytes, says: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(UnreadableError) as caught:
        parse.read(path)
    line = str(caught.value)
    assert says in line
    assert str(path) in line
    assert caught.value.remedy
    assert "\n" not in line


def test_a_missing_file_and_a_folder(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "none.txt"):
        with pytest.raises(UnreadableError):
            parse.read(path)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings_that_are_read(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "A_RES_75_1.txt"
    path.write_bytes(TEXT.replace("\n", "\r\n").encode(encoding))
    reading = parse.read(path)
    assert reading.resolution.paragraphs[0].text == "Recalling Côte d’Ivoire’s report,"
    assert bool(reading.repairs) == (encoding == "cp1252")


def test_size_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "long.txt"
    path.write_text(TEXT * 10, encoding="utf-8")
    monkeypatch.setattr(parse, "LARGEST", 100)
    with pytest.raises(UnreadableError, match="more than any resolution"):
        parse.read(path)
