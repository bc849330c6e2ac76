"""Files that delegations sent, taken into a round on the screen, and what was not understood put right by hand."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from shutil import copy

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from drafter.desk import Desk
from drafter.model.negotiated import NotUnderstood, Stand
from drafter.model.proposal import Deed, Outcome, Proposal
from drafter.negotiation.apply import worded
from drafter.negotiation.rounds import latest_round
from drafter.negotiation.values import Round
from drafter.resources import shipped
from drafter.tui.app import DrafterApp
from drafter.tui.dialogs.ask import Ask
from drafter.tui.dialogs.by_hand import ByHand
from drafter.tui.dialogs.choose import Choose
from drafter.tui.dialogs.file_picker import FilePicker
from drafter.tui.screens.incoming import IncomingScreen
from drafter.tui.screens.round import RoundScreen
from drafter.tui.state.incoming import Incoming
from tests.tui.conftest import Hand, Open

SENT = Path(__file__).parents[2] / "examples" / "round"
LETTER = """From: Mission of Japan

OP12: delete
OP5: less grave please
OP8: replace "and" with "or"
OP14: retain
OP17: we could live without it
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The worked round's files, and a letter with lines that nobody understands."""
    for name in ("round.toml", "rev1.toml", "arcadia.docx", "sylvania.txt"):
        copy(SENT / name, tmp_path / name)
    (tmp_path / "japan.txt").write_text(LETTER, encoding="utf-8")
    (tmp_path / "broken.docx").write_text("no Word file", encoding="utf-8")
    return tmp_path


def round_of(hand: Hand) -> Round:
    assert hand.app.negotiation is not None
    return hand.app.negotiation.round


def incoming(hand: Hand) -> IncomingScreen:
    assert isinstance(hand.app.screen, IncomingScreen)
    return hand.app.screen


async def taken_in(hand: Hand, *files: str) -> None:
    """From the round's screen through the picker, as far as a question or the screen itself."""
    await hand.until(lambda: isinstance(hand.app.screen, RoundScreen) and hand.app.screen.label)
    await hand.press("t")
    assert isinstance(hand.app.screen, FilePicker)
    hand.app.screen.query_one(Input).value = " ".join(files)
    await hand.press("enter")
    await hand.until(
        lambda: (
            isinstance(hand.app.screen, Ask)
            or (isinstance(hand.app.screen, IncomingScreen) and hand.app.screen.incoming)
        )
    )


async def read(hand: Hand, ready: Callable[[Incoming], object]) -> IncomingScreen:
    """The screen once what was read is as it should be."""

    def is_ready() -> object:
        screen = hand.app.screen
        return isinstance(screen, IncomingScreen) and screen.incoming is not None and ready(screen.incoming)

    await hand.until(is_ready)
    await hand.pilot.pause()
    return incoming(hand)


def line(screen: IncomingScreen, place: str) -> NotUnderstood:
    """Put the cursor on a line that was not understood."""
    screen.panel.to("left")
    entries = screen.panel._entries["left"]
    at = next(n for n, one in enumerate(entries) if one.line is not None and one.line.place == place)
    screen.panel.lists["left"].cursor = at
    found = entries[at].line
    assert found is not None
    return found


def by_place(round_: Round, file: str) -> dict[str, Proposal]:
    return {came.place: one for one in round_.proposals for came in one.arrivals if came.file == file}


async def test_from_the_picker_to_the_round_with_lines_put_right(opened: Open, folder: Path) -> None:
    async with opened(folder / "round.toml") as hand:
        await taken_in(hand, "japan.txt", "broken.docx", "arcadia.docx")
        assert isinstance(hand.app.screen, Ask)
        assert hand.app.screen.query_one(Input).value == "Japan"
        assert "a guess from the file’s name" in str(hand.app.screen.query_one("#hint").render())  # type: ignore[attr-defined]
        await hand.press("enter")
        screen = await read(hand, lambda one: not one.arrived.ownerless)
        left, understood = screen.panel.lists["left"].text, screen.panel.lists["understood"].text
        assert "broken.docx\nthis is not a Word file" in left
        assert "OP12  Japan · line 3" in understood
        assert "arcadia.docx · tracked · Arcadia · 2 proposals" in understood

        assert len(line(screen, "line 5").readings) == 6
        await hand.press("e", "down", "enter")
        await hand.until(lambda: hand.app.screen is screen)
        assert "put right by hand · Japan at OP8\nand → or" in screen.panel.lists["left"].text

        line(screen, "line 4")
        await hand.press("e", "enter")
        form = hand.app.screen
        assert isinstance(form, ByHand)
        assert (form.label.value, form.names.value) == ("OP5", "Japan")
        form.words.text = form.words.text.replace("very deep concern", "concern")
        await hand.pilot.pause()
        assert "very deep" in form.shows.text
        await hand.press("ctrl+e")

        line(screen, "line 7")
        await hand.press("e", "end", "up", "enter")
        assert isinstance(hand.app.screen, ByHand)
        await hand.press("ctrl+e")
        assert hand.app.screen is screen
        assert round_of(hand) == latest_round(SENT / "round.toml")

        await hand.press("enter")
        await hand.until(lambda: isinstance(hand.app.screen, RoundScreen))
        made = by_place(round_of(hand), "japan.txt")
        assert made["line 3"].kind is Deed.DELETE
        right = made["line 5, put right by hand"]
        assert (right.label, right.found.text, right.put.text, right.by) == ("OP8", "and", "or", ("Japan",))
        text = round_of(hand).inline("OP8")
        assert worded(text, [right]).text.startswith(f"{text.text[: text.text.index(' 2017 ')]} 2017 or 40/20")
        assert made["line 4, put right by hand"].found.text.strip() == "very deep"
        stands = {one.on: one.stand for one in round_of(hand).positions if one.by == ("Japan",)}
        assert stands == {"OP14": Stand.RETAIN, "OP17": Stand.RETAIN}
        assert isinstance(hand.app.screen, RoundScreen)
        assert hand.app.screen.label == "OP12"
        for _ in range(4):
            await hand.press("u")
        assert round_of(hand) == latest_round(SENT / "round.toml")
        for _ in range(4):
            await hand.press("ctrl+r")
        await hand.press("ctrl+s")
    assert by_place(latest_round(folder / "round.toml"), "japan.txt").keys() == made.keys()


async def test_leaving_keeps_nothing_and_asks_where_lines_were_put_right(opened: Open, folder: Path) -> None:
    async with opened(folder / "round.toml") as hand:
        await taken_in(hand, "japan.txt")
        await hand.press("enter")
        screen = await read(hand, lambda one: one.lines_left)
        line(screen, "line 5")
        await hand.press("e", "enter")
        await hand.until(lambda: "put right by hand" in screen.panel.lists["left"].text)
        await hand.press("escape", "enter")
        assert hand.app.screen is screen
        await hand.press("u")
        assert "put right by hand" not in screen.panel.lists["left"].text
        await hand.press("e", "enter", "escape", "down", "enter")
        await hand.until(lambda: isinstance(hand.app.screen, RoundScreen))
        assert round_of(hand) == latest_round(SENT / "round.toml")


async def test_a_line_may_be_a_stand_on_another_s_proposal(opened: Open, folder: Path) -> None:
    async with opened(folder / "round.toml") as hand:
        await taken_in(hand, "japan.txt")
        await hand.press("enter")
        screen = await read(hand, lambda one: one.lines_left)
        line(screen, "line 7")
        await hand.press("e", *["down"] * 4, "enter")
        form = hand.app.screen
        assert isinstance(form, ByHand)
        form.label.value = "OP21"
        await hand.press("ctrl+e")
        assert isinstance(hand.app.screen, Choose)
        await hand.press("down", "enter")
        await hand.until(lambda: hand.app.screen is screen)
        assert "put right by hand · Japan at OP21: oppose a proposal" in screen.panel.lists["left"].text
        await hand.press("enter")
        await hand.until(lambda: isinstance(hand.app.screen, RoundScreen))
        [stand] = [one for one in round_of(hand).positions if one.stand is Stand.OPPOSE and one.by == ("Japan",)]
        assert round_of(hand).by_id[stand.on].label == "OP21"
        assert stand.arrivals[0].place == "line 7, put right by hand"


async def test_what_was_understood_as_something_else_is_put_right_in_its_place(opened: Open, folder: Path) -> None:
    (folder / "eu.txt").write_text("EU: OP18: replace “importance” with “value”\nEU: OP19: retain\n", encoding="utf-8")
    async with opened(folder / "round.toml") as hand:
        await taken_in(hand, "eu.txt")
        screen = await read(hand, lambda one: one.gives(()))
        understood = screen.panel.lists["understood"]
        await hand.press("down", "e", "enter")
        form = hand.app.screen
        assert isinstance(form, ByHand)
        assert "the value of" in form.words.text
        form.words.text = form.words.text.replace("the value of", "the great value of")
        await hand.press("ctrl+e")
        await hand.until(lambda: "left out" in understood.text)
        assert "put right by hand · EU at OP18\nimportance → great value" in understood.text
        await hand.press("u")
        assert "left out" not in understood.text
        await hand.press("e", "enter")
        form = hand.app.screen
        assert isinstance(form, ByHand)
        form.words.text = form.words.text.replace("the value of", "the great value of")
        await hand.press("ctrl+e")
        await hand.until(lambda: "left out" in understood.text)
        await hand.press("enter")
        await hand.until(lambda: isinstance(hand.app.screen, RoundScreen))
        made = by_place(round_of(hand), "eu.txt")
        assert {place: one.put.text for place, one in made.items()} == {"line 1, put right by hand": "great value"}
        kept = round_of(hand)

        await taken_in(hand, "eu.txt")
        again = await read(hand, lambda one: one.corrected)
        assert again.panel.lists["understood"].text.count("put right by hand before") == 1
        assert "0 proposals" in again._bar.right
        await hand.press("enter", "escape")
        await hand.until(lambda: isinstance(hand.app.screen, RoundScreen))
        assert round_of(hand) == kept


async def test_what_is_left_out_stays_out_and_taking_again_knows_what_was_put_right(opened: Open, folder: Path) -> None:
    async with opened(folder / "round.toml") as hand:
        await taken_in(hand, "japan.txt")
        await hand.press("enter")
        screen = await read(hand, lambda one: one.lines_left)
        await hand.press("x")
        assert "left out" not in screen.panel.lists["understood"].text
        await hand.press("down", "x")
        assert "✗ OP12  Japan · line 3 · left out" in screen.panel.lists["understood"].text
        line(screen, "line 5")
        await hand.press("e", "enter", "enter")
        await hand.until(lambda: isinstance(hand.app.screen, RoundScreen))
        assert by_place(round_of(hand), "japan.txt").keys() == {"line 5, put right by hand"}
        await taken_in(hand, "japan.txt")
        await hand.press("enter")
        again = await read(hand, lambda one: one.lines_left)
        assert (
            '✓ japan.txt, line 5\nOP8: replace "and" with "or"\nput right by hand before'
            in again.panel.lists["left"].text
        )


async def test_a_file_on_an_earlier_version_is_carried_on_with_each_outcome(opened: Open, folder: Path) -> None:
    async with opened(folder / "rev1.toml") as hand:
        await taken_in(hand, "arcadia.docx", "sylvania.txt")
        await hand.type("Sylvania")
        await hand.press("enter")
        screen = await read(hand, lambda one: not one.arrived.ownerless)
        await hand.press("tab")
        assert "tracked against another text" in screen.panel.lists["left"].text
        assert "k, clean, to take it as if" in screen.panel.lists["left"].text
        assert "? a guess: made against Zero draft, on which 2 things more" in screen.panel.lists["left"].text
        assert "? a guess: made against Zero draft, on which 1 thing more" in screen.panel.lists["understood"].text
        await hand.press("b")
        await hand.until(lambda: hand.app.screen is not screen)
        await hand.press("down", "enter")
        await read(hand, lambda one: not one.refused)
        text = screen.panel.lists["understood"].text
        assert "arcadia.docx · tracked · Arcadia · 2 proposals · made against Zero draft" in text
        assert "carried on as it was" in text
        assert "against what stands there now: the words there were changed otherwise" in text
        screen.panel.to("understood")
        places = [one.landing is not None for one in screen.panel._entries["understood"]]
        screen.panel.lists["understood"].cursor = places.index(True)
        await hand.pilot.pause()
        assert "as sent, at OP9 of the earlier version: words\n“strong” → “full”" in screen.panel.detail.text


async def test_one_who_sends_again_withdraws_what_is_not_repeated(opened: Open, folder: Path) -> None:
    (folder / "again.txt").write_text("Sylvania: OP19: after “ongoing dialogue with” add “the authorities of”\n")
    async with opened(folder / "round.toml") as hand:
        await taken_in(hand, "again.txt")
        screen = incoming(hand)
        assert "is not repeated" not in screen.panel.lists["understood"].text
        await hand.press("R")
        await hand.until(lambda: "↶ OP21  Sylvania" in screen.panel.lists["understood"].text)
        await hand.press("enter")
        await hand.until(lambda: isinstance(hand.app.screen, RoundScreen))
        gone = next(one for one in round_of(hand).proposals if one.label == "OP21" and one.kind is Deed.DELETE)
        assert round_of(hand).outcome(gone) is Outcome.WITHDRAWN


async def test_a_proposal_is_made_by_hand_at_the_paragraph_on_the_board(opened: Open, folder: Path) -> None:
    async with opened(folder / "round.toml", size=(80, 24)) as hand:
        await hand.until(lambda: isinstance(hand.app.screen, RoundScreen) and hand.app.screen.label)
        await hand.press("P", "down", "down", "enter")
        form = hand.app.screen
        assert isinstance(form, ByHand)
        assert form.label.value == "PP1"
        await hand.press("ctrl+e")
        assert "it does not say whose this is" in str(form.query_one("#hint").render())  # type: ignore[attr-defined]
        await hand.type("Norway")
        form.label.value = "PP99"
        await hand.press("ctrl+e")
        assert "the base has no paragraph PP99" in str(form.query_one("#hint").render())  # type: ignore[attr-defined]
        form.label.value = "pp2"
        await hand.press("ctrl+e")
        [made] = [one for one in round_of(hand).proposals if one.by == ("Norway",)]
        assert (made.kind, made.label, made.arrivals[0].file) == (Deed.DELETE, "PP2", "")


async def test_names_are_those_of_the_round_s_folder_and_a_missing_one_is_named(
    opened: Open, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(folder / "round.toml") as hand:
        await hand.until(lambda: isinstance(hand.app.screen, RoundScreen) and hand.app.screen.label)
        monkeypatch.chdir(SENT)
        (folder / "our changes.txt").write_text("EU: OP1: delete\n", encoding="utf-8")
        await hand.press("t")
        picker = hand.app.screen
        field = picker.query_one(Input)
        field.value = "japan.txt nowhere.txt"
        await hand.press("enter")
        assert "there is no file nowhere.txt" in str(picker.query_one("#hint").render())
        field.value = f"{folder}/japan.txt 'our changes.txt'"
        await hand.press("enter")
        await hand.until(lambda: isinstance(hand.app.screen, Ask))
        await hand.press("escape")
        screen = await read(hand, lambda one: one.gives(()))
        assert "our changes.txt · instructions · EU · 1 proposal" in screen.panel.lists["understood"].text
        assert "japan.txt\nthe file does not say whose proposals these are\nw says" in screen.panel.lists["left"].text


async def test_files_are_marked_in_the_tree(opened: Open, folder: Path) -> None:
    async with opened(folder / "round.toml") as hand:
        await hand.until(lambda: isinstance(hand.app.screen, RoundScreen) and hand.app.screen.label)
        await hand.press("t", "tab")
        picker = hand.app.screen
        assert isinstance(picker, FilePicker)
        tree = picker.query_one("_Tree")
        await hand.until(lambda: len(tree.root.children) > 3)  # type: ignore[attr-defined]
        names = [str(node.data.path.name) for node in tree.root.children]  # type: ignore[attr-defined]
        for wanted in ("japan.txt", "broken.docx"):
            tree.cursor_line = names.index(wanted) + 1  # type: ignore[attr-defined]
            await hand.press("space")
        assert "2 marked: japan.txt, broken.docx" in str(picker.query_one("#hint").render())  # type: ignore[attr-defined]
        await hand.press("shift+tab", "enter")
        await hand.until(lambda: isinstance(hand.app.screen, Ask))


@pytest.mark.parametrize("form", [False, True], ids=["lists", "by_hand"])
@pytest.mark.parametrize("size", [(80, 24), (160, 48)], ids=["narrow", "wide"])
def test_the_screen(
    snap_compare: Callable[..., bool],
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    size: tuple[int, int],
    form: bool,
) -> None:
    monkeypatch.chdir(folder)
    app = DrafterApp(lambda: Desk.at(shipped("corpus")), folder / "round.toml", folder / "settings.toml")

    async def at_a_line(pilot: Pilot[None]) -> None:
        hand = Hand(pilot, app)
        await taken_in(hand, "japan.txt", "broken.docx", "arcadia.docx")
        await hand.press("enter")
        screen = await read(hand, lambda one: one.lines_left)
        line(screen, "line 4")
        await hand.press("e", "end", "enter", "ctrl+e")
        line(screen, "line 5")
        if form:
            await hand.press("e", "end", *["up"] * 6, "enter")
            assert isinstance(hand.app.screen, ByHand)
            words = hand.app.screen.words
            words.text = words.text.replace("documentation efforts", "preservation of evidence")
            words.cursor_blink = hand.app.screen.label.cursor_blink = False
        await pilot.app.workers.wait_for_complete()
        app.clear_notifications()
        await pilot.pause(0.2)

    assert snap_compare(app, terminal_size=size, run_before=at_a_line)
