"""How far a reader has to follow a key: the files that call one another from the key to the draft's file, and on to
the screen."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from types import CodeType, FrameType
from typing import Any

from textual.widget import Widget

import drafter
from drafter.edit import draftfile
from drafter.edit.local.writer import BackgroundWriter
from drafter.tui.keys import KeyQueue
from drafter.tui.opened import OpenedDraft
from tests.tui.conftest import Hand, Open

_ON_THE_WAY = (KeyQueue._give_out.__code__, BackgroundWriter.due.__code__)
"""Where a key is given out to its task, and where the thread is woken that writes the file."""

ROOT = str(Path(drafter.__file__).parent) + os.sep


def files(frame: FrameType | None) -> Iterator[str]:
    """The files of the package that are on the way to a frame, the innermost first."""
    while frame is not None:
        if (name := frame.f_code.co_filename).startswith(ROOT):
            yield name.removeprefix(ROOT).replace(os.sep, "/")
        frame = frame.f_back


def _since(code: CodeType, frame: FrameType | None) -> list[str]:
    """The files from a function to a frame that it leads to; none where it does not."""
    way = frame
    while frame is not None and frame.f_code is not code:
        frame = frame.f_back
    return list(files(way))[: -len(list(files(frame))) + 1 or None] if frame is not None else []


class Followed:
    """A profile hook: what is on the way to the file, and what from the step to a repaint.

    What is repainted because the draft was saved or looked over meanwhile does not count. The file is written by a
    thread of its own, so its way is that to the call which wakes the thread, and the thread's.
    """

    def __init__(self) -> None:
        self.to_file: dict[str, None] = {}
        self.to_screen: dict[str, None] = {}
        self.written = threading.Event()

    def __call__(self, frame: FrameType, event: str, argument: Any) -> None:
        if event == "call" and frame.f_code in _ON_THE_WAY:
            self.to_file |= dict.fromkeys(files(frame))
        elif event == "c_call" and argument is os.replace:
            self.to_file |= dict.fromkeys(files(frame))
            self.written.set()
        elif event == "call" and frame.f_code is Widget.refresh.__code__:
            self.to_screen |= dict.fromkeys(_since(OpenedDraft._show.__code__, frame))


async def pressed(hand: Hand, key: str) -> Followed:
    followed = Followed()
    threading.setprofile(followed)
    sys.setprofile(followed)
    try:
        await hand.press(key)
        await hand.until(followed.written.is_set)
    finally:
        sys.setprofile(None)
        threading.setprofile(None)  # type: ignore[arg-type]
    return followed


async def test_a_key_at_the_desk_passes_through_few_files(opened: Open, tmp_path: Path) -> None:
    async with opened() as hand:
        await hand.begin()
        await hand.until(lambda: hand.app.session is not None and hand.app.session.looked_at is hand.draft)
        followed = await pressed(hand, "d")
        assert len(followed.to_file) <= 12, followed.to_file
        assert 3 <= len(followed.to_screen) <= 7, followed.to_screen
        await hand.until(lambda: not hand.app.opened.file.unsaved)  # type: ignore[union-attr]
        written = draftfile.load(tmp_path / "draft-76-from-75-190.toml")
        assert any(paragraph.deleted for paragraph in written)
