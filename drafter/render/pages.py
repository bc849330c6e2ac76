"""Pages from templates, which a user may replace.

They are looked for in the folder `templates` of the user's configuration, then among those shipped.
"""

from __future__ import annotations

import re
from pathlib import Path

from drafter.errors import DrafterError
from drafter.ooxml.elements import clean
from drafter.resources import own, shipped


def markdown(name: str, **values: object) -> bytes:
    """A Markdown page, with at most one empty line at a place. Raises DrafterError for a fault in the template."""
    text = _filled(f"{name}.md.j2", values)
    return (re.sub(r"\n{3,}", "\n\n", text).strip() + "\n").encode()


def html(name: str, **values: object) -> bytes:
    """An HTML page, in which others' words are escaped. Raises DrafterError for a fault in the template."""
    return (_filled(f"{name}.html.j2", values).strip() + "\n").encode()


def base(name: str) -> Path:
    """The Word file of that name from which a listing starts."""
    path = own("templates") / name
    return path if path.is_file() else shipped("templates") / name


def _filled(name: str, values: dict[str, object]) -> str:
    from jinja2 import FileSystemLoader, StrictUndefined, TemplateError
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    folders = [own("templates"), shipped("templates")]
    environment = ImmutableSandboxedEnvironment(
        loader=FileSystemLoader([str(folder) for folder in folders], encoding="utf-8"),
        autoescape=lambda template: template is not None and not template.endswith(".md.j2"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= {"md": _escaped, "xml": clean}
    try:
        return environment.get_template(name).render(**values)
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
