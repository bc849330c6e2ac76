"""What makes a large draft bearable: updates by kind, sections that fold, an outline of only what matters."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from textual.widgets import Label

from drafter.desk import Desk
from drafter.model.decisions import Clearance, ClearanceState
from drafter.model.resolution import Kind
from drafter.model.suggestion import UpdateStatus
from drafter.resources import shipped
from drafter.tui.screens.comparison import ComparisonScreen
from drafter.tui.screens.desk import DeskScreen
from drafter.tui.screens.updates import UpdatesScreen
from drafter.tui.shown.folding import OutlineView, heading_of
from drafter.tui.shown.rows import OutlineRow, rows
from drafter.tui.widgets.running_text import RunningText
from drafter.tui.widgets.title_bar import TitleBar
from tests.tui.conftest import Hand, Open


async def looked_over(hand: Hand) -> None:
    await hand.begin()
    await hand.until(lambda: hand.app.session is not None and hand.app.session.looked_at is hand.draft)


async def test_updates_are_filtered_by_kind_and_put_in_the_order_of_the_text(opened: Open) -> None:
    async with opened(size=(160, 48)) as hand:
        await looked_over(hand)
        await hand.press("U")
        screen = hand.app.screen
        assert isinstance(screen, UpdatesScreen)
        everything = len(screen._pending())
        await hand.press("f", "f")
        assert {update.status for _, update in screen._pending()} == {UpdateStatus.LIKELY}
        assert "only likely" in screen.query_one(TitleBar).right
        await hand.press("f", "f", "o")
        assert len(screen._pending()) == everything
        order = ["", *(one.id for one in hand.draft)]
        places = [order.index(id) for id, _ in screen._pending()]
        assert places == sorted(places)


async def test_all_updates_of_a_kind_are_one_step(opened: Open) -> None:
    async with opened(size=(160, 48)) as hand:
        await looked_over(hand)
        await hand.press("U")
        screen = hand.app.screen
        assert isinstance(screen, UpdatesScreen)
        kind = screen._chosen[1]  # type: ignore[index]
        assert hand.app.session is not None
        before = hand.draft
        await hand.press("K")
        await hand.until(lambda: hand.draft is not before)
        assert all(update.why != kind.why for _, update in screen._pending())
        assert hand.app.session.history.undo_name == "2 certain updates of one kind"


async def with_sections(opened: Open, hand: Hand) -> None:
    from drafter.edit import edits
    from drafter.model.draft import DraftParagraph, Status
    from drafter.model.inline import Inline
    from drafter.model.resolution import Kind, Paragraph

    await looked_over(hand)
    for number, before in enumerate(("OP3", "OP9"), 1):
        place = hand.draft.index(hand.find(before) or "")
        heading = DraftParagraph(f"h{number}", Paragraph(Kind.HEADING, Inline(f"Part {number}")), status=Status.ADDED)
        hand.perform(edits.Insert(heading, hand.draft.paragraphs[place - 1].id))
    await hand.pilot.pause()


async def test_a_section_folds_under_its_heading_and_opens_where_one_goes(opened: Open) -> None:
    async with opened(size=(160, 48)) as hand:
        await with_sections(opened, hand)
        outline = hand.desk.outline
        await hand.go("OP5")
        folded = len(outline.items)
        await hand.press("z")
        assert hand.desk.place == "h1"
        assert outline.current is not None and outline.current.hidden == folded - len(outline.items)
        assert all(row.label != "OP5" for row in outline.items)
        await hand.press("down")
        assert hand.desk.place == "h2"
        await hand.go("OP5")
        assert outline.current.label == "OP5" and len(outline.items) == folded
        await hand.press("Z")
        assert hand.desk.place == "h1"
        assert {row.id for row in outline.items[-2:]} == {"h1", "h2"}


async def test_the_outline_shows_only_what_changed_and_every_count_stays(opened: Open) -> None:
    async with opened(size=(160, 48)) as hand:
        await with_sections(opened, hand)
        outline = hand.desk.outline
        await hand.go("OP9")
        await hand.press("d")
        said = hand.desk.query_one(TitleBar).right
        await hand.press("F")
        assert [row.changed for row in outline.items] == [True] * 3
        assert "only changed" in str(outline.border_title)
        assert hand.desk.query_one(TitleBar).right == said
        await hand.go("OP14")
        assert "only" not in str(outline.border_title)


async def test_deleting_a_list_says_how_many_go(opened: Open) -> None:
    async with opened(size=(160, 48)) as hand:
        await hand.begin()
        await hand.go("OP2")
        below = [one for one in hand.desk.outline.items if one.label.startswith("OP2(")]
        await hand.press("d")
        told = [notice.message for notice in hand.app._notifications]
        assert f"OP2 and its {len(below)} subparagraphs are deleted." in told


async def test_the_split_shows_both_halves_as_they_would_read(opened: Open) -> None:
    async with opened(size=(160, 48)) as hand:
        await hand.begin()
        await hand.go("OP13")
        await hand.press("s")
        first, _, second = str(hand.app.screen.query_one("#preview", Label).render()).partition("\n\n")
        await hand.press("enter")
        shown = hand.draft.index(hand.desk.place)
        assert second == hand.draft.paragraphs[shown].text
        assert first == hand.draft.paragraphs[shown - 1].text


async def test_a_version_is_kept_by_a_key_and_shows_what_changed_since(opened: Open) -> None:
    async with opened(size=(160, 48)) as hand:
        await hand.begin()
        await hand.press("V", "enter")
        await hand.type("before the informals")
        await hand.press("enter")
        await hand.go("OP14")
        await hand.press("d", "V", "down", "enter")
        screen = hand.app.screen
        assert isinstance(screen, ComparisonScreen)
        assert "before the informals → now" in screen.query_one(TitleBar).left
        changed = [passage for passage in screen.query_one(RunningText).passages if passage.changed]
        assert [passage.body.plain.split("  ")[0] for passage in changed] == ["OP14"]


async def test_a_paragraph_moves_after_the_one_chosen_in_the_outline(opened: Open) -> None:
    async with opened(size=(160, 48)) as hand:
        await hand.begin()
        await hand.go("OP3")
        moving = hand.desk.place
        await hand.press("m")
        assert str(hand.desk.outline.border_title).startswith("OP3 goes after")
        await hand.press("down", "down", "enter")
        assert hand.desk.place == moving
        assert hand.desk.label == "OP5"
        assert hand.desk.outline.border_title == "Outline"
        await hand.press("m", "down", "escape", "enter")
        assert hand.desk.editing


async def test_a_draft_opens_where_it_was_left(opened: Open, tmp_path: Path) -> None:
    async with opened(size=(160, 48)) as hand:
        await hand.begin()
        await hand.go("OP14")
    async with opened(tmp_path / "draft-76-from-75-190.toml", size=(160, 48)) as hand:
        await hand.until(lambda: isinstance(hand.app.screen, DeskScreen) and hand.desk.outline.items)
        assert hand.desk.label == "OP14"


def test_the_outline_says_what_is_cleared_and_what_is_not_yet() -> None:
    desk = Desk.at(shipped("corpus"))
    first, second, third, *rest = desk.begin("75/190").paragraphs
    asked = replace(first, clearances=(Clearance("Berlin", ClearanceState.CLEARED), Clearance("Paris")))
    cleared = replace(second, clearances=(Clearance("Berlin", ClearanceState.CLEARED),))
    draft = replace(desk.begin("75/190"), paragraphs=(asked, cleared, third, *rest))
    assert [row.said for row in rows(draft)[:3]] == ["to be cleared", "cleared", ""]


def test_a_numeral_and_the_title_below_it_head_one_section() -> None:
    """As resolutions on oceans have them: "IX", then "Marine environment", each a heading."""

    def heading(id: str, words: str) -> OutlineRow:
        return OutlineRow(id, id, 0, words, kind=Kind.HEADING)

    rows = (
        heading("h1", "IX"),
        heading("h2", "Marine environment"),
        OutlineRow("p1", "OP1", 0, "Emphasizes"),
        OutlineRow("p2", "OP2", 0, "Calls upon"),
        heading("h3", "X"),
        heading("h4", "Marine science"),
        OutlineRow("p3", "OP3", 0, "Notes"),
        heading("h5", "Follow-up"),
    )
    for id in ("h1", "h2", "p2"):
        folded = OutlineView().turned(rows, id)
        assert [(row.id, row.words, row.hidden) for row in folded.seen(rows)][:2] == [
            ("h1", "IX · Marine environment", 3),
            ("h3", "X", 0),
        ]
        assert folded.turned(rows, id) == OutlineView()
    assert [row.id for row in OutlineView().turned_all(rows).seen(rows)] == ["h1", "h3", "h5"]
    assert "p1" in {row.id for row in OutlineView().turned(rows, "p1").showing(rows, "p1").seen(rows)}
    assert heading_of(rows, "p3") == "h3"
