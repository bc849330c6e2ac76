"""A Word file read by someone who did not write it: its text as Word shows it, and what Word would refuse.

Shares no code with drafter.render. `problems` is empty for a file that Word opens without a word.
"""

from __future__ import annotations

import posixpath
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from io import BytesIO

from lxml import etree
from lxml.etree import QName, _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"

_RPR = (
    "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish "
    "webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang "
    "eastAsianLayout specVanish oMath rPrChange"
)
_PPR = (
    "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
    "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd "
    "snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
    "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange"
)
ORDER = {
    "rPr": "ins del moveFrom moveTo " + _RPR,
    "pPr": _PPR,
    "numPr": "ilvl numId numberingChange ins",
    "sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType "
    "pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings "
    "sectPrChange",
    "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing "
    "tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription tblPrChange",
    "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark",
    "tbl": "bookmarkStart bookmarkEnd tblPr tblGrid tr",
    "style": "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked "
    "personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr",
    "numbering": "numPicBullet abstractNum num numIdMacAtCleanup",
    "abstractNum": "nsid multiLevelType tmpl name styleLink numStyleLink lvl",
    "lvl": "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr",
    "settings": "writeProtection view zoom removePersonalInformation removeDateAndTime mirrorMargins "
    "alignBordersAndEdges hideSpellingErrors hideGrammaticalErrors proofState attachedTemplate linkStyles "
    "documentType mailMerge revisionView trackRevisions doNotTrackMoves doNotTrackFormatting documentProtection "
    "autoFormatOverride styleLockTheme styleLockQFSet defaultTabStop autoHyphenation consecutiveHyphenLimit "
    "hyphenationZone doNotHyphenateCaps showEnvelope summaryLength clickAndTypeStyle defaultTableStyle "
    "evenAndOddHeaders bookFoldRevPrinting characterSpacingControl footnotePr endnotePr compat docVars rsids mathPr "
    "themeFontLang clrSchemeMapping decimalSymbol listSeparator",
}
_PLACES = {name: {child: n for n, child in enumerate(order.split())} for name, order in ORDER.items()}
_TEXT = {"t": None, "delText": None, "tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011"}
_REVISIONS = {"ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "moveFromRangeStart", "moveToRangeStart"}
_LEVELS = 9


@dataclass(frozen=True)
class Shown:
    """A paragraph as a reader sees it: style, automatic number, text without notes, italic text, notes marked."""

    style: str
    number: str
    text: str
    italic: str
    notes: tuple[int, ...]


@dataclass
class WordFile:
    content: bytes
    parts: dict[str, bytes] = field(init=False)
    _roots: dict[str, _Element] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        with zipfile.ZipFile(BytesIO(self.content)) as archive:
            assert archive.testzip() is None
            self.names = archive.namelist()
            self.parts = {name: archive.read(name) for name in self.names}

    def root(self, name: str) -> _Element:
        if name not in self._roots:
            self._roots[name] = etree.fromstring(self.parts[name])
        return self._roots[name]

    @cached_property
    def document(self) -> _Element:
        return self.root("word/document.xml")

    @cached_property
    def note_places(self) -> dict[str, int]:
        """The place of each real footnote in its part, from 1, by its id."""
        notes = self.root("word/footnotes.xml").findall(f"{W}footnote")
        real = (note.get(f"{W}id", "") for note in notes if note.get(f"{W}type") is None)
        return {note_id: place for place, note_id in enumerate(real, 1)}

    @cached_property
    def notes(self) -> dict[int, str]:
        """The text of each real footnote by its place, without its number."""
        found = {}
        for note in self.root("word/footnotes.xml").findall(f"{W}footnote"):
            if place := self.note_places.get(note.get(f"{W}id", "")):
                found[place] = "\n".join(map(_text, note.findall(f"{W}p"))).partition("\t")[2]
        return found

    def paragraphs(self) -> list[Shown]:
        """The paragraphs of the body, with the numbers that Word computes."""
        counter = Numbering(self)
        return [counter.shown(paragraph) for paragraph in self.document.iter(f"{W}p")]

    def properties(self) -> dict[str, str]:
        return {QName(e).localname: e.text or "" for e in self.root("docProps/core.xml")}


class Numbering:
    """Counts list paragraphs as Word does: a level's count starts again after any paragraph of a higher one."""

    def __init__(self, file: WordFile) -> None:
        styles = file.root("word/styles.xml")
        self.styles = {s.get(f"{W}styleId"): s for s in styles.findall(f"{W}style")}
        numbering = file.root("word/numbering.xml")
        self.patterns = {a.get(f"{W}abstractNumId"): a for a in numbering.findall(f"{W}abstractNum")}
        self.lists = {n.get(f"{W}numId"): n for n in numbering.findall(f"{W}num")}
        self.note_places = file.note_places
        self.counts: dict[str, list[int | None]] = {}
        self.begun: set[tuple[str, int]] = set()

    def shown(self, paragraph: _Element) -> Shown:
        style = _value(paragraph, "pPr/pStyle") or "Normal"
        notes = tuple(self.note_places[r.get(f"{W}id", "")] for r in paragraph.iter(f"{W}footnoteReference"))
        italic = "".join(_text(run) for run in paragraph.iter(f"{W}r") if run.find(f"{W}rPr/{W}i") is not None)
        return Shown(style, self._number(paragraph, style), _text(paragraph), italic, notes)

    def _number(self, paragraph: _Element, style: str) -> str:
        list_id, level = _value(paragraph, "pPr/numPr/numId"), _value(paragraph, "pPr/numPr/ilvl")
        if list_id is None:
            list_id, level = self._of_style(style)
        if list_id in {None, "0"}:
            return ""
        assert list_id is not None
        return self._next(list_id, int(level or 0))

    def _of_style(self, style: str) -> tuple[str | None, str | None]:
        at: str | None = style
        while at in self.styles:
            found = _value(self.styles[at], "pPr/numPr/numId")
            if found is not None:
                for level in self.patterns[self._pattern(found)].findall(f"{W}lvl"):
                    if _value(level, "pStyle") == at:
                        return found, level.get(f"{W}ilvl")
                return found, "0"
            at = _value(self.styles[at], "basedOn")
        return None, None

    def _pattern(self, list_id: str) -> str:
        return _value(self.lists[list_id], "abstractNumId") or ""

    def _next(self, list_id: str, level: int) -> str:
        pattern = self._pattern(list_id)
        levels = {int(e.get(f"{W}ilvl", "")): e for e in self.patterns[pattern].findall(f"{W}lvl")}
        counts = self.counts.setdefault(pattern, [None] * _LEVELS)
        start = int(_value(levels[level], "start") or 1)
        for override in self.lists[list_id].findall(f"{W}lvlOverride"):
            if override.get(f"{W}ilvl") == str(level) and (list_id, level) not in self.begun:
                counts[level], start = None, int(_value(override, "startOverride") or start)
        self.begun.add((list_id, level))
        before = counts[level]
        counts[level] = start if before is None else before + 1
        counts[level + 1 :] = [None] * (_LEVELS - level - 1)
        text = _value(levels[level], "lvlText") or ""
        for place in range(level + 1):
            form = _value(levels[place], "numFmt") or "decimal"
            count = counts[place]
            text = text.replace(f"%{place + 1}", _formatted(1 if count is None else count, form))
        return text


def problems(content: bytes) -> list[str]:
    """What Word would refuse or repair, one line each."""
    file = WordFile(content)
    return [
        *_package(file),
        *(f"{name}: {found}" for name in file.parts if name.startswith("word/") and name.endswith(".xml")
          for found in _order(file.root(name))),
        *_references(file),
        *_unique(file),
    ]  # fmt: skip


def _package(file: WordFile) -> Iterator[str]:
    if len(set(file.names)) != len(file.names):
        yield "a part stands twice in the package"
    types = file.root("[Content_Types].xml")
    defaults = {e.get("Extension") for e in types.findall(f"{TYPES}Default")}
    overrides = {e.get("PartName") for e in types.findall(f"{TYPES}Override")}
    for name in file.parts:
        if name == "[Content_Types].xml":
            continue
        extension = name.rpartition(".")[2]
        if f"/{name}" not in overrides and (extension not in defaults or extension == "xml"):
            yield f"{name} has no content type"
    yield from (f"content type for a missing part {o}" for o in overrides if (o or "")[1:] not in file.parts)
    reached = {"[Content_Types].xml"}
    for name in file.parts:
        if not name.endswith(".rels"):
            continue
        reached.add(name)
        folder, base = posixpath.split(posixpath.dirname(name))[0], posixpath.basename(name).removesuffix(".rels")
        source = posixpath.join(folder, base)
        ids = Counter(e.get("Id") for e in file.root(name).findall(f"{RELATIONS}Relationship"))
        yield from (f"{name}: two relationships {id_}" for id_, times in ids.items() if times > 1)
        for relation in file.root(name).findall(f"{RELATIONS}Relationship"):
            if relation.get("TargetMode") == "External":
                continue
            target = relation.get("Target", "")
            path = target[1:] if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
            reached.add(path)
            if path not in file.parts:
                yield f"{name} leads to {path}, which is not there"
        if source in file.parts:
            used = {v for e in file.root(source).iter() for k, v in e.attrib.items() if k.startswith(R)}
            yield from (f"{source} uses relationship {u}, which is not there" for u in sorted(used - set(ids)))
    yield from (f"nothing leads to {name}" for name in sorted(set(file.parts) - reached))


def _order(root: _Element) -> Iterator[str]:
    for element in root.iter(f"{W}*"):
        name = QName(element).localname
        places = _PLACES.get(name)
        children = [QName(child).localname for child in element if isinstance(child.tag, str)]
        if places is not None:
            unknown = [child for child in children if child not in places]
            if unknown:
                yield f"w:{name} holds {unknown}"
            elif [places[c] for c in children] != sorted(places[c] for c in children):
                yield f"w:{name} has its children in the order {children}"
            elif name in {"pPr", "rPr"} and len(set(children)) != len(children):
                yield f"w:{name} has a child twice: {children}"
        for first in ("pPr", "rPr", "tblPr", "tcPr", "trPr"):
            if name in {"p", "r", "tbl", "tc", "tr"} and first in children[1:]:
                yield f"w:{first} is not the first in w:{name}"
        if name == "tc" and children[-1:] != ["p"]:
            yield "a table cell does not end in a paragraph"
        if name in {"body", "hdr", "ftr", "footnote"} and "r" in children:
            yield f"a run stands outside a paragraph, in w:{name}"


def _references(file: WordFile) -> Iterator[str]:
    styles = {s.get(f"{W}styleId") for s in file.root("word/styles.xml").findall(f"{W}style")}
    lists = {n.get(f"{W}numId") for n in file.root("word/numbering.xml").findall(f"{W}num")} | {"0"}
    for name in file.parts:
        if not name.startswith("word/") or not name.endswith(".xml"):
            continue
        for element in file.root(name).iter(f"{W}pStyle", f"{W}rStyle", f"{W}basedOn", f"{W}next", f"{W}numId"):
            known = lists if QName(element).localname == "numId" else styles
            if element.get(f"{W}val") not in known:
                yield f"{name}: {QName(element).localname} {element.get(f'{W}val')!r} is not defined"
    referred = Counter(r.get(f"{W}id", "") for r in file.document.iter(f"{W}footnoteReference"))
    yield from (f"footnote {n} is marked {times} times" for n, times in referred.items() if times > 1)
    yield from (f"footnote {n} is marked but not there" for n in sorted(referred.keys() - file.note_places.keys()))
    yield from (f"footnote {n} is there but not marked" for n in sorted(file.note_places.keys() - referred.keys()))
    bookmarks = {b.get(f"{W}name") for b in file.document.iter(f"{W}bookmarkStart")}
    for code in file.document.iter(f"{W}instrText"):
        words = (code.text or "").split()
        if words[:1] == ["NOTEREF"] and words[1] not in bookmarks:
            yield f"NOTEREF to {words[1]}, which is no bookmark"


def _unique(file: WordFile) -> Iterator[str]:
    revisions: Counter[str] = Counter()
    for name in file.parts:
        if not name.startswith("word/") or not name.endswith(".xml"):
            continue
        for element in file.root(name).iter(f"{W}*"):
            if QName(element).localname in _REVISIONS:
                revisions[element.get(f"{W}id", "")] += 1
    yield from (f"revision id {n} is used {times} times" for n, times in revisions.items() if times > 1)
    for tag, key in (("bookmarkStart", "id"), ("bookmarkStart", "name"), ("bookmarkEnd", "id")):
        ids = Counter(e.get(f"{W}{key}") for e in file.document.iter(f"{W}{tag}"))
        yield from (f"{tag} {key} {n} is used {times} times" for n, times in ids.items() if times > 1)
    starts = [e.get(f"{W}id") for e in file.document.iter(f"{W}bookmarkStart")]
    ends = [e.get(f"{W}id") for e in file.document.iter(f"{W}bookmarkEnd")]
    if sorted(map(str, starts)) != sorted(map(str, ends)):
        yield "a bookmark does not end"
    notes = Counter(n.get(f"{W}id") for n in file.root("word/footnotes.xml").findall(f"{W}footnote"))
    yield from (f"footnote id {n} is used {times} times" for n, times in notes.items() if times > 1)


def _text(element: _Element) -> str:
    """What is read as text: no field codes or results, no numbers of notes."""
    said: list[str] = []
    in_field = 0
    for part in element.iter(f"{W}*"):
        name = QName(part).localname
        if name == "fldChar":
            in_field += {"begin": 1, "end": -1}.get(part.get(f"{W}fldCharType", ""), 0)
        if in_field or name not in _TEXT or QName(part.getparent()).localname == "tabs":
            continue
        said.append(_TEXT[name] or part.text or "")
    return "".join(said)


def _value(element: _Element, path: str) -> str | None:
    found = element.find("/".join(f"{W}{step}" for step in path.split("/")))
    return None if found is None else found.get(f"{W}val")


def _formatted(number: int, form: str) -> str:
    if form == "lowerLetter":
        return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
    if form == "lowerRoman":
        made = ""
        for value, letters in ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"),
                               (4, "iv"), (1, "i")):  # fmt: skip
            made += letters * (number // value)
            number %= value
        return made
    return "" if form == "none" else str(number)
