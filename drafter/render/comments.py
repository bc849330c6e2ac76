"""Word comments: why a paragraph changed and where its words come from. ECMA-376, part 1, section 17.13.4."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from lxml.etree import _Element

from drafter.model import numbering
from drafter.model.draft import Draft, DraftParagraph
from drafter.model.resolution import Resolution
from drafter.ooxml import archive, elements, names, relationships
from drafter.ooxml.names import W

INITIAL = "d"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"


@dataclass(frozen=True)
class Remarks:
    """What to say of paragraphs, line by line, by their places in the old and in the new text."""

    old: Mapping[int, Sequence[str]] = field(default_factory=dict)
    new: Mapping[int, Sequence[str]] = field(default_factory=dict)


def remarks(draft: Draft, base: Resolution) -> Remarks:
    """Reasons and sources: for standing paragraphs by their place in the draft, for deleted ones by that in the
    base."""
    places = {label: place for place, label in enumerate(numbering.labels(base.paragraphs))}
    return Remarks(
        {
            places[each.origin]: said
            for each in draft
            if each.deleted and each.origin in places
            if (said := _said(each))
        },
        {place: said for place, each in enumerate(draft.standing) if (said := _said(each))},
    )


def _said(paragraph: DraftParagraph) -> tuple[str, ...]:
    sources = "; ".join(dict.fromkeys(f"{source.symbol} {source.label}".strip() for source in paragraph.sources))
    return tuple(filter(None, (paragraph.reason.strip(), f"Sources: {sources}" if sources else "")))


def comment(number: int, lines: Iterable[str], author: str, date: str) -> _Element:
    """The comment itself, of a paragraph a line."""
    made = elements.element("comment", id=number, author=author, date=date, initials=INITIAL)
    made.extend(elements.paragraph([elements.run(line)]) for line in lines)
    return made


def anchor(paragraph: _Element, number: int, *, tracked_mark: bool) -> None:
    """Tie a comment to the whole paragraph; where its mark comes or goes, so does the reference."""
    reference = elements.element("r")
    elements.child(reference, "commentReference", id=number)
    last = paragraph[-1] if len(paragraph) else None
    first = next((place for place, each in enumerate(paragraph) if each.tag != W + "pPr"), len(paragraph))
    paragraph.insert(first, elements.element("commentRangeStart", id=number))
    paragraph.append(elements.element("commentRangeEnd", id=number))
    if tracked_mark and last is not None and last.tag in {W + name for name in ("ins", "del", "moveFrom", "moveTo")}:
        last.append(reference)
    else:
        paragraph.append(reference)


def clear_of_notes(text: Iterable[_Element]) -> None:
    """Let no comment end between the first two note marks: LibreOffice 7.4 then loses the first note's text.

    In the first one's own paragraph it ends before the mark, else right after the second mark.
    """
    found = [each for top in text for each in top.iter(W + "footnoteReference", W + "commentReference", _END)]
    marks = [place for place, each in enumerate(found) if each.tag == W + "footnoteReference"][:2]
    if len(marks) < 2:
        return
    first, second = (found[place] for place in marks)
    after = _in_paragraph(second)
    for place in range(marks[0] + 1, marks[1]):
        element = found[place] if found[place].tag == _END else found[place].getparent()
        assert element is not None
        if _paragraph(element) is _paragraph(first):
            _in_paragraph(first).addprevious(element)
        else:
            after.addnext(element)
            after = element


_END = W + "commentRangeEnd"


def _paragraph(element: _Element) -> _Element | None:
    return next(element.iterancestors(W + "p"), None)


def _in_paragraph(element: _Element) -> _Element:
    """What holds it right under its paragraph."""
    held = element
    while (above := held.getparent()) is not None and above.tag != W + "p":
        held = above
    return held


def put(parts: archive.Parts, made: Sequence[_Element], document: _Element) -> None:
    """Put the comments into the file, after those that it has."""
    if not made:
        return
    if names.COMMENTS in parts:
        root = elements.parse(parts[names.COMMENTS])
        taken = 1 + max((int(each.get(W + "id", "0")) for each in root), default=-1)
        own = {each.get(W + "id", "") for each in made}
        anchors = document.iter(W + "commentRangeStart", W + "commentRangeEnd", W + "commentReference")
        for each in (*made, *(found for found in anchors if found.get(W + "id") in own)):
            each.set(W + "id", str(int(each.get(W + "id", "0")) + taken))
    else:
        root = elements.element("comments")
        relationships.declare(parts, {names.COMMENTS: _TYPE})
        relationships.relate(
            parts, names.DOCUMENT_RELATIONS, f"{names.R_NS}/comments", "comments.xml", name="drafter_comments.xml"
        )
    root.extend(made)
    parts[names.COMMENTS] = elements.serialise(root)
