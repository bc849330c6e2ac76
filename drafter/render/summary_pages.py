"""The summary as Markdown, HTML or a Word file, from the templates that a user may replace.

A template is looked for in the folder `templates` of the user's configuration, then among those shipped:
`summary.md.j2`, `summary.html.j2`, and `summary.docx` for the styles and the page of the Word file.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from drafter.errors import DrafterError
from drafter.ooxml.elements import clean
from drafter.render.summary_values import Summary
from drafter.resources import own, shipped

BASE = "summary.docx"


def page(summary: Summary, suffix: str) -> bytes:
    """The summary in the format of that file name ending; the same summary gives the same bytes.

    Raises DrafterError for another ending and for a fault in a template of the user's own.
    """
    makers: dict[str, Callable[[Summary], bytes]] = {".md": _markdown, ".html": _html, ".docx": _word}
    if suffix not in makers:
        raise DrafterError(f"a summary cannot be written as {suffix or 'that'}", remedy="use .md, .html or .docx")
    return makers[suffix](summary)


def _markdown(summary: Summary) -> bytes:
    text = _filled("summary.md.j2", summary)
    return (re.sub(r"\n{3,}", "\n\n", text).strip() + "\n").encode()


def _html(summary: Summary) -> bytes:
    return (_filled("summary.html.j2", summary).strip() + "\n").encode()


def _word(summary: Summary) -> bytes:
    from drafter.render.summary_word import word

    base = own("templates") / BASE
    return word(summary, base if base.is_file() else shipped("templates") / BASE)


def _filled(name: str, summary: Summary) -> str:
    from jinja2 import FileSystemLoader, StrictUndefined, TemplateError
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    folders = [own("templates"), shipped("templates")]
    environment = ImmutableSandboxedEnvironment(
        loader=FileSystemLoader([str(folder) for folder in folders], encoding="utf-8"),
        autoescape=lambda template: template is not None and not template.startswith("summary.md"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= {"md": _escaped, "xml": clean}
    try:
        return environment.get_template(name).render(summary=summary)
    except TemplateError as error:
        line = getattr(error, "lineno", None)
        raise DrafterError(
            f"the template cannot be filled ({error})",
            file=_found(name, folders),
            place=f"line {line}" if line else None,
            remedy="correct it, or remove it to use the one that ships with drafter",
        ) from error


def _found(name: str, folders: list[Path]) -> Path:
    return next((folder / name for folder in folders if (folder / name).is_file()), Path(name))


def _escaped(text: str) -> str:
    """Text that Markdown shows as it is; a paragraph mark shows as ¶."""
    return re.sub(r"([\\`*_\[\]<>#|~])", r"\\\1", text).replace("\n", " ¶ ")
