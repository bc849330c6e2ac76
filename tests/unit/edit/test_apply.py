"""Edits as a drafter thinks of them, and what must hold after any row of them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.edit import edits
from drafter.edit.apply import apply, described, new_id
from drafter.edit.drafts import done
from drafter.edit.history import History
from drafter.errors import DrafterError
from drafter.model.draft import Draft, DraftParagraph, Source, Status, labels, printed
from drafter.model.inline import Inline
from drafter.model.resolution import Footnote, Kind
from tests.support.drafts import OP, PP, SMALL, an_edit, drafted, paragraph


def shown(draft: Draft) -> list[str]:
    """Labels with the first word, deleted ones struck: 'OP1 Condemns', '-OP2 Expresses'."""
    named = labels(draft)
    return [
        f"{'-' if p.deleted else ''}{named[p.id]} {p.text.split()[0].strip(',;:') if p.text else ''}" for p in draft
    ]


def new(markup: str, level: int = 0, kind: Kind = OP, name: str = "n1") -> DraftParagraph:
    return DraftParagraph(name, paragraph(kind, markup, level))


def test_editing_a_paragraph_and_typing_the_old_text_again() -> None:
    draft = drafted()
    edited = apply(draft, edits.SetText("p3", Inline.from_markup("*Strongly condemns* all violations;")))
    assert edited["p3"].status is Status.EDITED
    assert apply(edited, edits.SetText("p3", draft["p3"].inline)) == draft


def test_italics_or_a_note_mark_alone_make_an_edit() -> None:
    draft = drafted()
    assert apply(draft, edits.SetText("p3", Inline(draft["p3"].text)))["p3"].status is Status.EDITED
    assert apply(draft, edits.SetText("p2", draft["p2"].inline.without_marks()))["p2"].status is Status.EDITED


def test_a_paragraph_goes_with_its_list() -> None:
    draft = apply(drafted(), edits.Delete("p4"))
    assert shown(draft) == [
        "PP1 Recalling", "PP2 Deeply", "OP1 Condemns", "-OP2 Expresses", "-OP2(a) The", "-OP2(a)(i) Torture",
        "-OP2(a)(ii) Executions", "-OP2(b) All-pervasive", "OP2 Urges", "OP3 Decides",
    ]  # fmt: skip
    assert apply(draft, edits.Restore("p4")) == drafted()


def test_restoring_an_item_brings_back_what_stood_above_it() -> None:
    draft = apply(apply(drafted(), edits.Delete("p4")), edits.Restore("p7"))
    assert [p.id for p in draft if p.deleted] == ["p6", "p8"]


def test_a_deleted_paragraph_has_the_words_of_the_base() -> None:
    draft = apply(apply(drafted(), edits.SetText("p3", Inline("Other words;"))), edits.Delete("p3"))
    assert draft["p3"].text == "Condemns all violations;"
    with pytest.raises(DrafterError, match="restore it first"):
        apply(draft, edits.SetText("p3", Inline("x")))


def test_a_new_paragraph_that_is_deleted_vanishes() -> None:
    draft = drafted()
    assert apply(apply(draft, edits.Insert(new("*Notes*;"), "p3")), edits.Delete("n1")) == draft


def test_a_new_operative_paragraph_lands_behind_the_list_it_follows() -> None:
    assert shown(apply(drafted(), edits.Insert(new("*Notes* this;"), "p4")))[7:10] == [
        "OP2(b) All-pervasive", "OP3 Notes", "OP4 Urges",
    ]  # fmt: skip
    assert shown(apply(drafted(), edits.Insert(new("First item;", 1), "p4")))[4:6] == ["OP2(a) First", "OP2(b) The"]
    assert shown(apply(drafted(), edits.Insert(new("Item;", 1), "p5")))[4:8] == [
        "OP2(a) The", "OP2(a)(i) Torture", "OP2(a)(ii) Executions", "OP2(b) Item",
    ]  # fmt: skip


def test_no_list_item_without_something_above_it() -> None:
    with pytest.raises(DrafterError, match="level 2 is too deep here; the deepest possible here is 1"):
        apply(drafted(), edits.Insert(new("x", 2), "p3"))


def test_moving_a_paragraph_takes_its_list_along() -> None:
    assert shown(apply(drafted(), edits.Move("p4", "p9")))[3:] == [
        "OP2 Urges", "OP3 Expresses", "OP3(a) The", "OP3(a)(i) Torture", "OP3(a)(ii) Executions",
        "OP3(b) All-pervasive", "OP4 Decides",
    ]  # fmt: skip
    assert all(p.status is Status.KEPT for p in apply(drafted(), edits.Move("p4", "p9")))


def test_an_item_moved_to_where_there_is_no_list_rises() -> None:
    draft = apply(drafted(), edits.Move("p6", "p9"))
    assert shown(draft)[-2:] == ["OP3(a) Torture", "OP4 Decides"]
    assert draft["p6"].status is Status.EDITED


def test_a_paragraph_is_not_moved_into_itself() -> None:
    with pytest.raises(DrafterError, match="own list"):
        apply(drafted(), edits.Move("p4", "p6"))


def test_reason_and_note_stay_with_the_first_half() -> None:
    said = apply(apply(drafted(), edits.SetReason("p3", "As the group wishes.")), edits.SetNote("p3", "Ask Anna."))
    halves = apply(said, edits.Split("p3", said["p3"].text.index(" "), "n1"))
    assert (halves["p3"].reason, halves["p3"].note) == ("As the group wishes.", "Ask Anna.")
    assert (halves["n1"].reason, halves["n1"].note) == ("", "")


def test_split_and_merge_are_each_other_s_reverse() -> None:
    draft = drafted()
    at = draft["p1"].text.index("of 18")
    halves = apply(draft, edits.Split("p1", at, "n1"))
    assert [halves["p1"].text, halves["n1"].text] == ["Recalling its resolution 74/166", "of 18 December 2019,"]
    assert halves["n1"].inline.marks[0].note == "1"
    assert halves["n1"].origin == "PP1"
    assert apply(halves, edits.Merge("p1", "n1")) == draft
    assert next(p.id for p in apply(halves, edits.Delete("p1"))) == "n1"


def test_merging_keeps_the_other_paragraph_to_be_restored() -> None:
    draft = apply(drafted(), edits.Merge("p5", "p6"))
    assert draft["p5"].text == "The persistence of violations, such as: Torture;"
    assert draft["p6"].deleted
    assert [mark.note for mark in draft["p5"].inline.marks] == ["3"]


def test_merging_an_opening_with_its_first_item_lifts_what_was_under_it() -> None:
    assert shown(apply(drafted(), edits.Merge("p4", "p5")))[3:8] == [
        "OP2 Expresses", "-OP2(a) The", "OP2(a) Torture", "OP2(b) Executions", "OP2(c) All-pervasive",
    ]  # fmt: skip


def test_promote_and_demote_with_the_list() -> None:
    assert shown(apply(drafted(), edits.SetLevel("p5", 0)))[4:8] == [
        "OP3 The", "OP3(a) Torture", "OP3(b) Executions", "OP3(c) All-pervasive",
    ]  # fmt: skip
    assert shown(apply(drafted(), edits.SetLevel("p9", 1)))[8] == "OP2(c) Urges"
    with pytest.raises(DrafterError, match="too deep"):
        apply(drafted(), edits.SetLevel("p4", 2))


def test_a_paragraph_becomes_preambular_or_a_heading() -> None:
    assert shown(apply(drafted(), edits.SetKind("p3", PP)))[2:4] == ["PP3 Condemns", "OP1 Expresses"]
    assert shown(apply(drafted(), edits.SetKind("p4", Kind.HEADING)))[3:6] == [
        "H1 Expresses",
        "OP2 The",
        "OP2(a) Torture",
    ]


def test_a_mark_needs_its_note_and_a_note_stays_while_it_is_marked() -> None:
    draft = drafted()
    with pytest.raises(DrafterError, match="no footnote '9'"):
        apply(draft, edits.SetText("p3", Inline.from_markup("New[^9]")))
    with pytest.raises(DrafterError, match="still marked"):
        apply(draft, edits.DropFootnote("1"))
    with_note = apply(draft, edits.PutFootnote(Footnote("9", Inline("A/76/1."))))
    assert apply(with_note, edits.DropFootnote("9")) == draft


def test_print_has_the_standing_paragraphs_and_the_marked_notes_in_their_order() -> None:
    draft = apply(drafted(), edits.Move("p2", None))
    draft = apply(draft, edits.Delete("p6"))
    text = printed(draft)
    assert [note.id for note in text.footnotes] == ["2", "1"]
    assert len(text.paragraphs) == 9
    assert [note.id for note in draft.footnotes] == ["1", "2", "3"]


def test_an_untouched_draft_prints_as_the_base() -> None:
    text = printed(drafted())
    assert (text.paragraphs, text.footnotes, text.title) == (SMALL.paragraphs, SMALL.footnotes, SMALL.title)


@pytest.mark.parametrize(
    ("edit", "words"),
    [
        (edits.SetText("p6", Inline("x")), "edit OP2(a)(i)"),
        (edits.Delete("p9"), "delete OP3"),
        (edits.Move("p3", "p9"), "move OP1 after OP3"),
        (edits.Merge("p5", "p6"), "merge OP2(a)(i) into OP2(a)"),
        (edits.SetLevel("p9", 1), "demote OP3"),
        (edits.SetLevel("p5", 0), "promote OP2(a)"),
        (edits.SetKind("p3", PP), "make OP1 preambular"),
        (edits.SetField("agenda_item", "72 (c)"), "set the agenda item"),
        (edits.Several((edits.Delete("p3"),), ""), "delete OP1"),
        (edits.Several((edits.Delete("p3"), edits.Delete("p9")), "bring up to date"), "bring up to date"),
    ],
)
def test_names_of_edits(edit: edits.Edit, words: str) -> None:
    assert described(edit, drafted()) == words


def test_fresh_ids() -> None:
    assert len({new_id(drafted()) for _ in range(100)}) == 100


@given(st.data())
@settings(max_examples=150, deadline=None)
def test_undo_after_apply_is_the_identity_and_so_is_redo(data: st.DataObject) -> None:
    history = History(drafted())
    drafts = [history.document]
    for _ in range(data.draw(st.integers(1, 12))):
        before = history
        edit = data.draw(an_edit(history.document))
        try:
            history = done(history, edit)
        except DrafterError:
            assert history == before
            continue
        if history is not before:
            drafts.append(history.document)
            assert history.undo().document == before.document
        holds(history.document)
    for draft in reversed(drafts[:-1]):
        history = history.undo()
        assert history.document == draft
    assert history.undo() is history
    for draft in drafts[1:]:
        history = history.redo()
        assert history.document == draft
    assert history.redo() is history


def holds(draft: Draft) -> None:
    """What is true of every draft made from the small base."""
    assert draft.adopted is not None
    ids = [p.id for p in draft]
    assert len(ids) == len(set(ids))
    assert {p.origin for p in draft if p.origin} == set(draft.adopted.paragraphs), "a base paragraph is gone"
    deleted = [p.origin for p in draft if p.deleted]
    assert len(deleted) == len(set(deleted))
    for p in draft:
        base = draft.adopted.paragraphs.get(p.origin or "")
        assert (p.status is Status.ADDED) == (p.origin is None)
        if p.deleted:
            assert p.paragraph == base
        elif base is not None:
            assert (p.status is Status.KEPT) == (p.paragraph == base)
    highest: dict[tuple[Kind, str], int] = {}
    for p in draft.standing:
        key = (p.kind, p.paragraph.part)
        if p.paragraph.continued:
            continue
        assert p.level <= highest.get(key, -1) + 1, "a level is skipped"
        highest[key] = p.level
    known = {note.id for note in draft.footnotes}
    assert all(mark.note in known for p in draft for mark in p.inline.marks)
    assert not any(note.missing for note in printed(draft).footnotes)


def test_sources_go_with_a_deleted_paragraph_and_are_joined_by_a_merge() -> None:
    one, other = Source("A/RES/77/226", "OP1"), Source("A/RES/76/177", "OP2")
    draft = apply(drafted(), edits.SetSources("p9", (one,)))
    draft = apply(draft, edits.SetSources("p10", (other, one)))
    deleted = apply(draft, edits.Delete("p9"))
    assert deleted["p9"].sources == ()
    assert apply(deleted, edits.Restore("p9"))["p9"].sources == ()
    assert apply(draft, edits.Merge("p9", "p10"))["p9"].sources == (one, other)
    halves = apply(draft, edits.Split("p9", 10, "half"))
    assert (halves["p9"].sources, halves["half"].sources) == ((one,), (one,))
