"""The styles and the numbering of the Word base documents; `build.py` puts them into the files.

The measures are those of the United Nations' own pages, in twips (a twentieth of a point).
"""

from __future__ import annotations

from drafter.ooxml.names import NAMESPACES

STEP = 475
EDGE = 1267
PAGE_WIDTH = 9840
LINES = 'w:lineRule="exact"'
XMLNS = " ".join(f'xmlns:{prefix}="{name}"' for prefix, name in NAMESPACES.items())
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

BODY_TEXT = '<w:spacing w:val="4"/><w:w w:val="103"/><w:kern w:val="14"/>'
"""The Secretariat sets its text a shade wider than the typeface is."""


def part(root: str, content: str) -> str:
    return f"{DECLARATION}<w:{root} {XMLNS}>{content}</w:{root}>"


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
