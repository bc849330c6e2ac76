"""The text on which a colleague tracked changes, as a state of the draft where that never was one."""

from __future__ import annotations

from dataclasses import replace

from drafter.align.pairs import align
from drafter.edit.taking.changes import differ
from drafter.edit.taking.theirs import NoteNames, Theirs
from drafter.model.draft import Draft, DraftParagraph
from drafter.model.inline import Inline
from drafter.model.resolution import Footnote

FOREIGN = "theirs "
"""With which the id of a paragraph begins that the draft never had."""


def underneath(state: Draft, text: Theirs) -> Draft:
    """The state with the text's words; a paragraph keeps the id of that from which it comes."""
    names, standing = NoteNames(text, state), state.standing
    origins: dict[int, int] = {}
    for pair in align([one.paragraph for one in standing], text.paragraphs).pairs:
        if pair.old is not None and pair.new is not None and pair.old not in origins.values():
            origins.setdefault(pair.new, pair.old)
    cited = {note.id: note for note in state.footnotes}

    def named(inline: Inline, was: Inline | None = None) -> Inline:
        found = names.named(inline, was)
        cited.update({note.id: note for note in (*found.fresh, *found.changed)})
        return found.inline if was is None or differ(was, found.inline) else was

    paragraphs: list[DraftParagraph] = []
    for place, paragraph in enumerate(text.paragraphs):
        if place in origins:
            own = standing[origins[place]]
            paragraphs.append(own.with_paragraph(inline=named(paragraph.inline, own.inline)))
        else:
            new = replace(paragraph, inline=named(paragraph.inline))
            paragraphs.append(DraftParagraph(f"{FOREIGN}{place}", new))
    notes: tuple[Footnote, ...] = tuple(cited.values())
    return replace(state, title=named(text.title, state.title), paragraphs=tuple(paragraphs), footnotes=notes)
