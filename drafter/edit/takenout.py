"""The draft file for the file that a user names: itself, or taken out of a Word file that carries the draft."""

from __future__ import annotations

from pathlib import Path

from drafter import files
from drafter.edit import draftfile
from drafter.errors import DrafterError
from drafter.library.sources import open_word
from drafter.model.reading import Revisions
from drafter.tomltext import parsed


def draft_file(path: Path, revisions: Revisions = Revisions.ACCEPTED) -> Path:
    """The draft file to work on: `path` itself, or the one taken out of that Word file."""
    ending = path.suffix.lower()
    if ending == ".docx":
        return taken_out(path, revisions)
    if ending in {".txt", ".md", ".pdf"} or "base" not in parsed(files.read_text(path), path).values:
        raise DrafterError(
            "this is a resolution, not a draft", file=path, remedy=f"start one from it: drafter new {path} -o FILE"
        )
    return path


def taken_out(path: Path, revisions: Revisions) -> Path:
    """The draft file, beside a Word file, of the draft that it carries: written now, or there already."""
    word = open_word(path, revisions)
    remedy = f"start one from it: drafter new {path} -o FILE"
    if word.draft is None:
        raise DrafterError("this Word file carries no draft", file=path, remedy=remedy)
    if word.changed:
        problem = "its text was changed since drafter wrote it, so it no longer agrees with the draft in it"
        raise DrafterError(problem, file=path, remedy=f"take its changes into your draft: drafter take DRAFT {path}")
    draft, beside = draftfile.loads(word.draft, f"{path} (the draft in it)"), path.with_suffix(".toml")
    if beside.is_file():
        if draftfile.loads(files.read_text(beside), beside) == draft:
            return beside
        raise DrafterError(
            f"{beside.name} beside it is not the draft in it",
            file=path,
            remedy=f"go on in {beside.name}, or move one of the two",
        )
    files.write(beside, draftfile.dumps(draft), force=False)
    return beside
