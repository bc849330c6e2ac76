"""The draft file: exact there and back, and one clear line for every slip."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings

from drafter.edit import draftfile, edits
from drafter.edit.apply import apply
from drafter.errors import DrafterError
from drafter.model.draft import Draft, Source
from drafter.model.inline import Inline
from drafter.model.submission import DraftOf
from drafter.model.symbol import Symbol
from tests.support.drafts import any_draft, drafted

WRITTEN = """\
format = 2
base = "A/RES/75/190"
symbol = "A/C.3/76/L.__"
session = 76
sponsors = ["Mexico", "Norway"]
title = "Situation of human rights"

[[paragraph]]
id = "p1"
origin = "PP1"
kind = "preambular"
text = "*Recalling* its resolution 74/166 of 18 December 2019,[^1]"

[[paragraph]]
id = "p2"
origin = "PP2"
kind = "preambular"
text = "*Deeply concerned* at the situation,[^2]"

[[paragraph]]
id = "p3"
origin = "OP1"
status = "edited"
kind = "operative"
text = "*Strongly condemns* all violations;"
reason = "as in 74/166"
note = "ask Mexico"
sources = [
    { symbol = "A/RES/74/166", label = "OP3", date = "2019-12-18", quote = "Strongly condemns" },
]

[[paragraph]]
id = "p4"
origin = "OP2"
kind = "operative"
text = "*Expresses its very serious concern* about:"
"""


def edited() -> Draft:
    draft = drafted()
    for edit in (
        edits.SetField("symbol", Symbol.parse("A/C.3/76/L.__")),
        edits.SetField("sponsors", ("Mexico", "Norway")),
        edits.SetText("p3", Inline.from_markup("*Strongly condemns* all violations;")),
        edits.SetNote("p3", "ask Mexico"),
        edits.SetReason("p3", "as in 74/166"),
        edits.SetSources("p3", (Source("A/RES/74/166", "OP3", "2019-12-18", "Strongly condemns"),)),
    ):
        draft = apply(draft, edit)
    return draft


def test_a_draft_as_it_is_written() -> None:
    assert draftfile.dumps(edited()).startswith(WRITTEN)


@given(any_draft())
@settings(max_examples=300, deadline=None)
def test_any_draft_is_read_back_as_it_was(draft: Draft) -> None:
    assert draftfile.loads(draftfile.dumps(draft), "draft.toml") == draft


def test_a_small_edit_is_a_small_difference() -> None:
    long = "*Recalling* " + "the resolutions of the General Assembly, the Council and the Commission, " * 8
    before = apply(drafted(), edits.SetText("p1", Inline.from_markup(long)))
    after = apply(drafted(), edits.SetText("p1", Inline.from_markup(long.replace("Council", "Councils", 1))))
    old, new = draftfile.dumps(before).splitlines(), draftfile.dumps(after).splitlines()
    assert len(old) == len(new)
    assert sum(one != other for one, other in zip(old, new, strict=True)) == 1


SLIPS = [
    ("format = 2", "format = 3", "line 1: format 3 is not known here; bring drafter up to date"),
    ("format = 2\n", "", "line 1: format is missing; add format = …"),
    ("format = 2", 'format = "2"', "line 1: format has to be a whole number, and is '2'"),
    ('base = "A/RES/75/190"\n', "", "line 1: base is missing"),
    ("session", "sesion", "line 4: sesion is not known; did you mean session?"),
    ("session = 76", "session = 0", "line 4: session is 0; write a number from 1 to 999"),
    ("session = 76", "session = true", "line 4: session has to be a whole number"),
    ("A/C.3/76/L.__", "A/C.3/76", "line 3: symbol: 'A/C.3/76' is no symbol; write it as A/C.3/76/L.28"),
    ('["Mexico", "Norway"]', '"Mexico"', "line 5: sponsors has to be a list"),
    ('["Mexico", "Norway"]', "[1]", "line 5: sponsors has to be a list of texts"),
    ('id = "p3"', 'id = "p2"', "line 21: the paragraph id 'p2' stands on line 15 already; give one of them another id"),
    ('id = "p3"', 'id = ""', "line 21: id is empty"),
    ('id = "p3"\n', "", "line 20: id is missing in [[paragraph]]; add id = …"),
    ('note = "ask', 'notes = "ask', "line 27: notes is not known in [[paragraph]]; did you mean note?"),
    ('status = "edited"', 'status = "changed"', "line 23: status is 'changed'; write one of: kept, edited, added"),
    ('status = "edited"', 'status = "added"', "line 23: an added paragraph cannot come from OP1; remove the origin"),
    ('origin = "OP1"\n', "", "line 22: a paragraph without an origin cannot be edited; add its origin"),
    ('origin = "OP1"', 'origin = ""', "line 22: origin is empty"),
    ('kind = "operative"', 'kind = "Operative"', "line 24: kind is 'Operative'; write one of: preambular, operative"),
    ('kind = "operative"\n', 'kind = "operative"\nlevel = -1\n', "line 25: level is -1"),
    ("*Strongly condemns*", "*Strongly condemns", "line 25: text, character 1: italics opened here are never closed"),
    ("*Strongly condemns*", "*Strongly condemns*[^7]", "line 25: the note mark [^7] has no footnote; add a"),
    ("*Strongly condemns*", "*Strongly condemns*[^", "line 25: text, character 20: a note mark reads"),
    ("Situation of", "Situation[^x] of", "line 6: the note mark [^x] has no footnote"),
    ('text = "*Strongly', 'txt = "*Strongly', "line 25: txt is not known in [[paragraph]]; did you mean text?"),
    ("label =", "place =", "line 28: each of the sources has to be of the form { symbol = …"),
    ("[[paragraph]]\nid = \"p2\"", "[paragraph]\nid = \"p2\"", "line 14: this is not TOML"),
    ('note = "ask Mexico"', 'note = "ask Mexico', "line 27: this is not TOML: illegal character '\\n'"),
    ('id = "p4"', 'id = "p4"\nid = "p5"', "this is not TOML: cannot overwrite a value"),
]  # fmt: skip


@pytest.mark.parametrize(("right", "wrong", "line"), SLIPS, ids=[slip[2][:40] for slip in SLIPS])
def test_a_slip_is_one_line_with_its_place_and_remedy(right: str, wrong: str, line: str) -> None:
    whole = draftfile.dumps(edited())
    assert right in whole
    with pytest.raises(DrafterError) as caught:
        draftfile.loads(whole.replace(right, wrong, 1), "draft.toml")
    said = str(caught.value)
    assert said.startswith("draft.toml, line") and line in said
    assert "\n" not in said


def test_a_footnote_s_own_slips() -> None:
    whole = draftfile.dumps(edited())
    for wrong, line in [
        (whole.replace('id = "1"', 'id = "note one"'), "no note mark can name 'note one'"),
        (whole.replace('"A/75/53."', '"A/75/53.[^2]"'), "footnote 1 has a note mark in it"),
        (whole.replace('id = "2"', 'id = "1"', 1), "the footnote id '1' stands on line"),
    ]:
        with pytest.raises(DrafterError) as caught:
            draftfile.loads(wrong, "draft.toml")
        assert line in str(caught.value)
    unmarked = whole + '\n[[footnote]]\nid = "later"\ntext = "A/76/1."\n'
    assert draftfile.loads(unmarked, "draft.toml").footnotes[-1].id == "later"


def test_a_new_item_below_nothing() -> None:
    text = draftfile.dumps(edited()) + '\n[[paragraph]]\nid = "n1"\nkind = "operative"\nlevel = 3\ntext = "x"\n'
    lines = text.count("\n")
    with pytest.raises(
        DrafterError, match=f"line {lines - 1}: level 3 is too deep here; the deepest possible here is 1"
    ):
        draftfile.loads(text, "draft.toml")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "the file is empty; start a draft with drafter new"),
        (b"\xff\xfe\x00", "this is not UTF-8 text"),
        (b"PK\x03\x04\x00\x00", "this is not text"),
        (b"[" * 5000, "this is not TOML"),
        (b"paragraph = 3\nformat = 1", "line 1: paragraph has to be a list"),
        (b"paragraph = [3]\nformat = 1", "line 1: paragraph has to be written as [[paragraph]]"),
    ],
)
def test_files_that_are_no_drafts(tmp_path: Path, content: bytes, said: str) -> None:
    file = tmp_path / "draft.toml"
    file.write_bytes(content)
    with pytest.raises(DrafterError) as caught:
        draftfile.load(file)
    assert said in str(caught.value)
    assert str(file) in str(caught.value)


def test_saved_and_loaded_with_foreign_line_ends_and_a_byte_order_mark(tmp_path: Path) -> None:
    file = tmp_path / "draft.toml"
    draftfile.save(file, edited())
    assert draftfile.load(file) == edited()
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n"))
    assert draftfile.load(file) == edited()
    assert [one.name for one in tmp_path.iterdir()] == ["draft.toml"]


def commented() -> str:
    return (
        "# Our draft. # Ask Mexico first.\n\n"
        + WRITTEN.replace("session = 76", "session = 76  # opens in September")
        .replace('sponsors = ["Mexico", "Norway"]', 'sponsors = [\n  "Mexico", # agreed\n  "Norway",\n]')
        .replace('[[paragraph]]\nid = "p3"', '# red line for us: #3\n[[paragraph]]  # OP1\nid = "p3"')
        .replace('note = "as', '# ask again\nnote = "as')
        + draftfile.dumps(edited())[len(WRITTEN) :]
        + "\n# the end\n"
    )


def test_a_drafter_s_comments_survive_a_save(tmp_path: Path) -> None:
    file = tmp_path / "draft.toml"
    file.write_text(commented(), encoding="utf-8")
    draft = draftfile.load(file)
    assert draft == edited()
    draftfile.save(file, apply(draft, edits.Move("p3", "p4")))
    saved = file.read_text(encoding="utf-8")
    assert saved.startswith("# Our draft. # Ask Mexico first.\nformat = 2\n")
    assert "session = 76  # opens in September\n" in saved
    assert '"Norway"]  # agreed\n' in saved
    assert '# red line for us: #3\n[[paragraph]]  # OP1\nid = "p3"\n' in saved
    assert '# ask again\nnote = "ask Mexico"\n' in saved
    assert saved.endswith("\n# the end\n")
    assert saved.index("# red line") > saved.index('id = "p4"')
    draftfile.save(file, draftfile.load(file))
    assert file.read_text(encoding="utf-8") == saved, "a second save changes nothing"


def test_comments_outlive_their_paragraph(tmp_path: Path) -> None:
    file = tmp_path / "draft.toml"
    text = draftfile.dumps(edited())
    file.write_text(
        text.replace('[[footnote]]\nid = "2"', '# says "who" #1\n[[footnote]]\nid = "2" # two'), encoding="utf-8"
    )
    draft = draftfile.load(file)
    without = apply(apply(draft, edits.SetText("p2", Inline("Concerned,"))), edits.DropFootnote("2"))
    draftfile.save(file, without)
    saved = file.read_text(encoding="utf-8")
    assert '# says "who" #1\n# two\n[[footnote]]\nid = "3"\n' in saved
    assert draftfile.load(file) == without


@given(any_draft())
@settings(max_examples=100, deadline=None)
def test_comments_never_touch_the_draft(draft: Draft) -> None:
    from drafter.edit.comments import carried

    text = draftfile.dumps(draft)
    remarked = "# one\n" + text.replace("[[paragraph]]\n", "# two\n[[paragraph]] # three\n") + "# four\n"
    again = carried(remarked, text)
    assert draftfile.loads(again, "draft.toml") == draftfile.loads(remarked, "draft.toml")
    assert carried(again, text) == again


def test_what_a_draft_is_to_become_and_for_whom_it_is_submitted_is_kept() -> None:
    decision = replace(edited(), draft_of=DraftOf.DECISION, on_behalf="the Group of 77 and China")
    text = draftfile.dumps(decision)
    assert (
        '\ndraft_of = "draft decision"\nsponsors = ["Mexico", "Norway"]\non_behalf = "the Group of 77 and China"\n'
        in text
    )
    assert draftfile.loads(text, "d.toml") == decision
    with pytest.raises(DrafterError, match="line 5: draft_of"):
        draftfile.loads(text.replace('"draft decision"', '"draft treaty"'), "d.toml")
