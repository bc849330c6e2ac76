"""Rounds as opened documents: how a round and its edits are written down, and what an edit does."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from drafter import files
from drafter.edit import comments
from drafter.edit.documents import DocumentType
from drafter.edit.drafts import beyond, both_went_on
from drafter.edit.local.journal import LocalDocument
from drafter.edit.local.reading import latest
from drafter.edit.settling import Competing
from drafter.errors import DrafterError, OutsideChangeError
from drafter.negotiation import codec, edits, roundfile
from drafter.negotiation.edits import RoundEdit
from drafter.negotiation.settling import competing
from drafter.negotiation.values import Round
from drafter.tomltext import parsed

OpenRound = LocalDocument[Round, RoundEdit]

ROUNDS: DocumentType[Round, RoundEdit] = DocumentType(
    dumps=roundfile.dumps,
    loads=roundfile.loads,
    carried=comments.carried,
    encoded=codec.encoded,
    decoded=codec.decoded,
    apply=edits.apply,
    named=lambda edit, _: edit.name,
    replacing=edits.replacing,
    holds=lambda *_: False,
)
"""What an engine has to know of rounds."""


def is_round(path: Path) -> bool:
    """Whether a file holds a round; False where it cannot be read as one."""
    try:
        return path.suffix.lower() == ".toml" and roundfile.is_round(parsed(files.read_text(path), path).values)
    except DrafterError:
        return False


def latest_round(path: Path, tell: Callable[[str], None] = lambda _: None) -> Round:
    """The round in a file with what its history has beyond that; `tell` is called with a line about it.

    Raises DrafterError for a bad file, OutsideChangeError if both have changed.
    """
    if path.suffix.lower() != ".toml":
        raise DrafterError("this is no round", file=path, remedy="open one: drafter round new TEXT -o FILE.toml")
    if not roundfile.is_round(parsed(files.read_text(path), path).values):
        raise DrafterError(
            "this is no round", file=path, remedy=f"open one on it: drafter round new {path} -o FILE.toml"
        )
    try:
        found = latest(path, ROUNDS)
    except OutsideChangeError as error:
        raise both_went_on(path) from error
    for said in beyond(path, found):
        tell(said)
    return found.document


@contextmanager
def at_work(path: Path, who: str = "") -> Iterator[OpenRound]:
    """The round open for work, closed at the end. Raises DrafterError where it cannot be changed, OutsideChangeError
    where both its file and its history have changed."""
    latest_round(path)
    with _held(path, who) as opened:
        if opened.outside is not None:
            raise both_went_on(path)
        yield opened
        if opened.unsaved:
            opened.save()


def settled(path: Path, choice: str | None = None, who: str = "") -> tuple[Competing, ...]:
    """What differs if both a round's file and its history have changed, () otherwise; a choice, "mine" for the history
    or "theirs" for the file, makes one of them the round."""
    with _held(path, who) as opened:
        if opened.outside is None:
            return ()
        found = competing(opened.document, opened.outside)
        if choice == "mine":
            opened.keep_own()
        elif choice == "theirs":
            opened.take_outside()
        return found


@contextmanager
def _held(path: Path, who: str) -> Iterator[OpenRound]:
    opened = LocalDocument(path, ROUNDS, who)
    try:
        if opened.read_only is not None:
            problem = f"the round cannot be changed: {opened.read_only}"
            raise DrafterError(problem, file=path, remedy="close it there first")
        yield opened
    finally:
        opened.close()
