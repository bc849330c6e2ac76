"""The Word base documents: where they are found, and how their places are filled.

A place is a content control with a tag. Filling it puts the text (or the elements) there in the look that the
place has, and takes the control away. A paragraph whose places all stay empty is left out; in a table, header or
footer it stays as an empty line, which keeps its neighbours in place.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from lxml.etree import _Element

from drafter.errors import UnreadableError
from drafter.ooxml import archive, elements, names
from drafter.ooxml.archive import Parts
from drafter.ooxml.names import W
from drafter.resources import own, shipped

Content = str | Sequence[_Element]
"""What goes into a place: plain text, or runs (in a paragraph) or paragraphs (between paragraphs)."""

BODY = "body"
ANNEXES = "annexes"


def find(*, draft: bool, given: Path | None = None) -> Path:
    """The base document: the one given, or the user's own in the configuration folder, or the shipped one."""
    if given is not None:
        return given
    name = "draft.docx" if draft else "adopted.docx"
    base = own("templates") / name
    return base if base.is_file() else shipped("templates") / name


def is_shipped(base: Path) -> bool:
    return base.parent == shipped("templates")


def tags(root: _Element) -> set[str]:
    return {_tag(control) for control in root.iter(f"{W}sdt")}


def check(parts: Parts, path: Path) -> None:
    """Refuse a base document that has no place for the text, or that lacks what setting the text requires.

    Notes, lists and the styles whose names begin with "UN" must be there; what they look like is the user's own.
    """
    if BODY not in tags(elements.parse(parts[names.DOCUMENT])):
        raise UnreadableError(
            "this Word file has no place for the text",
            file=path,
            remedy='add a content control with the tag "body", or start from the shipped draft.docx',
        )
    needed = archive.read(shipped("templates") / "draft.docx")
    lacking = ["footnotes"] * (names.FOOTNOTES not in parts) + ["numbered lists"] * (names.NUMBERING not in parts)
    known = _styles(needed)
    lacking += [f"the style “{known[id]}”" for id in known.keys() - _styles(parts).keys() if id.startswith("UN")]
    if lacking:
        more = f" and {len(lacking) - 1} more" if len(lacking) > 1 else ""
        raise UnreadableError(
            f"this Word file lacks {min(lacking)}{more} that a resolution is set with",
            file=path,
            remedy="start from the shipped draft.docx",
        )


def _styles(parts: Parts) -> dict[str, str]:
    """The names of the styles by their ids."""
    if names.STYLES not in parts:
        return {}
    root = elements.parse(parts[names.STYLES])
    named = ((style.get(f"{W}styleId", ""), style.find(f"{W}name")) for style in root.iter(f"{W}style"))
    return {id: name.get(f"{W}val", id) if name is not None else id for id, name in named}


def fill(root: _Element, values: Mapping[str, Content]) -> None:
    """Fill every place whose tag is in `values`; other controls stay as they are."""
    filled: dict[_Element, bool] = {}
    for control in list(root.iter(f"{W}sdt")):
        value = values.get(_tag(control))
        if value is None:
            continue
        content = _like(control, value) if isinstance(value, str) else list(value)
        parent = control.getparent()
        if parent is None:
            continue
        if parent.tag == f"{W}p":
            filled[parent] = filled.get(parent, False) or bool(content)
        elif (around := control.find(f"{W}sdtContent/{W}p")) is not None and _tag(control) not in {BODY, ANNEXES}:
            for old in list(around.iterchildren(f"{W}r", f"{W}sdt")):
                around.remove(old)
            around.extend(content)
            filled[around] = bool(content)
            content = [around]
        at = parent.index(control)
        parent[at : at + 1] = content
    for paragraph, has_text in filled.items():
        if not has_text:
            _leave_out(paragraph)


def _tag(control: _Element) -> str:
    found = control.find(f"{W}sdtPr/{W}tag")
    return "" if found is None else found.get(f"{W}val", "")


def _like(control: _Element, text: str) -> list[_Element]:
    """The text in a run that looks like the first run of the control."""
    if not text:
        return []
    made = elements.run(text)
    sample = control.find(f"{W}sdtContent//{W}r/{W}rPr")
    if sample is not None:
        made.insert(0, sample)
    return [made]


def _leave_out(paragraph: _Element) -> None:
    parent = paragraph.getparent()
    if parent is None:
        return
    if parent.tag in {f"{W}tc", f"{W}hdr", f"{W}ftr"}:
        for inner in paragraph.findall(f"{W}r"):
            paragraph.remove(inner)
        return
    parent.remove(paragraph)
