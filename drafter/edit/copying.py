"""One paragraph of a draft for a mail or a message: its label, its words, and what they change in the base."""

from __future__ import annotations

import re
from collections.abc import Iterable

from drafter.align.marked import BRACKETS, Fate, Piece, pieces
from drafter.align.words import word_changes
from drafter.model.draft import Draft, DraftParagraph, labels

_MARKDOWN = {Fate.STAYED: ("", ""), Fate.OUT: ("~~", "~~"), Fate.IN: ("**", "**")}
_SIGNS = re.compile(r"([\\*_~`\[\]<>])")


def copied(draft: Draft, ids: Iterable[str], *, markdown: bool = False) -> str:
    """The paragraphs with these ids, a blank line between them.

    Plain text has `[-out-]` and `{+in+}`, Markdown ~~out~~ and **in**; what the base has too stands as it is.

    >>> from drafter.model.draft import Adopted, DraftParagraph
    >>> from drafter.model.inline import Inline
    >>> from drafter.model.resolution import Kind, Paragraph
    >>> one = DraftParagraph("p1", Paragraph(Kind.OPERATIVE, Inline("Urges all States;")))
    >>> copied(Draft("75/190", Inline("Title"), (one,)), ["p1"])
    'OP1 (new): Urges all States;'
    """
    named = labels(draft)
    return "\n\n".join(_one(draft, draft[id], named[id], markdown=markdown) for id in ids)


def _one(draft: Draft, paragraph: DraftParagraph, label: str, *, markdown: bool) -> str:
    base = draft.adopted.paragraphs.get(paragraph.origin or "") if draft.adopted else None
    if paragraph.deleted:
        said, parts = " (deleted)", [Piece(Fate.OUT, paragraph.text)]
    elif paragraph.origin is None:
        said, parts = " (new)", [Piece(Fate.STAYED, paragraph.text)]
    elif base is None:
        said, parts = "", [Piece(Fate.STAYED, paragraph.text)]
    else:
        changes = word_changes(base.text, paragraph.text)
        said, parts = "", list(pieces(base.text, paragraph.text, changes))
    head = f"**{label}**{said}: " if markdown else f"{label}{said}: "
    return head + "".join(_marked(part, markdown=markdown) for part in parts)


def _marked(part: Piece, *, markdown: bool) -> str:
    opening, closing = (_MARKDOWN if markdown else BRACKETS)[part.fate]
    if not markdown:
        return f"{opening}{part.text}{closing}"
    # Markdown takes no blank beside the sign that opens or closes
    bare = part.text.strip(" ")
    if not bare:
        return part.text
    before, _, after = part.text.partition(bare)
    return before + opening + _SIGNS.sub(r"\\\1", bare) + closing + after
