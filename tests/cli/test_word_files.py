"""Word files in and out of the program: the draft in them, tracked changes, and what leaves the house."""

from __future__ import annotations

import re
import tempfile
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from drafter.desk import Desk
from tests.support.handmade import unzipped, zipped
from tests.support.program import ROOT, run
from tests.support.wordfile import problems
from tests.support.wordseeds import by_hand

DRAFT = ROOT / "examples" / "dprk-76.toml"
COMMANDS = ("render", "redline", "summary")


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Each kind of Word file of the example draft with the draft inside, and a plain one of each."""
    folder = tmp_path_factory.mktemp("written")
    for command in COMMANDS:
        for name, options in ((command, ("--carry",)), (f"{command}-plain", ())):
            done = run(command, DRAFT, "-o", folder / f"{name}.docx", *options)
            assert done.returncode == 0, done.stderr
            assert ("carries the draft" in done.stderr) is bool(options)
    return folder


@pytest.mark.parametrize("command", COMMANDS)
def test_plain_is_still_understood_and_told(command: str, written: Path, tmp_path: Path) -> None:
    done = run(command, DRAFT, "--plain", "-o", tmp_path / "k.docx")
    assert done.returncode == 0
    assert "--plain is not needed any more" in done.stderr
    assert (tmp_path / "k.docx").read_bytes() == (written / f"{command}-plain.docx").read_bytes()


@pytest.mark.parametrize("command", COMMANDS)
def test_the_very_draft_comes_back(command: str, written: Path) -> None:
    assert run("show", "--json", written / f"{command}.docx").stdout == run("show", "--json", DRAFT).stdout


@pytest.mark.parametrize("command", COMMANDS)
def test_the_same_draft_gives_the_same_bytes(command: str, written: Path, tmp_path: Path) -> None:
    run(command, written / f"{command}.docx", "--carry", "-o", tmp_path / "again.docx")
    assert (tmp_path / "again.docx").read_bytes() == (written / f"{command}.docx").read_bytes()


@pytest.mark.parametrize("command", ["render", "redline"])
def test_word_finds_nothing_wrong_with_the_data(command: str, written: Path) -> None:
    assert problems((written / f"{command}.docx").read_bytes()) == []


def opened(*arguments: object) -> str:
    """What `drafter tui` refuses to open says, in its one line."""
    done = run("tui", *arguments, TEXTUAL_DRIVER="none:None")
    assert done.returncode == 2 and not done.stdout
    (line,) = done.stderr.splitlines()
    return line


@pytest.mark.parametrize("command", COMMANDS)
def test_the_draft_in_a_word_file_is_taken_out_beside_it(command: str, written: Path, tmp_path: Path) -> None:
    path = tmp_path / "ours.docx"
    path.write_bytes((written / f"{command}.docx").read_bytes())
    desk = Desk.at(ROOT / "corpus")
    assert desk.draft_file(path) == tmp_path / "ours.toml"
    assert desk.draft(str(tmp_path / "ours.toml")) == desk.draft(str(DRAFT))
    assert desk.draft_file(path) == tmp_path / "ours.toml"
    other = (tmp_path / "ours.toml").read_text(encoding="utf-8").replace("session = 76", "session = 77")
    (tmp_path / "ours.toml").write_text(other, encoding="utf-8")
    assert "ours.toml beside it is not the draft in it; go on in ours.toml, or move one of" in opened(path)
    assert (tmp_path / "ours.toml").read_text(encoding="utf-8") == other


def test_what_is_written_onto_a_file_leaves_out_the_draft_in_it(written: Path, tmp_path: Path) -> None:
    draft, out = tmp_path / "d.toml", tmp_path / "out.docx"
    draft.write_text(DRAFT.read_text(encoding="utf-8"), encoding="utf-8")
    run("edit", draft, "OP5", "--delete")
    done = run("redline", draft, "--onto", written / "render.docx", "--trust", "base", "-o", out)
    assert done.returncode == 0 and "the draft in it is left out" in done.stderr
    parts = unzipped(out.read_bytes())
    assert not [name for name in parts if name.startswith("customXml/")]
    assert not [name for name, content in parts.items() if b"customXml" in content]


def test_an_edit_says_where_the_draft_of_a_word_file_lies(written: Path, tmp_path: Path) -> None:
    path = tmp_path / "ours.docx"
    path.write_bytes((written / "render.docx").read_bytes())
    done = run("edit", path, "OP3", "--delete")
    assert f"{path}: the draft in it lies in {tmp_path / 'ours.toml'} now, and is changed there" in done.stderr


def test_what_is_no_draft_is_not_opened(written: Path, tmp_path: Path) -> None:
    remedy = "start one from it: drafter new"
    plain = written / "render-plain.docx"
    assert opened(plain).startswith(f"drafter: {plain}: this Word file carries no draft; {remedy}")
    parts = unzipped((written / "render.docx").read_bytes())
    parts["word/document.xml"] = parts["word/document.xml"].replace(b"abductions", b"disappearances", 1)
    changed = tmp_path / "changed.docx"
    changed.write_bytes(zipped(parts))
    take = f"take its changes into your draft: drafter take DRAFT {changed}"
    said = "its text was changed since drafter wrote it, so it no longer agrees with the draft in it"
    assert f"{said}; {take}" in opened(changed)
    for name in ("A_RES_75_190.md", "A_RES_75_190.toml"):
        assert f"{name}: this is a resolution, not a draft; {remedy}" in opened(ROOT / "corpus" / name)
    assert "75/190: this is a resolution, not a draft; start one from this text: drafter new 75/190" in opened("75/190")
    assert "there is no such draft; start one: drafter new 75/190 -o FILE" in opened("nowhere.toml")
    assert "this is a folder; name a file in it" in opened(tmp_path)
    binary = tmp_path / "binary.toml"
    binary.write_bytes(bytes(range(256)))
    assert "this is not UTF-8 text" in opened(binary)
    binary.with_suffix(".docx").write_bytes(bytes(range(256)))
    assert "binary.docx" in opened(binary.with_suffix(".docx"))
    (tmp_path / "slip.toml").write_text("format = 1\nbase = ", encoding="utf-8")
    assert "slip.toml, the end of the file: this is not TOML" in opened(tmp_path / "slip.toml")


def test_a_text_changed_by_hand_is_read_as_it_stands(written: Path, tmp_path: Path) -> None:
    parts = unzipped((written / "render.docx").read_bytes())
    parts["word/document.xml"] = parts["word/document.xml"].replace(b"abductions", b"disappearances", 1)
    path = tmp_path / "changed.docx"
    path.write_bytes(zipped(parts))
    done = run("show", path)
    assert "disappearances" in done.stdout
    assert "changed since drafter wrote it" in done.stderr and len(done.stderr.splitlines()) == 1
    assert run("redline", path, "-o", tmp_path / "out.docx").returncode == 2


def test_a_redline_read_as_rejected_is_the_base(written: Path) -> None:
    rejected = run("show", "--as", "rejected", written / "redline-plain.docx")
    base = run("show", "75/190")
    assert rejected.stdout.partition("Situation of")[2] == base.stdout.partition("Situation of")[2]
    assert re.search(r"tracked changes by .+ \(\d+\), read as rejected", rejected.stderr)


def test_a_plain_file_is_read_as_a_resolution(written: Path) -> None:
    shown = run("show", "--json", written / "render-plain.docx").stdout
    assert '"paragraphs"' in shown and '"status"' not in shown
    assert not [name for name in unzipped((written / "render-plain.docx").read_bytes()) if "customXml" in name]


def test_the_library_keeps_how_a_file_was_read(tmp_path: Path) -> None:
    path = tmp_path / "A_RES_75_190.docx"
    path.write_bytes(by_hand())
    corpus = str(tmp_path / "corpus")
    done = run("corpus", "add", "--as", "rejected", path, DRAFTER_CORPUS=corpus)
    assert done.returncode == 0 and "read as rejected" in done.stderr
    assert "Very concerned" in run("show", "75/190", DRAFTER_CORPUS=corpus).stdout.replace("Very *", "Very ")
    assert run("corpus", "verify", DRAFTER_CORPUS=corpus).returncode == 0


def assert_private(part: str, data: bytes) -> None:
    """No path of this machine, no editing history, no name at a change that was not chosen."""
    text = data.decode()
    assert str(ROOT) not in text and str(Path.home()) not in text and tempfile.gettempdir() not in text, part
    if part.startswith("customXml"):
        return
    assert "rsid" not in text, part
    for element in etree.fromstring(data).iter():
        for key, value in element.attrib.items():
            if str(key).endswith(("}author", "}initials")):
                assert value == "Author", part


@pytest.mark.parametrize("command", COMMANDS)
def test_nothing_leaves_the_house_that_was_not_chosen(command: str, written: Path) -> None:
    """No author, path, history or comment in any part; with --carry the draft's data is in its one place."""
    for name in (command, f"{command}-plain"):
        with zipfile.ZipFile(written / f"{name}.docx") as archive:
            assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
            assert not archive.comment and not any(entry.comment or entry.extra for entry in archive.infolist())
            parts = {entry.filename: archive.read(entry) for entry in archive.infolist()}
        assert not [part for part in parts if re.search(r"comments|people|app\.xml|custom\.xml|thumbnail|rsid", part)]
        assert bool([part for part in parts if part.startswith("customXml")]) is (name == command)
        for part, data in parts.items():
            assert_private(part, data)
        core = etree.fromstring(parts["docProps/core.xml"])
        said = {etree.QName(element).localname for element in core}
        assert said <= {"title", "subject", "description", "language", "created", "modified"}, said


def test_comparisons_and_changes_onto_a_file_tell_no_more(tmp_path: Path) -> None:
    official, compared, onto = (tmp_path / f"{name}.docx" for name in ("official", "compared", "onto"))
    assert run("render", "75/190", "-o", official).returncode == 0
    assert run("compare", "72/188", "75/190", "-o", compared).returncode == 0
    assert run("redline", DRAFT, "--onto", official, "-o", onto).returncode == 0
    for path in (compared, onto):
        parts = unzipped(path.read_bytes())
        assert not [part for part in parts if re.search(r"comments|people|app\.xml|custom|thumbnail|rsid", part)]
        for part, data in parts.items():
            assert_private(part, data)
    before = unzipped(official.read_bytes())
    changed = {part for part, data in unzipped(onto.read_bytes()).items() if data != before.get(part)}
    assert changed == {"word/document.xml", "word/footnotes.xml"}


def test_summaries_as_pages_tell_no_more(tmp_path: Path) -> None:
    for name in ("summary.md", "summary.html"):
        assert run("summary", DRAFT, "-o", tmp_path / name).returncode == 0
        text = (tmp_path / name).read_text(encoding="utf-8")
        for private in (str(ROOT), str(Path.home()), tempfile.gettempdir(), DRAFT.name, "http://", "<!--"):
            assert private not in text, (name, private)


def test_an_author_is_shown_where_one_is_given(tmp_path: Path) -> None:
    run("redline", DRAFT, "--author", "Delegation of Utopia", "-o", tmp_path / "signed.docx")
    assert b'w:author="Delegation of Utopia"' in unzipped((tmp_path / "signed.docx").read_bytes())["word/document.xml"]


def test_a_base_named_by_its_path_goes_along_by_its_name(tmp_path: Path) -> None:
    (tmp_path / "secret").mkdir()
    (tmp_path / "secret" / "A_RES_75_190.md").write_bytes((ROOT / "corpus" / "A_RES_75_190.md").read_bytes())
    draft = tmp_path / "draft.toml"
    run("new", "75/190", "-o", draft)
    path = (tmp_path / "secret" / "A_RES_75_190.md").as_posix()
    text = re.sub(r'base = ".*"', f'base = "{path}"', draft.read_text(encoding="utf-8"))
    draft.write_text(text, encoding="utf-8")
    assert run("render", draft, "--carry", "-o", tmp_path / "out.docx").returncode == 0
    assert b"secret" not in unzipped((tmp_path / "out.docx").read_bytes())["customXml/item1.xml"]
