"""The draft inside a Word file: a custom XML part with the draft file's text, which drafter can read back.

With it goes a fingerprint of the Word file's text at that time, so that later changes by hand are noticed.
"""

from __future__ import annotations

from dataclasses import replace

from lxml import etree

from drafter.model.draft import Draft
from drafter.ooxml import archive, custom
from drafter.parse.word import DATA, fingerprint


def with_draft(content: bytes, text: str) -> bytes:
    """The Word file with a draft file's text in it."""
    parts = archive.unpacked(content)
    root = etree.Element(DATA)
    root.set("says", fingerprint(content))
    root.text = text
    custom.put(parts, root)
    return archive.write(parts)


def without_draft(content: bytes) -> bytes:
    """The Word file without a draft in it; one that has none is as it was, byte for byte."""
    parts = archive.unpacked(content)
    return archive.write(parts) if custom.drop(parts, DATA) else content


def private(draft: Draft) -> str:
    """What the draft's data holds that its text does not show, in a few words; "" where there is nothing."""
    counts = {
        "drafter’s note": sum(bool(one.note) for one in draft),
        "source": sum(len(one.sources) for one in draft),
        "deleted paragraph": sum(one.deleted for one in draft),
        "refused suggestion": len(draft.refused),
        "clearance": sum(len(one.clearances) for one in draft),
        "verified update": len(draft.verified),
        "entry of the brief": len(draft.brief),
    }
    named = [f"{count} {_many(what) if count > 1 else what}" for what, count in counts.items() if count]
    return ", ".join(named)


def _many(what: str) -> str:
    return what.replace("entry", "entries") if what.startswith("entry") else f"{what}s"


def without_folders(draft: Draft) -> Draft:
    """The draft; of a base that is a file only the name is kept, not its folder."""
    return replace(draft, base=draft.base_called)
