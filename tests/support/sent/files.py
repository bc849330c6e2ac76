"""Planted changes as whole texts that somebody changed: draft files and clean Word files."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from drafter.model.inline import Inline, Span
from drafter.model.resolution import Paragraph, Resolution
from tests.support.sent.planting import Planted, Sent
from tests.support.typedout import typed_out


def changed(sent: Sent, owner: str) -> list[tuple[str, Paragraph]]:
    """The paragraphs as one owner would have them, each with its label in the base, "" for a new one."""
    names = list(sent.paragraphs)
    by_label = {one.label: one for one in sent.of(owner) if one.label}
    rows = [(name, _worded(own, by_label.get(name))) for name, own in sent.paragraphs.items()]
    moves = {one.label: one.target for one in by_label.values() if one.deed == "move"}
    out = {one.label for one in by_label.values() if one.deed == "drop"}
    moved = {name: row for name, row in rows if name in moves}
    rows = [(name, row) for name, row in rows if name not in moves and name not in out]
    for name, target in moves.items():
        rows.insert(_behind(rows, names, target), (name, moved[name]))
    for one in sent.of(owner):
        if one.deed == "new":
            like = sent.paragraphs[one.target]
            rows.insert(_behind(rows, names, one.target), ("", _opened(replace(like, inline=Inline(one.text)))))
    return rows


def _behind(rows: list[tuple[str, Paragraph]], names: list[str], target: str) -> int:
    """The place behind a paragraph and what is below it."""
    place = next(place for place, (name, _) in enumerate(rows) if name == target)
    level = rows[place][1].level
    place += 1
    while place < len(rows) and rows[place][0] and rows[place][1].level > level:
        place += 1
    return place


def _worded(own: Paragraph, one: Planted | None) -> Paragraph:
    if one is None or one.deed in ("drop", "move"):
        return own
    if one.deed == "whole":
        return _opened(replace(own, inline=Inline(one.text)))
    before, text = own.inline.text, one.text
    head = 0
    while head < min(len(before), len(text)) and before[head] == text[head]:
        head += 1
    tail = 0
    while tail < min(len(before), len(text)) - head and before[-1 - tail] == text[-1 - tail]:
        tail += 1
    words = Inline(text[head : len(text) - tail])
    return replace(own, inline=own.inline[:head] + words + own.inline[len(before) - tail :])


def _opened(own: Paragraph) -> Paragraph:
    """A new paragraph with its opening in italics, as drafters set it."""
    first = own.inline.text.split(" ")[0]
    if own.level:
        return own
    return replace(own, inline=Inline(own.inline.text, (Span(0, len(first)),)))


def clean_word(sent: Sent, owner: str) -> bytes:
    """The Word file of an office that typed its changes into the circulated text."""
    text = sent.round_.text
    return typed_out(
        Resolution(
            text.organ,
            text.title,
            tuple(row for _, row in changed(sent, owner)),
            footnotes=text.footnotes,
            symbol=text.symbol,
            session=text.session,
        )
    )


def draft_file(sent: Sent, owner: str, random: Random) -> str:
    """The draft file of a delegation that began with the same base and has its own ids."""
    text = sent.round_.text
    lines = ["format = 2", f"base = {_toml(text.base)}", f"title = {_toml(text.title.markup)}", ""]
    own_ids = random.random() < 0.5
    ids = {label: one.id for label, one in sent.round_.paragraphs.items()}
    origins = {label: one.origin for label, one in sent.round_.paragraphs.items()}
    for number, (label, row) in enumerate(changed(sent, owner), 1):
        name = ids[label] if label and not own_ids else f"own{number}"
        lines += ["[[paragraph]]", f"id = {_toml(name)}", f"kind = {_toml(row.kind.value)}"]
        lines += [f"level = {row.level}"] if row.level else []
        lines += [f"part = {_toml(row.part)}"] if row.part else []
        lines += ["continued = true"] if row.continued else []
        edited = bool(label) and row != sent.paragraphs[label]
        lines += [f"origin = {_toml(origins[label] or '')}"] if label and origins[label] else []
        lines += ['status = "edited"'] if edited else []
        lines += [f"text = {_toml(row.inline.markup)}", ""]
    for note in text.footnotes:
        lines += ["[[footnote]]", f"id = {_toml(note.id)}", f"text = {_toml(note.inline.markup)}", ""]
    return "\n".join(lines)


def _toml(words: str) -> str:
    return '"' + words.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'
