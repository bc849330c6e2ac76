"""A drafter's own comments in a draft file, carried over when the file is written again.

A comment on lines of its own belongs to what comes after it, one at the end of a line to that line. That is known by
the table's id (or, without one, by what it is on) and the key, so the comment stays with its paragraph wherever that
goes; if its paragraph is gone, it moves to the next one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

_TOKEN = re.compile(
    r'"""(?:[^\\]|\\.)*?"{3,5}|\'\'\'.*?\'{3,5}|"(?:[^"\\\n]|\\.)*"|\'[^\'\n]*\'|(?P<comment>#[^\n]*)|(?P<end>\n)',
    re.DOTALL,
)
_ID = re.compile(r'id\s*=\s*(?P<id>"(?:[^"\\\n]|\\.)*"|\'[^\'\n]*\')')
_OWN = re.compile(r"(?:on|stand|found|name)\s*=")
"""What tells tables apart that have no id."""
_KEY = re.compile(r"[\"']?([A-Za-z0-9_-]+)[\"']?\s*=")


@dataclass
class _Statement:
    """A header or `key = value` with the comments above it, and those behind or inside it."""

    text: str
    above: list[str] = field(default_factory=list)
    behind: list[str] = field(default_factory=list)


@dataclass
class _Section:
    """The statements from a table's header to the next; the first section has no header."""

    statements: list[_Statement]

    @property
    def name(self) -> str:
        header = self.statements[0].text if self.statements else ""
        if not header.startswith("["):
            return ""
        ids = [found["id"][1:-1] for one in self.statements if (found := _ID.match(one.text))]
        own = ids[:1] or [one.text for one in self.statements[1:] if _OWN.match(one.text)]
        return "\0".join((re.sub(r"\s", "", header), *own))


def carried(old: str, new: str) -> str:
    """`new` with the comments of `old`, each beside what it belongs to."""
    if "#" not in old:
        return new
    found, at_end = _read(old)
    if not at_end and not any(one.above or one.behind for section in found for one in section.statements):
        return new
    fresh, _ = _read(new)
    by_name = {section.name: section for section in fresh}
    left: list[str] = []
    for section in found:
        target = by_name.get(section.name)
        if target is None:
            left += _all_comments(section)
            continue
        _carry(section, target, left)
        left = []
    return _written(fresh, left + at_end)


def _carry(section: _Section, target: _Section, left: list[str]) -> None:
    by_key = {_name(one.text): one for one in target.statements}
    first = target.statements[0]
    first.above[:0] = left
    for one in section.statements:
        counterpart = by_key.get(_name(one.text))
        if counterpart is None:
            first.above += one.above + one.behind
        else:
            counterpart.above += one.above
            counterpart.behind += one.behind


def _name(statement: str) -> str:
    key = _KEY.match(statement)
    return key[1] if key else "["


def _all_comments(section: _Section) -> list[str]:
    return [comment for one in section.statements for comment in (*one.above, *one.behind)]


def _read(source: str) -> tuple[list[_Section], list[str]]:
    """The sections, and the comments after the last statement."""
    sections = [_Section([])]
    above: list[str] = []
    for text, comments in _logical_lines(source):
        if not text:
            above += comments
            continue
        if text.startswith("["):
            sections.append(_Section([]))
        sections[-1].statements.append(_Statement(text, above, comments))
        above = []
    return [section for section in sections if section.statements], above


def _logical_lines(source: str) -> Iterator[tuple[str, list[str]]]:
    """Each statement, over all its lines, with the comments on them; ("", […]) for comments alone."""
    text, comments, depth, at = "", [], 0, 0
    for token in _TOKEN.finditer(source):
        between = source[at : token.start()]
        at = token.end()
        text += between
        depth += _depth(between)
        if token["comment"]:
            comments.append(token["comment"].rstrip())
        elif not token["end"]:
            text += token[0]
        elif depth > 0 and not text.lstrip().startswith("["):
            text += "\n"
        else:
            if text.strip() or comments:
                yield text.strip(), comments
            text, comments, depth = "", [], 0
    text += source[at:]
    if text.strip() or comments:
        yield text.strip(), comments


def _depth(between: str) -> int:
    return sum(between.count(mark) for mark in "[{") - sum(between.count(mark) for mark in "]}")


def _written(sections: list[_Section], at_end: list[str]) -> str:
    parts: list[str] = []
    for section in sections:
        lines: list[str] = []
        for one in section.statements:
            behind = one.behind if "\n" not in one.text else []
            lines += one.above if behind == one.behind else one.above + one.behind
            lines.append("  ".join((one.text, *behind)))
        parts.append("\n".join(lines) + "\n")
    if at_end:
        parts.append("\n".join(at_end) + "\n")
    return "\n".join(parts)
