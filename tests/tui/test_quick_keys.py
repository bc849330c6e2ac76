"""Keys that come faster than the screen follows, as over a slow line."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from textual import events

from drafter.desk import Desk
from drafter.edit import draftfile
from drafter.resources import shipped
from drafter.tui.dialogs.ask import Ask
from drafter.tui.dialogs.find import Find
from drafter.tui.screens.desk import DeskScreen
from drafter.tui.screens.hand_in import HandInScreen
from drafter.tui.screens.library import LibraryScreen
from tests.tui.conftest import Hand, Open

ESCAPE = "\x1b[27u"
"""The key as terminals send it that tell Esc followed by a letter from Alt with the letter."""

ROOT = Path(__file__).parents[2]


def burst(hand: Hand, *keys: str) -> None:
    """Send keys all at once; none waits for the screen."""
    for key in keys:
        name = {" ": "space", "/": "slash"}.get(key, key)
        hand.app.post_message(events.Key(name, key if len(key) == 1 else None))


async def test_the_desk_ends_where_the_cursor_is(opened: Open) -> None:
    async with opened() as hand:
        await hand.begin()
        desk = hand.desk
        taken_up: list[str] = []

        def note(place: str) -> None:
            taken_up.append(place)

        desk.watch(desk, "place", note, init=False)
        for _ in range(3):
            desk.outline.action_cursor(1)  # three messages wait before the first is looked at
        await hand.until(lambda: desk.place == desk.outline.items[3].id)
        for _ in range(20):
            await hand.pilot.pause()
        assert isinstance(hand.app.screen, DeskScreen)
        assert taken_up == [desk.outline.items[3].id]
        await hand.press("e")
        assert desk.editing


async def test_what_is_typed_after_edit_is_text_and_no_command(opened: Open) -> None:
    async with opened() as hand:
        await hand.begin()
        draft = hand.draft
        burst(hand, "down", "down", "e", "end", " ", "d", "m", "o")
        await hand.until(lambda: hand.desk.editing and hand.desk.text.editor.inline.text.endswith(" dmo"))
        assert hand.desk.label == "PP3"
        assert hand.draft == draft


@pytest.mark.parametrize(
    ("keys", "screen", "typed"),
    [
        (("g", *"OP2(d)"), Ask, "OP2(d)"),
        (("/", *"dmo"), Find, "dmo"),
        (("ctrl+f", *"dmo"), Find, "dmo"),
        (("f", *"dmo"), HandInScreen, None),
        (("r", "d", "d", "backspace"), Ask, "d"),
    ],
    ids=lambda value: value[0] if isinstance(value, tuple) else "",
)
async def test_what_is_typed_after_a_question_is_its_answer(
    opened: Open, keys: tuple[str, ...], screen: type, typed: str | None
) -> None:
    async with opened() as hand:
        await hand.begin()
        draft = hand.draft
        burst(hand, *keys)
        await hand.until(lambda: isinstance(hand.app.screen, screen) and not hand.app.key_queue.held)
        await hand.until(lambda: typed is None or hand.app.screen.query_one("#answer, Input").value == typed)
        assert hand.draft == draft


async def test_a_whole_errand_typed_ahead(opened: Open) -> None:
    async with opened() as hand:
        await hand.begin()
        burst(hand, "g", *"OP14", "enter", "e", "end", *" and more", "escape", "down", "d")
        await hand.until(lambda: any(paragraph.deleted for paragraph in hand.draft))
        assert hand.text("OP14").endswith(" and more")
        assert [paragraph.origin for paragraph in hand.draft if paragraph.deleted] == ["OP15"]


async def test_a_new_paragraph_and_its_words_typed_ahead(opened: Open) -> None:
    async with opened() as hand:
        await hand.begin()
        count = len(hand.draft.paragraphs)
        burst(hand, "o", *"Noting demand", "escape", "o", *"Recalling doom", "escape")
        await hand.until(lambda: len(hand.draft.paragraphs) == count + 2 and not hand.desk.editing)
        assert [hand.draft.paragraphs[place].text for place in (1, 2)] == ["Noting demand", "Recalling doom"]


async def test_keys_wait_for_a_draft_that_is_being_read(opened: Open, tmp_path: Path) -> None:
    draft = tmp_path / "draft.toml"
    draftfile.save(draft, Desk.at(tmp_path / "corpus").begin("75/190"))
    async with opened() as hand:
        await hand.until(lambda: isinstance(hand.app.screen, LibraryScreen))
        hand.app.open_draft(draft)
        burst(hand, "down", "d")
        await hand.until(lambda: hand.app.session and any(paragraph.deleted for paragraph in hand.draft))
        assert [paragraph.deleted for paragraph in hand.draft][:3] == [False, True, False]


async def test_escape_forgets_the_keys_that_wait(opened: Open) -> None:
    async with opened() as hand:
        await hand.until(lambda: hand.app.screen.query("#timeline").first().items)
        hand.app.key_queue.opening = True
        burst(hand, "n", "n", "escape")
        await hand.until(lambda: not hand.app.key_queue.opening)
        for _ in range(20):
            await hand.pilot.pause()
        assert isinstance(hand.app.screen, LibraryScreen)
        assert not hand.app.key_queue.held


@pytest.mark.skipif(os.name == "nt", reason="a pseudo-terminal is asked for")
def test_a_whole_errand_in_a_real_terminal_in_one_write(tmp_path: Path) -> None:
    from tests.support.terminal import Terminal

    path = tmp_path / "draft.toml"
    draftfile.save(path, Desk.at(shipped("corpus")).begin("75/190"))
    command = [sys.executable, "-m", "drafter", "--corpus", str(shipped("corpus")), "tui", str(path)]
    with Terminal(command, DRAFTER_CONFIG=str(tmp_path), PYTHONPATH=str(ROOT)) as terminal:
        terminal.until("as drafted", 120)
        keys = f"gOP14\re\x1b[F and more demand{ESCAPE}jd/dogma{ESCAPE}f{ESCAPE}oNoting doom{ESCAPE}\x11"
        terminal.send(keys)
        while terminal.read(60):
            pass
    draft = draftfile.load(path)
    texts = {paragraph.origin: paragraph.text for paragraph in draft if paragraph.origin}
    assert texts["OP14"].endswith(" and more demand")
    assert [paragraph.origin for paragraph in draft if paragraph.deleted] == ["OP15"]
    assert [paragraph.text for paragraph in draft if paragraph.origin is None] == ["Noting doom"]
