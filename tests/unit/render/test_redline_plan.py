"""The plan of a redline: both texts come back from it, and it says no more than what changed."""

from __future__ import annotations

import os
from dataclasses import replace
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.model.inline import Inline
from drafter.model.organ import Organ
from drafter.model.resolution import Footnote, Kind, Paragraph, Resolution
from drafter.render.redline.plan import plan
from drafter.render.redline.values import Plan, State
from tests.support import planned

PREAMBLE = "*Recalling* its resolution 72/188 of 19 December 2017,[^1]"
CONCERN = "*Deeply concerned* at the persistence of reports of violations of human rights,"
CONDEMNS = (
    "*Condemns* the long-standing and ongoing violations of human rights, including those described in the report;"
)
URGES = "*Urges* the Government to respect fully all human rights and fundamental freedoms, and to act without delay;"
DECIDES = "*Decides* to continue its examination of the situation at its seventy-third session."


def text(
    *markups: str, title: str = "Situation of human rights", notes: tuple[str, ...] = ("Resolution 217 A.",)
) -> Resolution:
    """A resolution of these paragraphs; the kind follows from the last character of each."""
    paragraphs = tuple(
        Paragraph(
            Kind.PREAMBULAR if markup.rstrip("]^0123456789[").endswith(",") else Kind.OPERATIVE,
            Inline.from_markup(markup),
        )
        for markup in markups
    )
    footnotes = tuple(Footnote(str(number), Inline.from_markup(note)) for number, note in enumerate(notes, 1))
    return Resolution(Organ.GENERAL_ASSEMBLY, Inline.from_markup(title), paragraphs, footnotes)


def exact(old: Resolution, new: Resolution) -> Plan:
    """The plan, once it is known to give both texts back."""
    made = plan(old, new)
    assert planned.before(made) == planned.expected(old)
    assert planned.after(made) == planned.expected(new)
    return made


def shown(made: Plan) -> list[str]:
    """Each paragraph as text: [-out-], [+in+], {-moved from-}, {+moved to+}, ~italics changed~, tracked ¶."""
    brackets = {
        State.KEPT: ("", ""),
        State.DELETED: ("[-", "-]"),
        State.INSERTED: ("[+", "+]"),
        State.MOVED_FROM: ("{-", "-}"),
        State.MOVED_TO: ("{+", "+}"),
    }
    lines = []
    for paragraph in made.paragraphs:
        line = ""
        for piece in paragraph.pieces:
            content = f"^{piece.note}" if piece.note is not None else piece.text
            content = f"~{content}~" if piece.changed_italics else content
            line += content.join(brackets[piece.state])
        lines.append(line + "¶".join(brackets[paragraph.mark]) if paragraph.mark is not State.KEPT else line)
    return lines


OLD = text(PREAMBLE, CONCERN, CONDEMNS, URGES, DECIDES)


def edited(*markups: str, old: Resolution = OLD) -> list[str]:
    """The changed lines of the plan from `old` to a text of these paragraphs."""
    return [line for line in shown(exact(old, text(*markups))) if any(sign in line for sign in "[{~")]


def test_nothing_changed() -> None:
    made = exact(OLD, OLD)
    assert all(piece.state is State.KEPT for paragraph in made.paragraphs for piece in paragraph.pieces)


def test_words_are_deleted_before_they_are_inserted() -> None:
    assert edited(PREAMBLE, CONCERN, CONDEMNS, URGES, DECIDES.replace("third", "sixth")) == [
        "Decides to continue its examination of the situation at its [-seventy-third-][+seventy-sixth+] session."
    ]


def test_an_added_paragraph_carries_its_own_mark() -> None:
    assert edited(PREAMBLE, CONCERN, "*Noting* the visit,", CONDEMNS, URGES, DECIDES) == [
        "[+Noting+][+ the visit,+][+¶+]"
    ]


def test_a_dropped_paragraph() -> None:
    assert edited(PREAMBLE, CONCERN, CONDEMNS, DECIDES)[0].endswith("[-¶-]")


def test_a_split_is_an_inserted_mark() -> None:
    lines = edited(
        PREAMBLE,
        CONCERN,
        "*Condemns* the long-standing and ongoing violations of human rights;",
        "*Expresses its concern* at those described in the report of the commission of inquiry;",
        URGES,
        DECIDES,
        old=text(
            PREAMBLE,
            CONCERN,
            "*Condemns* the long-standing and ongoing violations of human rights, including those described in the "
            "report of the commission of inquiry;",
            URGES,
            DECIDES,
        ),
    )
    assert len(lines) == 2
    assert lines[0].endswith("[+¶+]")
    assert lines[1].endswith("those described in the report of the commission of inquiry;")


def test_a_merge_is_a_deleted_mark() -> None:
    old = text(
        PREAMBLE,
        CONCERN,
        "*Welcomes* the visit of the Special Rapporteur to the country;",
        "Requests the Government to continue its dialogue with him;",
        DECIDES,
    )
    new = text(
        PREAMBLE,
        CONCERN,
        "*Welcomes* the visit of the Special Rapporteur to the country, and requests the Government "
        "to continue its dialogue with him;",
        DECIDES,
    )
    lines = [line for line in shown(exact(old, new)) if "[" in line]
    assert [line.count("¶") for line in lines] == [1, 0]
    assert (
        sum(len(piece.text) for p in exact(old, new).paragraphs for piece in p.pieces if piece.state is not State.KEPT)
        < 40
    )


def test_a_move_with_an_edit_inside_keeps_its_words() -> None:
    lines = edited(
        CONCERN.replace("persistence of ", "").replace("reports", "many reports"),
        CONDEMNS,
        URGES,
        PREAMBLE,
        DECIDES,
        old=text(PREAMBLE, CONDEMNS, URGES, CONCERN, DECIDES),
    )
    moved = [line for line in lines if "{" in line and "reports" in line]
    assert len(moved) == 2
    assert "[+many+]" in moved[0].replace(" +]", "+]")
    assert "[-persistence of-]" in moved[1].replace(" -]", "-]")


def test_paragraphs_that_move_together_are_one_move() -> None:
    old = text(
        CONDEMNS,
        URGES,
        *(f"*Requests* body number {n} to report on matter {n * 7};" for n in range(6)),
        DECIDES,
        notes=(),
    )
    moved = replace(old, paragraphs=(*old.paragraphs[2:-1], *old.paragraphs[:2], old.paragraphs[-1]))
    assert {paragraph.move for paragraph in exact(old, moved).paragraphs} == {None, 1}


def test_italics_alone_leave_the_words_kept() -> None:
    assert edited(PREAMBLE, CONCERN, CONDEMNS.replace("*Condemns*", "Condemns"), URGES, DECIDES)[0].startswith(
        "~Condemns~ the"
    )


def test_a_mark_stays_when_words_come_in_before_it() -> None:
    lines = edited(PREAMBLE.replace(",[", ", and 73/180,["), CONCERN, CONDEMNS, URGES, DECIDES)
    assert "^1" in lines[0] and "+^1" not in lines[0] and "-^1" not in lines[0]


def test_an_edited_note_is_tracked_inside() -> None:
    made = exact(OLD, text(PREAMBLE, CONCERN, CONDEMNS, URGES, DECIDES, notes=("Resolution 217 A (III).",)))
    (note,) = made.notes
    assert [(piece.text, piece.state) for piece in note.pieces][-2:] == [(" (III)", State.INSERTED), (".", State.KEPT)]


def test_an_added_note_leaves_the_others_alone() -> None:
    new = text(
        PREAMBLE.replace("72/188", "72/188,[^2] adopted"),
        CONCERN,
        CONDEMNS,
        URGES,
        DECIDES,
        notes=("Resolution 217 A.", "A/72/1."),
    )
    made = exact(OLD, new)
    assert {(note.old, note.new) for note in made.notes} == {("1", "1"), (None, "2")}


def test_a_repeated_mark_outlives_the_first() -> None:
    old = text("*Recalling* the Covenants[^1] and the Conventions,", "*Mindful* that the Covenants[^1] bind,", DECIDES)
    new = text("*Mindful* that the Covenants[^1] bind,", DECIDES)
    exact(old, new)
    exact(new, old)


def test_a_paragraph_that_ends_and_one_that_starts_with_an_insertion_are_kept_apart() -> None:
    lines = edited(PREAMBLE, CONCERN + " and at their number,", "*Noting* the visit,", CONDEMNS, URGES, DECIDES)
    assert lines[0].endswith("violations of human rights[+, and at their number+],") or not lines[0].endswith("+]")
    for first, second in pairwise(lines):
        assert not (first.endswith("+]") and "¶" not in first and second.startswith("[+"))


WORDS = (
    "rights",
    "the",
    "report",
    "of",
    "and",
    "States",
    ",",
    "74/166",
    "“quoted”",
    "'s",
    "human",
    "urges",
    "*all*",
    "a\nb",
)


@st.composite
def inlines(draw: st.DrawFn, notes: tuple[str, ...]) -> Inline:
    inline = Inline()
    for word in draw(st.lists(st.sampled_from(WORDS), max_size=9)):
        piece = Inline(word + draw(st.sampled_from((" ", "", "  "))))
        if draw(st.integers(0, 4)) == 0:
            piece = Inline.of([replace(run, italic=True) for run in piece.runs()])
        if notes and draw(st.integers(0, 7)) == 0:
            piece = piece + Inline.from_markup(f"[^{draw(st.sampled_from(notes))}]")
        inline = inline + piece
    return inline


@st.composite
def resolutions(draw: st.DrawFn) -> Resolution:
    notes = ("1", "2", "3", "n")
    paragraphs = draw(
        st.lists(st.builds(Paragraph, st.sampled_from(list(Kind)), inlines(notes), st.integers(0, 2)), max_size=7)
    )
    footnotes = tuple(Footnote(name, draw(inlines(())) + Inline(name)) for name in notes)
    made = Resolution(Organ.GENERAL_ASSEMBLY, draw(inlines(notes)), tuple(paragraphs), footnotes)
    marked = {mark.note for inline in (made.title, *(p.inline for p in paragraphs)) for mark in inline.marks}
    return replace(made, footnotes=tuple(note for note in footnotes if note.id in marked))


@st.composite
def pairs(draw: st.DrawFn) -> tuple[Resolution, Resolution]:
    """A text and one made from it by cutting, joining, moving, editing."""
    old = draw(resolutions())
    other = draw(resolutions())
    paragraphs = list(old.paragraphs)
    for _ in range(draw(st.integers(0, 5))):
        at = draw(st.integers(0, max(len(paragraphs) - 1, 0)))
        match draw(st.sampled_from(("cut", "join", "move", "edit", "drop", "put"))):
            case "cut" if paragraphs:
                whole = paragraphs[at].inline
                middle = draw(st.integers(0, len(whole)))
                halves = (whole[:middle], whole[middle:])
                if sum(len(half.marks) for half in halves) == len(whole.marks):
                    paragraphs[at : at + 1] = [replace(paragraphs[at], inline=half) for half in halves]
            case "join" if at + 1 < len(paragraphs):
                both = paragraphs[at].inline + Inline(" ") + paragraphs[at + 1].inline
                paragraphs[at : at + 2] = [replace(paragraphs[at], inline=both)]
            case "move" if paragraphs:
                paragraphs.insert(draw(st.integers(0, len(paragraphs) - 1)), paragraphs.pop(at))
            case "edit" if paragraphs:
                inline = paragraphs[at].inline
                start = draw(st.integers(0, len(inline)))
                end = draw(st.integers(start, len(inline)))
                paragraphs[at] = replace(paragraphs[at], inline=inline.replace(start, end, draw(inlines(("2", "3")))))
            case "drop" if paragraphs:
                del paragraphs[at]
            case "put" if other.paragraphs:
                paragraphs.insert(at, draw(st.sampled_from(other.paragraphs)))
    notes = {note.id: note for note in (*other.footnotes, *old.footnotes)} | {
        n: Footnote(n, Inline(f"Note {n}.")) for n in "23"
    }
    marked = {mark.note for inline in (old.title, *(p.inline for p in paragraphs)) for mark in inline.marks}
    new = replace(
        old, paragraphs=tuple(paragraphs), footnotes=tuple(note for name, note in notes.items() if name in marked)
    )
    return old, new


@settings(max_examples=int(os.environ.get("DRAFTER_EXAMPLES", "60")), deadline=None)
@given(st.one_of(pairs(), st.tuples(resolutions(), resolutions())))
def test_both_texts_come_back(two: tuple[Resolution, Resolution]) -> None:
    exact(*two)
