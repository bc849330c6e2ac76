"""A colleague's changed text against a draft, change by change."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from drafter.edit import edits
from drafter.edit.apply import apply
from drafter.edit.begin import begin
from drafter.edit.taking import DraftState, TakenChange, Theirs, accepted, changes, closest, of_draft, of_resolution
from drafter.errors import DrafterError
from drafter.model.draft import Draft, DraftParagraph, printed
from drafter.model.inline import Inline
from drafter.model.resolution import Footnote
from tests.support.drafts import OP, PP, SMALL, note, paragraph

SENT = begin(SMALL, "A/RES/75/190")


def after(draft: Draft, *steps: edits.Edit) -> Draft:
    for step in steps:
        draft = apply(draft, step)
    return draft


def words(id: str, markup: str) -> edits.SetText:
    return edits.SetText(id, Inline.from_markup(markup))


COLLEAGUE = after(
    SENT,
    words("p3", "*Strongly condemns* all violations;"),
    edits.Insert(DraftParagraph("new1", paragraph(OP, "*Welcomes* the dialogue;")), "p3"),
    edits.Insert(DraftParagraph("new2", paragraph(OP, "*Notes* the report;")), "new1"),
    edits.Delete("p8"),
    edits.PutFootnote(note("x9", "See A/HRC/46/51.")),
    words("p9", "*Urges* the Government to respect all human rights;[^x9]"),
)
"""What a colleague made of the draft that was sent."""


def as_word(draft: Draft) -> Theirs:
    """As a Word file says it: no ids, notes by number."""
    return of_resolution(printed(draft))


def told(found: Sequence[TakenChange]) -> list[tuple[str, str, str, str]]:
    return [(one.kind, one.label, one.found, one.put) for one in found]


CHANGED = [
    ("words", "OP1", "Condemns", "Strongly condemns"),
    ("new", "", "", "Welcomes the dialogue;"),
    ("new", "", "", "Notes the report;"),
    ("delete", "OP2(b)", "All-pervasive restrictions;", ""),
    ("words", "OP3", "", "all"),
]
"""In the order of the text."""


@pytest.mark.parametrize("form", [of_draft, as_word], ids=["draft file", "Word file"])
def test_each_change_is_one(form: object) -> None:
    found = changes(SENT, SENT, form(COLLEAGUE))  # type: ignore[operator]
    assert told(found) == CHANGED
    assert not any(one.collides for one in found)
    assert [one.after for one in found if one.kind == "new"] == ["OP1", "OP1"]
    assert len({one.id for one in found}) == len(found)
    assert [one.id for one in found] == [one.id for one in changes(SENT, SENT, form(COLLEAGUE))]  # type: ignore[operator]


@pytest.mark.parametrize("form", [of_draft, as_word], ids=["draft file", "Word file"])
def test_all_of_them_make_the_colleague_s_text(form: object) -> None:
    found = changes(SENT, SENT, form(COLLEAGUE))  # type: ignore[operator]
    edit = accepted(SENT, found, "take 5 changes from mexico.docx")
    taken = apply(SENT, edit)
    assert [one.text for one in printed(taken).paragraphs] == [one.text for one in printed(COLLEAGUE).paragraphs]
    notes = [[one.inline.text for one in printed(draft).footnotes] for draft in (taken, COLLEAGUE)]
    assert notes[0] == notes[1]
    assert changes(taken, SENT, form(COLLEAGUE)) == ()  # type: ignore[operator]


def test_a_subparagraph_that_outlives_its_list_is_not_deleted_with_it() -> None:
    theirs = after(SENT, edits.Move("p7", "p8"), edits.Delete("p5"))
    found = changes(SENT, SENT, of_draft(theirs))
    taken = apply(SENT, accepted(SENT, found, "all"))
    assert [one.text for one in taken.standing] == [one.text for one in theirs.standing]


@pytest.mark.parametrize("exchanged", [False, True])
def test_a_list_whose_parent_goes_is_not_deleted_with_it(exchanged: bool) -> None:
    text = printed(SENT)
    parent = next(n for n, one in enumerate(text.paragraphs) if text.paragraphs[n + 1].level > one.level)
    instead = (paragraph(OP, "*Welcomes* what has been done, and notes in particular:"),) if exchanged else ()
    paragraphs = (*text.paragraphs[:parent], *instead, *text.paragraphs[parent + 1 :])
    theirs = of_resolution(replace(text, paragraphs=paragraphs))
    taken = apply(SENT, accepted(SENT, changes(SENT, SENT, theirs), "all"))
    assert [one.text for one in taken.standing] == [one.text for one in paragraphs]


def test_one_alone() -> None:
    _, first, second, *_ = changes(SENT, SENT, as_word(COLLEAGUE))
    alone = apply(SENT, accepted(SENT, [second], "one"))
    assert [one.text for one in alone.standing][2:4] == ["Condemns all violations;", "Notes the report;"]
    assert [one.text for one in apply(alone, accepted(alone, [first], "two")).standing][3:5] == [
        "Welcomes the dialogue;",
        "Notes the report;",
    ]


def test_words_of_both_in_one_paragraph_are_joined() -> None:
    mine = after(SENT, words("p3", "*Condemns* all violations of human rights;"))
    first = changes(mine, SENT, as_word(COLLEAGUE))[0]
    assert (first.kind, first.collides, first.text) == (
        "words",
        False,
        "Strongly condemns all violations of human rights;",
    )


def test_changes_of_two_in_one_paragraph_are_taken_together_but_where_they_meet() -> None:
    def of(markup: str) -> TakenChange:
        (found,) = changes(SENT, SENT, as_word(after(SENT, words("p3", markup))))
        return found

    first, second = of("*Strongly condemns* all violations;"), of("*Condemns* all violations of rights;")
    taken = apply(SENT, accepted(SENT, [first, second], "both"))
    assert taken["p3"].text == "Strongly condemns all violations of rights;"
    with pytest.raises(DrafterError, match="two of these changes are about the same words"):
        accepted(SENT, [first, of("*Deplores* all violations;")], "both")


def test_what_meets_my_own_change_is_said_to() -> None:
    mine = after(SENT, words("p3", "*Deplores* all violations;"), words("p8", "Restrictions;"), edits.Delete("p9"))
    found = {(one.kind, one.label): one for one in changes(mine, SENT, as_word(COLLEAGUE))}
    assert found["words", "OP1"].collides
    assert found["delete", "OP2(b)"].collides
    assert found["words", "OP3"].collides
    taken = apply(mine, accepted(mine, found.values(), "all the same"))
    assert taken["p3"].text == "Strongly condemns all violations;"
    assert not taken["p9"].deleted


def test_what_i_changed_meanwhile_is_no_change_of_theirs() -> None:
    mine = after(COLLEAGUE, words("p10", "*Decides* to remain seized of the matter."), edits.Delete("p2"))
    assert changes(mine, SENT, as_word(COLLEAGUE)) == ()


def test_the_state_that_was_sent_is_found_among_the_steps() -> None:
    later = after(SENT, words("p10", "*Decides* to remain seized of the matter."))
    last = after(later, words("p2", "*Alarmed* at the situation,[^2]"))
    theirs = as_word(after(later, words("p3", "*Strongly condemns* all violations;")))
    assert closest([DraftState(one) for one in (SENT, later, last)], theirs).draft == later
    assert told(changes(last, later, theirs)) == [("words", "OP1", "Condemns", "Strongly condemns")]


@pytest.mark.parametrize("form", [of_draft, as_word], ids=["draft file", "Word file"])
def test_two_notes_that_were_added_at_one_place_both_stand(form: object) -> None:
    def noted(name: str, citation: str) -> Draft:
        return after(SENT, edits.PutFootnote(note(name, citation)), words("p3", f"*Condemns* all violations;[^{name}]"))

    mine, theirs = noted("f1", "See B."), form(noted("f2", "See C."))  # type: ignore[operator]
    (found,) = changes(mine, closest([DraftState(SENT), DraftState(mine)], theirs).draft, theirs)
    taken = apply(mine, accepted(mine, [found], "take it"))
    cited = {one.id: one.inline.text for one in taken.footnotes}
    assert {cited[mark.note] for mark in taken["p3"].inline.marks} == {"See B.", "See C."}


@pytest.mark.parametrize("turned", [False, True], ids=["forwards", "backwards"])
def test_a_note_may_come_to_read_as_another_one_did(turned: bool) -> None:
    """As reports do from year to year: the one of last year is cited where that of the year before was."""
    first, second = ("p8", "p3") if turned else ("p3", "p8")
    mine = after(
        SENT,
        edits.PutFootnote(note("n1", "Report A/78/26.")),
        edits.PutFootnote(note("n2", "Report A/77/26.")),
        words(first, "*Welcomes* the report;[^n1]"),
        words(second, "*Recalls* the report before it;[^n2]"),
    )
    theirs = after(
        mine,
        edits.PutFootnote(note("n1", "Report A/79/26.")),
        edits.PutFootnote(note("n2", "Report A/78/26.")),
    )
    taken = apply(mine, accepted(mine, changes(mine, mine, as_word(theirs)), "all"))
    assert [one.inline.text for one in printed(taken).footnotes] == [
        one.inline.text for one in printed(theirs).footnotes
    ]
    assert changes(taken, mine, as_word(theirs)) == ()


def test_a_citation_that_stands_in_two_notes_stays_in_two() -> None:
    cited = tuple(note(name, "Resolution 79/1.") for name in ("n1", "n2"))
    theirs = after(
        SENT,
        *(edits.PutFootnote(one) for one in cited),
        words("p3", "*Recalls* the Pact;[^n1]"),
        words("p8", "*Welcomes* the Pact;[^n2]"),
    )
    taken = apply(SENT, accepted(SENT, changes(SENT, SENT, as_word(theirs)), "all"))
    assert [one.inline.text for one in printed(taken).footnotes] == [
        one.inline.text for one in printed(theirs).footnotes
    ]
    assert changes(taken, SENT, as_word(theirs)) == ()


def test_a_move_behind_a_new_paragraph_stands_behind_it() -> None:
    new = DraftParagraph("new1", paragraph(OP, "*Welcomes* the dialogue;"))
    theirs = after(SENT, edits.Insert(new, "p3"), edits.Move("p9", "new1"))
    found = changes(SENT, SENT, as_word(theirs))
    taken = apply(SENT, accepted(SENT, found, "all"))
    assert [one.text for one in taken.standing] == [one.text for one in theirs.standing]
    assert changes(taken, SENT, as_word(theirs)) == ()


def test_a_move_a_note_a_title_and_a_reason() -> None:
    theirs = after(
        SENT,
        edits.Move("p9", "p2"),
        edits.PutFootnote(Footnote("2", Inline("Treaty Series, vol. 1250."))),
        edits.SetTitle(Inline("Human rights")),
        edits.SetReason("p3", "As agreed."),
        edits.SetField("sponsors", ("Norway",)),
    )
    kinds = {one.kind: one for one in changes(SENT, SENT, of_draft(theirs))}
    assert set(kinds) == {"move", "note", "title", "reason", "masthead"}
    assert (kinds["move"].label, kinds["move"].after) == ("OP3", "PP2")
    assert (kinds["note"].label, kinds["note"].text) == ("PP2", "Treaty Series, vol. 1250.")
    assert (kinds["masthead"].label, kinds["masthead"].put) == ("sponsors", "Norway")
    taken = apply(SENT, accepted(SENT, kinds.values(), "all"))
    assert [one.id for one in taken] == [one.id for one in theirs]
    assert (taken["p3"].reason, taken.title.text, taken.sponsors) == ("As agreed.", "Human rights", ("Norway",))


def test_a_text_of_something_else_is_refused() -> None:
    other = Theirs(
        Inline("Oceans"), (paragraph(PP, "*Recalling* the law of the sea,"), paragraph(OP, "*Calls* on;")), {}
    )
    with pytest.raises(DrafterError, match="this is not a version of the draft"):
        changes(SENT, SENT, other)
