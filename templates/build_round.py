"""Make round.docx, the styles and the page of a round's papers in Word, in this folder.

`python templates/build_round.py` makes an ordinary Word file, to be changed in Word and put into the folder `templates`
of your configuration. Its text is thrown away; `drafter/render/round_word.py` writes it.
"""

from __future__ import annotations

from pathlib import Path

from build_summary import styled, write
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Pt, Twips

MARGIN = 1300
ROWS = f"""<w:tblPr {nsdecls("w")}><w:tblBorders>
<w:top w:val="single" w:sz="6" w:space="0" w:color="808080"/>
<w:bottom w:val="single" w:sz="6" w:space="0" w:color="808080"/>
<w:insideH w:val="single" w:sz="4" w:space="0" w:color="D4D4D4"/></w:tblBorders>
<w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="80" w:type="dxa"/><w:bottom w:w="40" w:type="dxa"/>
<w:right w:w="80" w:type="dxa"/></w:tblCellMar></w:tblPr>"""
HEAD = f"""<w:tblStylePr {nsdecls("w")} w:type="firstRow"><w:rPr><w:b/></w:rPr>
<w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="F1F1EF"/></w:tcPr></w:tblStylePr>"""


def main() -> None:
    document = styled("Papers of a round")
    for section in document.sections:
        section.left_margin = section.right_margin = Twips(MARGIN)
        section.top_margin = section.bottom_margin = Twips(1200)
    cell = document.styles.add_style("Cell", WD_STYLE_TYPE.PARAGRAPH)
    cell.base_style = document.styles["Normal"]
    cell.font.size, cell.paragraph_format.space_after = Pt(9.5), Pt(0)
    cell.paragraph_format.space_before = Pt(0)
    for name, parts in (("Rows", (ROWS, HEAD)), ("Bare rows", (ROWS,))):
        rows = document.styles.add_style(name, WD_STYLE_TYPE.TABLE)
        for made in parts:
            rows.element.append(parse_xml("".join(made.splitlines())))
    for name in ("Normal", "Aside"):
        document.styles[name].paragraph_format.space_before = Pt(4)
    strong = document.styles.add_style("Standing out", WD_STYLE_TYPE.CHARACTER)
    strong.font.bold = True
    write(document, Path(__file__).with_name("round.docx"))


if __name__ == "__main__":
    main()
