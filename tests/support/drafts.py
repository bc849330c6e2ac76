"""Drafts for tests: a small one that reads like a resolution, and hypothesis strategies for any."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from drafter.edit import edits
from drafter.edit.edits import Edit
from drafter.model.decisions import Briefed, BriefState, Clearance, ClearanceState
from drafter.model.draft import Adopted, Draft, DraftParagraph, Source, Status
from drafter.model.inline import Inline, NoteMark, Span
from drafter.model.numbering import labels
from drafter.model.organ import Organ
from drafter.model.refusal import Refusal
from drafter.model.resolution import Footnote, Kind, Paragraph, Resolution
from drafter.model.submission import DraftOf
from drafter.model.symbol import Symbol
from drafter.model.verified import VerifiedUpdate

PP, OP, H = Kind.PREAMBULAR, Kind.OPERATIVE, Kind.HEADING


def paragraph(kind: Kind, markup: str, level: int = 0, **more: object) -> Paragraph:
    return Paragraph(kind, Inline.from_markup(markup), level, **more)  # type: ignore[arg-type]


def note(note_id: str, markup: str) -> Footnote:
    return Footnote(note_id, Inline.from_markup(markup))


SMALL = Resolution(
    Organ.GENERAL_ASSEMBLY,
    Inline("Situation of human rights"),
    (
        paragraph(PP, "*Recalling* its resolution 74/166 of 18 December 2019,[^1]"),
        paragraph(PP, "*Deeply concerned* at the situation,[^2]"),
        paragraph(OP, "*Condemns* all violations;"),
        paragraph(OP, "*Expresses its very serious concern* about:"),
        paragraph(OP, "The persistence of violations, such as:", 1),
        paragraph(OP, "Torture;[^3]", 2),
        paragraph(OP, "Executions;", 2),
        paragraph(OP, "All-pervasive restrictions;", 1),
        paragraph(OP, "*Urges* the Government to respect human rights;"),
        paragraph(OP, "*Decides* to continue its examination at its seventy-sixth session."),
    ),
    (
        note("1", "A/75/53."),
        note("2", "United Nations, *Treaty Series*, vol. 1249, No. 20378."),
        note("3", "A/75/388."),
    ),
    Symbol(Organ.GENERAL_ASSEMBLY, "75", 190),
    75,
)


def drafted(base: Resolution = SMALL) -> Draft:
    """The draft with which work on `base` begins, ids p1, p2, …"""
    paragraphs = tuple(
        DraftParagraph(f"p{n}", own, label)
        for n, (own, label) in enumerate(zip(base.paragraphs, labels(base.paragraphs), strict=True), 1)
    )
    return Draft(str(base.symbol), base.title, paragraphs, base.footnotes, session=76, adopted=Adopted.of(base))


def characters() -> st.SearchStrategy[str]:
    """Words of the field, and whatever else may stand in a file."""
    return st.one_of(
        st.sampled_from(
            ["the ", "human rights, ", "situation;\r\n", "*", "[^1]", "[", "\\", '"', "\t", "\u00a0", "\x00\x7f"]
        ),
        st.text(max_size=6),
    )


@st.composite
def inlines(draw: st.DrawFn, notes: tuple[str, ...] = ()) -> Inline:
    text = "".join(draw(st.lists(characters(), max_size=6)))
    place = st.integers(0, len(text))
    ends = draw(st.lists(st.tuples(place, place), max_size=2))
    italics = tuple(Span(min(pair), max(pair)) for pair in ends)
    marks: list[NoteMark] = []
    if notes:
        marks = [NoteMark(draw(place), note) for note in draw(st.lists(st.sampled_from(notes), max_size=2))]
    return Inline(text, italics, tuple(marks))


WORD = st.text(max_size=9)
NOTES = ("1", "2", "3", "n-a", "**")


@st.composite
def any_draft(draw: st.DrawFn) -> Draft:
    notes = draw(st.lists(st.sampled_from(NOTES), unique=True, max_size=4))
    paragraphs: list[DraftParagraph] = []
    names = draw(st.lists(st.text(min_size=1, max_size=5), unique=True, max_size=6))
    for name in names:
        status = draw(st.sampled_from(Status))
        paragraphs.append(
            DraftParagraph(
                name,
                Paragraph(
                    draw(st.sampled_from(Kind)),
                    draw(inlines(tuple(notes))),
                    0 if status is Status.ADDED else draw(st.integers(0, 4)),
                    draw(st.sampled_from(["", "A", "Annex II"])),
                    draw(st.sampled_from(["", "bis", "alt"])),
                    draw(st.booleans()),
                ),
                None if status is Status.ADDED else draw(st.text(min_size=1, max_size=5)),
                status,
                draw(st.text(max_size=20)),
                tuple(draw(st.lists(st.builds(Source, *[st.text(max_size=9)] * 4), max_size=2))),
                draw(st.text(max_size=20)),
                tuple(draw(st.lists(st.builds(Clearance, WORD, st.sampled_from(ClearanceState), WORD), max_size=2))),
            )
        )
    return Draft(
        draw(st.text(min_size=1, max_size=9)),
        draw(inlines(tuple(notes))),
        tuple(paragraphs),
        tuple(Footnote(name, draw(inlines()), draw(st.booleans())) for name in notes),
        draw(st.sampled_from(Organ)),
        draw(st.sampled_from([None, Symbol.parse("A/C.3/76/L.__"), Symbol.parse("A/HRC/55/L.12/Rev.1")])),
        draw(st.none() | st.integers(1, 200)),
        draw(st.none() | st.integers(1, 6)),
        tuple(draw(st.lists(st.text(max_size=9), max_size=3))),
        draw(st.text(max_size=9)),
        draw(st.text(max_size=9)),
        draw(st.text(max_size=9)),
        draw(st.sampled_from(DraftOf)),
        draw(st.text(max_size=9)),
        tuple(draw(st.lists(WORD | st.builds(Refusal, WORD, WORD, WORD), max_size=3, unique=True))),
        tuple(draw(st.lists(st.builds(VerifiedUpdate, WORD, WORD, WORD), max_size=2))),
        tuple(draw(st.lists(st.builds(Briefed, WORD, st.sampled_from(BriefState), WORD), max_size=2))),
        draw(WORD),
    )


@st.composite
def an_edit(draw: st.DrawFn, draft: Draft) -> Edit:
    """Some edit for this draft, most of them possible, some not."""
    ids = [one.id for one in draft]
    notes = tuple(footnote.id for footnote in draft.footnotes)
    some = draw(st.sampled_from(ids))
    after = draw(st.none() | st.sampled_from(ids))
    fresh = f"x{draw(st.integers(0, 10**6))}"
    base = draft.adopted.paragraphs.get(draft[some].origin or "") if draft.adopted else None
    match draw(st.integers(0, 14)):
        case 0:
            return edits.SetText(some, draw(inlines(notes)))
        case 1:
            return edits.SetText(some, base.inline if base else draw(inlines(notes)))
        case 2:
            new = Paragraph(draw(st.sampled_from(Kind)), draw(inlines(notes)), draw(st.integers(0, 3)))
            return edits.Insert(DraftParagraph(fresh, new), after)
        case 3 | 4:
            return edits.Delete(some)
        case 5:
            gone = [one.id for one in draft if one.deleted]
            return edits.Restore(draw(st.sampled_from(gone or ids)))
        case 6 | 7:
            return edits.Move(some, after)
        case 8:
            return edits.Split(some, draw(st.integers(0, len(draft[some].inline))), fresh)
        case 9:
            standing = [one.id for one in draft.standing]
            place = draw(st.integers(0, max(0, len(standing) - 2)))
            return edits.Merge(*standing[place : place + 2]) if len(standing) > 1 else edits.Merge(some, some)
        case 10:
            return edits.SetLevel(some, draw(st.integers(0, 3)))
        case 11:
            return edits.SetKind(some, draw(st.sampled_from(Kind)))
        case 12:
            return edits.PutFootnote(Footnote(draw(st.sampled_from(NOTES)), draw(inlines())))
        case 13:
            return draw(
                st.sampled_from(
                    [
                        edits.SetNote(some, "why"),
                        edits.SetSources(some, (Source("75/190", "OP1"),)),
                        edits.SetReason(some, "since"),
                        edits.SetClearances(some, (Clearance("Mexico", ClearanceState.CLEARED, "2026-11-02"),)),
                        edits.Refuse(fresh),
                        edits.Verify(VerifiedUpdate("OP3", fresh, "so it is")),
                        edits.RefuseChanges((Refusal(some, "all", fresh), Refusal("", "", "Words;"))),
                        edits.SetBriefed(Briefed("A/RES/75/1 OP3", BriefState.LATER)),
                        edits.SetTitle(Inline("Another title")),
                        edits.SetField("sponsors", ("Norway", "Mexico")),
                        edits.DropFootnote(draw(st.sampled_from(NOTES))),
                    ]
                )
            )
        case _:
            return edits.Several((edits.SetText(some, Inline("New words;")), edits.Move(some, after)), "a suggestion")


def untied(draft: Draft) -> Draft:
    """The draft as it comes out of its file, its base not at hand."""
    return replace(draft, adopted=None)
