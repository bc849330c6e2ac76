"""A round as plain text: each paragraph that something is said on, with proposals, positions and conflicts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from drafter.align.placed import placed
from drafter.negotiation.values import Round
from drafter.shapes.rounds import round_shape

_LONG = 120
"""Characters from which on a reading is told by what it changes."""


def listed(round_: Round) -> Iterator[str]:
    """The lines, in order of place; paragraphs on which nothing is said are counted at the end."""
    shape = round_shape(round_)
    yield " · ".join(filter(None, (shape["base"]["title"], shape["stage"], shape["base"]["symbol"])))
    quiet = 0
    title = {"label": "title", "status": "open", "positions": [], "pairs": [], "pending": [], **shape["title"]}
    for one in (title, *shape["paragraphs"]):
        if one["proposals"] or one["positions"] or one["status"] != "open" or one["pending"]:
            yield from _paragraph(one)
        elif one is not title:
            quiet += 1
    yield ""
    yield f"{quiet} paragraphs are as in the base, and open"


def _paragraph(one: dict[str, Any]) -> Iterator[str]:
    yield ""
    yield f"{one['label']} · {_status(one)}" if "status_text" in one else one["label"]
    yield f"    {one['text']}"
    for each in one["proposals"]:
        state = "" if each["state"] == "open" else f" · {each['state']}"
        mark = f" · sent against other words ({each['mark']})" if each.get("mark") else ""
        yield f"  {each['id']} {', '.join(each['by'])}: {_does(each)}{state}{mark}"
        if each.get("status", "open") != "open" or each.get("pending"):
            yield f"    {each['label']} · {_status(each)}"
    for each in one["positions"]:
        yield f"  {', '.join(each['by'])}: {each['stand']} {each['on']}"
    for each in one["conflicts"]:
        yield f"  {each['id']} conflict in {', '.join(each['labels'])}"
        for reading in each["readings"]:
            by = f" – {', '.join(reading['by'])}" if reading["by"] else ""
            yield f"    {reading['n']} {reading['does']}: {_reads(each['found'], reading)}{by}"


def _status(one: dict[str, Any]) -> str:
    """How far a paragraph is, and who holds out."""
    pending = f" · pending {', '.join(one['pending'])}" if one["pending"] else ""
    return f"{one['status_text']}{pending}{' · reopened' if one.get('reopened') else ''}"


def _reads(found: str, reading: dict[str, Any]) -> str:
    """A reading of a conflict: its own words, or what it changes in long ones."""
    put = " / ".join(reading["put"].splitlines()) or "(nothing)"
    short = len(put) <= _LONG or reading["does"] != "words" or "\n" in found
    return put if short else placed(found, reading["put"])


def _does(each: dict[str, Any]) -> str:
    found, put = each["found"], " / ".join(each["put"].splitlines())
    match each["kind"]:
        case "words" | "title" if not found:
            return f"put in “{put}”"
        case "words" | "title" if not put:
            return f"take out “{found}”"
        case "words" | "title":
            return f"“{found}” → “{put}”"
        case "new":
            return f"new {each['label']}: {put}"
        case "move":
            return f"move behind {each['after'] or 'the beginning'}"
        case "delete":
            return "delete"
        case "merge":
            return f"merge with {each['with']}: {put}"
        case kind:
            return f"{kind}: {put}"
