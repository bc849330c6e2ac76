"""Make the Word base documents, adopted.docx and draft.docx, in this folder: `python templates/build.py`.

They are ordinary Word files: open one, change its styles, headers or masthead, save it, and `drafter render
--template` uses it. Each content control (Developer, Properties shows its tag) is a place that rendering fills;
a paragraph whose places all stay empty is left out.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import word_pages as pages
import word_styles as styles

from drafter.ooxml import archive
from drafter.ooxml.names import NAMESPACES

OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
RELATION = NAMESPACES["r"]


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
    return styles.part(
        "settings",
        '<w:zoom w:percent="100"/>'
        f'<w:defaultTabStop w:val="{styles.STEP}"/><w:evenAndOddHeaders/>'
        '<w:characterSpacingControl w:val="doNotCompress"/>'
        '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
        f"<w:compat>{compatible}</w:compat>"
        '<w:themeFontLang w:val="en-GB"/><w:decimalSymbol w:val="."/><w:listSeparator w:val=","/>',
    )


def core(title: str) -> str:
    return (
        f'{styles.DECLARATION}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
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
        f'{styles.DECLARATION}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{listed}</Types>'
    )


def relationships(targets: dict[str, tuple[str, str]]) -> str:
    listed = "".join(
        f'<Relationship Id="{name}" Type="{kind}" Target="{target}"/>' for name, (kind, target) in targets.items()
    )
    return (
        f'{styles.DECLARATION}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f"{listed}</Relationships>"
    )


def base(*, draft: bool) -> archive.Parts:
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
        "word/document.xml": pages.document(draft=draft),
        "word/styles.xml": styles.styles(),
        "word/numbering.xml": styles.numbering(),
        "word/settings.xml": settings(),
        "word/footnotes.xml": pages.footnotes(),
        "word/header_first.xml": pages.first_header(draft=draft),
        "word/header_even.xml": pages.header(draft=draft, odd=False),
        "word/header_default.xml": pages.header(draft=draft, odd=True),
        "word/footer_first.xml": pages.first_footer(),
        "word/footer_even.xml": pages.footer(odd=False),
        "word/footer_default.xml": pages.footer(odd=True),
    }
    return {name: content.encode() for name, content in made.items()}


def main() -> None:
    for name, draft in (("adopted", False), ("draft", True)):
        (Path(__file__).parent / f"{name}.docx").write_bytes(archive.write(base(draft=draft)))


if __name__ == "__main__":
    main()
