"""Word files put together by hand, part by part: what others' programs write and ours does not."""

from __future__ import annotations

import zipfile
from io import BytesIO

W_NS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R_NS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OTHERS = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
_ROOTS = {"document": "document", "footnotes": "footnotes", "numbering": "numbering", "styles": "styles",
          "comments": "comments", "header": "hdr"}  # fmt: skip


def word_file(body: str, **parts: str) -> bytes:
    """A Word file with this in w:body; `parts` are the insides of footnotes, numbering, styles, comments, header.

    A header is that of the first section, and its first page's where the body says w:titlePg.
    """
    insides = {"document": f"<w:body>{body}</w:body>", **parts}
    files = {f"word/{name}.xml": _part(_ROOTS[name], inside) for name, inside in insides.items()}
    related = "".join(f'<Relationship Id="{name}" Type="{R_NS}/{name}" Target="{name}.xml"/>' for name in parts)
    files["word/_rels/document.xml.rels"] = f'<Relationships xmlns="{_RELATIONS}">{related}</Relationships>'
    files["_rels/.rels"] = (
        f'<Relationships xmlns="{_RELATIONS}"><Relationship Id="r" Type="{R_NS}/officeDocument" '
        'Target="word/document.xml"/></Relationships>'
    )
    files["[Content_Types].xml"] = (
        f'<Types xmlns="{_TYPES}"><Default Extension="xml" ContentType="application/xml"/></Types>'
    )
    return zipped({name: text.encode() for name, text in files.items()})


def zipped(parts: dict[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", compression) as archive:
        for name, data in parts.items():
            archive.writestr(zipfile.ZipInfo(name), data, compress_type=compression)
    return file.getvalue()


def unzipped(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def p(content: str, *, style: str = "", properties: str = "") -> str:
    """A paragraph; plain text becomes one run."""
    inside = content if content.startswith("<") or not content else r(content)
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{inside}</w:p>"


def r(text: str, properties: str = "") -> str:
    """A run; a tab in the text becomes an element of its own."""
    pieces = [f'<w:t xml:space="preserve">{piece}</w:t>' for piece in text.split("\t")]
    return f"<w:r><w:rPr>{properties}</w:rPr>{'<w:tab/>'.join(pieces)}</w:r>"


def i(text: str) -> str:
    return r(text, "<w:i/>")


def listed(number: int, level: int = 0) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


def _part(root: str, inside: str) -> str:
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<w:{root} xmlns:w="{W_NS}" xmlns:r="{R_NS}" {_OTHERS}>{inside}</w:{root}>'
    )
