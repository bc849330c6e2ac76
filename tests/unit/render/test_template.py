"""A base document may be changed in Word: what is filled, what is left alone, what is refused."""

import subprocess
import sys
from pathlib import Path

import pytest

from drafter.errors import UnreadableError
from drafter.render import document, masthead, package, template
from drafter.resources import shipped
from tests.support.specimen import DRAFT, RESOLUTION
from tests.support.wordfile import WordFile, problems

ADOPTED = masthead.of_resolution(RESOLUTION)


def changed(tmp_path: Path, part: str, old: str, new: str) -> Path:
    parts = package.read(shipped("templates") / "adopted.docx")
    text = parts[part].decode()
    assert old in text
    path = tmp_path / "mine.docx"
    path.write_bytes(package.write({**parts, part: text.replace(old, new).encode()}))
    return path


@pytest.mark.parametrize("name", ["adopted.docx", "draft.docx"])
def test_a_shipped_base_document_is_sound_in_itself(name: str) -> None:
    assert problems((shipped("templates") / name).read_bytes()) == []


def test_the_shipped_documents_are_those_that_the_script_makes(tmp_path: Path) -> None:
    script = tmp_path / "templates" / "build.py"
    script.parent.mkdir()
    script.write_bytes((shipped("templates") / "build.py").read_bytes())
    (tmp_path / "drafter").mkdir()
    subprocess.run([sys.executable, str(script)], check=True, cwd=Path(__file__).parents[3], env=_with_program())
    for name in ("adopted.docx", "draft.docx"):
        assert package.read(script.parent / name) == package.read(shipped("templates") / name)


def test_no_place_is_left_unfilled() -> None:
    for made in (ADOPTED, masthead.of_draft(DRAFT)):
        file = WordFile(document.document(RESOLUTION, made))
        for name in file.parts:
            if name.startswith("word/"):
                assert b"w:sdt" not in file.parts[name], name


def test_a_restyled_base_document_is_used(tmp_path: Path) -> None:
    mine = changed(tmp_path, "word/styles.xml", "Times New Roman", "Gill Sans")
    file = WordFile(document.document(RESOLUTION, ADOPTED, base=mine))
    assert b"Gill Sans" in file.parts["word/styles.xml"]


def test_a_users_own_control_and_words_stay(tmp_path: Path) -> None:
    mine = changed(tmp_path, "word/document.xml", '<w:t xml:space="preserve">Agenda item ', "<w:t>Item no. ")
    assert "Item no. 72 (c)" in [
        s.text for s in WordFile(document.document(RESOLUTION, ADOPTED, base=mine)).paragraphs()
    ]


def test_a_users_own_base_document_is_found_in_the_configuration_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(template.platformdirs, "user_config_path", lambda name: tmp_path)
    assert template.find(draft=False) == shipped("templates") / "adopted.docx"
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "adopted.docx").write_bytes(b"mine")
    assert template.find(draft=False) == tmp_path / "templates" / "adopted.docx"


def test_a_word_file_without_a_place_for_the_text_is_refused(tmp_path: Path) -> None:
    mine = changed(tmp_path, "word/document.xml", 'w:val="body"', 'w:val="boddy"')
    with pytest.raises(UnreadableError, match=r'mine\.docx: .* no place for the text; .* tag "body"'):
        document.document(RESOLUTION, ADOPTED, base=mine)


def _with_program() -> dict[str, str]:
    import os

    return {**os.environ, "PYTHONPATH": str(Path(__file__).parents[3])}
