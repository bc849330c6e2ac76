"""What is asked of a file that arrived: whose it is, and which version it was made against."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from textual.app import App

from drafter.negotiation.values import Round
from drafter.tui.dialogs.ask import Ask
from drafter.tui.dialogs.choose import Choose
from drafter.tui.office import office
from drafter.tui.shown.plain import shown
from drafter.tui.state.incoming import Incoming
from drafter.tui.work.background import in_background
from drafter.tui.work.incoming import EarlierVersion, earlier_versions


def ask_whose(app: App[Any], incoming: Incoming, file: Path, then: Callable[[Path, tuple[str, ...]], None]) -> None:
    """Whose a file is; () where the question was closed. A party in the file's name is offered as a guess."""
    names = incoming.round_.names
    known = incoming.whose(file)
    named_there = {name for word in re.split(r"[-_. ]+", file.stem) if (name := names.party(word))}
    guess = named_there.pop() if len(named_there) == 1 and not known else ""
    hint = "a delegation, or several with commas; Esc leaves the file out"
    if guess:
        hint = f"{guess} is a guess from the file’s name; {hint}"

    def named(answer: str | None) -> None:
        then(file, names.typed(answer) if answer else ())

    def check(answer: str) -> str:
        return "" if names.typed(answer) else "name a delegation, such as EU"

    question = f"Whose is {shown(file.name)}?"
    app.push_screen(Ask(question, ", ".join(known) or guess, hint, check), named)


def ask_version(app: App[Any], path: Path, round_: Round, file: Path, then: Callable[[Round | None], None]) -> None:
    """The round that a file was made against, of those beside the open one; None for the open one itself."""

    def have(found: tuple[EarlierVersion, ...]) -> None:
        def chosen(answer: str | None) -> None:
            if answer is not None:
                then(found[int(answer)].round_ if answer else None)

        answers = [("", f"this one: {shown(round_.stage or path.name)}")]
        for number, one in enumerate(found):
            before = ", the version before" if one.before else ""
            answers.append((str(number), shown(f"{one.round_.stage or one.path.stem} ({one.path.name}{before})")))
        told = "" if found else "No other round lies in the folder of this one."
        app.push_screen(Choose(f"Which version was {shown(file.name)} made against?", answers, told), chosen)

    in_background(app, lambda: earlier_versions(path, round_), have, office(app).complain, "versions")
