"""Several authors' changes to one text: the text of each, that of all, and one author's part of a tracked file."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from lxml import etree

from drafter.align.three_way import merge
from drafter.model.inline import Inline
from drafter.model.resolution import Footnote, Paragraph, Resolution
from drafter.render.redline.whose import Whose
from tests.support.tracked import CHANGES, PUT, TAKEN, W

Row = tuple[int, Paragraph]
"""A paragraph with its place in the base, -1 for a new one."""
Structure = Callable[[list[Row]], list[Row]]


@dataclass(frozen=True)
class Author:
    """What one author changes: markup in the title ("title"), in notes (their ids) and paragraphs (their places).

    `structure` is done to whole paragraphs, `deeds` the places of those of the base.
    """

    words: Mapping[int | str, Callable[[str], str]] = field(default_factory=dict)
    structure: Structure = lambda rows: rows
    notes: tuple[Footnote, ...] = ()
    deeds: tuple[int, ...] = ()

    def of(self, key: int | str, inline: Inline) -> Inline:
        change = self.words.get(key)
        return Inline.from_markup(change(inline.markup)) if change else inline


def alone(base: Resolution, author: Author) -> Resolution:
    """The base with one author's changes."""
    return together(base, {"one": author})[0]


def together(base: Resolution, authors: Mapping[str, Author]) -> tuple[Resolution, Whose]:
    """The base with the changes of all, none of which collide, and whose they are."""
    merged = {
        key: merge(inline, {name: author.of(key, inline) for name, author in authors.items()})
        for key, inline in (
            ("title", base.title),
            *enumerate(p.inline for p in base.paragraphs),
            *((note.id, note.inline) for note in base.footnotes),
        )
    }
    assert not any(each.conflicts for each in merged.values())
    rows: list[Row] = [(n, replace(p, inline=merged[n].text())) for n, p in enumerate(base.paragraphs)]
    deeds: dict[str, str] = {}
    come: dict[str, str] = {}
    for name, author in authors.items():
        before, rows = rows, author.structure(rows)
        deeds |= {base.paragraphs[n].text: name for n in author.deeds}
        come |= {p.text: name for n, p in rows if n < 0 and (n, p) not in before}
    marked = {mark.note for _, p in rows for mark in p.inline.marks} | {mark.note for mark in base.title.marks}
    notes = [replace(note, inline=merged[note.id].text()) for note in base.footnotes]
    notes += [note for author in authors.values() for note in author.notes]
    order = [mark.note for _, p in rows for mark in p.inline.marks]
    text = replace(
        base,
        title=merged["title"].text(),
        paragraphs=tuple(paragraph for _, paragraph in rows),
        footnotes=tuple(sorted((note for note in notes if note.id in marked), key=lambda note: order.index(note.id))),
    )
    return text, Whose(tuple(merged.values()), deeds, come)


def part_of(document: bytes, name: str) -> bytes:
    """The tracked file as it would be accepted with only one author's changes: others' go the other way."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(document)) as old, zipfile.ZipFile(made, "w") as new:
        for entry in old.namelist():
            content = old.read(entry)
            if entry.startswith("word/") and entry.endswith(".xml"):
                root = etree.fromstring(content)
                _turn(root, name)
                content = etree.tostring(root)
            new.writestr(entry, content)
    return made.getvalue()


def _turn(root: etree._Element, name: str) -> None:
    for element in list(root.iter(*PUT, *TAKEN, *CHANGES)):
        if name in (element.get(W + "author") or "").split(", "):
            continue
        if element.tag in CHANGES:
            _restore(element)
        else:
            element.tag = W + ("del" if element.tag in PUT else "ins")


def _restore(change: etree._Element) -> None:
    """Properties as they were before somebody changed them; what is tracked of a paragraph's mark stays."""
    properties = change.getparent()
    assert properties is not None
    mark = properties.find(W + "rPr") if properties.tag == W + "pPr" else None
    was = change[0] if len(change) else etree.Element("none")
    for each in list(properties):
        properties.remove(each)
    properties.extend(list(was))
    if mark is not None:
        properties.append(mark)
