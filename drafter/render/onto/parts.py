"""The lines that name a text's parts ("Annex", "B"), which a file prints and a resolution only implies."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from drafter.model.inline import Inline
from drafter.model.resolution import Kind, Paragraph, Resolution
from drafter.parse.masthead import organ_of
from drafter.render.document import enacting, printed
from drafter.render.lists import Lists


def with_part_lines(text: Resolution) -> Resolution:
    """The text with the lines that stand above its parts; the first enacting line is the masthead's."""
    shown = [paragraph for paragraph, _ in printed(text.organ, text.paragraphs, Lists())]
    own = set(map(id, text.paragraphs))
    if shown and id(shown[0]) not in own and shown[0].inline == enacting(text.organ):
        del shown[0]
    return replace(text, paragraphs=tuple(shown))


def is_part_line(paragraph: Paragraph) -> bool:
    """Whether a paragraph only names its part, so that a file may lack it or have it in capitals."""
    if paragraph.kind is not Kind.HEADING or not paragraph.part:
        return False
    return paragraph.text.casefold() == paragraph.part.casefold() or organ_of(paragraph.text) is not None


def as_filed(new: Resolution, old: Sequence[Paragraph], filed: Mapping[Paragraph, str | None]) -> Resolution:
    """The new text with the old one's part lines as the file has them (`filed`), without those that it lacks."""
    known = {(line.part, line.text): words for line in old if is_part_line(line) for words in (filed.get(line),)}
    made: list[Paragraph] = []
    for paragraph in new.paragraphs:
        key = paragraph.part, paragraph.text
        if is_part_line(paragraph) and key in known:
            words = known[key]
            if words is None:
                continue
            if words != paragraph.text:
                paragraph = replace(paragraph, inline=Inline(words))
        made.append(paragraph)
    return replace(new, paragraphs=tuple(made))
