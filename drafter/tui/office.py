"""All that a screen may ask of the application that shows it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, cast, runtime_checkable

if TYPE_CHECKING:
    from textual.dom import DOMNode

    from drafter.answering import Answering
    from drafter.desk import Desk
    from drafter.edit.documents import Typing
    from drafter.edit.gestures import Gesture
    from drafter.errors import DrafterError
    from drafter.model.draft import Draft
    from drafter.model.symbol import Symbol
    from drafter.negotiation.edits import RoundEdit
    from drafter.negotiation.values import Round
    from drafter.tui.preparation import Preparation
    from drafter.tui.settings import Settings
    from drafter.tui.state.round_session import RoundSession
    from drafter.tui.state.session import Session


class Office(Protocol):
    """The library, the open draft and the settings, for the screens and panels that show them.

    desk         what a drafter does with a library and with texts
    answering    the library, open for questions
    preparation  the state of the library's preparation
    session      the open draft as the screens see it; None without one
    negotiation  the open round; None without one
    brackets     whether changes are in brackets, where the terminal shows no colour
    """

    preparation: Preparation
    settings: Settings
    session: Session | None
    negotiation: RoundSession | None

    @property
    def desk(self) -> Desk: ...

    @property
    def answering(self) -> Answering: ...

    @property
    def brackets(self) -> bool: ...

    def complain(self, error: DrafterError) -> None:
        """Show an error in one line."""

    def keep(self, changed: Settings) -> None:
        """Keep the settings and write them to their file."""

    def make(self, gesture: Callable[[Draft], Gesture | None]) -> Gesture | None:
        """Make a gesture in the open draft; None if it cannot be done, which the user is told."""

    def decide(self, edit: Callable[[Round], RoundEdit]) -> bool:
        """Make an edit in the open round; False if it cannot be done, which the user is told."""

    def keep_typing(self, typing: Typing | None) -> None:
        """Remember what is being typed in the editor, to offer it again after a crash."""

    def open_draft(self, path: Path) -> None:
        """Open a draft or a round from its file."""

    def start_draft(self, symbol: Symbol) -> None:
        """Ask for a file and a session, and begin the draft in it."""

    def close_draft(self) -> None:
        """Write the open file and go back to the library."""

    def read_text(self, symbol: Symbol) -> None:
        """Show an adopted text."""

    def compare(self, old: str, new: str) -> None:
        """Show what changed from one adopted text to another."""

    def add_documents(self, paths: Sequence[Path]) -> None:
        """Read files into the library."""


@runtime_checkable
class Settling(Protocol):
    """A screen with typed text that is not part of the draft yet."""

    def settle(self) -> bool:
        """Make the text part of the draft; False if that is not possible."""


@runtime_checkable
class Copying(Protocol):
    """A screen that has something to copy where nothing is marked."""

    def copy_shown(self, *, markdown: bool = False) -> None:
        """Copy it to the clipboard, and say so."""


@runtime_checkable
class Showing(Protocol):
    """A screen that shows one paragraph of the open draft."""

    def show_touched(self, ids: Sequence[str]) -> None:
        """Show a paragraph that undo or redo touched: the one already shown if it is among them, otherwise the
        first."""


def office(node: DOMNode) -> Office:
    """The office of a screen or a widget: its application."""
    return cast("Office", node.app)


def session_of(node: DOMNode) -> Session:
    """The open draft, for screens that are shown only with one."""
    session = office(node).session
    assert session is not None, "this is shown only with a draft"
    return session


def negotiation_of(node: DOMNode) -> RoundSession:
    """The open round, for screens that are shown only with one."""
    session = office(node).negotiation
    assert session is not None, "this is shown only with a round"
    return session
