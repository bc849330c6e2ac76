"""Texts by the names that people give them: the symbol of a resolution, or a file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from drafter import files
from drafter.errors import DrafterError
from drafter.library import record
from drafter.library.sources import open_word, read_source
from drafter.model.draft import Draft, printed
from drafter.model.reading import Reading, Revisions
from drafter.model.resolution import Resolution
from drafter.model.symbol import Symbol
from drafter.tomltext import parsed

if TYPE_CHECKING:
    from drafter.library.ports import Records
    from drafter.negotiation.values import Round

Name = str | Draft | Reading
"""The name of a text, or the text itself."""


@dataclass(frozen=True)
class Lookup:
    """The texts of a library and of files, read by name.

    A name is the symbol of a resolution in the library ("75/190", "A/RES/75/190") or a file: a source that can be read,
    a record of the library, a draft, a named version of one (FILE@NAME), or a Word file from drafter that carries a
    draft.

    `revisions` says how tracked changes in Word files are read; `tell` is called with a line where the user should know
    something about a file.
    """

    library: Records
    revisions: Revisions = Revisions.ACCEPTED
    tell: Callable[[str], None] = field(default=lambda _: None, compare=False)

    def text(self, name: Name) -> Reading | Draft:
        """The draft in a draft file, or the reading of a resolution; a text that is handed over is returned."""
        if isinstance(name, Draft | Reading):
            return name
        symbol = Symbol.parse(name)
        if symbol and symbol in self.library:
            return self.library.reading(symbol)
        path = Path(name)
        if ".toml@" in name and not _is_file(path):
            from drafter.edit.versions import version_named

            file, version = version_named(name)
            return self.tied(version.draft(file), file)
        if not _is_file_name(path, symbol):
            return self.library.reading(name)
        if path.suffix.lower() == ".docx":
            return self._word(path)
        if path.suffix.lower() != ".toml":
            return read_source(path)
        text = files.read_text(path)
        values = parsed(text, path).values
        if "base" not in values:
            return record.loads(text, path)
        if "round" in values:
            from drafter.negotiation import texts
            from drafter.negotiation.rounds import latest_round

            found = latest_round(path, _once(self.tell))
            return self.of_round(found, texts.issued(found), path)
        from drafter.edit.drafts import latest_draft

        once = replace(self, tell=_once(self.tell))
        return latest_draft(path, lambda draft: once.tied(draft, path), once.tell)

    def round(self, name: Name) -> Round | None:
        """The round in that file; None where the name means another text."""
        from drafter.negotiation.rounds import is_round, latest_round

        if not isinstance(name, str):
            return None
        symbol = Symbol.parse(name)
        path = Path(name)
        if (symbol and symbol in self.library) or not _is_file_name(path, symbol) or not is_round(path):
            return None
        return latest_round(path)

    def draft(self, name: Name) -> Draft:
        """The draft in that file, or the one handed over; DrafterError if it is a resolution."""
        text = self.text(name)
        if isinstance(text, Draft):
            return text
        if isinstance(name, Reading):
            raise DrafterError("this is a resolution, not a draft", remedy="start a draft from it")
        raise DrafterError(
            "this is a resolution, not a draft", file=name, remedy=f"make one: drafter new {name} -o FILE"
        )

    def resolution(self, name: Name) -> Resolution:
        """The resolution of that name, or a draft as it would be printed."""
        text = self.text(name)
        if isinstance(text, Reading):
            return text.resolution
        return printed(text)

    def _word(self, path: Path) -> Reading | Draft:
        """The draft in a Word file from drafter whose text has not changed since; otherwise the resolution in it."""
        text = open_word(path, self.revisions)
        if text.draft is not None and self.revisions is Revisions.ACCEPTED:
            if not text.changed:
                from drafter.edit import draftfile
                from drafter.edit.drafts import of_earlier

                for line in of_earlier(text.draft):
                    self.tell(f"{path}: {line}")
                return self.tied(draftfile.loads(text.draft, f"{path} (the draft in it)"), path)
            told = "its text was changed since drafter wrote it: that text is read, not the draft in it"
            self.tell(f"{path}: {told}; drafter take DRAFT {path.name} takes its changes over")
        reading = text.reading()
        for line in reading.notices:
            self.tell(f"{path}: {line}")
        return reading

    def of_round(self, round_: Round, text: Draft, path: Path) -> Draft:
        """A text that the round in that file makes, on the adopted text where that is at hand."""
        origins = {label: one.origin for label, one in round_.paragraphs.items()}
        own = tuple(replace(one, origin=origins.get(one.origin or "")) for one in text.paragraphs)
        made = replace(text, paragraphs=own)
        try:
            return self.tied(made, path)
        except DrafterError:
            return made

    def base_of_round(self, name: Name) -> Draft:
        """The text of that name as a round can be about it: a draft, or a resolution or L. document as it reads."""
        from drafter.negotiation.opening import base_text

        text = whole(self.text(name))
        known = text.symbol is not None and text.symbol in self.library
        return base_text(text, str(text.symbol) if known or not isinstance(name, str) else name)

    def tied(self, draft: Draft, path: Path) -> Draft:
        """The draft with its base, which comes from the library or from a file beside the draft."""
        from drafter.edit import begin

        beside = path.parent / draft.base
        try:
            base = self.text(str(beside) if _is_file(beside) else draft.base)
        except DrafterError as error:
            raise DrafterError(
                f"its base {draft.base} cannot be read: {error}", file=path, remedy="add it: drafter corpus add FILE"
            ) from error
        if isinstance(base, Draft):
            raise DrafterError(f"its base {draft.base} is itself a draft", file=path, remedy="name an adopted text")
        try:
            return begin.tied(draft, base.resolution, lambda line: self.tell(f"{path}: {line}"))
        except DrafterError as error:
            raise DrafterError(error.problem, file=path, remedy=error.remedy) from error


def _once(tell: Callable[[str], None]) -> Callable[[str], None]:
    """`tell`, with each line said once however often the same text is read."""
    said: set[str] = set()

    def told(line: str) -> None:
        if line not in said:
            said.add(line)
            tell(line)

    return told


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def _is_file_name(path: Path, symbol: Symbol | None) -> bool:
    """Whether a name that is not in the library means a file."""
    if symbol is None and path.suffix.lower() in {".toml", ".txt", ".md", ".docx", ".pdf"}:
        return True
    try:
        return path.exists() and not (symbol and path.is_dir())
    except (OSError, ValueError):
        return False


def called(name: Name) -> str:
    """The name of a text in an error message."""
    return name if isinstance(name, str) else "this text"


def whole(text: Reading | Draft) -> Resolution | Draft:
    return text if isinstance(text, Draft) else text.resolution
