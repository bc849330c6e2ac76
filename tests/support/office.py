"""LibreOffice as a reader: documents with every tracked change accepted or rejected, many to one start.

A Basic macro in a profile of its own does the work, so that no Python bridge has to be installed; it saves flat
ODF, which is LibreOffice's own understanding of the text.
"""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

from lxml import etree

from tests.support.settled import Line, LineBuilder, note_text

MACRO = """\
Sub Main
  Dim place As String, i As Long
  For i = 0 To %d
    place = "%s/" & i & ".docx"
    Settle(place, ".uno:AcceptAllTrackedChanges", ".accepted.fodt")
    Settle(place, ".uno:RejectAllTrackedChanges", ".rejected.fodt")
  Next i
  StarDesktop.terminate()
End Sub

Sub Settle(place As String, command As String, ending As String)
  On Error Goto Failed
  Dim document As Object, dispatcher As Object
  document = StarDesktop.loadComponentFromURL(place, "_blank", 0, Array(Setting("Hidden", True)))
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  dispatcher.executeDispatch(document.CurrentController.Frame, command, "", 0, Array())
  document.storeToURL(place & ending, Array(Setting("FilterName", "OpenDocument Text Flat XML")))
  document.close(True)
Failed:
End Sub

Function Setting(called As String, content As Variant) As Object
  Dim made As New com.sun.star.beans.PropertyValue
  made.Name = called
  made.Value = content
  Setting = made
End Function
"""

MODULE = """\
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script"
 script:name="Module1" script:language="StarBasic">%s</script:module>
"""
NS = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
}


def _q(name: str) -> str:
    prefix, local = name.split(":")
    return f"{{{NS[prefix]}}}{local}"


def settle(documents: Sequence[bytes], *, timeout: float = 600) -> list[tuple[tuple[Line, ...], tuple[Line, ...]]]:
    """The lines of each document, all changes accepted and all rejected, as LibreOffice has them."""
    with tempfile.TemporaryDirectory(prefix="settle-") as name:
        folder = Path(name).resolve()
        jobs = folder / "jobs"
        jobs.mkdir()
        for number, document in enumerate(documents):
            (jobs / f"{number}.docx").write_bytes(document)
        profile = folder / "profile"
        _soffice(profile, "--terminate_after_init", timeout=timeout)  # a first start would overwrite the macro
        macro = (MACRO % (len(documents) - 1, jobs.as_uri())).replace("&", "&amp;").replace('"', "&quot;")
        (profile / "user" / "basic" / "Standard" / "Module1.xba").write_text(MODULE % macro, encoding="utf-8")
        _soffice(profile, "macro:///Standard.Module1.Main", timeout=timeout)
        return [
            (read(jobs / f"{number}.docx.accepted.fodt"), read(jobs / f"{number}.docx.rejected.fodt"))
            for number in range(len(documents))
        ]


def _soffice(profile: Path, *arguments: str, timeout: float) -> None:
    subprocess.run(
        ["soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore", "--nologo", *arguments],
        check=True,
        capture_output=True,
        timeout=timeout,
        env={**os.environ, "SAL_USE_VCLPLUGIN": "svp"},
    )


def read(file: Path) -> tuple[Line, ...]:
    """The paragraphs of a flat ODF text with their italics and notes."""
    root = etree.parse(file, etree.XMLParser(huge_tree=True)).getroot()
    italics = _Italics(root)
    body = root.find("office:body/office:text", NS)
    assert body is not None
    assert body.find(".//text:change-start", NS) is None, "a tracked change is left"
    lines = []
    for paragraph in body.iter(_q("text:p"), _q("text:h")):
        if any(
            ancestor.tag in (_q("text:note"), _q("text:tracked-changes"), _q("office:annotation"))
            for ancestor in paragraph.iterancestors()
        ):
            continue
        lines.append(_line(paragraph, italics))
    return tuple(lines)


class _Italics:
    """Whether a style is italic, its parents asked where it does not say."""

    def __init__(self, root: etree._Element) -> None:
        self.styles = {
            (style.get(_q("style:family")), style.get(_q("style:name"))): style
            for style in root.iter(_q("style:style"))
        }

    def __call__(self, family: str, name: str | None) -> bool | None:
        style = self.styles.get((family, name))
        if style is None:
            return None
        properties = style.find("style:text-properties", NS)
        slant = None if properties is None else properties.get(_q("fo:font-style"))
        if slant is not None:
            return slant == "italic"
        return self(family, style.get(_q("style:parent-style-name")))

    def raised(self, name: str | None) -> bool:
        """Whether a text style is that of note marks."""
        style = self.styles.get(("text", name))
        if name is None or style is None:
            return False
        return name == "Footnote_20_Symbol" or self.raised(style.get(_q("style:parent-style-name")))


def _line(paragraph: etree._Element, italics: _Italics) -> Line:
    builder = LineBuilder()
    repeated = False

    def put(text: str | None, italic: bool, raised: bool) -> None:
        if repeated:
            return
        if raised and text and text.isdigit():
            builder.mark(None, again=True)
        else:
            builder.put(text, italic)

    def walk(element: etree._Element, italic: bool, raised: bool) -> None:
        nonlocal repeated
        put(element.text, italic, raised)
        for child in element:
            if isinstance(child.tag, str):
                match etree.QName(child).localname:
                    case "span":
                        name = child.get(_q("text:style-name"))
                        own = italics("text", name)
                        walk(child, italic if own is None else own, raised or italics.raised(name))
                    case "s":
                        put(" " * int(child.get(_q("text:c")) or 1), italic, False)
                    case "tab":
                        put("\t", italic, False)
                    case "line-break":
                        put("\n", italic, False)
                    case "note":
                        builder.mark(note_text(_line(p, italics) for p in child.iter(_q("text:p"))))
                    case "fieldmark-start" if any(
                        "NOTEREF" in str(value) for p in child for value in p.attrib.values()
                    ):
                        builder.mark(None, again=True)
                        repeated = True
                    case "annotation":
                        pass
                    case "fieldmark-end":
                        repeated = False
                    case _:
                        walk(child, italic, raised)
            put(child.tail, italic, raised)

    walk(paragraph, bool(italics("paragraph", paragraph.get(_q("text:style-name")))), False)
    return builder.line()
