"""What a drafter means by a key or an option, as one edit and the paragraph to show then."""

from __future__ import annotations

import pytest

from drafter.align.words import word_changes
from drafter.edit import drafts, gestures
from drafter.edit.apply import apply
from drafter.edit.described import described
from drafter.edit.gestures import Gesture
from drafter.edit.history import History
from drafter.edit.touched import touched
from drafter.errors import DrafterError
from drafter.model.decisions import Clearance, ClearanceState
from drafter.model.draft import Draft, Source, Status, labels, printed
from drafter.model.finding import Finding, Severity
from drafter.model.inline import Inline
from drafter.model.resolution import Kind
from drafter.model.suggestion import Suggestion, SuggestionKind
from drafter.parse.fragment import fragment
from tests.support.drafts import drafted


def done(draft: Draft, gesture: Gesture) -> Draft:
    """The draft after it; what it shows is there."""
    after = apply(draft, gesture.edit)
    assert gesture.show is None or any(one.id == gesture.show for one in after)
    assert drafts.done(History(draft), gesture.edit).undo().document == draft
    return after


def order(draft: Draft) -> list[str]:
    return [one.id for one in draft]


def test_new_paragraphs_beside_and_below() -> None:
    draft = drafted()
    after = gestures.insert_after(draft, "p4")
    assert order(done(draft, after)).index(str(after.show)) == 8
    before = gestures.insert_before(draft, "p3", Inline("Welcomes the report;"))
    inserted = done(draft, before)
    assert labels(inserted)[str(before.show)] == "OP1"
    assert inserted[str(before.show)].inline.markup == "*Welcomes* the report;"
    below = gestures.insert_below(draft, "p3")
    assert labels(done(draft, below))[str(below.show)] == "OP1(a)"
    first = gestures.insert_after(Draft("75/190", Inline("A title"), ()), "")
    assert done(Draft("75/190", Inline("A title"), ()), first)[str(first.show)].kind is Kind.PREAMBULAR


COPIED = "12. Urges all Member States:\n(a) To  coop\u00aderate;3\n(b) To report;\n13. Welcomes the report;"


def test_copied_paragraphs_go_after_one_of_the_draft() -> None:
    draft = drafted()
    put_in = gestures.put_in(draft, "p4", fragment(COPIED).paragraphs)
    after = done(draft, put_in)
    named = labels(after)
    fresh = [(named[one.id], one.inline.markup) for one in after if one.id not in order(draft)]
    first = named[str(put_in.show)]
    assert [text for _, text in fresh] == [
        "*Urges* all Member States:",
        "To cooperate;",
        "To report;",
        "*Welcomes* the report;",
    ]
    assert [label for label, _ in fresh][:3] == [first, f"{first}(a)", f"{first}(b)"]
    assert described(put_in.edit, draft) == "put in 4 paragraphs"


def test_a_new_paragraph_left_empty_gives_way_to_copied_ones() -> None:
    draft = drafted()
    empty = gestures.insert_after(draft, "p1")
    begun, paragraphs = done(draft, empty), fragment("Noting this,\nRecalling that,").paragraphs
    after = done(begun, gestures.put_in(begun, str(empty.show), paragraphs, Inline()))
    assert [one.text for one in after][1:3] == ["Noting this,", "Recalling that,"]
    assert len(order(after)) == len(order(draft)) + 2
    typed = done(begun, gestures.put_in(begun, str(empty.show), paragraphs, Inline("Typed before,")))
    assert [one.text for one in typed][1:4] == ["Typed before,", "Noting this,", "Recalling that,"]
    with pytest.raises(DrafterError, match="PP1: there are no words"):
        gestures.put_in(draft, "p1", fragment(" ").paragraphs)


def test_blanks_and_invisible_characters_are_tidied_when_typing_is_done() -> None:
    draft = drafted()
    after = done(draft, gestures.typed(draft, "p3", Inline("Urges\tall  States\u00a0to coop\u00aderate ;  ")))
    assert after["p3"].text == "Urges all States to cooperate ;"
    assert done(draft, gestures.title(draft, Inline(" A\ttitle "))).title.text == "A title"


def test_delete_and_restore_show_the_paragraph_or_its_neighbour() -> None:
    draft = drafted()
    gesture = gestures.delete_or_restore(draft, "p3")
    deleted = done(draft, gesture)
    assert gesture.show == "p3"
    assert deleted["p3"].deleted
    assert done(deleted, gestures.delete_or_restore(deleted, "p3")) == draft
    with pytest.raises(DrafterError, match=r"OP1: the paragraph is deleted.*restore it first"):
        gestures.delete(deleted, "p3")
    new = gestures.insert_after(draft, "p3")
    with_new = done(draft, new)
    assert gestures.delete(with_new, str(new.show)).show == "p4"


def test_up_and_down_stop_at_the_ends_of_a_list() -> None:
    draft = drafted()
    assert order(done(draft, gestures.move_up(draft, "p4")))[2:5] == ["p4", "p5", "p6"]
    assert order(done(draft, gestures.move_down(draft, "p3")))[2:4] == ["p4", "p5"]
    for move, id, said in (
        (gestures.move_up, "p3", "OP1 is already the first"),
        (gestures.move_up, "p5", r"OP2\(a\) is already the first"),
        (gestures.move_down, "p2", "PP2 is already the last"),
        (gestures.move_down, "p8", r"OP2\(b\) is already the last"),
    ):
        with pytest.raises(DrafterError, match=said):
            move(draft, id)


def test_a_move_across_the_border_asks_and_turns_the_paragraph() -> None:
    draft = drafted()
    assert gestures.crossing(draft, "p3", "p1") is Kind.PREAMBULAR
    assert gestures.crossing(draft, "p3", "p2") is None
    assert gestures.crossing(draft, "p1", "p3") is Kind.OPERATIVE
    assert gestures.crossing(draft, "p10", "p3") is None
    with pytest.raises(DrafterError, match=r"OP1: it is operative .*make it preambular"):
        gestures.move_after(draft, "p3", "p1")
    moved = done(draft, gestures.move_after(draft, "p3", "p1", turn=True))
    assert [labels(moved)[id] for id in order(moved)[:4]] == ["PP1", "PP2", "PP3", "OP1"]
    assert moved["p3"].inline.markup == "*Condemning* all violations,"
    assert done(moved, gestures.change_kind(moved, "p3")) == draft
    assert done(moved, gestures.move_before(moved, "p3", "p4"))["p3"].kind is Kind.PREAMBULAR


def test_carried_over_a_paragraph_stands_last_in_the_preamble_or_first_in_the_operative_part() -> None:
    draft = drafted()
    over = gestures.change_kind(draft, "p9")
    preambular = done(draft, over)
    assert order(preambular)[:4] == ["p1", "p2", "p9", "p3"]
    assert preambular["p9"].inline.markup == "*Urging* the Government to respect human rights,"
    assert drafts.done(History(draft), over.edit).undo_name == "make OP3 preambular"
    operative = done(draft, gestures.change_kind(draft, "p1"))
    assert order(operative)[:3] == ["p2", "p1", "p3"]
    assert operative["p1"].inline.markup == "*Recalls* its resolution 74/166 of 18 December 2019;[^1]"


def test_a_list_is_carried_over_with_its_paragraph() -> None:
    draft = drafted()
    carried = done(draft, gestures.change_kind(draft, "p4"))
    assert order(carried)[:8] == ["p1", "p2", "p4", "p5", "p6", "p7", "p8", "p3"]
    assert carried["p4"].text == "Expressing its very serious concern about:"
    assert carried["p8"].text == "All-pervasive restrictions,"
    item = done(draft, gestures.change_kind(draft, "p5"))
    assert [labels(item)[id] for id in ("p5", "p6", "p7", "p8")] == ["PP3", "PP3(a)", "PP3(b)", "OP2(a)"]


def test_split_merge_promote_demote() -> None:
    draft = drafted()
    cut = gestures.split(draft, "p3", 9)
    halves = done(draft, cut)
    assert halves[str(cut.show)].text == "all violations;"
    merged = gestures.merge(halves, "p3")
    assert merged.said == "OP2 was joined to OP1."
    assert done(halves, merged)["p3"].text == draft["p3"].text
    with pytest.raises(DrafterError, match="OP4: there is no paragraph after"):
        gestures.merge(draft, "p10")
    assert done(draft, gestures.demote(draft, "p9"))["p9"].level == 1
    assert done(draft, gestures.promote(draft, "p8"))["p8"].level == 0
    with pytest.raises(DrafterError, match="OP1: a paragraph cannot be higher"):
        done(draft, gestures.promote(draft, "p3"))


def test_messages_name_labels_and_no_ids() -> None:
    draft = drafted()
    for gesture, said in (
        (gestures.split(draft, "p5", 0), r"OP2\(a\): there is nothing to split off here"),
        (gestures.move_after(draft, "p4", "p4"), "OP2: a paragraph cannot be moved behind itself"),
        (gestures.demote(draft, "p1"), "PP1: level 1 is too deep"),
    ):
        with pytest.raises(DrafterError, match=said):
            apply(draft, gesture.edit)
    with pytest.raises(DrafterError, match="no longer in the draft"):
        gestures.delete(draft, "p99")


def test_words_keep_their_italics_and_notes_and_an_opening_is_italic() -> None:
    draft = drafted()
    written = done(draft, gestures.written(draft, "p1", "Recalling  its resolution 75/190 of 16 December 2020,"))
    assert written["p1"].inline.markup == "*Recalling* its resolution 75/190 of 16 December 2020,[^1]"
    strongly = Inline.from_markup("Strongly c*ondemns* all violations;")
    typed = done(draft, gestures.typed(draft, "p3", strongly))
    assert typed["p3"].inline.markup == "*Strongly condemns* all violations;"
    assert done(typed, gestures.revert(typed, "p3")) == draft


def test_a_new_paragraph_left_empty_vanishes() -> None:
    draft = drafted()
    new = gestures.insert_after(draft, "p3")
    with_new = done(draft, new)
    left = gestures.typed(with_new, str(new.show), Inline("  "))
    assert done(with_new, left) == draft
    assert left.show == "p4"
    with pytest.raises(DrafterError, match="the paragraph is new"):
        gestures.revert(with_new, str(new.show))


def test_a_suggestion_is_taken_whole_by_the_phrase_or_as_a_new_paragraph() -> None:
    draft = drafted()
    source = Source("A/RES/77/226", "OP1", "2022-12-15", "all grave violations")
    text = Inline.from_markup("*Condemns* all grave violations and abuses;")
    suggestion = Suggestion(SuggestionKind.PRIOR, text, "said elsewhere", (source,))
    whole = done(draft, gestures.take(draft, "p3", suggestion))
    assert (whole["p3"].inline, whole["p3"].sources) == (text, (source,))
    first, _ = found = gestures.phrases(draft, "p3", suggestion)
    assert found == word_changes(draft["p3"].text, text.text)
    part = done(draft, gestures.take(draft, "p3", suggestion, first))
    assert part["p3"].text == "Condemns all grave violations;"
    assert part["p3"].sources == (source,)
    new = Suggestion(SuggestionKind.PRIOR, Inline("Notes the report;"), "", (source,), after="OP3")
    gesture = gestures.take(draft, "p3", new)
    added = done(draft, gesture)
    assert labels(added)[str(gesture.show)] == "OP4"
    assert added[str(gesture.show)].sources == (source,)
    assert gestures.phrases(draft, "p3", new) == ()


def test_a_finding_s_words_are_put_in_where_it_was_found() -> None:
    draft = drafted()
    finding = Finding("spelling", Severity.ERROR, "", 2, "OP1", 9, 12, "all", "any")
    assert done(draft, gestures.fix(draft, finding))["p3"].text == "Condemns any violations;"
    in_note = Finding("note-form", Severity.ERROR, "", None, "", 0, 1, "A", "B", note="1")
    fixed = done(draft, gestures.fix(draft, in_note))
    assert printed(fixed).footnotes[0].text == "B/75/53."
    plain = apply(draft, gestures.typed(draft, "p3", Inline("Condemns all;")).edit)
    plain = apply(plain, gestures.typed(plain, "p3", Inline("Condemns all;")).edit)
    italic = Finding("opening-italics", Severity.WARNING, "", 2, "OP1", 0, 8, "Condemns", "*Condemns*")
    assert done(plain, gestures.fix(plain, italic))["p3"].inline.markup == "*Condemns* all;"
    with pytest.raises(DrafterError, match="no longer where it was found"):
        gestures.fix(plain, Finding("spelling", Severity.ERROR, "", 2, "OP1", 13, 23, "violations", "abuses"))


def test_footnotes_are_added_changed_and_dropped_with_their_marks() -> None:
    draft = drafted()
    added = done(draft, gestures.new_footnote(draft, "p3", 8, Inline("See A/HRC/46/51.")))
    fresh = added["p3"].inline.marks[0].note
    assert [note.text for note in printed(added).footnotes][2] == "See A/HRC/46/51."
    changed = done(added, gestures.edit_footnote(added, fresh, Inline("A/HRC/46/52.")))
    assert [note.text for note in printed(changed).footnotes][2] == "A/HRC/46/52."
    assert done(changed, gestures.drop_footnote(changed, fresh)) == draft
    with pytest.raises(DrafterError, match="citation"):
        gestures.new_footnote(draft, "p3", 8, Inline(" "))


def test_two_people_s_footnotes_have_different_ids() -> None:
    draft = drafted()
    ids = {gestures.footnote_to_mark(draft, Inline("A/76/1."))[1] for _ in range(20)}
    assert len(ids) == 20


def test_the_masthead_as_it_is_typed() -> None:
    draft = drafted()
    assert gestures.masthead(draft, {"session": "76", "symbol": ""}) is None
    gesture = gestures.masthead(draft, {"session": "77", "symbol": "A/C.3/77/L.5", "sponsors": "Slovenia; Japan;"})
    assert gesture is not None
    set_ = done(draft, gesture)
    assert (set_.session, str(set_.symbol), set_.sponsors) == (77, "A/C.3/77/L.5", ("Slovenia", "Japan"))
    assert gestures.field_as_typed(set_, "sponsors") == "Slovenia; Japan"
    with pytest.raises(DrafterError, match="Session cannot be 'next'"):
        gestures.masthead(draft, {"session": "next"})
    assert done(draft, gestures.title(draft, Inline("Other"))).title == Inline("Other")
    with pytest.raises(DrafterError, match="has a title"):
        gestures.title(draft, Inline(" "))
    assert done(draft, gestures.note(draft, "p3", " agreed ")).paragraphs[2].note == "agreed"


def test_reasons_and_clearances() -> None:
    draft = drafted()
    assert done(draft, gestures.reason(draft, "p3", " so agreed "))["p3"].reason == "so agreed"
    asked = done(draft, gestures.clear(draft, "p3", "Treasury", "2020-10-01", ClearanceState.ASKED))
    both = done(asked, gestures.clear(asked, "p3", "Legal", "2020-10-02"))
    cleared = done(both, gestures.clear(both, "p3", "treasury ", "2020-10-03"))
    legal, treasury = Clearance("Legal", ClearanceState.CLEARED, "2020-10-02"), cleared["p3"].clearances[1]
    assert cleared["p3"].clearances == (legal, treasury)
    assert (treasury.state, treasury.day) == (ClearanceState.CLEARED, "2020-10-03")
    assert described(gestures.clear(draft, "p3", "Legal").edit, draft) == "Legal: cleared OP1"
    with pytest.raises(DrafterError, match="OP1: a clearance needs a name"):
        gestures.clear(draft, "p3", " ")


def test_a_label_names_the_standing_paragraph_before_a_deleted_one() -> None:
    draft = apply(drafted(), gestures.delete(drafted(), "p3").edit)
    assert labels(draft)["p3"] == labels(draft)["p4"] == "OP1"
    assert gestures.paragraph_at(draft, "op 1") == "p4"
    assert gestures.paragraph_at(draft, "op 1", deleted=True) == "p3"
    with pytest.raises(DrafterError, match="there is no OP9 in this draft"):
        gestures.paragraph_at(draft, "OP9")


def undone(gesture: Gesture) -> str:
    """The paragraph to show after undo."""
    history = drafts.done(History(drafted()), gesture.edit)
    step = history.past[-1]
    return touched(step.edit, history.document, step.document)[0]


def test_undo_shows_the_paragraph_it_touched() -> None:
    draft = drafted()
    assert undone(gestures.split(draft, "p9", 10)) == "p9"
    assert undone(gestures.insert_after(draft, "p3")) == "p3"
    assert undone(gestures.delete(draft, "p3")) == "p3"
    assert undone(gestures.merge(draft, "p3")) == "p3"
    assert undone(gestures.change_kind(draft, "p9")) == "p9"
    assert undone(gestures.edit_footnote(draft, "3", Inline("A/76/1."))) == "p6"
    title = gestures.title(draft, Inline("Other")).edit
    assert touched(title, draft, apply(draft, title)) == ()
    cut = gestures.split(draft, "p9", 10)
    assert touched(cut.edit, draft, apply(draft, cut.edit)) == (cut.show, "p9")


def test_status_follows_what_a_gesture_did() -> None:
    draft = drafted()
    assert done(draft, gestures.change_kind(draft, "p9"))["p9"].status is Status.EDITED
