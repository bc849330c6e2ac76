"""Word files spoilt at random: in their bytes, in their parts, in the tree of a part."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from copy import deepcopy
from random import Random

from lxml import etree

from tests.support.handmade import W_NS, unzipped, zipped

W = f"{{{W_NS}}}"
_NASTY = (
    "",
    "-1",
    "0",
    "9",
    "99999999999999999999",
    "%1%2%9",
    "None",
    "\U0001f600",
    "٣",
    "²",
    "a" * 70_000,
    "true",
    "1e9",
)
_WORDS = ("1.", "(a)", "A/RES/75/190", "The General Assembly,", "\u202e\u00a0\t", "Annex")
_NAMES = ("p", "r", "t", "tbl", "tr", "tc", "ins", "del", "moveFrom", "sdt", "sdtContent", "hyperlink", "fldSimple",
          "footnoteReference", "bookmarkStart", "bookmarkEnd", "br", "tab", "sym", "pPr", "rPr", "numPr", "lvl", "num",
          "abstractNum", "style", "pStyle", "footnote", "sectPr", "body", "fldChar", "instrText",
          "txbxContent")  # fmt: skip


def mutants(seeds: Sequence[bytes], random: Random) -> Iterator[bytes]:
    """Spoilt files without end, each from one of the seeds by one to four changes."""
    opened = [unzipped(seed) for seed in seeds]
    while True:
        place = random.randrange(len(seeds))
        if random.random() < 0.15:
            yield _bytes(seeds[place], random)
            continue
        parts = dict(opened[place])
        for _ in range(random.randint(1, 4)):
            random.choice(_PARTS)(parts, random)
        content = zipped(parts, compression=0)
        yield _bytes(content, random) if random.random() < 0.05 else content


def _bytes(data: bytes, random: Random) -> bytes:
    """Some bytes changed, left out, doubled or put in; or the end cut off."""
    found = bytearray(data)
    for _ in range(random.choice((1, 1, 2, 8, 50))):
        if not found:
            break
        at = random.randrange(len(found))
        match random.randrange(5):
            case 0:
                found[at] = random.randrange(256)
            case 1:
                del found[at : at + random.randint(1, 200)]
            case 2:
                found[at:at] = found[at : at + random.randint(1, 400)]
            case 3:
                found[at:at] = random.randbytes(random.randint(1, 20))
            case _ if random.random() < 0.2:
                del found[at:]
            case _:
                found[at] ^= 1 << random.randrange(8)
    return bytes(found)


def _spoil_bytes(parts: dict[str, bytes], random: Random) -> None:
    name = random.choice(list(parts))
    parts[name] = _bytes(parts[name], random)


def _drop(parts: dict[str, bytes], random: Random) -> None:
    if len(parts) > 1:
        del parts[random.choice(list(parts))]


def _rename(parts: dict[str, bytes], random: Random) -> None:
    name = random.choice(list(parts))
    parts[random.choice(("../", "/", "word/", "", "\\", "c:")) + random.choice(list(parts))] = parts[name]


def _tree(parts: dict[str, bytes], random: Random) -> None:
    """Change one to six places in the tree of an XML part, most often that of the text."""
    names = [name for name in parts if name.endswith((".xml", ".rels"))]
    if not names:
        return
    name = "word/document.xml" if "word/document.xml" in parts and random.random() < 0.6 else random.choice(names)
    try:
        root = etree.fromstring(parts[name])
    except etree.XMLSyntaxError:
        return
    for _ in range(random.randint(1, 6)):
        elements = [element for element in root.iter() if isinstance(element.tag, str)]
        random.choice(_CHANGES)(random.choice(elements), random.choice(elements), random)
    parts[name] = etree.tostring(root)


def _take_out(one: etree._Element, _: etree._Element, __: Random) -> None:
    parent = one.getparent()
    if parent is not None:
        parent.remove(one)


def _copy_into(one: etree._Element, other: etree._Element, random: Random) -> None:
    if sum(1 for _ in one.iter()) < 400:
        other.insert(random.randint(0, len(other)), deepcopy(one))


def _move_into(one: etree._Element, other: etree._Element, random: Random) -> None:
    if one is not other and one not in set(other.iterancestors()) and one.getparent() is not None:
        other.insert(random.randint(0, len(other)), one)


def _call_otherwise(one: etree._Element, _: etree._Element, random: Random) -> None:
    one.tag = W + random.choice(_NAMES)


def _value(one: etree._Element, other: etree._Element, random: Random) -> None:
    keys = [*one.attrib, *other.attrib, f"{W}val"]
    one.set(str(random.choice(keys)), random.choice((*_NASTY, *map(str, other.attrib.values()))))


def _words(one: etree._Element, _: etree._Element, random: Random) -> None:
    one.text = random.choice(
        (None, "1.", "(a)", "A/RES/75/190", "The General Assembly,", "\u202e\u00a0\t", "Annex", *_NASTY)
    )


def _wrap(one: etree._Element, _: etree._Element, random: Random) -> None:
    parent = one.getparent()
    if parent is not None:
        around = etree.Element(W + random.choice(_NAMES))
        parent.replace(one, around)
        around.append(one)


_CHANGES: tuple[Callable[[etree._Element, etree._Element, Random], None], ...] = (
    _take_out, _copy_into, _move_into, _call_otherwise, _value, _value, _words, _wrap,
)  # fmt: skip
_PARTS: tuple[Callable[[dict[str, bytes], Random], None], ...] = (
    _spoil_bytes, _drop, _rename, _tree, _tree, _tree, _tree, _tree, _tree,
)  # fmt: skip
