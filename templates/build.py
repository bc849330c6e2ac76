"""Make the Word base documents, adopted.docx and draft.docx, in this folder: `python templates/build.py`.

They are ordinary Word files: open one, change its styles, headers or masthead, save it, and `drafter render
--template` uses it. Each content control (Developer, Properties shows its tag) is a place that rendering fills;
a paragraph whose places all stay empty is left out. The measures are those of the United Nations' own pages, in
twips (a twentieth of a point).
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from drafter.render import package
from drafter.render.ooxml import NAMESPACES

STEP = 475
EDGE = 1267
PAGE_WIDTH = 9840
LINES = 'w:lineRule="exact"'
XMLNS = " ".join(f'xmlns:{prefix}="{name}"' for prefix, name in NAMESPACES.items())
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
RELATION = NAMESPACES["r"]

BODY_TEXT = '<w:spacing w:val="4"/><w:w w:val="103"/><w:kern w:val="14"/>'
"""The Secretariat sets its text a shade wider than the typeface is."""


# Styles


def style(name: str, based: str = "Normal", paragraph: str = "", run: str = "", *, kind: str = "paragraph",
          following: str = "", default: bool = False) -> str:  # fmt: skip
    """A style; its id is its name without blanks and brackets. Children come in the schema's order."""
    attributes = f'w:type="{kind}" w:styleId="{style_id(name)}"'
    attributes += ' w:default="1"' if default else ""
    attributes += ' w:customStyle="1"' if name.startswith("UN ") else ""
    return (
        f'<w:style {attributes}><w:name w:val="{name}"/>'
        + (f'<w:basedOn w:val="{style_id(based)}"/>' if based and not default else "")
        + (f'<w:next w:val="{style_id(following)}"/>' if following else "")
        + "<w:qFormat/>"
        + (f"<w:pPr>{paragraph}</w:pPr>" if paragraph else "")
        + (f"<w:rPr>{run}</w:rPr>" if run else "")
        + "</w:style>"
    )


def style_id(name: str) -> str:
    stem, _, mark = name.rpartition(" ")
    if mark in MARKS:
        return f"{style_id(stem)}{MARKS.index(mark) + 1}"
    known = {"footnote text": "FootnoteText", "footnote reference": "FootnoteReference", "header": "Header",
             "footer": "Footer", "Default Paragraph Font": "DefaultParagraphFont", "heading 1": "Heading1"}  # fmt: skip
    return known.get(name) or "".join(letter for letter in name if letter.isalnum())


def width(between: int, percent: int = 100) -> str:
    """How wide letters are set: twips put between two of them, and their own width."""
    return f'<w:spacing w:val="{between}"/><w:w w:val="{percent}"/>'


def spacing(before: int = 0, after: int = 0, line: int = 240) -> str:
    return f'<w:spacing w:before="{before}" w:after="{after}" w:line="{line}" {LINES}/>'


def indent(left: int = EDGE, right: int = EDGE, first: int = 0, hanging: int = 0) -> str:
    extra = f' w:hanging="{hanging}"' if hanging else f' w:firstLine="{first}"'
    return f'<w:ind w:left="{left}" w:right="{right}"{extra}/>'


def tabs(*stops: tuple[str, int]) -> str:
    return "<w:tabs>" + "".join(f'<w:tab w:val="{kind}" w:pos="{at}"/>' for kind, at in stops) + "</w:tabs>"


def size(half_points: int) -> str:
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


RAISED = '<w:vertAlign w:val="superscript"/>'
"""Word draws it at 65 % of the size, LibreOffice at 58 %: marks of 10.5 and 9 pt come near the official 6.5 and 5.5
in both."""
JUSTIFIED = '<w:jc w:val="both"/>'
RIGHT = '<w:jc w:val="right"/>'
KEEP_NEXT = "<w:keepNext/>"
KEEP = "<w:keepNext/><w:keepLines/>"
CONTEXTUAL = "<w:contextualSpacing/>"
UNHYPHENATED = "<w:suppressAutoHyphens/>"
MARKS = ("(a)", "(i)", "a.", "i.")
STOPS = tuple(("left", EDGE + STEP * n) for n in range(1, 7))


def numbered(abstract: int, level: int) -> str:
    at = f'<w:ilvl w:val="{level}"/>' if level else ""
    return f'<w:numPr>{at}<w:numId w:val="{abstract}"/></w:numPr>'


def first_line(level: int) -> tuple[int, int]:
    """Left and first-line indent: (i) and deeper stand as a block one step further in for each level."""
    return (EDGE, STEP) if level < 2 else (EDGE + STEP * (level - 1), 0)


def listed(name: str, based: str, abstract: int, level: int) -> str:
    left, first = first_line(level)
    return style(name, based, numbered(abstract, level) + indent(left, EDGE, first))


def styles() -> str:
    bold = "<w:b/><w:bCs/>"
    italic = "<w:i/><w:iCs/>"
    head = f'<w:spacing w:before="0" w:after="0" w:line="196" {LINES}/>'
    made = [
        style("Normal", run=BODY_TEXT + size(20) + '<w:lang w:val="en-GB" w:eastAsia="en-GB" w:bidi="ar-SA"/>',
              paragraph="<w:widowControl/>" + UNHYPHENATED + spacing(), default=True),
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph '
        'Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>',
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority '
        'w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" '
        'w:type="dxa"/><w:left w:w="0" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/>'
        "</w:tblCellMar></w:tblPr></w:style>",
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/><w:uiPriority '
        'w:val="99"/><w:semiHidden/></w:style>',
        # masthead
        style("UN Organization", paragraph=spacing(line=300), run=width(-4) + size(28)),
        style("UN Symbol", paragraph=spacing(line=400) + RIGHT),
        style("UN Symbol Letter", "Default Paragraph Font", run=size(40), kind="character"),
        style("UN Organ", paragraph=spacing(before=80, line=440), run=bold + width(-10) + size(40)),
        style("UN Emblem", paragraph=spacing(before=80)),
        style("UN Distribution", paragraph=spacing()),
        style("UN Distribution First", "UN Distribution", spacing(before=246)),
        style("UN Distribution Original", "UN Distribution", spacing(before=240)),
        style("UN Masthead End", paragraph=spacing(line=48), run=size(2)),
        style("UN Session", paragraph=KEEP_NEXT + spacing(), run=bold),
        style("UN Committee", paragraph=KEEP_NEXT + spacing(line=264), run=bold + size(24)),
        style("UN Agenda Item", paragraph=KEEP_NEXT + spacing()),
        style("UN Agenda Title", paragraph=KEEP_NEXT + spacing() + indent(0, PAGE_WIDTH - 5860), run=bold),
        style("UN Sponsors", paragraph=KEEP_NEXT + spacing(before=360) + indent(), run=bold, following="UN Title"),
        style("UN Adopted", paragraph=KEEP + spacing(before=360, line=300) + indent(),
              run=bold + width(-2, 103) + size(28)),
        style("UN Origin", paragraph=KEEP_NEXT + spacing(before=240) + indent()),
        style("UN Title", paragraph=KEEP + tabs(("right", 1022), ("left", EDGE)) + spacing(240, 240, 270)
              + indent(EDGE, EDGE, hanging=EDGE) + '<w:outlineLvl w:val="0"/>', run=bold + size(24)),
        # text
        style("UN Text", paragraph=tabs(*STOPS) + spacing(after=120) + indent() + JUSTIFIED),
        style("UN Enacting", "UN Text", KEEP_NEXT + indent(first=STEP), following="UN Preambular"),
        style("UN Preambular", "UN Text", indent(first=STEP), following="UN Preambular"),
        *(listed(f"UN Preambular {mark}", "UN Preambular", 2, n) for n, mark in enumerate(MARKS, 1)),
        listed("UN Operative", "UN Text", 1, 0),
        *(listed(f"UN Operative {mark}", "UN Operative", 1, n) for n, mark in enumerate(MARKS, 1)),
        style("UN Operative Single", "UN Text", indent(first=STEP)),
        style("UN Continued", "UN Text"),
        *(style(f"UN Continued {mark}", "UN Continued", indent(first_line(n)[0]))
          for n, mark in enumerate(MARKS, 1)),
        style("UN Part", paragraph=KEEP + spacing(before=360, after=120) + indent()
              + '<w:outlineLvl w:val="0"/>', run=bold + size(20), following="UN Enacting"),
        *(style(f"UN Heading {n}", paragraph=KEEP + tabs(("right", 1022), ("left", EDGE)) + spacing(240, 120)
                + indent(EDGE, EDGE) + CONTEXTUAL + f'<w:outlineLvl w:val="{n}"/>', run=look, following="UN Text")
          for n, look in enumerate((bold, bold, italic), 1)),
        style("UN Meeting", paragraph=KEEP + spacing() + indent() + CONTEXTUAL + RIGHT, run=italic),
        style("UN Meeting First", "UN Meeting", spacing(before=240)),
        style("UN Closing Rule", paragraph='<w:pBdr><w:top w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
              "</w:pBdr>" + spacing(before=600) + indent(4200, 4200)),
        # notes
        style("footnote text", paragraph=spacing(line=210) + indent(hanging=170),
              run=width(5, 103) + size(17)),
        style("footnote reference", "Default Paragraph Font", kind="character",
              run='<w:i w:val="0"/><w:iCs w:val="0"/><w:spacing w:val="0"/><w:w w:val="100"/>' + size(21)
              + RAISED),
        style("UN Footnote Number", "Default Paragraph Font", kind="character",
              run='<w:spacing w:val="0"/><w:w w:val="100"/>' + size(18) + RAISED),
        style("UN Footnote Rule", paragraph=KEEP_NEXT + spacing(before=120, after=60, line=180)
              + indent(792, EDGE), run=bold + width(0) + size(16)),
        # page
        style("header", paragraph=head, run=width(0) + size(17)),
        style("UN Header Symbol", "header", run=bold),
        style("UN Header Symbol Odd", "UN Header Symbol", RIGHT),
        style("UN Header Title", "UN Header Symbol"),
        style("UN Header Title Even", "UN Header Title", RIGHT),
        style("UN Header End", "header", f'<w:spacing w:before="0" w:after="0" w:line="144" {LINES}/>',
              size(4)),
        style("footer", paragraph=tabs(("right", PAGE_WIDTH)) + spacing(line=200), run=width(0) + size(17)),
        style("UN Page Number", "Default Paragraph Font", kind="character", run=bold),
        style("UN Job Number", "Default Paragraph Font", kind="character", run=width(0, 103) + size(14)),
        style("UN First Footer", "footer", indent(108, 0), run=size(16)),
    ]  # fmt: skip
    defaults = (
        "<w:docDefaults><w:rPrDefault><w:rPr>"
        '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="Times New Roman" '
        'w:cs="Times New Roman"/><w:sz w:val="20"/><w:szCs w:val="20"/>'
        '<w:lang w:val="en-GB" w:eastAsia="en-GB" w:bidi="ar-SA"/>'
        "</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
    )
    return part("styles", defaults + "".join(made))


# Numbering

LEVELS = (("decimal", "%1."), ("lowerLetter", "(%2)"), ("lowerRoman", "(%3)"), ("lowerLetter", "%4."),
          ("lowerRoman", "%5."))  # fmt: skip


def numbering() -> str:
    """List 1, operative: 1. → (a) → (i) → a. → i.; list 2 the same below a preambular paragraph, itself bare."""

    def level(number: int, stem: str) -> str:
        form, text = LEVELS[number]
        if stem == "UN Preambular" and number == 0:
            return '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="none"/><w:suff w:val="nothing"/>' \
                   '<w:lvlText w:val=""/><w:lvlJc w:val="left"/></w:lvl>'  # fmt: skip
        left, first = first_line(number)
        name = stem if number == 0 else f"{stem} {MARKS[number - 1]}"
        stop = left + first + STEP
        return (
            f'<w:lvl w:ilvl="{number}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
            f'<w:pStyle w:val="{style_id(name)}"/><w:suff w:val="tab"/><w:lvlText w:val="{text}"/>'
            f'<w:lvlJc w:val="left"/><w:pPr>{tabs(("num", stop))}'
            f'<w:ind w:left="{left}" w:firstLine="{first}"/></w:pPr>'
            '<w:rPr><w:b w:val="0"/><w:i w:val="0"/></w:rPr></w:lvl>'
        )

    made = "".join(
        f'<w:abstractNum w:abstractNumId="{n}"><w:multiLevelType w:val="multilevel"/>'
        + "".join(level(number, stem) for number in range(len(LEVELS)))
        + "</w:abstractNum>"
        for n, stem in ((1, "UN Operative"), (2, "UN Preambular"))
    )
    made += "".join(f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>' for n in (1, 2))
    return part("numbering", made)


# Paragraphs with places to fill


def part(root: str, content: str) -> str:
    return f"{DECLARATION}<w:{root} {XMLNS}>{content}</w:{root}>"


def text(words: str, run_style: str = "", *, italic: bool = False) -> str:
    properties = f'<w:rStyle w:val="{style_id(run_style)}"/>' if run_style else ""
    properties += "<w:i/>" if italic else ""
    properties = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{words}</w:t></w:r>'


def place(tag: str, sample: str, run_style: str = "") -> str:
    """A content control that rendering fills, showing what goes there."""
    return _control(tag, text(sample, run_style))


def _control(tag: str, content: str) -> str:
    return (
        f'<w:sdt><w:sdtPr><w:alias w:val="{tag}"/><w:tag w:val="{tag}"/></w:sdtPr>'
        f"<w:sdtContent>{content}</w:sdtContent></w:sdt>"
    )


def paragraph(style_name: str, *content: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style_id(style_name)}"/></w:pPr>{"".join(content)}</w:p>'


TAB = "<w:r><w:tab/></w:r>"


def page_number() -> str:
    def fields(code: str) -> str:
        properties = '<w:rPr><w:rStyle w:val="UNPageNumber"/></w:rPr>'
        return "".join(
            f"<w:r>{properties}{inner}</w:r>"
            for inner in (
                '<w:fldChar w:fldCharType="begin"/>',
                f'<w:instrText xml:space="preserve"> {code} </w:instrText>',
                '<w:fldChar w:fldCharType="separate"/>',
                "<w:t>1</w:t>",
                '<w:fldChar w:fldCharType="end"/>',
            )
        )

    return fields("PAGE") + text("/", "UN Page Number") + fields("NUMPAGES")


def table(columns: tuple[int, ...], rows: tuple[tuple[int, str, int, int, tuple[str, ...]], ...]) -> str:
    """A borderless table; each row has its least height, whether that is exact, its rule in eighths of a point
    (0 for none) and its cells, each with its own paragraphs. The text stands at the foot of a row with a rule."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in columns)
    made = []
    for height, rule, thick, foot, cells in rows:
        margin = f'<w:tcMar><w:bottom w:w="{foot}" w:type="dxa"/></w:tcMar>' if foot else ""
        border = f'<w:tcBorders><w:bottom w:val="single" w:sz="{thick}" w:space="0" w:color="auto"/></w:tcBorders>'
        align = '<w:vAlign w:val="bottom"/>' if rule == "foot" or rule == "grow" else ""
        at_least = "atLeast" if rule == "grow" else "exact"
        content = "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{border}{margin}{align}</w:tcPr>{cell}</w:tc>'
            for width, cell in zip(columns, cells, strict=True)
        )
        made.append(f'<w:tr><w:trPr><w:trHeight w:val="{height}" w:hRule="{at_least}"/></w:trPr>{content}</w:tr>')
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(columns)}" w:type="dxa"/><w:tblInd w:w="0" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/>'
        f"</w:tblCellMar></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(made)}</w:tbl>"
    )


# Headers and footers


def first_header(*, draft: bool) -> str:
    columns = (EDGE, 5229, 244, 3100)
    symbol = paragraph("UN Symbol", place("symbol_letter", "A", "UN Symbol Letter"), place("symbol_rest", "/RES/"))
    distribution = paragraph("UN Distribution First", text("Distr.: "), place("distribution", "General"))
    distribution += paragraph("UN Distribution", place("issued", "1 January 2000"))
    if draft:
        distribution += paragraph("UN Distribution Original", text("Original: "), place("language", "English"))
    masthead = table(
        columns,
        (
            (720, "foot", 4, 68, (paragraph("UN Emblem"), paragraph("UN Organization", text("United Nations")),
                              paragraph("UN Symbol"), symbol)),
            (2882, "", 12, 0, (paragraph("UN Emblem", place("emblem", "")),
                            paragraph("UN Organ", place("masthead", "General Assembly")),
                            paragraph("UN Distribution"), distribution)),
        ),
    )  # fmt: skip
    return part("hdr", masthead + paragraph("UN Masthead End"))


def header(*, draft: bool, odd: bool) -> str:
    symbol = place("symbol", "A/RES/")
    title = place("short_title", "Title")
    symbol_style = "UN Header Symbol" + (" Odd" if odd else "")
    title_style = "UN Header Title" + ("" if odd else " Even")
    cells = [paragraph(symbol_style, symbol), paragraph("UN Header Title" if draft else title_style)]
    if not draft:
        cells[1] = paragraph(title_style, title)
    if odd:
        cells.reverse()
    rows = ((720, "grow", 2, 78, tuple(cells)),)
    return part("hdr", table((4920, 4920), rows) + paragraph("UN Header End"))


def footer(*, odd: bool) -> str:
    job = place("job", "Unofficial", "UN Job Number")
    pieces = (job, TAB, page_number()) if odd else (page_number(), TAB, job)
    return part("ftr", paragraph("footer", *pieces))


def first_footer() -> str:
    return part("ftr", paragraph("UN First Footer", place("unofficial", "Unofficial text")))


# The document


def document(*, draft: bool) -> str:
    opening = [
        paragraph("UN Committee", place("council", "Council")),
        paragraph("UN Session", place("session", "First session")),
    ]
    if draft:
        opening.append(paragraph("UN Committee", place("committee", "Committee")))
    opening += [
        paragraph("UN Agenda Item", text("Agenda item "), place("agenda_item", "1")),
        paragraph("UN Agenda Title", place("agenda_title", "Title of the agenda item")),
    ]
    if draft:
        opening.append(paragraph("UN Sponsors", place("sponsors", "Sponsors: draft resolution")))
        opening.append(paragraph("UN Title", TAB, TAB, place("title", "Title")))
    else:
        opening += [
            paragraph("UN Adopted", place("adopted", "Resolution adopted by the General Assembly")),
            paragraph("UN Origin", text("["), place("origin", "on the report of the Committee"), text("]")),
            paragraph("UN Title", TAB, place("number", "1/1."), TAB, place("title", "Title")),
        ]
    specimen = [
        paragraph("UN Enacting", text("The General Assembly", italic=True), text(",")),
        paragraph("UN Preambular", text("Recalling", italic=True), text(" a preambular paragraph:")),
        paragraph("UN Preambular (a)", text("Its first subparagraph,")),
        paragraph("UN Heading 1", text("Heading")),
        paragraph("UN Operative", text("Requests", italic=True), text(" an operative paragraph:")),
        paragraph("UN Operative (a)", text("A subparagraph:")),
        paragraph("UN Operative (i)", text("A part of it:")),
        paragraph("UN Operative a.", text("A part of that:")),
        paragraph("UN Operative i.", text("The deepest level;")),
        paragraph("UN Continued", text("and the paragraph going on.")),
    ]
    closing = []
    if not draft:
        closing = [
            paragraph("UN Meeting First", place("meeting", "1st plenary meeting")),
            paragraph("UN Meeting", place("date", "1 January 2000")),
        ]
    ending = [_control("annexes", paragraph("UN Part", text("Annex")))]
    if not draft:
        ending.append(paragraph("UN Closing Rule"))
    references = "".join(
        f'<w:{kind}Reference w:type="{page}" r:id="{kind}_{page}"/>'
        for kind in ("header", "footer")
        for page in ("even", "default", "first")
    )
    section = (
        f'<w:sectPr>{references}<w:footnotePr><w:numRestart w:val="continuous"/></w:footnotePr>'
        '<w:pgSz w:w="12240" w:h="15840"/><w:pgMar w:top="1440" w:right="1200" w:bottom="1140" w:left="1200" '
        'w:header="576" w:footer="694" w:gutter="0"/><w:titlePg/></w:sectPr>'
    )
    body = "".join(opening) + _control("body", "".join(specimen)) + "".join(closing) + "".join(ending)
    return part("document", f"<w:body>{body}{section}</w:body>")


def footnotes() -> str:
    rule = text("_" * 18) + "<w:r><w:rPr><w:vanish/></w:rPr><w:separator/></w:r>"
    return part(
        "footnotes",
        f'<w:footnote w:type="separator" w:id="-1">{paragraph("UN Footnote Rule", rule)}</w:footnote>'
        f'<w:footnote w:type="continuationSeparator" w:id="0">{paragraph("UN Footnote Rule", rule)}</w:footnote>',
    )


def settings() -> str:
    compatible = "".join(
        f'<w:compatSetting w:name="{name}" w:uri="http://schemas.microsoft.com/office/word" w:val="{value}"/>'
        for name, value in (
            ("compatibilityMode", 15),
            ("overrideTableStyleFontSizeAndJustification", 1),
            ("enableOpenTypeFeatures", 1),
            ("doNotFlipMirrorIndents", 1),
            ("differentiateMultirowTableHeaders", 1),
        )
    )
    return part(
        "settings",
        '<w:zoom w:percent="100"/>'
        f'<w:defaultTabStop w:val="{STEP}"/><w:evenAndOddHeaders/><w:characterSpacingControl w:val="doNotCompress"/>'
        '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
        f"<w:compat>{compatible}</w:compat>"
        '<w:themeFontLang w:val="en-GB"/><w:decimalSymbol w:val="."/><w:listSeparator w:val=","/>',
    )


def core(title: str) -> str:
    return (
        f'{DECLARATION}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
        'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{title}</dc:title><dc:language>en-GB</dc:language></cp:coreProperties>"
    )


PAGES = ("even", "default", "first")
PARTS = {
    "word/styles.xml": "styles",
    "word/numbering.xml": "numbering",
    "word/settings.xml": "settings",
    "word/footnotes.xml": "footnotes",
} | {f"word/{kind}_{page}.xml": kind for kind in ("header", "footer") for page in PAGES}


def content_types() -> str:
    overrides = {f"/{name}": f"{OFFICE}.{kind}+xml" for name, kind in PARTS.items()}
    overrides["/word/document.xml"] = f"{OFFICE}.document.main+xml"
    overrides["/docProps/core.xml"] = "application/vnd.openxmlformats-package.core-properties+xml"
    listed = "".join(f'<Override PartName="{n}" ContentType="{t}"/>' for n, t in sorted(overrides.items()))
    return (
        f'{DECLARATION}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{listed}</Types>'
    )


def relationships(targets: dict[str, tuple[str, str]]) -> str:
    listed = "".join(
        f'<Relationship Id="{name}" Type="{kind}" Target="{target}"/>' for name, (kind, target) in targets.items()
    )
    return (
        f'{DECLARATION}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f"{listed}</Relationships>"
    )


def base(*, draft: bool) -> package.Parts:
    """The parts of a base document."""
    targets = {
        name.removeprefix("word/").removesuffix(".xml"): (f"{RELATION}/{kind}", name.removeprefix("word/"))
        for name, kind in PARTS.items()
    }
    metadata = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
    made = {
        "[Content_Types].xml": content_types(),
        "_rels/.rels": relationships(
            {"document": (f"{RELATION}/officeDocument", "word/document.xml"), "core": (metadata, "docProps/core.xml")}
        ),
        "docProps/core.xml": core("Draft resolution" if draft else "Resolution"),
        "word/_rels/document.xml.rels": relationships(targets),
        "word/document.xml": document(draft=draft),
        "word/styles.xml": styles(),
        "word/numbering.xml": numbering(),
        "word/settings.xml": settings(),
        "word/footnotes.xml": footnotes(),
        "word/header_first.xml": first_header(draft=draft),
        "word/header_even.xml": header(draft=draft, odd=False),
        "word/header_default.xml": header(draft=draft, odd=True),
        "word/footer_first.xml": first_footer(),
        "word/footer_even.xml": footer(odd=False),
        "word/footer_default.xml": footer(odd=True),
    }
    return {name: content.encode() for name, content in made.items()}


def main() -> None:
    for name, draft in (("adopted", False), ("draft", True)):
        (Path(__file__).parent / f"{name}.docx").write_bytes(package.write(base(draft=draft)))


if __name__ == "__main__":
    main()
