"""Hostile and broken Word files: one clear line each, in bounded time and memory."""

from __future__ import annotations

import re
import subprocess
import sys
import zipfile
from io import BytesIO
from itertools import islice
from pathlib import Path
from random import Random

import pytest

from drafter.errors import DrafterError, UnreadableError
from drafter.parse import read
from tests.support.handmade import p, unzipped, word_file, zipped
from tests.support.mutated import mutants
from tests.support.program import ROOT, run
from tests.support.wordseeds import by_hand, seeds

DOCUMENT = "word/document.xml"
TEXT = p("The General Assembly,") + p("Recalling it,") + p("1.\tDecides to remain seized.")


def with_part(name: str, data: bytes) -> bytes:
    return zipped({**unzipped(by_hand()), name: data})


def without(name: str) -> bytes:
    parts = unzipped(by_hand())
    del parts[name]
    return zipped(parts)


def entity(declared: str, used: str) -> bytes:
    text = unzipped(word_file(TEXT))[DOCUMENT].decode().replace("Recalling it,", used)
    return with_part(
        DOCUMENT, text.replace("<w:document", f"<!DOCTYPE w:document [{declared}]><w:document", 1).encode()
    )


def claiming(size: int) -> bytes:
    """A file whose text says that it unpacks to `size` bytes."""
    content = bytearray(zipped({**unzipped(by_hand()), DOCUMENT: b"<w/>"}))
    at = content.rindex(DOCUMENT.encode()) - 46
    content[at + 24 : at + 28] = size.to_bytes(4, "little")
    return bytes(content)


LAUGHS = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10 if n else "ha"}">' for n in range(10))
CASES = {
    "empty": (b"", "empty"),
    "rubbish": (bytes(range(256)) * 40, "not a Word file"),
    "text": (b"The General Assembly,\nRecalling it,", "not a Word file"),
    "pdf": (b"%PDF-1.7 ...", "PDF file; name it .pdf"),
    "rtf": (b"{\\rtf1 text}", r"\(.rtf\); open it in Word"),
    "doc": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), r"\(.doc\); open it in Word"),
    "locked": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le"), "password"),
    "odt": (b"PK\x03\x04" + bytes(26) + b"mimetypeapplication/vnd.oasis.opendocument.text", "OpenDocument"),
    "any zip": (zipped({"notes.txt": b"hello"}), "without a Word text"),
    "cut short": (by_hand()[:-200], "cut short or damaged"),
    "half": (by_hand()[: len(by_hand()) // 2], "cut short or damaged"),
    "no text": (without(DOCUMENT), "without a Word text"),
    "no relationships": (without("_rels/.rels"), "without a Word text"),
    "absolute name": (with_part("/etc/passwd", b"x"), "leads out of the file"),
    "name upwards": (with_part("word/../../x", b"x"), "leads out of the file"),
    "name with a drive": (with_part("C:\\x", b"x"), "leads out of the file"),
    "external entity": (entity('<!ENTITY e SYSTEM "file:///etc/passwd">', "&e;"), "document type"),
    "laughs": (entity(LAUGHS, "&a9;"), "document type"),
    "document type in UTF-16": (
        with_part(DOCUMENT, '<!DOCTYPE w [<!ENTITY a "b">]><w/>'.encode("utf_16")),
        "document type",
    ),
    "not XML": (with_part(DOCUMENT, b"<w:document><w:body>"), "not sound XML"),
    "deep": (with_part(DOCUMENT, b"<a>" * 100_000 + b"</a>" * 100_000), "not sound XML"),
    "many tags": (with_part(DOCUMENT, b"<a>" + b"<b/>" * 1_300_000 + b"</a>"), "larger than"),
    "many paragraphs": (word_file("<w:p/>" * 30_000), "paragraphs"),
    "a bomb": (with_part(DOCUMENT, bytes(200_000_000)), "larger than"),
    "a bomb in the styles": (
        zipped({**unzipped(by_hand()), "word/numbering.xml": bytes(40_000_000)}), "larger than",
    ),
    "a claim": (claiming(4_000_000_000), "larger than"),
    "an understatement": (claiming(3), "damaged|not sound XML"),
    "nothing in it": (word_file(""), "no paragraph"),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_one_line_says_what_is_wrong(name: str, tmp_path: Path) -> None:
    content, said = CASES[name]
    path = tmp_path / "bad.docx"
    path.write_bytes(content)
    with pytest.raises(UnreadableError) as raised:
        read(path)
    line = str(raised.value)
    assert line.startswith(str(path)) and "\n" not in line and len(line) < 400
    assert re.search(said, line), line


def test_twice_the_same_name(tmp_path: Path) -> None:
    file = BytesIO(by_hand())
    with zipfile.ZipFile(file, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr(DOCUMENT, b"<w/>")
    (tmp_path / "twice.docx").write_bytes(file.getvalue())
    with pytest.raises(UnreadableError, match="stands twice"):
        read(tmp_path / "twice.docx")


@pytest.mark.parametrize("ending", [".doc", ".odt", ".rtf"])
def test_other_formats_are_named_with_what_to_do(ending: str, tmp_path: Path) -> None:
    path = tmp_path / f"text{ending}"
    path.write_bytes(b"whatever")
    done = run("parse", path)
    assert done.returncode == 2 and len(done.stderr.splitlines()) == 1
    assert "save it as .docx" in done.stderr


def test_parts_that_may_be_missing(tmp_path: Path) -> None:
    for name in ("word/footnotes.xml", "word/numbering.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"):
        (tmp_path / "text.docx").write_bytes(without(name))
        assert read(tmp_path / "text.docx").resolution.paragraphs


LIMITED = """
import resource, sys
resource.setrlimit(resource.RLIMIT_AS, (1_200_000_000, 1_200_000_000))
resource.setrlimit(resource.RLIMIT_CPU, (40, 40))
resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
from drafter.cli import main
sys.exit(main(["parse", sys.argv[1]]))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="limits are set as Linux sets them")
@pytest.mark.parametrize("name", ["a bomb", "laughs", "deep", "many tags", "many paragraphs", "a claim", "words"])
def test_time_and_memory_are_bounded(name: str, tmp_path: Path) -> None:
    """In a process that may take no more than 1.2 GB of addresses and 40 seconds, and write no file."""
    path = tmp_path / "bad.docx"
    words = word_file("".join(p("word " * 2_000) for _ in range(800)))  # 8 MB of text
    path.write_bytes(words if name == "words" else CASES[name][0])
    done = subprocess.run(
        [sys.executable, "-c", LIMITED, str(path)],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )
    assert done.returncode == 2, done.stderr[-500:]
    assert len(done.stderr.splitlines()) == 1 and "Traceback" not in done.stderr


def test_spoilt_files_raise_nothing_but_our_own_errors(tmp_path: Path) -> None:
    """A few hundred here; `make fuzz` takes twenty thousand."""
    path = tmp_path / "A_RES_75_190.docx"
    read_at_all = 0
    for content in islice(mutants(seeds(), Random(75190)), 250):
        path.write_bytes(content)
        try:
            read(path)
            read_at_all += 1
        except DrafterError as error:
            assert "\n" not in str(error)
    assert 30 < read_at_all < 220
