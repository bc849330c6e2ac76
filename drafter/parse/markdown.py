"""The lines of Markdown: emphasis becomes italics, `<sup>` and `[^1]` become raised marks, links their words."""

from __future__ import annotations

import re
from html import unescape

from drafter.model.inline import Span
from drafter.parse.lines import Line

_TOKEN = re.compile(
    r"\\(?P<escaped>[!-/:-@\[-`{-~])"
    r"|<sup>(?P<sup>[^<\n]{0,12})</sup>"
    r"|\[\^(?P<note>[^\]\s]{1,12})\](?P<colon>:?)"
    r"|(?P<image>!?)\[(?P<label>(?:\\.|[^\]\[\\\n]){0,400})\]\([^()\n]{0,400}\)"
    r"|(?P<stars>\*{1,3})"
    r"|(?P<under>_{1,3})"
    r"|<(?P<url>https?://[^<>\s]{1,400})>"
    r"|(?P<tag></?(?:br|b|i|em|strong|u|p|div|span|a)(?:\s[^<>\n]{0,200})?/?>)"
    r"|(?P<entity>&(?:#\d{1,6}|\w{1,12});)"
)
_HEADING = re.compile(r"#{1,6}\s+")
_RULE = re.compile(r"(?:[-*_]\s*){3,}")
_PAGE_MARK = re.compile(r"<!--\s*Page\s+\d+\s*-->", re.IGNORECASE)
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")


def lines_of(text: str) -> list[Line]:
    """The lines that are not blank; a rule stays as a line "---"."""
    lines: list[Line] = []
    gap = page = 0
    italic = False
    for number, raw in enumerate(text.split("\n"), 1):
        stripped = raw.strip()
        if not stripped:
            gap += 1
            italic = False  # emphasis ends with its paragraph
            continue
        if _RULE.fullmatch(stripped):
            lines.append(Line("---", number, gap, 0, page))
            gap = 0
            continue
        if stripped.startswith("<!--") and _PAGE_MARK.fullmatch(stripped):
            page += 1
            lines.append(Line(stripped, number, gap, 0, page))
            gap = 0
            continue
        read, italics, raised, italic = _read(_HEADING.sub("", stripped, count=1), italic)
        if read:
            lines.append(Line(read, number, gap, 0, page, italics, raised))
            gap = 0
    return lines


def _read(source: str, italic: bool) -> tuple[str, tuple[Span, ...], tuple[Span, ...], bool]:
    """Text, italics and raised characters of one line; whether emphasis is still open at its end."""
    if not italic and not _TOKEN.search(source):
        return source, (), (), False
    pieces: list[str] = []
    italics: list[Span] = []
    raised: list[Span] = []
    at = length = 0
    opened = 0

    def put(words: str) -> None:
        nonlocal length
        pieces.append(words)
        length += len(words)

    for token in _TOKEN.finditer(source):
        put(source[at : token.start()])
        at = token.end()
        if token["escaped"] is not None:
            put(token["escaped"])
        elif token["sup"] is not None or token["note"] is not None:
            mark = (token["sup"] if token["sup"] is not None else token["note"]).strip()
            raised.append(Span(length, length + len(mark)))
            put(mark)
        elif token["label"] is not None:
            put("" if token["image"] else _ESCAPE.sub(r"\1", token["label"]))
        elif token["stars"] or token["under"]:
            run = token["stars"] or token["under"]
            if _literal(source, token.start(), token.end(), italic):
                put(run)
            elif len(run) in (1, 3):
                if italic:
                    italics.append(Span(opened, length))
                italic = not italic
                opened = length
        elif token["url"]:
            put(token["url"])
        elif token["entity"]:
            put(unescape(token["entity"]))
    put(source[at:])
    if italic:
        italics.append(Span(opened, length))
    text = "".join(pieces)
    stripped = text.strip()
    shift = len(text) - len(text.lstrip())
    return stripped, _shifted(italics, shift, len(stripped)), _shifted(raised, shift, len(stripped)), italic


def _literal(source: str, start: int, end: int, open_: bool) -> bool:
    """Whether an asterisk or underscore stands for itself: as a bullet, as a note mark, or inside a word."""
    before, after = source[start - 1 : start] if start else "", source[end : end + 1]
    if source[start] == "_" and before.isalnum() and after.isalnum():
        return True
    closes_bold = end - start == 2 and bool(before.strip())
    return not open_ and not closes_bold and (not after or after.isspace())


def _shifted(spans: list[Span], shift: int, length: int) -> tuple[Span, ...]:
    moved = (Span(max(span.start - shift, 0), min(span.end - shift, length)) for span in spans)
    return tuple(span for span in moved if span.start < span.end)
