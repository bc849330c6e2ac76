"""The JSON of the plug-ins that are installed."""

from __future__ import annotations

from collections.abc import Iterable

from drafter.errors import DrafterError
from drafter.plugins import Plugin
from drafter.shapes.values import Shape


def plugins_shape(found: Iterable[tuple[Plugin, DrafterError | None]], *, allowed: bool) -> Shape:
    """Each plug-in with what is wrong with it (None where all is well); `allowed` is what the settings say."""
    return {
        "allowed": allowed,
        "plugins": [
            {
                "group": plugin.group,
                "name": plugin.name,
                "object": plugin.place,
                "package": plugin.package,
                "version": plugin.version,
                "problem": str(problem) if problem else None,
            }
            for plugin, problem in found
        ],
    }
