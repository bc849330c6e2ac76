"""`import drafter`: what the commands do, as values, and the same values as the commands print."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

import drafter
from drafter import shapes
from drafter.api import OpenLibrary
from drafter.cli import main
from tests.support.program import ROOT

EXAMPLE = ROOT / "examples" / "dprk-76.toml"


@pytest.fixture(scope="module")
def library() -> OpenLibrary:
    return drafter.open_library(ROOT / "corpus")


def printed(capsys: pytest.CaptureFixture[str], *arguments: object) -> object:
    assert main(["--corpus", str(ROOT / "corpus"), *map(str, arguments), "--json"]) in {0, 1}
    return json.loads(capsys.readouterr().out)


def test_the_shapes_are_what_the_commands_print(library: OpenLibrary, capsys: pytest.CaptureFixture[str]) -> None:
    updates = library.updates(EXAMPLE)
    old, new = library.resolution("72/188"), library.resolution("75/190")
    made = {
        ("show", "75/190"): shapes.text_shape(library.text("75/190")),
        ("show", EXAMPLE): shapes.text_shape(library.text(EXAMPLE)),
        ("align", "72/188", "75/190"): shapes.alignment_shape(old, new, library.align(old, new)),
        ("lineage", "75/190", "--paragraph", "op14"): shapes.lineage_shape(library.lineage("75/190", "op14")),
        ("updates", EXAMPLE): shapes.updates_shape(updates, library.update_labels(EXAMPLE, updates)),
        ("suggest", EXAMPLE, "--paragraph", "OP1", "--top", "3"): shapes.suggestions_shape(
            library.suggested(EXAMPLE, "OP1", top=3)
        ),
        ("agreed", "75/190"): shapes.agreed_shape(library.agreed("75/190")),
        ("check", EXAMPLE): shapes.findings_shape(library.check(EXAMPLE)),
        ("corpus", "list"): shapes.library_shape(library),
        ("corpus", "verify"): shapes.verified_shape(library.verify()),
        ("summary", EXAMPLE): shapes.summary_shape(library.summary(EXAMPLE)),
    }
    for arguments, shape in made.items():
        assert json.loads(json.dumps(shape)) == printed(capsys, *arguments), arguments


def test_texts_are_named_or_handed_over(library: OpenLibrary) -> None:
    reading = drafter.read(ROOT / "corpus" / "A_RES_75_190.md")
    assert library.resolution(reading) == library.resolution(reading.resolution) == reading.resolution
    told = tuple(one for one in library.check(reading) if one.rule != "read-as")  # a file tells what reading put right
    assert told == library.check("75/190")
    draft = library.text(EXAMPLE)
    assert library.resolution(draft) == library.resolution(EXAMPLE) == library.resolution(str(EXAMPLE))
    with pytest.raises(drafter.DrafterError, match="this is a resolution, not a draft"):
        library.summary(reading)


def test_files_are_those_of_the_commands(library: OpenLibrary, tmp_path: Path) -> None:
    def made(*arguments: object) -> bytes:
        out = tmp_path / "out.docx"
        assert main(["--corpus", str(ROOT / "corpus"), *map(str, arguments), "-o", str(out), "--force"]) == 0
        return out.read_bytes()

    assert library.render("75/190") == made("render", "75/190")
    assert library.compare("72/188", "75/190") == made("compare", "72/188", "75/190")
    assert b"customXml" not in library.render(EXAMPLE)
    assert b"customXml" in library.render(EXAMPLE, carry=True)
    assert library.redline(EXAMPLE)[:2] == library.summary_page(EXAMPLE, ".docx")[:2] == b"PK"


def test_what_is_added_is_searched(tmp_path: Path) -> None:
    (tmp_path / "corpus").mkdir()
    library = drafter.open_library(tmp_path / "corpus")
    library.add(ROOT / "corpus" / "A_RES_75_190.md")
    assert library.agreed("75/190")[0].coverage.agreed_words == 0
    library.add(ROOT / "corpus" / "A_RES_72_188.txt")
    assert library.agreed("75/190")[0].coverage.agreed_words == 30
    library.remove("72/188")
    assert [str(entry.symbol) for entry in library] == ["A/RES/75/190"]
    assert library.agreed("75/190")[0].coverage.agreed_words == 0


def test_importing_it_loads_nothing_until_it_is_asked() -> None:
    script = (
        "import sys, drafter; before = set(sys.modules); assert not [m for m in before if m.startswith('drafter.')]\n"
        "drafter.open_library; import drafter.shapes\n"
        "heavy = {'textual', 'tantivy', 'docx', 'lxml', 'jinja2', 'rapidfuzz', 'click'} & set(sys.modules)\n"
        "assert not heavy, heavy\n"
        "assert set(drafter.__all__) <= set(dir(drafter))"
    )
    subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=True)
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = drafter.nothing  # type: ignore[attr-defined]


def test_the_stub_names_what_there_is() -> None:
    stub = (ROOT / "drafter" / "__init__.pyi").read_text(encoding="utf-8")
    for name in drafter.__all__:
        assert getattr(drafter, name) is not None
        assert name in stub
    assert (ROOT / "drafter" / "py.typed").is_file()
