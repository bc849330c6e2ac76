"""A notes part for somebody else's Word file that has none: the part, and everything that refers to it."""

from __future__ import annotations

import posixpath
import re

from drafter.ooxml.names import CONTENT_TYPES, R_NS, RELATIONS_NS, STRICT_R_NS
from drafter.ooxml.package import Package
from drafter.ooxml.source import PartSource, Patch, spliced

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_AFTER_NOTES = (
    "endnotePr", "compat", "docVars", "rsids", "attachedSchema", "themeFontLang", "clrSchemeMapping",
    "doNotIncludeSubdocsInStats", "doNotAutoCompressPictures", "forceUpgrade", "captions", "readModeInkLockDown",
    "smartTagType", "schemaLibrary", "shapeDefaults", "doNotEmbedSmartTags", "decimalSymbol", "listSeparator",
)  # fmt: skip
"""What may follow w:footnotePr in the settings: ECMA-376, part 1, section 17.15.1.78."""


def empty_notes(document: PartSource) -> PartSource:
    """A notes part with nothing but Word's two separators, in the document's own namespaces."""
    opening = document.opening(document.root)
    opening = opening.replace(document.prefix + b"document", document.prefix + b"footnotes", 1)
    separators = b"".join(
        document.tag(
            "footnote",
            document.tag("p", document.tag("r", document.tag(name))),
            type=name,
            id=str(number),
        )
        for number, name in enumerate(("separator", "continuationSeparator"), -1)
    )
    head = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    closing = b"</" + document.prefix + b"footnotes>"
    name = posixpath.join(posixpath.dirname(document.name), "footnotes.xml")
    return PartSource(head + opening + separators + closing, name)


def announced(package: Package, document: PartSource, notes: str) -> dict[str, bytes]:
    """The parts that name the new notes part: content types, the document's relationships, the settings."""
    folder, base = posixpath.split(document.name)
    types = package.part(CONTENT_TYPES)
    changed = {CONTENT_TYPES: _last(types, f'<Override PartName="/{notes}" ContentType="{_TYPE}"/>', "Override")}
    strict = STRICT_R_NS.encode() in document.opening(document.root) or b"purl.oclc.org/ooxml" in document.data[:4000]
    relations = posixpath.join(folder, "_rels", f"{base}.rels")
    known = (
        package.part(relations)
        if relations in package
        else (
            f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="{RELATIONS_NS}">'
            "</Relationships>"
        ).encode()
    )
    number = next(n for n in range(1, 10_000) if f'"rId{n}"'.encode() not in known)
    kind = f"{STRICT_R_NS if strict else R_NS}/footnotes"
    target = posixpath.basename(notes)
    relation = f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
    changed[relations] = _last(known, relation, "Relationship")
    settings = next(package.related(document.name, "settings"), None)
    if settings is not None and settings in package:
        changed[settings] = _with_separators(PartSource(package.part(settings), settings))
    return changed


def _last(part: bytes, element: str, name: str) -> bytes:
    """The part with one more element, named like its others."""
    end = part.rindex(b"</") if b"</" in part else part.rindex(b"/>")
    if part[end : end + 2] == b"/>":  # a root without content
        root = re.search(rb"<([^\s/>?!]+)[^<]*/>\s*$", part)
        return part[:end] + b">" + element.encode() + b"</" + (root[1] if root else b"Relationships") + b">"
    prefix = re.match(rb"</((?:[^\s>:]+:)?)", part[end:])
    own = prefix[1] if prefix else b""
    return part[:end] + element.replace(f"<{name} ", f"<{own.decode()}{name} ", 1).encode() + part[end:]


def _with_separators(settings: PartSource) -> bytes:
    """The settings with Word's separators named, where no notes were foreseen."""
    if settings.root.find("footnotePr"):
        return settings.data
    later = [child.start for child in settings.root.children if child.name.rpartition("}")[2] in _AFTER_NOTES]
    maths = [child.start for child in settings.root.children if child.name.endswith("}mathPr")]
    at = min((*later, *maths), default=settings.root.close)
    named = b"".join(settings.tag("footnote", id=str(number)) for number in (-1, 0))
    if at == settings.root.end:
        return settings.data
    return spliced(settings.data, [Patch(at, at, settings.tag("footnotePr", named))])
