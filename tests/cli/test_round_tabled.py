"""From a round to the tracked file that is handed in: rejecting all is the base, accepting all the decided text."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from drafter.cli import main
from tests.support import real
from tests.support.tracked import Way, faults, settle

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
LINES = """PP3: delete
OP3: after “strongly” add “and firmly”
OP4 bis: Invites all States to report on the matter to the General Assembly;
"""


def drafter(*arguments: object) -> None:
    assert main([str(one) for one in arguments]) == 0


def printed(name: object, capsys: pytest.CaptureFixture[str], *command: str) -> list[str]:
    """The title and the paragraphs of a text."""
    capsys.readouterr()
    drafter(*(command or ("show",)), name, "--json")
    shown = json.loads(capsys.readouterr().out)
    return [shown["title"], *(one["text"] for one in shown["paragraphs"])]


def accepted(round_: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Every proposal of the round accepted."""
    capsys.readouterr()
    drafter("round", "show", round_, "--json")
    shown = json.loads(capsys.readouterr().out)
    ids = [one["id"] for place in (shown["title"], *shown["paragraphs"]) for one in place["proposals"]]
    assert ids
    drafter("round", "decide", round_, *ids, "--accept")


def squeezed(texts: list[str]) -> list[str]:
    return ["".join(one.split()) for one in texts]


def holds(tracked: Path, base: list[str], decided: list[str]) -> None:
    assert faults(tracked.read_bytes()) == []
    for way, texts in ((Way.ACCEPT, decided), (Way.REJECT, base)):
        lines = ["".join(line.text.split()) for line in settle(tracked.read_bytes(), way)]
        at = lines.index(squeezed(texts)[0])
        found = [line for line in lines[at:] if line != "TheGeneralAssembly,"]
        assert found == squeezed(texts)


def test_the_worked_draft_by_way_of_a_round(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What the draft changed in the adopted text is tracked along with what the round decided."""
    draft, round_, lines = tmp_path / "dprk-76.toml", tmp_path / "round.toml", tmp_path / "lines.txt"
    shutil.copy(EXAMPLES / "dprk-76.toml", draft)
    lines.write_text(LINES, encoding="utf-8")
    drafter("round", "new", draft, "-o", round_)
    drafter("round", "take", round_, lines, "--from", "EU")
    accepted(round_, capsys)
    after, tabled, tracked = (tmp_path / name for name in ("rev1.toml", "tabled.toml", "tabled.docx"))
    drafter("round", "next", round_, "-o", after)
    drafter("round", "draft", after, "-o", tabled)
    drafter("redline", tabled, "-o", tracked)
    decided = printed(round_, capsys, "round", "text")
    assert decided == printed(after, capsys, "round", "text") == printed(tabled, capsys)
    assert any("report on the matter to the General Assembly" in one for one in decided)
    holds(tracked, printed("75/190", capsys), decided)
    direct = tmp_path / "direct.toml"
    drafter("round", "draft", round_, "-o", direct)
    capsys.readouterr()
    drafter("align", "75/190", direct, "--json")
    one = json.loads(capsys.readouterr().out)["pairs"]
    drafter("align", "75/190", tabled, "--json")
    assert one == json.loads(capsys.readouterr().out)["pairs"]


@pytest.mark.real
@pytest.mark.skipif(not real.REAL.is_dir(), reason="no real texts beside the project")
def test_a_revision_is_tracked_against_the_l_document(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A real draft and the paper that amends it; the draft that others then issued has all of the paper."""
    for name in ("A_80_L.3", "A_80_L.27", "A_80_L.28"):
        (tmp_path / f"{name}.txt").write_text(real.texts("l_documents_80")[name], encoding="utf-8")
    document, round_ = tmp_path / "A_80_L.3.txt", tmp_path / "round.toml"
    drafter("round", "new", document, "-o", round_)
    drafter("round", "take", round_, tmp_path / "A_80_L.28.txt")
    capsys.readouterr()
    drafter("round", "next", round_, "--onto", tmp_path / "A_80_L.27.txt", "-o", tmp_path / "onto.toml", "--json")
    told = json.loads(capsys.readouterr().out)["outcomes"]
    assert len(told) > 20 and {one["outcome"] for one in told} == {"in"}
    accepted(round_, capsys)
    revised, tracked = tmp_path / "rev1.toml", tmp_path / "rev1.docx"
    drafter("round", "draft", round_, "-o", revised)
    assert 'symbol = "A/80/L.3/Rev.1"' in revised.read_text(encoding="utf-8")
    drafter("redline", revised, "-o", tracked)
    holds(tracked, printed(document, capsys), printed(round_, capsys, "round", "text"))
