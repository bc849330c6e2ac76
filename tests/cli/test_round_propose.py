"""`drafter round propose`: what is wanted at a paragraph, by hand, with the line of the file that says so."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import drafter
from drafter.cli import main
from drafter.negotiation.intake.righted import put_right
from drafter.negotiation.rounds import latest_round

OP2 = "Expresses its very serious concern about:"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "round.toml"
    assert main(["round", "new", "75/190", "-o", str(file)]) == 0
    return file


def proposed(path: Path, capsys: pytest.CaptureFixture[str], label: str, *options: str) -> dict[str, object]:
    capsys.readouterr()
    assert main(["round", "propose", str(path), label, "--by", "EU", *options, "--json"]) == 0
    [one] = json.loads(capsys.readouterr().out)["taken"]
    found: dict[str, object] = one
    return found


@pytest.mark.parametrize(
    ("options", "text"),
    [
        (("--replace", "very serious", "--with", "grave"), "Expresses its grave concern about:"),
        (("--replace", "very serious"), "Expresses its concern about:"),
        (("--after", "concern", "--put", "and alarm"), "Expresses its very serious concern and alarm about:"),
        (("--before", "concern", "--put", "alarm and"), "Expresses its very serious alarm and concern about:"),
        (("--text", "*Expresses its very serious concern* at:"), "Expresses its very serious concern at:"),
        (("--alt", "*Deplores* what follows:"), "Deplores what follows:"),
        (("--new", "*Urges* all States to act;"), "Urges all States to act;"),
        (("--delete",), ""),
    ],
)
def test_each_way_to_say_it(
    path: Path, capsys: pytest.CaptureFixture[str], options: tuple[str, ...], text: str
) -> None:
    one = proposed(path, capsys, "op2", *options)
    assert (one["text"], one["by"]) == (text, ["EU"])
    before = latest_round(path)
    assert main(["undo", str(path)]) == 0
    assert "undone: take EU at OP2" in capsys.readouterr().err
    assert (len(before.proposals), latest_round(path).proposals) == (1, ())


def test_the_opening_of_a_new_paragraph_is_italic_and_it_stands_behind_the_list(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    one = proposed(path, capsys, "OP2", "--new", "Urges all States to act;")
    [made] = latest_round(path).proposals
    assert (made.put.markup, made.after, one["kind"]) == ("*Urges* all States to act;", "OP2", "new")
    assert main(["round", "text", str(path), "--all", "--json"]) == 0
    paragraphs = json.loads(capsys.readouterr().out)["paragraphs"]
    place = next(n for n, each in enumerate(paragraphs) if each["text"] == "Urges all States to act;")
    assert paragraphs[place + 1]["origin"] == "OP3"


def test_a_line_that_was_not_understood_is_put_right(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    letter = path.with_name("sato.txt")
    letter.write_text("Dear all,\n\nOP2: we see it less gravely\nOP3: keep it perhaps\n", encoding="utf-8")
    assert main(["round", "take", str(path), str(letter), "--from", "Japan", "--json"]) == 0
    some = json.loads(capsys.readouterr().out)["not_understood"]
    assert [one["place"] for one in some] == ["line 3", "line 4"]
    source = ("--file", str(letter), "--place", "line 3")
    one = proposed(path, capsys, "OP2", "--replace", "very serious", *source)
    assert one["sources"] == [{"file": "sato.txt", "place": "line 3, put right by hand", "by": ["EU"]}]
    assert main(["round", "position", str(path), "OP3", "--from", "EU", "--retain", *source[:3], "line 4"]) == 0
    assert "put right sato.txt, line 4: EU at OP3" in capsys.readouterr().err
    letter.write_text(f"{letter.read_text(encoding='utf-8')}OP5: less of it\n", encoding="utf-8")
    assert main(["round", "take", str(path), str(letter), "--from", "Japan"]) == 0
    again = capsys.readouterr().out
    assert again.count("put right by hand before, as EU wanted it") == 2
    assert again.count("not understood: ") == 3


def test_a_line_that_was_put_right_and_is_understood_is_told(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    letter = path.with_name("eu.txt")
    letter.write_text("EU: OP2: replace “very serious” with “grave”\nEU: OP3: delete\n", encoding="utf-8")
    proposed(path, capsys, "OP2", "--replace", "very serious", "--file", "eu.txt", "--place", "line 1")
    assert main(["round", "take", str(path), str(letter)]) == 0
    told = capsys.readouterr().err
    assert "line 1 was put right by hand before, and is taken beside that as it is read" in told
    assert "line 2 was put right" not in told


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("OP7", "--after", "the", "--put", "same"), "“the” stands 3 times in OP7; quote more of the words around"),
        (("OP2", "--replace", "grave"), "“grave” does not stand in OP2"),
        (("OP2", "--text", f"*Expresses its very serious concern*{OP2[34:]}"), "OP2: these are the base’s words"),
        (("OP2", "--after", "concern"), "OP2: no words come in"),
        (("OP2", "--after", "concern", "--with", "x"), "--with goes with --replace; leave out --with"),
        (("OP2", "--delete", "--new", "x"), "one proposal at a time; give one of --text, --alt"),
        (("OP2", "--text", "*Expresses[^zz]* it:"), "OP2: the base has no note zz; leave out its mark"),
        (("OP2", "--delete", "--on", "yesterday"), "'yesterday' is no date"),
        (("OP2", "--new", "One;\nTwo;"), "OP2: a paragraph is one line; propose one paragraph at a time"),
        (("OP99", "--delete"), "the base has no paragraph OP99"),
        (("title", "--delete"), "the title is no paragraph"),
        (("OP2", "--delete", "--by", " , "), "it does not say whose this is; name a delegation"),
    ],
)
def test_a_slip_is_one_line_and_changes_nothing(
    path: Path, capsys: pytest.CaptureFixture[str], options: tuple[str, ...], told: str
) -> None:
    before = path.read_bytes()
    capsys.readouterr()
    assert main(["round", "propose", str(path), "--by", "EU", *options]) == 2
    said = capsys.readouterr().err
    assert told in said
    assert said.count("\n") == 1
    assert path.read_bytes() == before


def test_the_same_in_python(path: Path) -> None:
    letter = path.with_name("sato.txt")
    letter.write_text("OP2: we see it less gravely\nOP3: keep it perhaps\n", encoding="utf-8")
    library = drafter.open_library()
    with library.open_round(path) as opened:
        given = opened.take(letter, by="Japan")
        [(_, found)] = given.found.values()
        first, second = found.not_understood
        assert put_right(opened.round) == {}
        [name] = opened.propose("Japan", "OP2", "grave", how="replace", at="very serious", line=first)
        opened.position("OP3", "Japan", "retain", line=second)
        assert [one.id for one in put_right(opened.round)["sato.txt", "line 1"]] == [name]  # type: ignore[union-attr]
        assert put_right(opened.round)["sato.txt", "line 2"] == opened.round.positions
        assert opened.undo() == "put right sato.txt, line 2: Japan at OP3"
        assert opened.undo() == "put right sato.txt, line 1: Japan at OP2"
        with pytest.raises(drafter.DrafterError, match="no proposal of the kind 'swap'"):
            opened.propose("Japan", "OP2", "grave", how="swap")
