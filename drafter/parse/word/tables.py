"""The tables in a text, which is read cell by cell."""

from __future__ import annotations

from lxml.etree import _Element

from drafter.ooxml.names import W
from drafter.parse.masthead import organ_of


def told(root: _Element) -> str:
    """The line that tells of the tables below the organ's line, "" where none is there; a masthead often is one."""
    begun = False
    rows: list[int] = []
    for element in root.iter(f"{W}p", f"{W}tbl"):
        if element.tag == f"{W}tbl":
            if begun:
                rows.append(len(element.findall(f"{W}tr")))
        elif not begun:
            begun = organ_of("".join(str(text.text or "") for text in element.iter(f"{W}t")).strip()) is not None
    if not rows:
        return ""
    counted = ", ".join(f"{count} row{'s' if count > 1 else ''}" for count in rows)
    what = "a table" if len(rows) == 1 else f"{len(rows)} tables"
    return f"the text has {what} ({counted}), read cell by cell, each as a paragraph of its own"
