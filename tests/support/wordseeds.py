"""Small Word files that between them hold everything the reader knows."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from functools import cache

from drafter.library.locate import open_records
from drafter.model.resolution import Resolution
from drafter.render import document, masthead, redline
from drafter.render.data import with_draft
from tests.support.handmade import i, listed, p, r, word_file
from tests.support.program import ROOT

NOTES = """
<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>
<w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:tab/><w:t>Resolution 217 A (III).</w:t></w:r></w:p>
</w:footnote>
<w:footnote w:id="7"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> United Nations, </w:t></w:r>
<w:r><w:rPr><w:i/></w:rPr><w:t>Treaty Series</w:t></w:r><w:r><w:t>, vol. 1577, No. 27531.</w:t></w:r></w:p></w:footnote>
"""
NUMBERING = """
<w:abstractNum w:abstractNumId="3">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%2)"/></w:lvl>
<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerRoman"/><w:lvlText w:val="(%3)"/></w:lvl>
</w:abstractNum>
<w:num w:numId="5"><w:abstractNumId w:val="3"/></w:num>
"""


def mark(note: int) -> str:
    return f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="{note}"/></w:r>'


def change(kind: str, content: str, author: str, number: int = 1) -> str:
    return f'<w:{kind} w:id="{number}" w:author="{author}" w:date="2026-10-01T00:00:00Z">{content}</w:{kind}>'


@cache
def seeds() -> tuple[bytes, ...]:
    """Our own clean and tracked file, the first with a draft's data, and one put together by hand."""
    base = _shortened(open_records(ROOT / "corpus").get("72/188"))
    new = _shortened(open_records(ROOT / "corpus").get("75/190"))
    head = masthead.of_resolution(new)
    clean = document.document(new, head)
    return (
        with_draft(clean, 'format = 1\nbase = "75/190"\n'),
        redline.redline(base, new, head, author="Ada", date=datetime(2026, 10, 1)),
        by_hand(),
    )


def by_hand() -> bytes:
    tracked = change("ins", i("Deeply "), "Ada") + change("del", "<w:r><w:delText>Very </w:delText></w:r>", "Li", 2)
    body = (
        "<w:tbl><w:tr><w:tc>" + p("A/C.3/76/L.28") + "</w:tc></w:tr></w:tbl>"
        + p("Draft resolution")
        + p("Situation of human rights")
        + p(i("The General Assembly") + r(","))
        + p(i("Recalling") + r(" the Declaration,") + mark(2))
        + p(tracked + i("concerned") + r(" at the Convention,") + mark(7))
        + p(i("Requests") + r(" the Secretary-General:"), properties=listed(5))
        + p("To report to the Assembly;", properties=listed(5, 1))
        + p('<w:hyperlink r:id="x">' + r("Resolution 75/190") + "</w:hyperlink>", properties=listed(5, 2))
        + "<w:sdt><w:sdtContent>"
        + p(i("Decides") + r(" to remain seized."), properties=listed(5))
        + "</w:sdtContent></w:sdt>"
    )  # fmt: skip
    return word_file(body, footnotes=NOTES, numbering=NUMBERING)


def _shortened(text: Resolution) -> Resolution:
    kept = (*text.paragraphs[:6], *text.paragraphs[-8:])
    marked = {mark.note for paragraph in kept for mark in paragraph.inline.marks}
    return replace(text, paragraphs=kept, footnotes=tuple(note for note in text.footnotes if note.id in marked))
