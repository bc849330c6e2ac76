"""Drafts open for work in tests: tied to the small base, ended without leave-taking, waited for."""

from __future__ import annotations

import time
from collections.abc import Callable

from drafter.edit.begin import tied
from drafter.edit.drafts import OpenDraft, open_draft
from drafter.model.draft import Draft
from tests.support.drafts import SMALL


def tie(draft: Draft) -> Draft:
    return tied(draft, SMALL)


def abandon(draft: OpenDraft) -> None:
    """End as a killed process does: what is not in the file yet stays out of it."""
    draft._file.stop()
    draft._log.close()
    draft._closed = True


def killed(draft: OpenDraft) -> OpenDraft:
    """The draft opened again after an end without any leave-taking."""
    abandon(draft)
    return open_draft(draft.path, tie)


def until(true: Callable[[], bool], seconds: float = 5) -> None:
    """Wait for what happens in the background."""
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "it did not happen"
        time.sleep(0.01)
