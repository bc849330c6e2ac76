"""Drafts as opened documents: how a draft and its edits are written down, and what an edit does."""

from __future__ import annotations

import getpass
from collections.abc import Callable
from pathlib import Path

from drafter.edit import codec, comments, draftfile
from drafter.edit.apply import apply
from drafter.edit.described import described
from drafter.edit.documents import DocumentType, Typing
from drafter.edit.edits import Edit, ReplaceAll
from drafter.edit.history import History
from drafter.edit.local.journal import LocalDocument
from drafter.model.draft import Draft

Tie = Callable[[Draft], Draft]
"""What gives a draft out of a file its base (`begin.tied`)."""

OpenDraft = LocalDocument[Draft, Edit]


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
    )


def open_draft(path: Path, tie: Tie = lambda draft: draft, who: str = "") -> OpenDraft:
    """The draft file, open for work; `who` signs the edits. Raises DrafterError for a bad file."""
    return LocalDocument(path, draft_type(tie), who)


def done(history: History[Draft, Edit], edit: Edit) -> History[Draft, Edit]:
    """The history with an edit done and named. Raises DrafterError as `apply` does."""
    return history.done(edit, apply(history.document, edit), described(edit, history.document))


def _holds(draft: Draft, typing: Typing) -> bool:
    return any(one.id == typing.id and one.inline.markup == typing.markup for one in draft)


def user_name() -> str:
    """Whose edits these are where nobody says: the name of the account, "" where it has none."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # no such account; Windows has no module to ask
        return ""
