"""Make the pictures of the desk and of the round that the README shows: `make picture`.

The worked example's draft, opened at 150 by 44, at a paragraph with updates and language from the library; and the
worked round at a paragraph for which delegations want different words.
"""

from __future__ import annotations

import asyncio
import re
import shutil
import sys
import tempfile
from dataclasses import replace
from datetime import datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from drafter.desk import Desk
from drafter.edit.gestures import paragraph_at
from drafter.tui.app import DrafterApp
from drafter.tui.screens.desk import DeskScreen
from drafter.tui.screens.round import RoundScreen

HERE = Path(__file__).resolve().parent
SIZE = (150, 44)
SAVED = datetime(2021, 10, 4, 21, 40)
PARAGRAPH = "OP2(a)(vi)"


async def desk_picture(draft: Path, target: Path) -> None:
    """Write what the desk shows of `draft`, as SVG."""
    app = opened(draft)
    async with app.run_test(size=SIZE) as pilot:
        while not isinstance(app.screen, DeskScreen) or app.session is None or app.session.looked_at is None:
            await pilot.pause(0.05)
        desk = app.screen
        app.session = replace(app.session, saved_at=SAVED)
        desk.place = paragraph_at(app.session.draft, PARAGRAPH)
        await pilot.press("2")
        await pilot.pause(2)
        await pilot.press("escape")
        await pilot.pause(0.5)
        write(app, "desk", target)


async def round_picture(negotiation: Path, target: Path) -> None:
    """Write what the round's screen shows of a round, as SVG."""
    app = opened(negotiation)
    async with app.run_test(size=SIZE) as pilot:
        while not isinstance(app.screen, RoundScreen) or app.negotiation is None:
            await pilot.pause(0.05)
        app.negotiation = replace(app.negotiation, saved_at=SAVED)
        await pilot.press("c")
        await pilot.pause(2)
        write(app, "round", target)


def opened(path: Path) -> DrafterApp:
    return DrafterApp(lambda: Desk.at(HERE.parent / "corpus"), path, path.with_name("settings.toml"))


def write(app: DrafterApp, name: str, target: Path) -> None:
    svg = re.sub(r"terminal-\d+", name, app.export_screenshot(title="drafter"))
    target.write_text(svg, encoding="utf-8", newline="\n")


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        for source, picture, target in (
            ("dprk-76.toml", desk_picture, "desk.svg"),
            ("round/round.toml", round_picture, "round/round.svg"),
        ):
            own = Path(folder) / Path(source).name
            shutil.copy(HERE / source, own)
            asyncio.run(picture(own, HERE / target))


if __name__ == "__main__":
    main()
