"""The namespaces and the parts of a Word file. ECMA-376, part 1 (text) and part 2 (package)."""

from __future__ import annotations

W_NS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT_NS = "http://purl.oclc.org/ooxml/wordprocessingml/main"
R_NS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_R_NS = "http://purl.oclc.org/ooxml/officeDocument/relationships"
TYPES_NS = "http://schemas.openxmlformats.org/package/2006/content-types"
RELATIONS_NS = "http://schemas.openxmlformats.org/package/2006/relationships"
CUSTOM_NS = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"

W = f"{{{W_NS}}}"
R = f"{{{R_NS}}}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
NAMESPACES = {"w": W_NS, "r": R_NS}

DOCUMENT = "word/document.xml"
DOCUMENT_RELATIONS = "word/_rels/document.xml.rels"
COMMENTS = "word/comments.xml"
FOOTNOTES = "word/footnotes.xml"
NUMBERING = "word/numbering.xml"
SETTINGS = "word/settings.xml"
STYLES = "word/styles.xml"
CORE = "docProps/core.xml"
CONTENT_TYPES = "[Content_Types].xml"
