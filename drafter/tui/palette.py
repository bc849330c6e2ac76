"""The command palette: the registry's actions, each under its name with its keys."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from textual.app import App, SystemCommand
from textual.screen import Screen

from drafter.tui.actions import BY_ID


def commands(app: App[Any], screen: Screen[object], remapped: Mapping[str, str]) -> Iterator[SystemCommand]:
    """Those that are valid on a screen; the palette itself is none."""
    seen: set[str] = set()
    for active in screen.active_bindings.values():
        action = BY_ID.get(active.binding.id or "")
        if action and active.enabled and action.id not in seen and action.id != "app.command_palette":
            seen.add(action.id)
            keys = action.shown_keys(remapped)
            node, name = active.node, active.binding.action
            yield SystemCommand(
                f"{action.label}  [{keys}]".replace("[", "\\["),
                action.tooltip,
                lambda node=node, name=name: app.call_later(app.run_action, name, node),
            )
