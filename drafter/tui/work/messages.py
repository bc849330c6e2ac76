"""What workers say when they are done, in the past tense; whoever holds the state decides whether it still fits."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from pathlib import Path

    from drafter.edit.drafts import OpenDraft
    from drafter.errors import DrafterError
    from drafter.library.searchable import Progress
    from drafter.model.draft import Draft
    from drafter.model.finding import Finding
    from drafter.model.reading import Reading
    from drafter.model.suggestion import Update
    from drafter.tui.shown.entry import Entry
    from drafter.tui.shown.shelf import Series
    from drafter.tui.state.session import Session
    from drafter.tui.work.outputs import Made


@dataclass(frozen=True, slots=True)
class Added:
    """What came of adding one file: the reading, or the reason why there is none."""

    path: Path
    reading: Reading | None
    problem: str = ""


@dataclass
class EntriesFound(Message):
    """What a pane shows about the paragraph `place` of `draft`; `said` where there is nothing."""

    pane: str
    draft: Draft
    place: str
    entries: tuple[Entry, ...]
    said: str


@dataclass
class AgreedFound(Message):
    """It is known which words of the paragraph `place` of `draft` are agreed."""

    draft: Draft
    place: str


@dataclass
class LibraryRead(Message):
    """The library was read: its series, how many texts, and the records that cannot be read."""

    series: tuple[Series, ...]
    count: int
    damaged: tuple[object, ...] = ()


@dataclass
class LibraryFailed(Message):
    """The library could not be read."""

    error: DrafterError


@dataclass
class FileMade(Message):
    """One of the files to hand in was made, or could not be."""

    made: Made


@dataclass
class DraftOpened(Message):
    """A draft was read, or begun, and can be worked on."""

    opened: OpenDraft
    session: Session


@dataclass
class DraftFiled(Message):
    """How the open draft stands to its file has changed."""

    opened: OpenDraft


@dataclass
class LibraryPreparing(Message):
    """How far the library is prepared for being searched."""

    progress: Progress


@dataclass
class LibraryPrepared(Message):
    """The library can be searched; `stopped` says how far that goes where it was not prepared to the end."""

    stopped: Progress | None


@dataclass
class WorkFailed(Message):
    """Something that a worker was asked for could not be done."""

    error: DrafterError
    group: str = ""


@dataclass
class DraftLookedOver(Message):
    """What the turn of the year changes in `draft`, and what the checks say of it."""

    draft: Draft
    updates: tuple[Update, ...]
    findings: tuple[Finding, ...]


@dataclass
class DocumentsAdded(Message):
    """Files were read into the library."""

    added: tuple[Added, ...]
