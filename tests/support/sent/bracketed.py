"""Planted changes as a facilitator types them into a rolling text: with brackets, owners inside or behind them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from random import Random

from tests.support.sent.planting import Planted, Sent
from tests.support.sent.tracked import last_of_block, stretch
from tests.support.sent.written import SPELLINGS

_DASHES = (" - ", " – ", " -")


def compilation(sent: Sent, random: Random, *, inside: bool) -> str:
    """The rolling text as plain text; `inside` has the owners in the brackets, behind a dash."""
    lines = [
        "Rolling text as of 30 November 2026, 6 p.m.",
        sent.round_.text.title.text,
        "",
        "The General Assembly,",
        "",
    ]
    dash = random.choice(_DASHES)
    for label, paragraph in sent.paragraphs.items():
        here = _together(one for one in sent.changes if one.label == label)
        name = random.choice((f"{label}.", f"{label}", f"{label}:")) if paragraph.kind != "heading" else ""
        lines += [f"{name} {_text(paragraph.inline.text, here, dash, random, inside=inside)}".strip(), ""]
        for one, owners in here.items():
            if one.deed == "whole":
                lines += [f"{label} alt. {_in(one.text, owners, dash, random, inside=inside)}", ""]
        behind = _together(one for one in sent.changes if one.deed == "new")
        for one, owners in behind.items():
            if last_of_block(sent, one.target) == label:
                lines += [f"{one.target} bis. {_in(one.text, owners, dash, random, inside=inside)}", ""]
    return "\n".join(lines)


def _together(changes: Iterator[Planted]) -> dict[Planted, list[str]]:
    """Changes with all who want them."""
    owners: dict[tuple[str, ...], list[str]] = defaultdict(list)
    first: dict[tuple[str, ...], Planted] = {}
    for one in changes:
        owners[one.key[1:]].append(one.owner)
        first.setdefault(one.key[1:], one)
    return {one: owners[key] for key, one in first.items()}


def _text(text: str, changes: dict[Planted, list[str]], dash: str, random: Random, *, inside: bool) -> str:
    made, at = "", 0
    for one, owners in sorted(changes.items(), key=lambda item: (item[0].start, item[0].end)):
        if one.deed == "drop":
            return _out(text, owners, dash, random, inside=inside)
        if one.deed in ("whole", "move"):
            continue
        start, end, put = _whole_words(text, *stretch(text, one))
        old, new = text[start:end], put
        made += text[at:start]
        spaced = " " if made and not made[-1].isspace() else ""
        if old and new:
            if inside:
                made += spaced + f"[{old.strip()} / {new.strip()}{dash}{_names(owners, random)}]"
            else:
                names = _names(owners, random)
                made += spaced + f"[{old.strip()}] ({names}: delete) [{new.strip()}] ({names})"
        elif old:
            made += spaced + _out(old.strip(), owners, dash, random, inside=inside)
        else:
            made += spaced + _in(new.strip(), owners, dash, random, inside=inside)
        at = end
        if at < len(text) and not text[at].isspace() and text[at] not in ",.;:":
            made += " "
    made += text[at:]
    for one, owners in changes.items():
        if one.deed == "move":
            made += f" [{_names(owners, random)}: move after {one.target}]"
    return made


def _whole_words(text: str, start: int, end: int, put: str) -> tuple[int, int, str]:
    """The stretch, widened to whole words."""
    while end < len(text) and text[end].isalnum() and end and (text[end - 1].isalnum() or put[-1:].isalnum()):
        put += text[end]
        end += 1
    while start and text[start - 1].isalnum() and (text[start : start + 1].isalnum() or put[:1].isalnum()):
        start -= 1
        put = text[start] + put
    return start, end, put


def _in(words: str, owners: list[str], dash: str, random: Random, *, inside: bool) -> str:
    names = _names(owners, random)
    return f"[{words}{dash}{names}]" if inside else f"[{words}] ({names})"


def _out(words: str, owners: list[str], dash: str, random: Random, *, inside: bool) -> str:
    names = _names(owners, random)
    return f"[{words}{dash}{names} delete]" if inside else f"[{words}] ({names}: delete)"


def _names(owners: list[str], random: Random) -> str:
    return ", ".join(random.choice([one for one in SPELLINGS[owner] if "the" not in one]) for owner in owners)
