"""Plug-ins: what other installed packages add to drafter, named by entry points in three groups.

drafter.rules    rules of a mission's own: a `drafter.check.extra.Rules`
drafter.miners   suggestions from a source of its own: a function as `drafter.suggest.rank.Miner`
drafter.tables   tables of language: a folder with tables (`spelling.toml`, …), or a mapping of tables by name

They are found and loaded when first needed; `plugins = false` in the settings turns them off.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from drafter.errors import DrafterError
from drafter.resources import own
from drafter.switches import PLUGINS, switched

RULES, MINERS, TABLES = "drafter.rules", "drafter.miners", "drafter.tables"
GROUPS = (RULES, MINERS, TABLES)

_HEADING = b"[drafter."
"""How drafter's groups begin in a package's list of entry points."""


class PluginError(DrafterError):
    """A plug-in that cannot be loaded or that failed; drafter goes on without it."""


@dataclass(frozen=True, slots=True)
class Plugin:
    """An entry point: `place` is the "module:object" that it names, `package` and `version` who installed it."""

    group: str
    name: str
    place: str
    package: str
    version: str

    def load(self) -> object:
        """The object that the entry point names; PluginError if it cannot be loaded, for whatever reason."""
        from importlib.metadata import EntryPoint

        try:
            return EntryPoint(self.name, self.place, self.group).load()
        except Exception as error:
            raise self.failed("cannot be loaded", error) from error

    def failed(self, what: str, error: object) -> PluginError:
        """The one line about a plug-in that failed."""
        why = f"{type(error).__name__}: {error}" if isinstance(error, Exception) else str(error)
        remedy = f"correct or uninstall {self.package}, or write plugins = false into {own('settings.toml')}"
        return PluginError(f"{what} ({why}); drafter goes on without it", file=f"plug-in {self}", remedy=remedy)

    def __str__(self) -> str:
        return f"{self.name} of {self.package} ({self.group.removeprefix('drafter.')})"


def installed() -> tuple[Plugin, ...]:
    """All plug-ins of all installed packages, by group, package and name; none of them is loaded."""
    if not any(_names_ours(folder) for folder in _folders()):
        return ()
    from importlib.metadata import distributions

    found = {
        (GROUPS.index(entry.group), package.name, entry.name): Plugin(
            entry.group, entry.name, entry.value, package.name, package.version
        )
        for package in distributions()
        for entry in package.entry_points
        if entry.group in GROUPS
    }
    return tuple(found[key] for key in sorted(found))


def allowed() -> bool:
    """Whether the settings allow plug-ins; DrafterError if the settings cannot be read."""
    return switched(PLUGINS, True)


def _folders() -> Iterator[str]:
    """The folders in which installed packages list their entry points."""
    for place in dict.fromkeys(sys.path):
        try:
            with os.scandir(place or ".") as listed:
                yield from (one.path for one in listed if one.name.endswith((".dist-info", ".egg-info")))
        except OSError:
            continue


def _names_ours(folder: str) -> bool:
    """Whether a package has an entry point for drafter; a quick look that saves importing `importlib.metadata`."""
    try:
        return _HEADING in Path(folder, "entry_points.txt").read_bytes()
    except OSError:
        return False
