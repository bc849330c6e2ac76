"""Make summary.docx, the styles and the page of the Word summary, in this folder: `python templates/build_summary.py`.

It is an ordinary Word file: change its styles, header or footer in Word and put it into the folder `templates` of your
configuration. Its text is thrown away; `drafter/render/summary_word.py` writes it.
"""

from __future__ import annotations

import sys
from io import BytesIO
from pathlib import Path

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from drafter.ooxml import archive, names
from drafter.ooxml.elements import parse, serialise

OUT = RGBColor(0xB3, 0x26, 0x1E)
IN = RGBColor(0x14, 0x6C, 0x2E)
FAINT = RGBColor(0x6B, 0x6B, 0x6B)
FONT = "Times New Roman"


def main() -> None:
    write(styled("Summary of changes"), Path(__file__).with_name("summary.docx"))


def styled(title: str) -> Document:
    """An empty document in the styles of our listings; `title` is what its properties say."""
    document = docx.Document()
    styles = document.styles
    for name, size, before, after in (
        ("Normal", 11, 0, 6),
        ("Title", 17, 0, 4),
        ("Subtitle", 11, 0, 8),
        ("Heading 1", 13, 18, 4),
        ("Heading 2", 11, 12, 2),
    ):
        style = styles[name]
        style.font.name, style.font.size, style.font.italic = FONT, Pt(size), False
        style.font.color.rgb = RGBColor(0, 0, 0)
        style.font.bold = name != "Normal"
        fonts = style.element.rPr.rFonts
        for attribute in [key for key in fonts.attrib if "Theme" in key]:
            del fonts.attrib[attribute]
        for kind in ("ascii", "hAnsi", "eastAsia", "cs"):
            fonts.set(qn(f"w:{kind}"), FONT)
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
        for border in style.element.findall(f".//{qn('w:pBdr')}"):
            border.getparent().remove(border)
        for spacing in style.element.rPr.findall(qn("w:spacing")):
            style.element.rPr.remove(spacing)
    for name, size, after in (("Aside", 9.5, 4), ("Fact", 10.5, 2)):
        style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = styles["Normal"]
        style.font.size, style.paragraph_format.space_after = Pt(size), Pt(after)
        style.font.color.rgb = FAINT if name == "Aside" else RGBColor(0, 0, 0)
    for name, colour in (("Words out", OUT), ("Words in", IN), ("Faint", FAINT)):
        style = styles.add_style(name, WD_STYLE_TYPE.CHARACTER)
        style.font.color.rgb, style.font.bold = colour, False if name == "Faint" else None
        style.font.strike, style.font.underline = name == "Words out" or None, name == "Words in" or None
    styles.add_style("Facts", WD_STYLE_TYPE.TABLE)
    footer = document.sections[0].footer.paragraphs[0]
    footer.style = styles["Aside"]
    footer.add_run("Unofficial. Made by drafter; no document of the United Nations. Page ")
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    footer._p.append(field)
    document.core_properties.author, document.core_properties.title = "", title
    document.core_properties.comments = ""
    for style in list(styles):
        if style.name.startswith(("Light ", "Medium ", "Dark ", "Colorful ", "List ", "Table Grid", "TOC")):
            style.delete()
    return document


def write(document: Document, made: Path) -> None:
    """Write the document without what is not needed, so that building it twice gives the same bytes."""
    content = BytesIO()
    document.save(content)
    made.write_bytes(content.getvalue())
    parts = without(archive.read(made), UNUSED)
    for name in [name for name in parts if name.startswith("word/") and name.endswith(".xml")]:
        root = parse(parts[name])
        for marked in list(root.iter(qn("w:rsids"), qn("w:rsid"))):
            marked.getparent().remove(marked)
        for element in root.iter():
            for key in [key for key in element.attrib if "}rsid" in key]:
                del element.attrib[key]
        parts[name] = serialise(root)
    properties = parse(parts[names.CORE])
    for said in list(properties):
        if said.tag != DC_TITLE:
            properties.remove(said)
    parts[names.CORE] = serialise(properties)
    made.write_bytes(archive.write(parts))


DC_TITLE = "{http://purl.org/dc/elements/1.1/}title"
"""What the file is called is all that its properties say."""


UNUSED = (
    "docProps/thumbnail.jpeg",
    "docProps/app.xml",
    "word/stylesWithEffects.xml",
    "customXml/",
    "word/webSettings.xml",
)
"""Parts of python-docx's own base that a summary has no use for."""


def without(parts: archive.Parts, unused: tuple[str, ...]) -> archive.Parts:
    """The file without these parts, the relationships to them and their content types."""
    kept = {name: content for name, content in parts.items() if not name.startswith(unused)}
    for name in [name for name in kept if name.endswith(".rels") or name == names.CONTENT_TYPES]:
        root = parse(kept[name])
        for entry in list(root):
            target = entry.get("Target") or entry.get("PartName") or ""
            if any(part.split("/")[-1] and part.split("/")[-1] in target for part in unused) or "customXml" in target:
                root.remove(entry)
        kept[name] = serialise(root)
    return kept


if __name__ == "__main__":
    main()
