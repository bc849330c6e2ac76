"""A round's file edited by hand, by another program or on another system, and its steps."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from drafter.cli import main
from drafter.edit.local.journal import LocalDocument
from drafter.model.negotiated import ClosureStatus
from drafter.negotiation import decide
from drafter.negotiation.rounds import ROUNDS, latest_round
from tests.support.opened import abandon

LETTER = "EU: PP3: delete\nNorway: OP2: retain\nEU: OP5: delete\n"


@pytest.fixture
def path(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    file, letter = tmp_path / "round.toml", tmp_path / "mail.txt"
    letter.write_text(LETTER, encoding="utf-8")
    assert main(["round", "new", "75/190", "-o", str(file)]) == 0
    assert main(["round", "take", str(file), str(letter)]) == 0
    capsys.readouterr()
    return file


def killed(path: Path) -> None:
    """A status that did not come into the file."""
    opened = LocalDocument(path, ROUNDS)
    opened.do(decide.agree(opened.document, ["OP1"], ClosureStatus.AD_REF, ["Iran"]))
    abandon(opened)


def edited(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.mark.parametrize("command", [("round", "show"), ("round", "board"), ("round", "text"), ("show",), ("check",)])
def test_what_the_file_lacks_is_in_what_is_shown(
    path: Path, command: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    killed(path)
    assert latest_round(path).closed["OP1"].pending == ("Iran",)
    assert main([*command, str(path)]) in (0, 1)
    out, told = capsys.readouterr()
    assert told.count(f"{path}: 1 edit from its history, not yet in the file, is taken in") == 1
    assert command != ("round", "show") or "agreed ad ref · pending Iran" in out


def test_where_both_went_on_they_are_shown_side_by_side(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    killed(path)
    edited(path, 'stand = "retain"', 'stand = "reserve"')
    for command in (("show",), ("board",), ("text",), ("agree", "OP1", "--status", "open")):
        assert main(["round", command[0], str(path), *command[1:]]) == 2
        assert f"drafter settle {path} shows both; --mine or --theirs chooses" in capsys.readouterr().err
    assert main(["settle", str(path), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["differing"] == [
        {"label": "OP1 status", "mine": "agreed ad ref; pending Iran", "theirs": ""},
        {"label": "OP2 reserve OP2", "mine": "", "theirs": "Norway (mail.txt, line 2)"},
        {"label": "OP2 retain OP2", "mine": "Norway (mail.txt, line 2)", "theirs": ""},
    ]


@pytest.mark.parametrize(("choice", "stand", "statuses"), [("--mine", "retain", 1), ("--theirs", "reserve", 0)])
def test_a_choice_makes_one_of_them_the_round(
    path: Path, choice: str, stand: str, statuses: int, capsys: pytest.CaptureFixture[str]
) -> None:
    killed(path)
    edited(path, 'stand = "retain"', 'stand = "reserve"')
    assert main(["settle", str(path), choice]) == 0
    assert "the round now" in capsys.readouterr().err
    made = latest_round(path)
    assert [one.stand.value for one in made.positions] == [stand]
    assert len(made.closures) == statuses
    assert main(["settle", str(path), choice]) == 2
    assert main(["undo", str(path)]) == 0


def test_steps_are_undone_and_done_again_by_name(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = path.read_bytes()
    assert main(["round", "position", str(path), "PP3", "--from", "USA", "--support"]) == 0
    after = path.read_bytes()
    assert main(["undo", str(path)]) == 0
    assert "undone: United States: support PP3" in capsys.readouterr().err
    assert path.read_bytes() == before
    assert main(["redo", str(path)]) == 0
    assert "done again: United States: support PP3" in capsys.readouterr().err
    assert path.read_bytes() == after
    for _ in range(2):
        assert main(["undo", str(path)]) == 0
    assert "undone: take in mail.txt" in capsys.readouterr().err
    assert main(["undo", str(path)]) == 2
    assert "there is nothing to undo" in capsys.readouterr().err


def test_comments_by_hand_stay_with_what_they_are_about(path: Path) -> None:
    edited(path, "[[position]]", "# Norway called\n[[position]]")
    edited(path, 'kind = "delete"', 'kind = "delete"  # ask Geneva')
    letter = path.with_name("more.txt")
    letter.write_text(
        "Japan: PP2: delete\nJapan: OP1: retain\nJapan: OP9: retain\nNorway: OP2: delete\n", encoding="utf-8"
    )
    assert main(["round", "take", str(path), str(letter)]) == 0
    text = path.read_text(encoding="utf-8")
    assert '# Norway called\n[[position]]\non = "OP2"' in text
    assert 'kind = "delete"  # ask Geneva\nlabel = "PP3"' in text


@pytest.mark.parametrize("form", ["crlf", "bom", "cr in the end"])
def test_a_file_from_another_system_is_read(path: Path, form: str) -> None:
    made = latest_round(path)
    plain = path.read_bytes()
    changed = {
        "crlf": plain.replace(b"\n", b"\r\n"),
        "bom": b"\xef\xbb\xbf" + plain,
        "cr in the end": b"\xef\xbb\xbf" + plain.replace(b"\n", b"\r\n") + b"\r\n",
    }
    path.write_bytes(changed[form])
    assert latest_round(path) == made
    assert main(["round", "agree", str(path), "OP1", "--status", "agreed"]) == 0
    assert latest_round(path).closed["OP1"].status is ClosureStatus.AGREED


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            '[[proposal]]\nid = "p',
            '[[proposal]]\nid = "q',
            "its words were changed, and so its id is another; write id =",
        ),
        ('label = "PP3"', 'label = "PP333"', "label is PP333, which the base does not have"),
        ('kind = "delete"', 'kind = "remove"', "write one of: words"),
        ('stand = "retain"', 'stands = "retain"', "stands is not known in [[position]]; did you mean stand?"),
        ('on = "OP2"', 'on = "OP222"', "neither a proposal nor a paragraph"),
        ('by = "EU", file', 'by = "EU", fil', "has to be of the form"),
        ("round = 1", "round = 2", "round 2 is not known here; bring drafter up to date"),
        ("[[proposal]]", "[[proposals]]", "proposals is not known"),
    ],
)
def test_a_slip_of_the_hand_is_one_line_with_its_place(
    path: Path, old: str, new: str, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    edited(path, old, new)
    for command in ("show", "text", "board"):
        assert main(["round", command, str(path)]) == 2
        [line] = capsys.readouterr().err.splitlines()
        assert told in line
        assert f"{path}, line " in line
    before = path.read_bytes()
    assert main(["round", "agree", str(path), "OP1", "--status", "agreed"]) == 2
    assert path.read_bytes() == before
