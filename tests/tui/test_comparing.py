"""Two texts compared on the screen: side by side, and as tracked changes in a Word file."""

from __future__ import annotations

from pathlib import Path

from drafter.model.reading import Revisions
from drafter.parse.word.reader import read
from drafter.tui.screens.comparison import ComparisonScreen
from drafter.tui.screens.whole import WholeScreen
from drafter.tui.shown.beside import SideBySide
from drafter.tui.widgets.running_text import RunningText
from tests.tui.conftest import Hand, Open

ACCEPTED, REJECTED = Revisions.ACCEPTED, Revisions.REJECTED


def painted(hand: Hand, words: str) -> str:
    """The line of the screen on which words stand."""
    shown = hand.app.screen.query_one(RunningText)
    lines = (shown.render_line(y).text for y in range(shown.size.height))
    return next(line for line in lines if words in line)


async def test_the_draft_stands_beside_its_base(opened: Open) -> None:
    async with opened(size=(160, 48)) as hand:
        await hand.begin()
        await hand.go("PP2")
        await hand.press("d", "w", "b")
        assert isinstance(hand.app.screen, WholeScreen)
        line = painted(hand, "PP3  ")
        assert line.index("PP3") < line.index(" │ PP2")  # its label now that the one before it is gone
        assert painted(hand, " │ deleted").lstrip().startswith("▌PP2  ")
        await hand.press("end", "enter")
        assert hand.desk.outline.current == hand.desk.outline.rows[-1]


async def test_a_narrow_window_has_them_one_above_the_other(opened: Open) -> None:
    async with opened(size=(80, 24)) as hand:
        await hand.begin()
        await hand.press("w", "b")
        body = hand.app.screen.query_one(RunningText).bodies[0]
        assert isinstance(body, SideBySide)
        assert "│" not in painted(hand, "PP1")
        await hand.press("c")
        assert not isinstance(hand.app.screen.query_one(RunningText).bodies[0], SideBySide)


async def test_two_versions_are_compared_and_tracked_in_a_word_file(opened: Open, tmp_path: Path) -> None:
    async with opened(size=(160, 48)) as hand:
        await hand.begin()
        await hand.press("V", "enter", *"zero", "enter")
        await hand.go("OP10")
        gone = hand.draft[hand.desk.place].text
        await hand.press("d", "V", "enter", *"rev1", "enter")
        await hand.go("OP14")
        await hand.press("d", "V", "down", "down", "enter", "down", "enter")
        assert isinstance(hand.app.screen, ComparisonScreen)
        await hand.press("b")
        changed = [one for one in hand.app.screen.query_one(RunningText).passages if one.changed]
        assert len(changed) == 1  # OP14 went out after the second version
        assert changed[0].body.plain.endswith("\ndeleted")
        await hand.press("f", "enter")
        word = tmp_path / "changes.docx"
        await hand.until(word.is_file)
        texts = [[one.text for one in read(word, way).resolution.paragraphs] for way in (REJECTED, ACCEPTED)]
        assert [one for one in texts[0] if one not in texts[1]] == [gone]
        await hand.press("f", "enter")
        assert "already" in str(hand.app.screen.query_one("#hint").render())  # type: ignore[attr-defined]
