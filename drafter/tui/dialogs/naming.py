"""Files as a drafter names them in a question: which one is meant, in which folder, and what is wrong with it."""

from __future__ import annotations

import contextlib
from pathlib import Path

from drafter.files import reason


def file_named(name: str, ending: str = ".toml") -> Path:
    """The file that a typed name means; `ending` is added where it has none.

    >>> file_named("korea").name, file_named("korea.docx").name, file_named("/").name
    ('korea.toml', 'korea.docx', '')
    """
    path = path_typed(name)
    return path.with_suffix(ending) if path.name and not path.suffix else path


def path_typed(name: str) -> Path:
    """A path as it was typed, from the home folder where it begins with "~"."""
    path = Path(name.strip())
    with contextlib.suppress(RuntimeError):  # "~nobody" is a name like any other
        return path.expanduser()
    return path


def folder_told(name: str) -> str:
    """The folder in which the file of a typed name lies."""
    return str(Path.cwd() / file_named(name).parent)


def wrong_file(name: str, ending: str = ".toml") -> str:
    """What is wrong with a file's name, "" where nothing is."""
    path, bare = file_named(name, ending), file_named(name, "")
    try:
        if not bare.name or bare.is_dir() or name.strip().endswith(("/", "\\")):
            return "give the file a name"
        if path.exists():
            return "there is a file of this name already"
        return "" if path.parent.is_dir() else f"there is no folder {path.parent}"
    except OSError as error:
        return f"there can be no such file: {reason(error)}"
