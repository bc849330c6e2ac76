"""Keys that come faster than the screen follows, as over a slow line."""

from __future__ import annotations

from textual import events

from drafter.tui.screens.desk import DeskScreen
from tests.tui.conftest import Open


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
        for key, character in (("e", "e"), ("end", None), ("space", " "), ("d", "d"), ("m", "m"), ("o", "o")):
            hand.app.post_message(events.Key(key, character))
        await hand.until(lambda: hand.desk.editing and hand.desk.editor.inline.text.endswith(" dmo"))
        assert hand.draft == draft
