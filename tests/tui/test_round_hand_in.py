"""What leaves a round from one screen: looked through first, then written as the commands write it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from shutil import copy
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, OptionList, Static

from drafter.cli import main
from drafter.desk import Desk
from drafter.negotiation.rounds import latest_round
from drafter.negotiation.values import Round
from drafter.ooxml import archive
from drafter.render.compilation import files
from drafter.resources import shipped
from drafter.tui.app import DrafterApp
from drafter.tui.dialogs.choose import Choose
from drafter.tui.screens.round import RoundScreen
from drafter.tui.screens.round_hand_in import RoundHandInScreen
from drafter.tui.widgets.ticks import Tick
from drafter.tui.work.round_outputs import ROUND_OUTPUTS
from tests.support.wordfile import WordFile
from tests.tui.conftest import Hand, Open

ROUND = Path(__file__).parents[2] / "examples" / "round" / "round.toml"
CREATOR = b"<cp:lastModifiedBy>Amina K.</cp:lastModifiedBy>"
REMARK = "OP6: after “Human” add “[for capital: can we live with this?]”\n"


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A round, with the clock stopped so that equal files are equal byte for byte."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1633384800")
    path = tmp_path / "round.toml"
    copy(ROUND, path)
    return path


def remarked(path: Path, words: str = REMARK) -> Path:
    letter = path.with_name("letter.txt")
    letter.write_text(words, encoding="utf-8")
    assert main(["round", "take", str(path), str(letter), "--from", "Islands"]) == 0
    return path


async def handing_in(hand: Hand) -> RoundHandInScreen:
    await hand.until(lambda: isinstance(hand.app.screen, RoundScreen) and hand.app.screen.label)
    await hand.press("F")
    assert isinstance(hand.app.screen, RoundHandInScreen)
    await looked(hand)
    return hand.app.screen


async def looked(hand: Hand) -> None:
    await hand.until(lambda: "Looked through" in said(hand, "looked"))


def said(hand: Hand, name: str) -> str:
    return str(hand.app.screen.query_one(f"#{name}", Static).content)


def leaks(hand: Hand) -> list[str]:
    return [str(option.prompt) for option in hand.app.screen.query_one(OptionList).options]


async def tick(hand: Hand, *names: str) -> None:
    """Tick these boxes and no others, and wait until the files are looked through."""
    for box in hand.app.screen.query(Tick):
        box.value = box.id in names
    await hand.pilot.pause(0.5)
    await looked(hand)


async def made(hand: Hand) -> str:
    await hand.press("ctrl+e")
    await hand.until(lambda: "made." in said(hand, "made") or "Done." in said(hand, "made"))
    return said(hand, "made")


def document(path: Path) -> str:
    return "".join(WordFile(path.read_bytes()).document.itertext())


async def test_what_should_not_leave_is_shown_first_and_leads_to_its_place(opened: Open, file: Path) -> None:
    async with opened(remarked(file), size=(80, 24)) as hand:
        await handing_in(hand)
        [line] = leaks(hand)
        assert "OP6 (p" in line and "an internal remark: [for capital: can we live with this?]" in line
        await hand.press("f3", "enter")
        at = hand.app.screen
        assert isinstance(at, RoundScreen)
        assert at.label == "OP6"
        assert at.panels.pane == "proposals"
        assert at.side.chosen is not None
        assert f"({at.side.chosen.proposal})" in line


async def test_a_remark_in_a_paragraph_of_the_base_leads_there(opened: Open, file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    text = text.replace('title = "Situation', 'title = "[internal: title] Situation')
    file.write_text(
        text.replace("*Welcomes* the latest report", "*Welcomes* [tbc] the latest report"), encoding="utf-8"
    )
    async with opened(file) as hand:
        await handing_in(hand)
        assert [line.split()[1] for line in leaks(hand)] == ["title", "OP6"]
        await hand.press("f3", "enter")
        assert [one.message for one in hand.app._notifications] == [
            "It stands in the title of the base, on which nothing is proposed."
        ]
        await handing_in(hand)
        await hand.press("f3", "down", "enter")
        assert isinstance(hand.app.screen, RoundScreen)
        assert "[tbc]" in hand.app.screen.text.text


async def test_a_new_paragraph_s_remark_leads_to_its_row(opened: Open, file: Path) -> None:
    words = "After OP6 add a new paragraph: “*Invites* all States (for capital: check);”\n"
    async with opened(remarked(file, words)) as hand:
        await handing_in(hand)
        [line] = leaks(hand)
        await hand.press("f3", "enter")
        assert isinstance(hand.app.screen, RoundScreen)
        assert hand.app.screen.label in line.partition("(")[2]
        assert "for capital: check" in hand.app.screen.text.text


COMMANDS = {
    "-compilation.docx": ["round", "compile"],
    "-compilation.md": ["round", "compile"],
    "-table.docx": ["round", "compile", "--notation", "table"],
    "-table.html": ["round", "compile", "--notation", "table"],
    "-tracked.docx": ["round", "compile", "--notation", "tracked"],
    "-summary.docx": ["round", "summary"],
    "-ledger.docx": ["round", "ledger"],
    "-silence.docx": ["round", "silence", "--until", "2021-10-06T18:00-04:00"],
    "-amendment.docx": ["amend", "--to", "A/C.3/76/L.28"],
    "-statement.docx": ["amend", "--oral", "--to", "A/C.3/76/L.28"],
    "-decided.toml": ["round", "draft"],
    "-rev1.toml": ["round", "next"],
}
ON_THE_DECIDED_DRAFT = {
    "-decided.docx": ["render"],
    "-decided-tracked.docx": ["redline", "--date", "2021-10-04T22:00:00"],
}


async def test_every_file_is_the_one_that_the_command_writes(opened: Open, file: Path, tmp_path: Path) -> None:
    async with opened(file) as hand:
        screen = await handing_in(hand)
        screen.query_one("#until", Input).value = "2021-10-06T18:00-04:00"
        screen.query_one("#amends", Input).value = "A/C.3/76/L.28"
        await tick(hand, *(output.id for output in ROUND_OUTPUTS))
        told = await made(hand)
        assert told.startswith("Done.")
        assert "proposals: " in told
    theirs = tmp_path / "by-command"
    theirs.mkdir()
    for source, commands in ((file, COMMANDS), (theirs / "round-decided.toml", ON_THE_DECIDED_DRAFT)):
        for ending, command in commands.items():
            target = theirs / f"round{ending}"
            assert main([*command, str(source), "-o", str(target)]) == 0
            assert (tmp_path / target.name).read_bytes() == target.read_bytes(), ending
    written = {one.name for one in tmp_path.glob("round-*")}
    assert written == {f"round{ending}" for ending in (*COMMANDS, *ON_THE_DECIDED_DRAFT)}
    assert latest_round(tmp_path / "round-rev1.toml").stage == "Rev.1"


async def test_the_ticks_and_fields_say_how(opened: Open, file: Path, tmp_path: Path) -> None:
    async with opened(remarked(file, "OP6: after “Human” add “and Arcadian”\nOP7: delete\n")) as hand:
        screen = await handing_in(hand)
        screen.query_one("#names", Input).value = "Islands"
        screen.query_one("#stage", Input).value = "Second reading"
        screen.query_one("#folder", Input).value = str(tmp_path / "corpus")
        await tick(hand, "compilation-text", "anonymous", "history", "statement", "next")
        assert "Done." in await made(hand)
    out = tmp_path / "corpus"
    [next_] = out.glob("round-*.toml")
    assert (next_.name, latest_round(next_).stage) == ("round-secondreading.toml", "Second reading")
    compilation = (out / "round-compilation-anonymous.md").read_text(encoding="utf-8")
    assert "Islands" not in compilation
    assert "rejected" in compilation.lower()
    assert (out / "round-statement.docx").is_file()


async def test_what_would_name_a_delegation_without_leave_is_not_written(
    opened: Open, file: Path, tmp_path: Path
) -> None:
    file.write_text(
        file.read_text(encoding="utf-8").replace('stage = "Zero draft"', 'stage = "Text of Sylvania"'), encoding="utf-8"
    )
    async with opened(file) as hand:
        await handing_in(hand)
        assert leaks(hand) == []
        await tick(hand, "compilation", "summary", "tracked", "anonymous", "silence")
        refused, silence, authors = leaks(hand)
        assert refused.startswith(
            "✗ Compilation text  an anonymous text would name Sylvania outside base and proposals"
        )
        assert silence.startswith("✗ Silence sheet  nobody has said when silence ends")
        assert authors.startswith("· Tracked changes  names its authors: Arcadia, Chair")
        assert "2 of 4 made." in await made(hand)
    assert {one.name for one in tmp_path.glob("round-*")} == {"round-summary.docx", "round-tracked.docx"}


async def test_a_name_in_proposed_words_leads_to_the_proposal_that_has_it(opened: Open, file: Path) -> None:
    async with opened(remarked(file, "OP6: after “Human” add “as Sylvania asked”\n")) as hand:
        await handing_in(hand)
        assert leaks(hand) == []
        await tick(hand, "compilation", "anonymous")
        [line] = leaks(hand)
        assert line.startswith("! OP6 (p") and "the proposal names Sylvania in its own words" in line
        await hand.press("f3", "enter")
        assert isinstance(hand.app.screen, RoundScreen)
        assert hand.app.screen.label == "OP6"


async def test_what_a_word_file_of_one_s_own_hides_is_shown(
    opened: Open, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DRAFTER_CONFIG", str(tmp_path))
    parts = archive.unpacked((shipped("templates") / "round.docx").read_bytes())
    core = parts["docProps/core.xml"].replace(b"</cp:coreProperties>", CREATOR + b"</cp:coreProperties>")
    (tmp_path / "templates").mkdir()
    own = archive.write({**parts, "docProps/core.xml": core})
    (tmp_path / "templates" / "round.docx").write_bytes(own)
    async with opened(file) as hand:
        await handing_in(hand)
        await tick(hand, "summary", "next")
        [creator] = leaks(hand)
        assert creator == "! docProps/core.xml  lastModifiedBy: Amina K.   Summary"
        await hand.press("f3", "enter")
        assert isinstance(hand.app.screen, RoundHandInScreen)


async def test_a_folder_that_is_not_there_and_a_name_that_none_can_have_are_one_line(
    opened: Open, file: Path, tmp_path: Path
) -> None:
    async with opened(file) as hand:
        screen = await handing_in(hand)
        screen.query_one("#folder", Input).value = str(tmp_path / "nowhere")
        await tick(hand, "summary")
        assert "cannot write this file: no such file or directory; make the folder first" in await made(hand)
        screen.query_one("#folder", Input).value = str(tmp_path / ("very" * 100))
        await hand.press("ctrl+e")
        assert any("file name too long" in one.message for one in hand.app._notifications)


async def test_a_wrong_clock_is_one_line(opened: Open, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with opened(file) as hand:
        await handing_in(hand)
        monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
        await hand.press("ctrl+e")
        assert any("SOURCE_DATE_EPOCH='yesterday' is no time" in one.message for one in hand.app._notifications)


async def test_what_others_made_there_is_asked_about(opened: Open, file: Path, tmp_path: Path) -> None:
    theirs = tmp_path / "round-summary.docx"
    theirs.write_bytes(b"a colleague's")
    async with opened(file) as hand:
        await handing_in(hand)
        await hand.press("ctrl+e")
        assert isinstance(hand.app.screen, Choose)
        await hand.press("enter")
        await hand.until(lambda: "Done." in said(hand, "made"))
        assert "round-summary-2.docx" in said(hand, "made")
        assert theirs.read_bytes() == b"a colleague's"
        await hand.press("escape")
        assert isinstance(hand.app.screen, RoundScreen)


async def test_a_decision_undone_meanwhile_is_looked_through_again(opened: Open, file: Path) -> None:
    async with opened(remarked(file)) as hand:
        await handing_in(hand)
        assert len(leaks(hand)) == 1
        await hand.press("ctrl+z")
        await hand.until(lambda: not leaks(hand))
        assert "nothing that should not leave" in said(hand, "looked")


async def test_what_was_looked_through_is_written_and_made_again_only_where_it_changes(
    opened: Open, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made_of: list[str] = []
    compiled = files.compiled

    def counted(round_: Round, suffix: str, notation: files.Notation, *rest: Any, **options: Any) -> bytes:
        made_of.append(notation.value)
        return compiled(round_, suffix, notation, *rest, **options)

    monkeypatch.setattr(files, "compiled", counted)
    async with opened(file) as hand:
        screen = await handing_in(hand)
        await tick(hand, "compilation", "tracked", "ledger")
        assert made_of == ["dash", "tracked"]
        screen.query_one("#names", Input).value = "Sylvania"
        await tick(hand, "compilation", "tracked", "ledger", "parentheses")
        assert made_of == ["dash", "tracked", "parentheses"]
        await made(hand)
        assert made_of == ["dash", "tracked", "parentheses"]
        await hand.press("escape", "c", "s", "end", "enter")
        await handing_in(hand)
        assert made_of == ["dash", "tracked", "parentheses", "dash"]
    ledger = document(tmp_path / "round-ledger.docx")
    assert "Sylvania" in ledger
    assert "Arcadia" not in ledger
    assert "(Ruritania" in document(tmp_path / "round-compilation.docx")


@pytest.mark.parametrize("size", [(80, 24), (160, 48)], ids=["narrow", "wide"])
def test_the_screen(
    snap_compare: Callable[..., bool],
    file: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    size: tuple[int, int],
) -> None:
    monkeypatch.chdir(tmp_path)
    app = DrafterApp(lambda: Desk.at(shipped("corpus")), remarked(file), tmp_path / "settings.toml")

    async def before(pilot: Pilot[None]) -> None:
        hand = Hand(pilot, app)
        screen = await handing_in(hand)
        screen.query_one("#folder", Input).value = "/home/amina/round"
        await tick(hand, "compilation", "tracked", "silence", "next", "anonymous")
        await pilot.app.workers.wait_for_complete()
        app.clear_notifications()
        await pilot.pause(0.2)

    assert snap_compare(app, terminal_size=size, run_before=before)
