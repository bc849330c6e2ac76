"""Named versions of a draft, kept beside its file: "before the informals of 12 October".

A version is the whole draft as it was then, so that it is read like the draft itself, as FILE@NAME.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from drafter import files
from drafter.edit import draftfile
from drafter.edit.local.beside import Beside
from drafter.errors import DrafterError
from drafter.model.draft import Draft

LONGEST_NAME = 80
"""The most characters of a version's name."""

_MARK = ".toml@"


@dataclass(frozen=True, slots=True)
class NamedVersion:
    """A draft as it was at `at` (ISO 8601, UTC); `text` is its file's text."""

    name: str
    at: str
    text: str

    def draft(self, file: Path) -> Draft:
        """The draft of this version, without its base; `file` is named in errors."""
        return draftfile.loads(self.text, f"{file} (version {self.name})")


class NamedVersions:
    """The versions of the draft in one file, in the order in which they were made."""

    def __init__(self, draft: Path) -> None:
        self.path = draft
        self._beside = Beside(draft)
        self._kept = self._beside.folder / f"{draft.name}.versions"

    def all(self) -> tuple[NamedVersion, ...]:
        """Every version, the oldest first. Raises DrafterError where they cannot be read."""
        if not self._kept.is_file():
            return ()
        try:
            found = [json.loads(line) for line in files.read_text(self._kept).splitlines() if line.strip()]
            return tuple(NamedVersion(str(one["name"]), str(one["at"]), str(one["text"])) for one in found)
        except (ValueError, KeyError, TypeError) as error:
            raise DrafterError(
                "the named versions of this draft cannot be read",
                file=self._kept,
                remedy="move the file away; the draft itself does not need it",
            ) from error

    def named(self, name: str) -> NamedVersion:
        """The version of that name. Raises DrafterError that names those there are."""
        wanted = _plain(name)
        known = self.all()
        for one in known:
            if one.name == wanted:
                return one
        names = ", ".join(f"“{one.name}”" for one in known)
        remedy = f"there are: {names}" if known else "make one: drafter version DRAFT --name NAME"
        raise DrafterError(f"there is no version “{wanted}” of this draft", file=self.path, remedy=remedy)

    def keep(self, name: str, draft: Draft) -> NamedVersion:
        """Keep the draft as it is under a name. Raises DrafterError for a name that is taken or cannot be one."""
        wanted = _plain(name)
        if not wanted or len(wanted) > LONGEST_NAME or not wanted.isprintable():
            raise DrafterError(f"a version's name has 1 to {LONGEST_NAME} letters, in one line", file=self.path)
        known = self.all()
        if any(one.name == wanted for one in known):
            raise DrafterError(
                f"there is a version “{wanted}” of this draft already", file=self.path, remedy="choose another name"
            )
        made = NamedVersion(wanted, f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}", draftfile.dumps(draft))
        self._write((*known, made))
        return made

    def remove(self, name: str) -> None:
        """Forget the version of that name. Raises DrafterError if there is none."""
        gone = self.named(name)
        self._write(tuple(one for one in self.all() if one != gone))

    def _write(self, versions: tuple[NamedVersion, ...]) -> None:
        try:
            self._beside.make()
        except OSError as error:
            raise DrafterError(files.reason(error), file=self._kept) from error
        lines = [json.dumps({"name": one.name, "at": one.at, "text": one.text}) for one in versions]
        files.write(self._kept, "".join(f"{line}\n" for line in lines))


def version_named(name: str) -> tuple[Path, NamedVersion]:
    """The draft file and the version that a name such as "dprk-76.toml@before the informals" means. Raises DrafterError
    if there is none."""
    file, _, version = name.partition(_MARK)
    path = Path(f"{file}.toml")
    if not path.is_file():
        raise DrafterError("there is no such draft file", file=path)
    return path, NamedVersions(path).named(version)


def _plain(name: str) -> str:
    return " ".join(name.split(" ")).strip()
