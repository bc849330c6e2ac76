"""Preview, dossier and clearances from the desk."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from textual.widgets import Label

from drafter import opening
from drafter.render import pdf as converting
from drafter.tui.dialogs.ask import Ask
from drafter.tui.dialogs.choose import Choose
from drafter.tui.widgets.pane import Pane
from tests.tui.conftest import Hand, Open


def notices(hand: Hand) -> str:
    return "\n".join(str(one.message) for one in hand.app._notifications)


async def test_the_pages_are_shown_by_a_key(opened: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[Path] = []
    monkeypatch.setattr(converting, "pdf", lambda _: b"%PDF-")
    monkeypatch.setattr(opening, "opened", lambda path: not shown.append(path))  # type: ignore[func-returns-value]
    async with opened() as hand:
        await hand.begin()
        await hand.press("f5")
        await hand.until(lambda: "The pages are in" in notices(hand))
    pages = tmp_path / ".drafter" / "draft-76-from-75-190.pdf"
    assert shown == [pages] and pages.read_bytes() == b"%PDF-"


async def test_without_libreoffice_there_is_no_preview(opened: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(converting, "libreoffice", lambda: None)
    async with opened() as hand:
        await hand.begin()
        await hand.press("f5")
        await hand.until(lambda: "LibreOffice, which is not installed" in notices(hand))


async def test_a_dossier_is_written_by_a_key(opened: Open, tmp_path: Path) -> None:
    async with opened() as hand:
        await hand.begin()
        await hand.go("OP2(a)")
        await hand.press("D")
        dialog = hand.app.screen
        assert isinstance(dialog, Ask)
        hint = dialog.query_one("#hint", Label)
        assert (
            str(tmp_path) in str(hint.content) and dialog.query_one("#answer").value == "draft-76-from-75-190-OP2a.docx"
        )  # type: ignore[attr-defined]
        await hand.type("op2.pdf")
        await hand.press("enter")
        assert "it ends in .docx, .html, .md" in str(hint.content)
        await hand.press("backspace", "backspace", "backspace")
        await hand.type("md")
        await hand.press("enter")
        await hand.until(lambda: "The dossier of OP2(a) is in" in notices(hand))
        assert "## Through the years" in (tmp_path / "op2.md").read_text(encoding="utf-8")
        await hand.press("D")
        await hand.type("op2.md")
        await hand.press("enter")
        assert "there is a file of this name already" in str(hand.app.screen.query_one("#hint", Label).content)
        await hand.press("escape", "d", "D")
        assert "OP2(a) is deleted" in notices(hand)


async def test_clearances_by_a_key(opened: Open) -> None:
    """Asked, then cleared; the next paragraph offers the name; the pane and the outline have it."""
    async with opened() as hand:
        await hand.begin()
        await hand.go("OP14")
        await hand.press("y", "enter")
        assert "a clearance needs a name" in str(hand.app.screen.query_one("#hint", Label).content)
        await hand.type("Berlin")
        await hand.press("enter")
        assert isinstance(hand.app.screen, Choose)
        await hand.press("down", "enter")
        today = date.today().isoformat()
        found = [(one.name, one.state.value, one.day) for one in hand.draft[hand.desk.place].clearances]
        assert found == [("Berlin", "asked", today)]
        row = hand.desk.outline.current
        assert row is not None and "…" in {mark.sign for mark in row.marks}
        await hand.press("4")
        pane = hand.desk.query_one("#note", Pane)
        await hand.until(lambda: pane.entries)
        assert f"Berlin: asked, {today}" in str(pane.entries[0].body)
        await hand.press("escape", "y", "enter", "enter")
        assert [one.state.value for one in hand.draft[hand.desk.place].clearances] == ["cleared"]
        await hand.go("OP15")
        await hand.press("y")
        assert hand.app.screen.query_one("#answer").value == "Berlin"  # type: ignore[attr-defined]
