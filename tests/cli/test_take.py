"""`drafter take`, `drafter undo` and `drafter redo`, as a drafter runs them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from drafter.edit import draftfile
from tests.support.handmade import unzipped, zipped
from tests.support.program import run


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "dprk-76.toml"
    assert run("new", "75/190", "-o", path).returncode == 0
    assert run("edit", path, "OP16", "--text", "*Decides* to remain seized of the matter.").returncode == 0
    return path


def changed_in_word(path: Path, old: bytes, new: bytes) -> None:
    parts = unzipped(path.read_bytes())
    assert old in parts["word/document.xml"]
    parts["word/document.xml"] = parts["word/document.xml"].replace(old, new, 1)
    path.write_bytes(zipped(parts))


@pytest.mark.parametrize("options", [("render", "--carry"), ("render",), ("redline",)], ids=" ".join)
def test_a_word_file_that_came_back(draft: Path, tmp_path: Path, options: tuple[str, ...]) -> None:
    word = tmp_path / "mexico.docx"
    assert run(*options, draft, "-o", word).returncode == 0
    changed_in_word(word, b"abductions", b"forcible transfers")
    assert run("edit", draft, "PP1", "--note", "mine, since").returncode == 0
    listed = run("take", draft, word)
    assert listed.returncode == 0, listed.stderr
    *whose, line = listed.stdout.splitlines()
    assert whose == (["not tracked:"] if options == ("redline",) else [])
    assert "words" in line
    assert "abductions → forcible transfers" in line
    assert "forcible transfers" not in draft.read_text(encoding="utf-8")
    [change] = json.loads(run("take", draft, word, "--json").stdout)["changes"]
    assert line.startswith(change["id"])
    assert (change["found"], change["put"], change["collides"]) == ("abductions", "forcible transfers", False)
    done = run("take", draft, word, "--accept", change["id"])
    assert done.returncode == 0, done.stderr
    assert done.stderr.endswith("take 1 change from mexico.docx\n")
    assert any("forcible transfers" in one.text for one in draftfile.load(draft))
    again = run("take", draft, word)
    assert again.stdout == "nothing that your draft does not have\n"
    undone = run("undo", draft)
    assert undone.stderr == f"{draft}: undone: take 1 change from mexico.docx\n"
    assert not any("forcible transfers" in one.text for one in draftfile.load(draft))


def test_tracked_changes_are_read_as_asked(draft: Path, tmp_path: Path) -> None:
    theirs, word = tmp_path / "theirs.toml", tmp_path / "tracked.docx"
    theirs.write_bytes(draft.read_bytes())
    run("edit", theirs, "OP10", "--delete")
    assert run("redline", theirs, "-o", word).returncode == 0
    kinds = [
        {
            one["label"]: one["kind"]
            for one in json.loads(run("take", draft, word, "--json", "--as", way).stdout)["changes"]
        }
        for way in ("accepted", "rejected")
    ]
    assert [one.get("OP10") for one in kinds] == ["delete", None]


def op16(draft: Path) -> str:
    return next(one.text for one in draftfile.load(draft) if one.origin == "OP16")


def tracked_by(author: str, draft: Path, word: Path, *steps: tuple[str, ...]) -> Path:
    """A Word file in which an author tracked some steps on a draft."""
    theirs = word.with_suffix(".toml")
    theirs.write_bytes(draft.read_bytes())
    for step in steps:
        assert run("edit", theirs, *step).returncode == 0
    assert run("compare", draft, theirs, "--author", author, "-o", word).returncode == 0
    return word


def test_tracked_changes_are_listed_by_author_and_taken_alone(draft: Path, tmp_path: Path) -> None:
    rounds = tmp_path / "round.toml"
    assert run("round", "new", draft, "-o", rounds).returncode == 0
    changes = {
        "Japan": "In OP16, replace “remain” with “stay”.",
        "Mexico": "In OP16, replace “Decides” with “Resolves”.",
    }
    for name, words in changes.items():
        letter = tmp_path / f"{name}.txt"
        letter.write_text(f"{words}\n", encoding="utf-8")
        assert run("round", "take", rounds, letter, "--from", name).returncode == 0
    word = tmp_path / "both.docx"
    assert run("round", "compile", rounds, "--notation", "tracked", "-o", word).returncode == 0
    listed = run("take", draft, word)
    assert [line.split()[-3:] for line in listed.stdout.splitlines()] == [
        ["Japan:"],
        ["remain", "→", "stay"],
        ["Mexico:"],
        ["Decides", "→", "Resolves"],
    ]
    first, _ = json.loads(run("take", draft, word, "--json").stdout)["changes"]
    assert (first["by"], first["label"], first["untracked"]) == (["Japan"], "OP16", False)
    assert run("take", draft, word, "--accept", first["id"]).returncode == 0
    assert op16(draft) == "Decides to stay seized of the matter."
    assert run("undo", draft).returncode == 0
    assert run("take", draft, word, "--all").stderr.endswith("take 2 changes from both.docx\n")
    assert op16(draft) == "Resolves to stay seized of the matter."


def test_a_file_tracked_on_an_older_text_says_so(draft: Path, tmp_path: Path) -> None:
    word = tracked_by("Japan", draft, tmp_path / "japan.docx", ("OP16", "--text", "*Decides* to stay seized of it."))
    assert run("edit", draft, "OP10", "--delete").returncode == 0
    listed = run("take", draft, word)
    assert listed.stderr == f"{word}: tracked on your draft as it was before “delete OP10”, 1 step ago\n"
    assert len(listed.stdout.splitlines()) == 2


def test_what_was_changed_with_tracking_off_is_told_and_taken_only_by_its_id(draft: Path, tmp_path: Path) -> None:
    older = tmp_path / "older.toml"
    older.write_bytes(draft.read_bytes())
    words = "*Reaffirming* that all States have an obligation to promote and protect human rights,"
    assert run("edit", older, "PP1", "--text", words).returncode == 0
    word = tracked_by("Japan", older, tmp_path / "japan.docx", ("OP16", "--text", "*Decides* to stay seized of it."))
    listed = run("take", draft, word)
    assert (
        "tracked on a text that is not your draft’s: 1 paragraph differs (PP1) without being tracked" in listed.stderr
    )
    assert [line.split()[:2][-1] for line in listed.stdout.splitlines()] == ["Japan:", "words", "tracked:", "?"]
    assert run("take", draft, word, "--all").returncode == 0
    taken = draftfile.load(draft)
    assert op16(draft) == "Decides to stay seized of it."
    assert taken.standing[0].text.startswith("Reaffirming that all States")


def test_changes_are_kept_as_proposals_in_a_round(draft: Path, tmp_path: Path) -> None:
    words = "*Decides* to remain actively seized of the matter."
    word = tracked_by("Ms. Sato (Japan)", draft, tmp_path / "j.docx", ("OP16", "--text", words), ("OP10", "--delete"))
    before, round_ = draft.read_bytes(), tmp_path / "round.toml"
    assert run("take", draft, word, "--as-proposal", round_).returncode == 2
    done = run("take", draft, word, "--as-proposal", round_, "--all")
    assert done.stderr == f"{round_}: keep 2 changes from j.docx as proposals\n"
    assert draft.read_bytes() == before
    shown = json.loads(run("round", "show", round_, "--json").stdout)
    found = [
        (one["label"], one["kind"], one["put"], one["by"]) for at in shown["paragraphs"] for one in at["proposals"]
    ]
    assert found == [("OP10", "delete", "", ["Japan"]), ("OP16", "words", " actively", ["Japan"])]
    clean = tmp_path / "clean.toml"
    clean.write_bytes(word.with_suffix(".toml").read_bytes())
    ownerless = run("take", draft, clean, "--as-proposal", round_, "--all")
    assert "whose changes these are; add --from NAME" in ownerless.stderr
    assert run("take", draft, clean, "--as-proposal", round_, "--all", "--from", "Norway").returncode == 0
    shown = json.loads(run("round", "show", round_, "--json").stdout)
    assert [one["by"] for at in shown["paragraphs"] for one in at["proposals"]] == [["Japan", "Norway"]] * 2
    assert run("undo", round_).stderr == f"{round_}: undone: keep 2 changes from clean.toml as proposals\n"


def test_what_i_changed_since_the_round_was_opened_is_nobody_s_proposal(draft: Path, tmp_path: Path) -> None:
    round_ = tmp_path / "round.toml"
    assert run("round", "new", draft, "-o", round_).returncode == 0
    word = tracked_by("Japan", draft, tmp_path / "j.docx", ("OP16", "--text", "*Decides* to stay seized of it."))
    assert run("edit", draft, "OP10", "--delete").returncode == 0
    assert run("take", draft, word, "--as-proposal", round_, "--all").returncode == 0
    shown = json.loads(run("round", "show", round_, "--json").stdout)
    assert {one["label"] for at in shown["paragraphs"] for one in at["proposals"]} == {"OP16"}


def test_a_colleague_s_draft_file(draft: Path, tmp_path: Path) -> None:
    other = tmp_path / "norway.toml"
    other.write_bytes(draft.read_bytes())
    assert run("edit", other, "OP2", "--note", "ours").returncode == 0
    assert run("edit", other, "OP10", "--delete").returncode == 0
    assert run("edit", other, "PP2", "--text", "*Mindful* of other words,").returncode == 0
    done = run("take", draft, other, "--all")
    assert done.returncode == 0, done.stderr
    assert "take 2 changes from norway.toml" in done.stderr
    taken = draftfile.load(draft)
    assert any(one.text == "Mindful of other words," for one in taken)
    assert not any(one.note for one in taken), "a private note stays where it was written"


def test_what_cannot_be_taken_is_one_line(draft: Path, tmp_path: Path) -> None:
    done = run("take", draft, draft, "--accept", "nonsense")
    assert done.returncode == 2
    assert "there is no change nonsense" in done.stderr
    (tmp_path / "none.docx").write_bytes(b"PK")
    for file in (tmp_path / "none.docx", tmp_path / "nowhere.toml"):
        done = run("take", draft, file)
        assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (2, "", 1)


def test_steps_are_undone_and_done_again_by_name(draft: Path) -> None:
    assert run("edit", draft, "OP10", "--delete").returncode == 0
    assert run("undo", draft).stderr == f"{draft}: undone: delete OP10\n"
    assert run("undo", draft).stderr == f"{draft}: undone: edit OP16\n"
    done = run("undo", draft)
    assert (done.returncode, done.stderr) == (2, f"drafter: {draft}: there is nothing to undo\n")
    assert run("redo", draft).stderr == f"{draft}: done again: edit OP16\n"
    assert run("redo", draft).stderr == f"{draft}: done again: delete OP10\n"
    assert run("redo", draft).returncode == 2
    assert any(one.deleted for one in draftfile.load(draft))
