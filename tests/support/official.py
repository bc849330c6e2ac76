"""Somebody else's Word files: our A/RES output as if the Secretariat's, and one typed by hand with all it may hold."""

from __future__ import annotations

import io
import re
import zipfile

from drafter.model.inline import Inline
from drafter.model.organ import Organ
from drafter.model.resolution import Footnote, Kind, Paragraph, Resolution

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
)
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PARAGRAPH = re.compile(rb"<w:p[ >].*?</w:p>", re.DOTALL)


def rewritten(package: bytes, /, **parts: bytes) -> bytes:
    """The same package with other parts (`document=`, `footnotes=`)."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            stem = name.removeprefix("word/").removesuffix(".xml")
            new.writestr(old.getinfo(name), parts.get(stem, old.read(name)))
    return made.getvalue()


def part(document: bytes, name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(document)) as package:
        return package.read(f"word/{name}.xml")


def paragraphs(document: bytes) -> list[bytes]:
    """The bytes of each w:p of the text."""
    return _PARAGRAPH.findall(part(document, "document"))


def disturbed(before: bytes, after: bytes) -> list[str]:
    """What is not as it was in a file: parts other than the text and the notes, names, and their order."""
    with zipfile.ZipFile(io.BytesIO(before)) as old, zipfile.ZipFile(io.BytesIO(after)) as new:
        if old.namelist() != new.namelist():
            return [f"parts {old.namelist()} became {new.namelist()}"]
        return [
            name
            for name in old.namelist()
            if name not in ("word/document.xml", "word/footnotes.xml") and old.read(name) != new.read(name)
        ]


def kept(before: bytes, after: bytes) -> int:
    """How many of the first file's w:p stand in the other one, byte for byte and in order."""
    rest = paragraphs(after)
    count = at = 0
    for each in paragraphs(before):
        if each in rest[at:]:
            at = rest.index(each, at) + 1
            count += 1
    return count


def _p(content: str, look: str = "", attributes: str = "") -> str:
    return f"<w:p{attributes}><w:pPr>{look}</w:pPr>{content}</w:p>" if look else f"<w:p{attributes}>{content}</w:p>"


def _r(text: str, look: str = "") -> str:
    properties = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f'<w:r w:rsidR="00AB12CD">{properties}<w:t xml:space="preserve">{text}</w:t></w:r>'


TAB = "<w:r><w:tab/></w:r>"
MARK = '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="{}"/></w:r>'
FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> HYPERLINK "x" </w:instrText>'
    '</w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>{}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
BODY = (
    "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc>"
    + _p(_r("United Nations"))
    + "</w:tc><w:tc>"
    + _p(_r("A/RES/74/166"))
    + "</w:tc></w:tr></w:tbl>"
    + _p(_r("74/166.") + TAB + _r("Situation of human rights in Arcadia", "<w:b/>"), '<w:jc w:val="left"/>')
    + _p(TAB + _r("The General Assembly", "<w:i/>") + _r(","))
    + _p(
        TAB
        + _r("Guided", "<w:i/>")
        + _r(" by the Charter of the Uni")
        + '<w:proofErr w:type="spellStart"/>'
        + _r("ted Nat")
        + '<w:bookmarkStart w:id="3" w:name="x"/>'
        + _r("ions,")
        + '<w:bookmarkEnd w:id="3"/>'
        + MARK.format(2),
        '<w:pStyle w:val="SingleTxt"/><w:jc w:val="both"/>',
        ' w14:paraId="11AA22BB" w:rsidR="00FF00FF"',
    )
    + _p(
        TAB
        + _r("Recalling", "<w:i/>")
        + _r(" its resolution ")
        + '<w:hyperlink r:id="rId9">'
        + _r("73/180", '<w:color w:val="0000FF"/>')
        + "</w:hyperlink>"
        + _r(" of 17 December 2018 &amp; all others,"),
        '<w:pStyle w:val="SingleTxt"/>',
        ' w14:paraId="11AA22BC"',
    )
    + _p(
        TAB
        + _r("1.")
        + TAB
        + _r("Condemns", "<w:i/>")
        + _r(" the violations described in ")
        + FIELD.format(_r("A/HRC/25/63"))
        + _r(" in the ")
        + '<w:smartTag w:element="place">'
        + _r("strongest")
        + "</w:smartTag>"
        + _r(" terms;")
        + MARK.format(3),
        '<w:pStyle w:val="SingleTxt"/>',
    )
    + _p(TAB + _r("2.") + TAB + _r("Urges", "<w:i/>") + _r(" the Government:"), '<w:pStyle w:val="SingleTxt"/>')
    + _p(
        TAB
        + _r("(a)")
        + TAB
        + "<w:sdt><w:sdtPr><w:id w:val='77'/></w:sdtPr><w:sdtContent>"
        + _r("To respect fully all human rights;")
        + "</w:sdtContent></w:sdt>",
        '<w:pStyle w:val="SingleTxt"/><w:ind w:left="1701"/>',
    )
    + _p(TAB + _r("(b)") + TAB + _r("To cooperate with the Special Rapporteur;"), '<w:ind w:left="1701"/>')
    + _p(
        TAB
        + _r("3.")
        + TAB
        + _r("Encourages", "<w:i/>")
        + _r(" all ")
        + '<w:ins w:id="7" w:author="An Editor" w:date="2020-01-01T00:00:00Z">'
        + _r("Member ")
        + "</w:ins>"
        + '<w:del w:id="8" w:author="An Editor" w:date="2020-01-01T00:00:00Z">'
        + _r("other ").replace("w:t>", "w:delText>").replace("<w:t ", "<w:delText ")
        + "</w:del>"
        + _r("States to support the operations;"),
        '<w:pStyle w:val="SingleTxt"/>',
    )
    + _p(TAB + _r("4.") + TAB + _r("Decides", "<w:i/>") + _r(" to remain seized of the matter. "))
    + _p(_r("50th plenary meeting", "<w:i/>"))
    + _p(_r("18 December 2019", "<w:i/>"))
    + '<w:sectPr><w:pgSz w:w="12240" w:h="15840"/></w:sectPr>'
)


def _note(number: int, text: str) -> str:
    mark = '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>'
    return (
        f'<w:footnote w:id="{number}">'
        + _p(TAB + mark + TAB + _r(text), '<w:pStyle w:val="FootnoteText"/>')
        + "</w:footnote>"
    )


def typed() -> bytes:
    """A small resolution with typed numbers and tabs, a link, a field, split runs, and an editor's revisions."""
    separators = "".join(
        f'<w:footnote w:type="{kind}" w:id="{n}"><w:p><w:r><w:{kind}/></w:r></w:p></w:footnote>'
        for n, kind in enumerate(("separator", "continuationSeparator"))
    )
    notes = separators + _note(2, "Resolution 217 A (III).") + _note(3, "A/HRC/25/63.")
    parts = package(
        f"{HEAD}<w:document {NAMESPACES}><w:body>{BODY}</w:body></w:document>",
        f"{HEAD}<w:footnotes {NAMESPACES}>{notes}</w:footnotes>",
        f"{HEAD}<w:styles {NAMESPACES}>{styles()}</w:styles>",
    )
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return made.getvalue()


def noteless(settings: bytes = b"") -> bytes:
    """The same without notes and without a notes part; with these settings."""
    body = re.sub(r"<w:r><w:rPr>[^/]*/></w:rPr><w:footnoteReference [^>]*></w:r>", "", BODY)
    parts = package(
        f"{HEAD}<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>",
        "",
        f"{HEAD}<w:styles {NAMESPACES}>{styles()}</w:styles>",
        settings.decode(),
    )
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return made.getvalue()


def styles() -> str:
    """The inside of a styles part with the names used here."""
    return "".join(
        f'<w:style w:type="{kind}" w:styleId="{name}"><w:name w:val="{called}"/>{look}</w:style>'
        for kind, name, called, look in (
            ("paragraph", "SingleTxt", "_ Single Txt", ""),
            ("paragraph", "FootnoteText", "footnote text", ""),
            (
                "character",
                "FootnoteReference",
                "footnote reference",
                '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>',
            ),
        )
    )


def package(document: str, footnotes: str, style_part: str, settings: str = "") -> dict[str, str]:
    """The parts of a file by name: these, and what ties them together."""
    word = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{word}.{kind}+xml"/>'
        for name, kind, there in (
            ("document", "document.main", document),
            ("footnotes", "footnotes", footnotes),
            ("styles", "styles", style_part),
            ("settings", "settings", settings),
        )
        if there
    )
    related = [("rId1", "styles", "styles.xml"), ("rId9", "hyperlink", "http://x.org")]
    if footnotes:
        related.insert(1, ("rId2", "footnotes", "footnotes.xml"))
    if settings:
        related.append(("rId3", "settings", "settings.xml"))
    parts = {
        "[Content_Types].xml": HEAD
        + '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" '
        f'ContentType="application/xml"/>{overrides}</Types>',
        "_rels/.rels": _relations(("rId1", "officeDocument", "word/document.xml")),
        "word/_rels/document.xml.rels": _relations(*related),
        "word/document.xml": document,
        "word/footnotes.xml": footnotes,
        "word/styles.xml": style_part,
        "word/settings.xml": settings,
    }
    return {name: content for name, content in parts.items() if content}


def _relations(*relations: tuple[str, str, str]) -> str:
    listed = "".join(
        f'<Relationship Id="{key}" Type="{_RELATED}/{kind}" Target="{target}"'
        + (' TargetMode="External"/>' if kind == "hyperlink" else "/>")
        for key, kind, target in relations
    )
    return f'{HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{listed}</Relationships>'


def _paragraph(kind: Kind, markup: str, level: int = 0) -> Paragraph:
    return Paragraph(kind, Inline.from_markup(markup), level)


TYPED = Resolution(
    Organ.GENERAL_ASSEMBLY,
    Inline("Situation of human rights in Arcadia"),
    (
        _paragraph(Kind.PREAMBULAR, "*Guided* by the Charter of the United Nations,[^a]"),
        _paragraph(Kind.PREAMBULAR, "*Recalling* its resolution 73/180 of 17 December 2018 & all others,"),
        _paragraph(Kind.OPERATIVE, "*Condemns* the violations described in A/HRC/25/63 in the strongest terms;[^b]"),
        _paragraph(Kind.OPERATIVE, "*Urges* the Government:"),
        _paragraph(Kind.OPERATIVE, "To respect fully all human rights;", 1),
        _paragraph(Kind.OPERATIVE, "To cooperate with the Special Rapporteur;", 1),
        _paragraph(Kind.OPERATIVE, "*Encourages* all Member States to support the operations;"),
        _paragraph(Kind.OPERATIVE, "*Decides* to remain seized of the matter."),
    ),
    (Footnote("a", Inline("Resolution 217 A (III).")), Footnote("b", Inline("A/HRC/25/63."))),
)
"""What `typed()` says."""
