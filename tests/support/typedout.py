"""Any resolution as an office types it by hand: numbers and tabs in the text, links, fields, split runs, bookmarks."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from itertools import count
from xml.sax.saxutils import escape

from drafter.model import numbering
from drafter.model.inline import Inline
from drafter.model.resolution import Kind, Paragraph, Resolution
from drafter.ooxml.elements import clean
from drafter.render.document import in_annex
from drafter.render.redline.notes import told_apart
from drafter.render.redline.values import AGAIN
from tests.support.official import FIELD, HEAD, MARK, NAMESPACES, TAB, package, styles

_LINKED = re.compile(r"\d{2}/\d{1,3}\b")
_FIELDED = re.compile(r"A/[A-Z0-9./]+\d")
_RAISED = '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:t>{}</w:t></w:r>'


def typed_out(text: Resolution) -> bytes:
    """The text as such a file; every note at its first mark, a bare raised number at any other."""
    return Typist(text).file()


class Typist:
    """Writes a text as such a file, paragraph by paragraph."""

    def __init__(self, text: Resolution) -> None:
        self.text = told_apart(text)
        self.order: dict[str, int] = {}
        self.ids = count(1)
        self.bookmarks = count(10)

    def file(self) -> bytes:
        text = self.text
        body = [
            p(r("United Nations")),
            p(r(f"{text.symbol}")),
            p(r("Resolution adopted"), '<w:jc w:val="left"/>'),
        ]
        number = f"{text.symbol}".removeprefix("A/RES/")
        body.append(p(r(f"{number}.") + TAB + "".join(self.runs(text.title, bold=True))))
        body.append(p(TAB + r("The General Assembly", "<w:i/>") + r(",")))
        closing = [p(r("50th plenary meeting", "<w:i/>")), p(r("18 December 2019", "<w:i/>"))]
        part = ""
        for paragraph, mark in zip(text.paragraphs, numbering.printed(text.paragraphs), strict=True):
            if paragraph.part != part:
                part = paragraph.part
                if in_annex(part) and closing:
                    body += closing
                    closing = []
                body.append(p(r(part, "<w:b/>"), '<w:jc w:val="center"/>'))
            body.append(self.paragraph(paragraph, mark))
        body += [*closing, '<w:sectPr><w:pgSz w:w="12240" w:h="15840"/></w:sectPr>']
        notes = {note.id: note.inline for note in text.footnotes}
        separators = "".join(
            f'<w:footnote w:type="{kind}" w:id="{n}"><w:p><w:r><w:{kind}/></w:r></w:p></w:footnote>'
            for n, kind in enumerate(("separator", "continuationSeparator"), -1)
        )
        noted = "".join(self.note(number, notes[note]) for note, number in self.order.items())
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in package(
                f"{HEAD}<w:document {NAMESPACES}><w:body>{''.join(body)}</w:body></w:document>",
                f"{HEAD}<w:footnotes {NAMESPACES}>{separators}{noted}</w:footnotes>",
                f"{HEAD}<w:styles {NAMESPACES}>{styles()}</w:styles>",
            ).items():
                archive.writestr(name, content)
        return made.getvalue()

    def paragraph(self, paragraph: Paragraph, mark: str) -> str:
        if paragraph.kind is Kind.HEADING:
            return p("".join(self.runs(paragraph.inline, bold=True)), '<w:keepNext/><w:jc w:val="center"/>')
        look = '<w:pStyle w:val="SingleTxt"/>' + (f'<w:ind w:left="{567 * paragraph.level}"/>' * bool(paragraph.level))
        number = next(self.ids)
        start = TAB + (r(mark) + TAB if mark else "")
        return p(start + "".join(self.runs(paragraph.inline)), look, f' w14:paraId="{number:08X}"')

    def runs(self, inline: Inline, *, bold: bool = False) -> Iterator[str]:
        for run in inline.runs():
            if run.note is not None:
                again = run.note.endswith(AGAIN)
                place = self.order.setdefault(run.note.removesuffix(AGAIN), len(self.order) + 1)
                yield _RAISED.format(place) if again else MARK.format(place)
                continue
            look = "<w:b/>" * bold + "<w:i/>" * run.italic
            yield from self.words(run.text, look)

    def words(self, text: str, look: str) -> Iterator[str]:
        """Words with symbols as links and fields, the rest in runs as an editor's cursor leaves them."""
        at = 0
        for found in re.finditer(f"{_FIELDED.pattern}|{_LINKED.pattern}", text):
            yield from self.split(text[at : found.start()], look)
            shown = r(found[0], look + '<w:color w:val="0000FF"/>')
            linked = found[0][0] != "A"
            yield f'<w:hyperlink r:id="rId9">{shown}</w:hyperlink>' if linked else FIELD.format(shown)
            at = found.end()
        yield from self.split(text[at:], look)

    def split(self, text: str, look: str) -> Iterator[str]:
        cut = text.find("e", len(text) // 3) + 1
        if cut <= 0 or len(text) < 20:
            yield r(text, look) if text else ""
            return
        number = next(self.bookmarks)
        yield r(text[:cut], look)
        yield f'<w:proofErr w:type="gramStart"/><w:bookmarkStart w:id="{number}" w:name="b{number}"/>'
        yield r(text[cut:], look)
        yield f'<w:bookmarkEnd w:id="{number}"/>'

    def note(self, number: int, inline: Inline) -> str:
        mark = '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>'
        runs = "".join(r(run.text, "<w:i/>" * run.italic) for run in inline.runs() if run.note is None)
        return f'<w:footnote w:id="{number}">{p(TAB + mark + TAB + runs)}</w:footnote>'


def p(content: str, look: str = "", attributes: str = "") -> str:
    return f"<w:p{attributes}>" + (f"<w:pPr>{look}</w:pPr>" if look else "") + f"{content}</w:p>"


def r(text: str, look: str = "") -> str:
    said = "".join(
        {"\t": "<w:tab/>", "\n": "<w:br/>"}.get(part) or f'<w:t xml:space="preserve">{escape(part)}</w:t>'
        for part in re.split(r"([\t\n])", clean(text))
        if part
    )
    return '<w:r w:rsidR="00AB12CD">' + (f"<w:rPr>{look}</w:rPr>" if look else "") + said + "</w:r>"
