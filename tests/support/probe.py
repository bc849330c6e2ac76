# ruff: noqa: E501  -- one change a line reads best
"""A text and every kind of change a drafter makes to it, each alone and all together."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from drafter.model.inline import Inline
from drafter.model.organ import Organ
from drafter.model.resolution import Footnote, Kind, Paragraph, Resolution
from drafter.model.symbol import Symbol

PP, OP, HEADING = Kind.PREAMBULAR, Kind.OPERATIVE, Kind.HEADING


def paragraph(kind: Kind, markup: str, level: int = 0, part: str = "") -> Paragraph:
    return Paragraph(kind, Inline.from_markup(markup), level, part)


BASE = Resolution(
    Organ.GENERAL_ASSEMBLY,
    Inline("Situation of human rights in Arcadia"),
    (
        paragraph(PP, "*Guided* by the Charter of the United Nations and the Universal Declaration of Human Rights,[^a]"),
        paragraph(PP, "*Recalling* its resolutions 72/188 of 19 December 2017[^b] and 73/180 of 17 December 2018,[^c]"),
        paragraph(PP, "*Deeply concerned* at the persistence of continuing reports of grave violations, including:"),
        paragraph(PP, "The denial of the freedom of movement within the country;", 1),
        paragraph(PP, "Discrimination based on the *songbun* system, which classifies people by birth,", 1),
        paragraph(PP, "*Noting* the visit of the Special Rapporteur to the provinces of the north in March 2019,"),
        paragraph(HEADING, "Accountability"),
        paragraph(OP, "*Condemns* the long-standing violations of human rights, including those described in the report of the commission of inquiry, and calls for an end to them;[^d]"),
        paragraph(OP, "*Urges* the Government:"),
        paragraph(OP, "To respect fully all human rights, in particular those of women and children;", 1),
        paragraph(OP, "To extend its cooperation to the Special Rapporteur:", 1),
        paragraph(OP, "By granting full, free and unimpeded access;", 2),
        paragraph(OP, "By answering every communication within sixty days;", 2),
        paragraph(OP, "*Welcomes* the report of the Secretary-General on the situation of human rights;[^e]"),
        paragraph(OP, "*Encourages* all Member States to support humanitarian operations on the ground;"),
        paragraph(OP, "*Requests* the Special Rapporteur to continue to report his findings and recommendations;[^b]"),
        paragraph(OP, "*Decides* to continue its examination of the situation at its seventy-fifth session."),
    ),
    (
        Footnote("a", Inline("Resolution 217 A (III).")),
        Footnote("b", Inline.from_markup("*Official Records of the General Assembly, Seventy-second Session*, A/72/439.")),
        Footnote("c", Inline("Ibid., para. 12.")),
        Footnote("d", Inline("A/HRC/25/63.")),
        Footnote("e", Inline("A/74/268.")),
    ),
    symbol=Symbol.parse("74/166"),
    session=74,
)  # fmt: skip

Change = Callable[[Resolution], Resolution]


def _put(at: int, *new: Paragraph) -> Change:
    return lambda text: replace(text, paragraphs=(*text.paragraphs[:at], *new, *text.paragraphs[at:]))


def _drop(at: int, size: int = 1) -> Change:
    return lambda text: replace(text, paragraphs=(*text.paragraphs[:at], *text.paragraphs[at + size :]))


def _move(at: int, to: int, size: int = 1) -> Change:
    def change(text: Resolution) -> Resolution:
        rest = _drop(at, size)(text)
        return _put(to, *text.paragraphs[at : at + size])(rest)

    return change


def _set(at: int, **fields: object) -> Change:
    def change(text: Resolution) -> Resolution:
        changed = replace(text.paragraphs[at], **fields)  # type: ignore[arg-type]
        return replace(text, paragraphs=(*text.paragraphs[:at], changed, *text.paragraphs[at + 1 :]))

    return change


def _write(at: int, found: str, written: str) -> Change:
    """Replace words in a paragraph's markup."""

    def change(text: Resolution) -> Resolution:
        markup = text.paragraphs[at].inline.markup
        assert found in markup, (found, markup)
        return _set(at, inline=Inline.from_markup(markup.replace(found, written)))(text)

    return change


def _note(name: str, text: str | None) -> Change:
    """Add or rewrite a note, or with None drop it."""

    def change(resolution: Resolution) -> Resolution:
        notes = {note.id: note for note in resolution.footnotes}
        if text is None:
            del notes[name]
        else:
            notes[name] = Footnote(name, Inline.from_markup(text))
        return replace(resolution, footnotes=tuple(notes.values()))

    return change


def _both(*changes: Change) -> Change:
    def change(text: Resolution) -> Resolution:
        for each in changes:
            text = each(text)
        return text

    return change


def _split(at: int, out: str, ending: str, opening: str) -> Change:
    """Cut a paragraph in place of the words `out`: the first half ends in `ending`, the second opens with `opening`."""

    def change(text: Resolution) -> Resolution:
        whole = text.paragraphs[at]
        first, second = whole.inline.markup.split(out, 1)
        made = (replace(whole, inline=Inline.from_markup(half)) for half in (first + ending, opening + second))
        return replace(text, paragraphs=(*text.paragraphs[:at], *made, *text.paragraphs[at + 1 :]))

    return change


def _merge(at: int, between: str = " ") -> Change:
    def change(text: Resolution) -> Resolution:
        first, second = text.paragraphs[at : at + 2]
        merged = replace(first, inline=first.inline + Inline(between) + second.inline)
        return replace(text, paragraphs=(*text.paragraphs[:at], merged, *text.paragraphs[at + 2 :]))

    return change


NEW_PP = paragraph(PP, "*Alarmed* by the widespread food insecurity reported by the humanitarian agencies,")
NEW_OP = paragraph(OP, "*Stresses* the need for separate meetings on the question of abductees and their families;")
WITH_NOTE = paragraph(OP, "*Takes note* of the updated statement of the independent expert on older persons;[^f]")
NOTED = _note("f", "A/HRC/42/43.")

CHANGES: dict[str, Change] = {
    "nothing": lambda text: text,
    "a word": _write(16, "fifth", "sixth"),
    "the first word": _write(0, "*Guided* by", "*Being guided* by"),
    "the first letter": _write(3, "The denial", "A denial"),
    "the last word": _write(14, "ground;", "ground and beyond;"),
    "the last mark": _both(_write(16, "session.", "session;"), _put(17, paragraph(OP, "*Also decides* to meet."))),
    "words at the end": _write(5, "March 2019,", "March 2019 and to the capital,"),
    "a paragraph's end and a new one": _both(_write(5, "2019,", "2019 and then left,"), _put(6, NEW_PP)),
    "ends without a common word": _both(_write(6, "Accountability", "Accountability now"), _put(7, NEW_OP)),
    "end and next start inserted": _both(_write(13, ";[^e]", " there[^e]"), _write(14, "*Enc", "Also *enc")),
    "a new paragraph": _put(6, NEW_PP),
    "two new paragraphs": _put(6, NEW_PP, paragraph(PP, "*Taking note* of the findings of the treaty bodies,")),
    "a new paragraph first": _put(0, NEW_PP),
    "a new paragraph last": _put(17, NEW_OP),
    "two new paragraphs last": _put(17, NEW_OP, NEW_PP),
    "a dropped paragraph": _drop(5),
    "two dropped paragraphs": _drop(13, 2),
    "the first dropped": _drop(0),
    "the last dropped": _drop(16),
    "the last two dropped": _drop(15, 2),
    "the last replaced": _both(_drop(16), _put(16, NEW_OP)),
    "the last two replaced": _both(_drop(15, 2), _put(15, NEW_OP, WITH_NOTE), NOTED),
    "a paragraph replaced": _both(_drop(14), _put(14, NEW_OP)),
    "everything replaced": lambda text: replace(text, paragraphs=(NEW_PP, NEW_OP)),
    "a move up": _move(14, 7),
    "a move down": _move(7, 15),
    "a move to the end": _move(7, 16),
    "a move of the last": _move(16, 9),
    "a move of the first": _move(0, 5),
    "a move of a block": _move(8, 15, 5),
    "a move with an edit": _both(_write(7, "long-standing violations", "systematic and gross violations"), _move(7, 15)),
    "a move with an edit at both ends": _both(
        _write(14, "*Encourages* all", "*Strongly encourages* all"), _write(14, "ground;", "ground without delay"), _move(14, 7)
    ),
    "a move with an edit and neighbours edited": _both(
        _write(13, "rights;", "rights there"), _write(15, "*Req", "*Also req"), _write(14, "ground;", "ground now"), _move(14, 7)
    ),
    "a move with notes": _move(13, 8),
    "a move between new paragraphs": _both(_move(14, 7), _put(7, NEW_OP), _put(9, WITH_NOTE), NOTED),
    "a move next to dropped ones": _both(_move(14, 7), _drop(14)),
    "a move across the heading": _move(5, 9),
    "a split": _split(7, ", including", ";", "*Expresses concern at*"),
    "a split in words": _split(7, ", and calls", ";", "*Calls*"),
    "a split and a new one": _both(_split(7, ", including", ";", "*Notes*"), _put(9, NEW_OP)),
    "a split with a new level": _both(_split(7, ", including", ":", "Namely,"), _set(8, level=1)),
    "a merge": _merge(14),
    "a merge of levels": _merge(9),
    "a merge with words": _both(_merge(11, " "), _write(11, "access; By", "access, and by")),
    "italics alone": _write(4, "*songbun*", "songbun"),
    "italics put on": _write(13, "Secretary-General", "*Secretary-General*"),
    "italics in a moved one": _both(_write(14, "*Encourages* all", "*Encourages all*"), _move(14, 7)),
    "italics and words": _write(14, "*Encourages* all", "*Strongly encourages* *all*"),
    "a note added": _both(_write(14, "ground;", "ground;[^f]"), NOTED),
    "a note added before a new paragraph": _both(_write(14, "ground;", "ground;[^f]"), NOTED, _put(15, NEW_OP)),
    "a note dropped": _both(_write(13, "[^e]", ""), _note("e", None)),
    "a note edited": _note("e", "A/74/268 and Corr.1, *Supplement No. 1*."),
    "a note replaced": _note("d", "Security Council resolution 2397 (2017)."),
    "a note's italics": _note("b", "Official Records of the General Assembly, Seventy-second Session, A/72/439."),
    "a note in the middle dropped": _both(_write(1, "2017[^b]", "2017"), _note("c", "Resolution 73/180.")),
    "the first of two marks dropped": _drop(1),
    "a repeated mark dropped": _write(15, "[^b]", ""),
    "a repeated mark added": _write(16, "session.", "session.[^c]"),
    "a note in a new paragraph": _both(_put(15, WITH_NOTE), NOTED),
    "a paragraph with notes dropped": _both(_drop(7), _note("d", None)),
    "words before a mark": _write(1, "2017[^b] and", "2017,[^b] on Arcadia, and"),
    "a mark that moves": _both(_write(7, ";[^d]", ";"), _write(7, "inquiry,", "inquiry,[^d]")),
    "a level up": _set(11, level=1),
    "a level down": _set(14, level=1),
    "levels and words": _both(_set(14, level=1), _write(14, "*Encourages* all", "To encourage all")),
    "preamble to operative": _both(_set(5, kind=OP), _write(5, "*Noting*", "*Notes*")),
    "preamble to operative, moved": _both(_set(5, kind=OP), _write(5, "*Noting*", "*Notes*"), _move(5, 14)),
    "a heading dropped": _drop(6),
    "a heading added": _put(13, paragraph(HEADING, "Follow-up")),
    "the title": lambda text: replace(text, title=Inline.from_markup("Situation of *human rights* and of women in Arcadia")),
    "the title and the first": lambda text: replace(
        text, title=Inline("Situation of human rights in Arcadia today"), paragraphs=(NEW_PP, *text.paragraphs)
    ),
    "one operative paragraph left": _drop(8, 9),
    "typography": _write(12, "within sixty days", "within “sixty” days – at last"),
    "white space": _write(9, "To respect fully", "To  respect fully"),
    "an empty paragraph": _put(9, paragraph(OP, "")),
    "an emptied paragraph": _set(14, inline=Inline()),
    "an annex": lambda text: replace(
        text, paragraphs=(*text.paragraphs, paragraph(PP, "Terms of the inquiry", part="Annex"), paragraph(OP, "It reports.", part="Annex"))
    ),
    "illegal characters": _write(14, "ground;", "ground\x0b\ud800\ufffe;"),
}  # fmt: skip

TOGETHER = (
    "the title", "the first word", "a mark that moves", "a note edited", "italics alone", "the last word", "a word",
    "a new paragraph last", "a split", "a new paragraph", "a move up", "a new paragraph first",
)  # fmt: skip


def _noteless(text: Resolution, size: int) -> Resolution:
    """The text without the notes of its first `size` paragraphs."""
    bare = tuple(replace(p, inline=p.inline.without_marks()) for p in text.paragraphs[:size])
    kept = {mark.note for p in text.paragraphs[size:] for mark in p.inline.marks}
    notes = tuple(note for note in text.footnotes if note.id in kept)
    return replace(text, paragraphs=(*bare, *text.paragraphs[size:]), footnotes=notes)


FIRST_NOTES: dict[str, tuple[int, Change]] = {
    "a merge at the first note": (13, _merge(13)),
    "a merge after the first note": (13, _both(_merge(13), _write(13, "*Encourages* all", "and encourages all"))),
    "a merge before the first note": (13, _merge(12)),
    "the end dropped with the first note": (13, _drop(13, 4)),
    "an end added with the first note": (17, _both(_put(17, WITH_NOTE, NEW_OP), NOTED)),
    "a long end added with the first note": (17, _both(_put(17, NEW_PP, WITH_NOTE, NEW_OP), NOTED)),
    "the end replaced with the first note": (13, _both(_drop(13, 4), _put(13, NEW_OP, WITH_NOTE, NEW_PP), NOTED)),
    "the first note moved": (13, _move(13, 7)),
    "the first note moved to the end": (13, _move(13, 16)),
    "the first note moved and the end dropped": (13, _both(_drop(14, 3), _move(13, 7))),
    "the first note edited and moved to the end": (
        13,
        _both(_write(13, "*Welcomes* the", "*Notes* the"), _move(13, 16)),
    ),
}
"""Changes around the first note, to the text without the notes of its first so many paragraphs."""


def pairs() -> Iterator[tuple[str, Resolution, Resolution]]:
    """Each change, its reverse, and many at once."""
    for name, change in CHANGES.items():
        yield name, BASE, change(BASE)
        if name != "nothing":
            yield f"{name}, undone", change(BASE), BASE
    for name, (size, change) in FIRST_NOTES.items():
        old = _noteless(BASE, size)
        yield name, old, change(old)
        yield f"{name}, undone", change(old), old
    together = _both(*(CHANGES[name] for name in TOGETHER))(BASE)
    yield "all together", BASE, together
    yield "all together, undone", together, BASE
