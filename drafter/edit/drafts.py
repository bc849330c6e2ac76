"""Drafts as opened documents: how a draft and its edits are written down, and what an edit does."""

from __future__ import annotations

import getpass
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from drafter import files
from drafter.edit import codec, comments, draftfile
from drafter.edit.apply import apply
from drafter.edit.described import described
from drafter.edit.documents import DocumentType, Typing
from drafter.edit.edits import Edit, ReplaceAll
from drafter.edit.history import History
from drafter.edit.local.journal import LocalDocument
from drafter.edit.local.reading import Latest, latest
from drafter.errors import DrafterError, OutsideChangeError
from drafter.model.draft import Draft

Tie = Callable[[Draft], Draft]
"""Gives a draft from a file its base (`begin.tied`)."""

OpenDraft = LocalDocument[Draft, Edit]
DraftHistory = History[Draft, Edit]


def draft_type(tie: Tie = lambda draft: draft) -> DocumentType[Draft, Edit]:
    """What an engine has to know of drafts."""
    return DocumentType(
        dumps=draftfile.dumps,
        loads=lambda text, file: tie(draftfile.loads(text, file)),
        carried=comments.carried,
        encoded=codec.encoded,
        decoded=codec.decoded,
        apply=apply,
        named=described,
        replacing=ReplaceAll,
        holds=_holds,
        told=of_earlier,
    )


def open_draft(path: Path, tie: Tie = lambda draft: draft, who: str = "") -> OpenDraft:
    """The draft file, open for work; `who` signs the edits. Raises DrafterError for a bad file."""
    return LocalDocument(path, draft_type(tie), who)


@contextmanager
def held(opened: OpenDraft) -> Iterator[OpenDraft]:
    """The open draft, closed at the end. Raises DrafterError if it cannot be changed."""
    try:
        if opened.read_only is not None:
            problem = f"the draft cannot be changed: {opened.read_only}"
            raise DrafterError(problem, file=opened.path, remedy="close it there first")
        yield opened
    finally:
        opened.close()


def latest_draft(path: Path, tie: Tie, tell: Callable[[str], None]) -> Draft:
    """The draft in a file with the edits in its history that the file lacks; `tell` is called with a line about them.

    Raises DrafterError for a bad file, OutsideChangeError if both have changed.
    """
    try:
        found = latest(path, draft_type(tie))
    except OutsideChangeError as error:
        raise both_went_on(path) from error
    for said in beyond(path, found):
        tell(said)
    for line in of_earlier(files.read_text(path)):
        tell(f"{path}: {line}")
    return found.document


def beyond(path: Path, found: Latest[Any]) -> Iterator[str]:
    """What to tell of a document whose history has edits that its file lacks."""
    if found.ahead:
        edits = "1 edit" if found.ahead == 1 else f"{found.ahead} edits"
        yield f"{path}: {edits} from its history, not yet in the file, {'is' if found.ahead == 1 else 'are'} taken in"
    if found.damaged:
        yield f"{path}: its history has edits that are not in the file and cannot be read; the file stands"


def both_went_on(path: Path) -> OutsideChangeError:
    """The error for a draft whose file another program changed while some edits were not in it."""
    return OutsideChangeError(
        "another program has changed this file, and its history has edits that are not in it",
        file=path,
        remedy=f"drafter settle {path} shows both; --mine or --theirs chooses",
    )


def done(history: History[Draft, Edit], edit: Edit) -> History[Draft, Edit]:
    """The history with an edit done and named. Raises DrafterError where `apply` does."""
    return history.done(edit, apply(history.document, edit), described(edit, history.document))


def of_earlier(text: str) -> tuple[str, ...]:
    """What the user should know about a draft from an earlier version."""
    if not draftfile.EARLIER.match(text) or "\nnote = " not in text:
        return ()
    return ("it was made by drafter 0.1: its notes are private now, and what is to be printed is a reason",)


def _holds(draft: Draft, typing: Typing) -> bool:
    return any(one.id == typing.id and one.inline.markup == typing.markup for one in draft)


def user_name() -> str:
    """The author of edits unless another is given: the name of the account, "" if it has none."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # no such account; Windows has no module to ask
        return ""
