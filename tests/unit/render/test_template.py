"""A base document may be changed in Word: what is filled, what is left alone, what is refused."""

import os
import subprocess
import sys
from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from drafter.errors import UnreadableError
from drafter.ooxml import archive
from drafter.render import document, masthead, template
from drafter.resources import shipped
from tests.support.specimen import DRAFT, RESOLUTION
from tests.support.wordfile import WordFile, problems

ADOPTED = masthead.of_resolution(RESOLUTION)


def changed(tmp_path: Path, part: str, old: str, new: str) -> Path:
    parts = archive.read(shipped("templates") / "adopted.docx")
    text = parts[part].decode()
    assert old in text
    path = tmp_path / "mine.docx"
    path.write_bytes(archive.write({**parts, part: text.replace(old, new).encode()}))
    return path


@pytest.mark.parametrize("name", ["adopted.docx", "draft.docx"])
def test_a_shipped_base_document_is_sound_in_itself(name: str) -> None:
    assert problems((shipped("templates") / name).read_bytes()) == []


def test_the_shipped_documents_are_those_that_the_script_makes(tmp_path: Path) -> None:
    script = tmp_path / "templates" / "build.py"
    script.parent.mkdir()
    for made_by in ("build.py", "word_pages.py", "word_styles.py"):
        (script.parent / made_by).write_bytes((shipped("templates") / made_by).read_bytes())
    subprocess.run([sys.executable, str(script)], check=True, cwd=Path(__file__).parents[3], env=_with_program())
    for name in ("adopted.docx", "draft.docx"):
        assert archive.read(script.parent / name) == archive.read(shipped("templates") / name)


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
    monkeypatch.setenv("DRAFTER_CONFIG", str(tmp_path))
    assert template.find(draft=False) == shipped("templates") / "adopted.docx"
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "adopted.docx").write_bytes(b"mine")
    assert template.find(draft=False) == tmp_path / "templates" / "adopted.docx"


def test_a_word_file_without_a_place_for_the_text_is_refused(tmp_path: Path) -> None:
    mine = changed(tmp_path, "word/document.xml", 'w:val="body"', 'w:val="boddy"')
    with pytest.raises(UnreadableError, match=r'mine\.docx: .* no place for the text; .* tag "body"'):
        document.document(RESOLUTION, ADOPTED, base=mine)


def test_a_word_file_with_a_place_for_the_text_but_no_styles_for_it_is_refused(tmp_path: Path) -> None:
    file = docx.Document()
    place = '<w:sdtPr><w:tag w:val="body"/></w:sdtPr><w:sdtContent><w:p/></w:sdtContent>'
    file.element.body.insert(0, parse_xml(f"<w:sdt {nsdecls('w')}>{place}</w:sdt>"))
    file.save(str(tmp_path / "letter.docx"))
    with pytest.raises(
        UnreadableError, match=r"letter\.docx: this Word file lacks footnotes and \d+ more .* start from"
    ):
        document.document(RESOLUTION, ADOPTED, base=tmp_path / "letter.docx")


def sound(tmp_path: Path, parts: archive.Parts) -> WordFile:
    (tmp_path / "saved.docx").write_bytes(archive.write(parts))
    content = document.document(RESOLUTION, ADOPTED, base=tmp_path / "saved.docx")
    assert problems(content) == []
    return WordFile(content)


def test_a_base_document_saved_by_word_has_other_list_numbers(tmp_path: Path) -> None:
    parts = archive.read(shipped("templates") / "adopted.docx")
    text = parts["word/numbering.xml"].decode()
    for old, new in ((1, 0), (2, 1)):
        text = text.replace(f'abstractNumId="{old}"', f'abstractNumId="{new}"')
        text = text.replace(f'abstractNumId w:val="{old}"', f'abstractNumId w:val="{new}"')
    saved = sound(tmp_path, {**parts, "word/numbering.xml": text.encode()})
    plain = WordFile(document.document(RESOLUTION, ADOPTED))
    assert [s.number for s in saved.paragraphs()] == [s.number for s in plain.paragraphs()]


def test_a_base_document_saved_by_libreoffice_has_other_separators(tmp_path: Path) -> None:
    parts = archive.read(shipped("templates") / "adopted.docx")
    changed = {}
    for name in ("word/footnotes.xml", "word/settings.xml"):
        text = parts[name].decode().replace('w:id="0"', 'w:id="1"').replace('w:id="-1"', 'w:id="0"')
        changed[name] = text.encode()
    saved = sound(tmp_path, {**parts, **changed})
    assert min(map(int, saved.note_places)) > 1
    assert [n for s in saved.paragraphs() for n in s.notes] == [1, 2, 3, 4]


def test_a_control_around_a_whole_paragraph_is_filled_in_it(tmp_path: Path) -> None:
    parts = archive.read(shipped("templates") / "adopted.docx")
    paragraph = '<w:p><w:pPr><w:pStyle w:val="UNSession"/></w:pPr><w:r><w:t>Session</w:t></w:r></w:p>'
    control = f'<w:sdt><w:sdtPr><w:tag w:val="session"/></w:sdtPr><w:sdtContent>{paragraph}</w:sdtContent></w:sdt>'
    text = parts["word/document.xml"].decode().replace("<w:body>", f"<w:body>{control}", 1)
    saved = sound(tmp_path, {**parts, "word/document.xml": text.encode()})
    first = saved.paragraphs()[0]
    assert (first.style, first.text) == ("UNSession", "Seventy-fifth session")


def _with_program() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(Path(__file__).parents[3])}
