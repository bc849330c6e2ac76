"""Words and paragraphs pasted into the editor."""

from __future__ import annotations

from textual import events

from drafter.tui.dialogs.choose import Choose
from drafter.tui.screens.desk import DeskScreen
from tests.tui.conftest import Hand, Open

THREE = "12.\tUrges all Member States:\r\n(a)\tTo coop\u00aderate;3\r\n13. Welcomes  the report;\r\n"


async def paste(hand: Hand, text: str) -> None:
    hand.app.post_message(events.Paste(text))
    await hand.pilot.pause()
    await hand.pilot.pause()


async def test_several_paragraphs_are_put_in_as_such(opened: Open) -> None:
    async with opened() as hand:
        await hand.begin()
        await hand.go("OP14")
        before = hand.draft
        await hand.press("e")
        await hand.type(" more")
        await paste(hand, THREE)
        dialog = hand.app.screen
        assert isinstance(dialog, Choose)
        said = "\n".join(str(label.render()) for label in dialog.query("Label"))
        assert "3 paragraphs are pasted" in said and "· Urges all Member States:\n    · To cooperate;" in said
        await hand.press("enter")
        assert isinstance(hand.app.screen, DeskScreen) and not hand.desk.editing
        assert hand.desk.label == "OP15"
        assert hand.text("OP14").endswith(" more")
        assert [hand.text(label) for label in ("OP15", "OP15(a)", "OP16")] == [
            "*Urges* all Member States:",
            "To cooperate;",
            "*Welcomes* the report;",
        ]
        await hand.press("ctrl+z")
        assert [one.text for one in hand.draft] == [one.text for one in before], "one step, the typed words with it"


async def test_they_take_the_place_of_a_new_paragraph_left_empty(opened: Open) -> None:
    async with opened() as hand:
        await hand.begin()
        await hand.go("PP3")
        count = len(hand.draft.paragraphs)
        await hand.press("o")
        await paste(hand, "Noting this,\n\nRecalling that,")
        await hand.press("enter")
        assert [hand.text(label) for label in ("PP4", "PP5")] == ["*Noting* this,", "*Recalling* that,"]
        assert len(hand.draft.paragraphs) == count + 2


async def test_they_can_be_one_text_or_left_away(opened: Open) -> None:
    async with opened() as hand:
        await hand.begin()
        await hand.go("OP14")
        words = hand.text("OP14")
        await hand.press("e")
        await paste(hand, THREE)
        await hand.press("escape")
        assert hand.desk.editing and hand.desk.text.editor.inline.markup == words
        await paste(hand, THREE)
        await hand.press("down", "enter")
        assert hand.desk.editing
        await hand.press("escape")
        assert hand.text("OP14") == f"{words}12. Urges all Member States: (a) To cooperate; 13. Welcomes the report;"


async def test_one_paragraph_is_cleaned(opened: Open) -> None:
    """Number and note mark off a whole paragraph; in the middle of a sentence a figure is a figure."""
    async with opened() as hand:
        await hand.begin()
        await hand.go("PP3")
        await hand.press("o")
        await paste(hand, "4.\tNoting the\nreport  of the Secretary-General,12")
        await hand.press("escape")
        assert hand.text("PP4") == "*Noting* the report of the Secretary-General,"
        await hand.press("e")
        await paste(hand, " 12. and\u00a0more,")
        await hand.press("escape")
        assert hand.text("PP4") == "*Noting* the report of the Secretary-General, 12. and more,"
