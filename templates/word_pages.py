"""The pages of the Word base documents: masthead, headers, footers and text, with the places that rendering fills."""

from __future__ import annotations

from word_styles import EDGE, part, style_id


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
