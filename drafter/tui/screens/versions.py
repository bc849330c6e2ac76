"""Named versions at the desk: keep one, and see what changed from one to another or to now."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from typing import Any

from textual.app import App

from drafter.edit.versions import NamedVersion, NamedVersions
from drafter.errors import DrafterError
from drafter.tui.dialogs.ask import Ask
from drafter.tui.dialogs.choose import Choose
from drafter.tui.office import office, session_of
from drafter.tui.shown.plain import shown

_NEW, _NOW = "+", "="
"""Answers that no number is."""


def choose_version(app: App[Any]) -> None:
    """Which version to begin with, or a name for a new one."""
    kept = NamedVersions(session_of(app).path)
    try:
        known = kept.all()
    except DrafterError as error:
        office(app).complain(error)
        return
    answers = [(_NEW, "Keep the draft as it is now, under a name …")]
    answers += [(str(n), _told(one)) for n, one in reversed(list(enumerate(known)))]

    def chosen(answer: str | None) -> None:
        if answer == _NEW:
            _ask_name(app, kept)
        elif answer is not None:
            _compare(app, known, int(answer))

    told = "A version shows what changed since." if known else ""
    app.push_screen(Choose("Versions of this draft", answers, told), chosen)


def _ask_name(app: App[Any], kept: NamedVersions) -> None:
    def check(name: str) -> str:
        try:
            kept.keep(name, session_of(app).draft)
        except DrafterError as error:
            return error.problem
        return ""

    def said(name: str | None) -> None:
        if name is not None:
            app.notify(f"Kept as “{name.strip()}”.", timeout=3, markup=False)

    hint = "such as: before the informals of 12 October"
    app.push_screen(Ask("Keep the draft under which name?", hint=hint, check=check), said)


def _compare(app: App[Any], known: Sequence[NamedVersion], first: int) -> None:
    """Show what changed since a version; where there are later ones, up to which."""
    later = range(len(known) - 1, first, -1)
    if not later:
        _show(app, known, first, _NOW)
        return
    answers = [(_NOW, "the draft as it is now"), *((str(n), _told(known[n])) for n in later)]
    app.push_screen(Choose(f"From “{known[first].name}” to which?", answers), partial(_show, app, known, first))


def _show(app: App[Any], known: Sequence[NamedVersion], first: int, second: str | None) -> None:
    from drafter.tui.screens.comparison import ComparisonScreen

    if second is None:
        return
    session, desk = session_of(app), office(app).desk
    try:
        old = desk.tied(known[first].draft(session.path), session.path)
        new = session.draft if second == _NOW else desk.tied(known[int(second)].draft(session.path), session.path)
    except DrafterError as error:
        office(app).complain(error)
        return
    names = (shown(known[first].name), "now" if second == _NOW else shown(known[int(second)].name))
    app.push_screen(ComparisonScreen(old, new, names))


def _told(one: NamedVersion) -> str:
    made = datetime.fromisoformat(one.at).astimezone()
    return shown(f"{one.name} · {made:%d %b %Y, %H:%M}")
