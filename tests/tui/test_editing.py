"""Changing the draft: each command ends in an edit, the numbers follow at once, and undo takes it back."""

from __future__ import annotations

from textual import events

from drafter.model.draft import Status
from drafter.model.resolution import Kind
from tests.tui.conftest import Hand, Open


def labels(hand: Hand) -> list[str]:
    return [row.label for row in hand.desk.outline.items if "deleted" not in row.said]


async def test_a_new_paragraph_after_and_its_numbers(opened: Open) -> None:
    async with opened() as hand:
        await hand.begin()
        await hand.go("PP9")
        await hand.press("o")
        await hand.type("Expressing grave concern,")
        await hand.press("escape")
        assert hand.text("PP10") == "*Expressing grave concern*,"
        assert hand.draft[hand.desk.place].status is Status.ADDED
        assert labels(hand).count("PP28") == 1


async def test_a_new_one_before_and_one_below(opened: Open) -> None:
    async with opened() as hand:
        await hand.begin()
        await hand.go("OP1")
        await hand.press("O")
        await hand.type("Decides;")
        await hand.press("escape")
        assert hand.text("OP1") == "*Decides*;"
        await hand.press("i")
        await hand.type("to act;")
        await hand.press("escape")
        assert hand.text("OP1(a)") == "to act;"
        assert hand.text("OP2").startswith("*Condemns in the strongest terms*")


async def test_a_new_paragraph_left_empty_vanishes(opened: Open) -> None:
    async with opened() as hand:
        await hand.begin()
        before = hand.draft
        await hand.press("o", "escape")
        assert hand.draft.paragraphs == before.paragraphs


async def test_delete_and_restore(opened: Open) -> None:
    async with opened() as hand:
        await hand.begin()
        await hand.go("OP16")
        place = hand.desk.place
        await hand.press("d")
        assert hand.draft[place].deleted
        assert "deleted" in hand.desk.outline.current.said  # type: ignore[union-attr]
        assert "OP25" not in labels(hand)
        await hand.press("d")
        assert not hand.draft[place].deleted
        assert "OP25" in labels(hand)


async def test_move_with_keys_and_by_label(opened: Open) -> None:
    async with opened() as hand:
        await hand.begin()
        await hand.go("PP4")
        place, words = hand.desk.place, hand.text("PP4")
        await hand.press("K")
        assert hand.text("PP3") == words
        await hand.press("J", "J")
        assert hand.text("PP5") == words
        await hand.press("m", "m")
        await hand.type("PP9")
        await hand.press("enter")
        assert hand.text("PP9") == words
        assert hand.desk.place == place
        assert "moved" in hand.desk.outline.current.said  # type: ignore[union-attr]


async def test_enter_in_the_editor_splits_and_merge_joins(opened: Open) -> None:
    async with opened() as hand:
        await hand.begin()
        await hand.go("PP3")
        whole = hand.text("PP3")
        await hand.press("e", *["up"] * 9, "home", *["ctrl+right"] * 6, "enter", "escape")
        assert (hand.text("PP3") + " " + hand.text("PP4")).replace("  ", " ") == whole
        await hand.press("up", "M")
        assert hand.text("PP3") == whole


async def test_what_is_typed_right_after_enter_goes_into_the_second_half(opened: Open) -> None:
    async with opened() as hand:
        await hand.begin()
        await hand.go("PP3")
        await hand.press("e")
        for key in [*["up"] * 9, "home", *["ctrl+right"] * 6, "enter", "N", "e", "w", "space", "escape"]:
            hand.app.post_message(events.Key(key, " " if key == "space" else key if len(key) == 1 else None))
        await hand.until(lambda: "New" in hand.text("PP4"))
        assert hand.text("PP4").startswith("New ")


async def test_split_at_a_clause_from_the_outline(opened: Open) -> None:
    async with opened() as hand:
        await hand.begin()
        await hand.go("PP3")
        whole = hand.draft[hand.desk.place].text
        await hand.press("s", "enter")
        assert hand.draft[hand.find("PP3") or ""].text + " " + hand.draft[hand.desk.place].text == whole


async def test_promote_demote_and_change_of_kind(opened: Open) -> None:
    async with opened() as hand:
        await hand.begin()
        await hand.go("OP5")
        words = hand.text("OP5")
        await hand.press(">")
        assert hand.text("OP4(a)") == words
        await hand.press("<")
        assert hand.text("OP5") == words
        await hand.press("k")
        assert hand.draft[hand.desk.place].kind is Kind.PREAMBULAR


async def test_as_adopted_reason_note_and_title(opened: Open) -> None:
    async with opened() as hand:
        await hand.begin()
        await hand.go("PP3")
        words = hand.text("PP3")
        await hand.press("e")
        await hand.type(" more")
        await hand.press("escape", "B")
        assert hand.text("PP3") == words
        await hand.press("r")
        await hand.type("asked for by Elbonia")
        await hand.press("enter")
        assert hand.draft[hand.desk.place].reason == "asked for by Elbonia"
        assert hand.draft[hand.desk.place].note == ""
        await hand.press("t")
        await hand.type("we can live without it")
        await hand.press("enter")
        assert hand.draft[hand.desk.place].note == "we can live without it"
        assert hand.draft[hand.desk.place].reason == "asked for by Elbonia"
        await hand.press("T", "end")
        await hand.type(" and beyond")
        await hand.press("enter")
        assert hand.draft.title.text.endswith("Korea and beyond")


async def test_the_masthead_in_one_edit(opened: Open) -> None:
    async with opened() as hand:
        await hand.begin()
        await hand.press("H", "tab", "tab", "tab", "end")
        await hand.press(*["backspace"] * 8)
        await hand.type("74 (c)")
        await hand.press("enter")
        assert hand.draft.agenda_item == "74 (c)"
        await hand.press("ctrl+z")
        assert hand.draft.agenda_item != "74 (c)"


async def test_find_and_replace_with_a_place_left_out(opened: Open) -> None:
    async with opened() as hand:
        await hand.begin()
        await hand.press("R")
        await hand.type("commission of inquiry")
        count = len(hand.app.screen.query_one("SelectionList").selected)  # type: ignore[attr-defined]
        await hand.press("tab")
        await hand.type("Commission")
        await hand.press("tab", "space", "ctrl+e")
        text = "\n".join(paragraph.text for paragraph in hand.draft)
        assert count > 2
        assert text.count("commission of inquiry") == 1
        await hand.press("ctrl+z")
        text = "\n".join(paragraph.text for paragraph in hand.draft)
        assert text.count("commission of inquiry") == count


async def test_a_footnote_put_in_while_typing(opened: Open) -> None:
    async with opened() as hand:
        await hand.begin()
        await hand.go("PP3")
        await hand.press("e", "ctrl+n")
        await hand.type("A/76/1")
        await hand.press("enter")
        await hand.press("escape")
        mark = hand.draft[hand.desk.place].inline.marks[-1]
        assert {note.id: note.text for note in hand.draft.footnotes}[mark.note] == "A/76/1"


async def test_a_paragraph_in_other_scripts_keeps_the_layout(opened: Open) -> None:
    async with opened() as hand:
        await hand.begin()
        await hand.go("PP3")
        await hand.press("e")
        for character in " العربية 人权 права человека é":
            await hand.press(character)
        await hand.press("escape")
        assert hand.draft[hand.desk.place].text.endswith("العربية 人权 права человека é")
        widths = {sum(segment.cell_length for segment in line) for line in hand.app.screen._compositor.render_strips()}
        assert widths == {150}


async def test_resizing_while_typing_loses_nothing(opened: Open) -> None:
    async with opened() as hand:
        await hand.begin()
        await hand.go("PP3")
        await hand.press("e")
        await hand.type(" before")
        await hand.pilot.resize_terminal(80, 24)
        await hand.type(" after")
        await hand.pilot.resize_terminal(200, 60)
        await hand.press("escape")
        assert hand.text("PP3").endswith(" before after")
