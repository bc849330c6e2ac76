"""Make the picture of the desk that the README shows: `make picture`.

The worked example's draft, opened at 150 by 44, at a paragraph with updates and language from the library.
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

HERE = Path(__file__).resolve().parent
SIZE = (150, 44)
SAVED = datetime(2021, 10, 4, 21, 40)
PARAGRAPH = "OP2(a)(vi)"


async def picture(draft: Path, target: Path) -> None:
    """Write what the desk shows of `draft`, as SVG."""
    app = DrafterApp(lambda: Desk.at(HERE.parent / "corpus"), draft, draft.with_name("settings.toml"))
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
        svg = re.sub(r"terminal-\d+", "desk", app.export_screenshot(title="drafter"))
        target.write_text(svg, encoding="utf-8", newline="\n")


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        draft = HERE / "dprk-76.toml"
        own = Path(folder) / draft.name
        shutil.copy(draft, own)
        asyncio.run(picture(own, HERE / "desk.svg"))


if __name__ == "__main__":
    main()
