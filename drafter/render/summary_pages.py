"""The summary as Markdown, HTML or a Word file, from the templates that a user may replace.

They are `summary.md.j2`, `summary.html.j2`, and `summary.docx` for the styles and the page of the Word file.
"""

from __future__ import annotations

from collections.abc import Callable

from drafter.errors import DrafterError
from drafter.render import pages
from drafter.render.summary_values import Summary

BASE = "summary.docx"


def page(summary: Summary, suffix: str) -> bytes:
    """The summary in the format of that file name ending; the same summary gives the same bytes.

    Raises DrafterError for another ending and for a fault in a template of the user's own.
    """
    makers: dict[str, Callable[[Summary], bytes]] = {
        ".md": lambda given: pages.markdown("summary", summary=given),
        ".html": lambda given: pages.html("summary", summary=given),
        ".docx": _word,
    }
    if suffix not in makers:
        raise DrafterError(f"a summary cannot be written as {suffix or 'that'}", remedy="use .md, .html or .docx")
    return makers[suffix](summary)


def _word(summary: Summary) -> bytes:
    from drafter.render.summary_word import word

    return word(summary, pages.base(BASE))
