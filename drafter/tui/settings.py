"""The drafter's settings: one readable TOML file in the user's configuration folder, defaults left out.

theme = "drafter-light"
author = "Delegation of …"
[keys]
"desk.next_change" = "n,f3"
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from drafter.errors import DrafterError
from drafter.resources import own

DARK, LIGHT = "drafter-dark", "drafter-light"
_RECENT = 12


@dataclass(frozen=True, slots=True)
class Settings:
    """`recent` holds draft files, the latest first; `keys` maps an action's id to its keys; `agreed` says which
    agreed words are marked at the desk: "new" (those that are not in the base), "all" or "none"."""

    theme: str = DARK
    author: str = ""
    agreed: str = "new"
    recent: tuple[str, ...] = ()
    keys: Mapping[str, str] = field(default_factory=dict)

    def opened(self, draft: Path) -> Settings:
        """With `draft` as the latest of the recent ones."""
        name = str(draft.resolve())
        return replace(self, recent=(name, *(other for other in self.recent if other != name))[:_RECENT])


def settings_file() -> Path:
    """Where the settings lie."""
    return own("settings.toml")


def load(path: Path) -> Settings:
    """The settings in `path`, the defaults where there is none; raises DrafterError for a slip in it."""
    from drafter.tui.actions import BY_ID

    try:
        loaded = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Settings()
    except (OSError, ValueError) as problem:
        raise DrafterError(str(problem), file=path, remedy="mend the settings file or delete it") from problem
    keys = loaded.get("keys", {})
    unknown = [*(set(loaded) - {"theme", "author", "agreed", "recent", "keys", "plugins"}), *(set(keys) - set(BY_ID))]
    if unknown:
        raise DrafterError(
            f"no setting is called {unknown[0]!r}", file=path, remedy="Help (F1) lists the actions' names"
        )
    return Settings(
        theme=str(loaded.get("theme", DARK)),
        author=str(loaded.get("author", "")),
        agreed=str(loaded.get("agreed", "new")),
        recent=tuple(map(str, loaded.get("recent", ()))),
        keys={str(key): str(value) for key, value in keys.items()},
    )


def save(path: Path, settings: Settings) -> None:
    """Write what differs from the defaults; a comment of the drafter's own in the file stays."""
    import tomlkit

    try:
        document = tomlkit.parse(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        document = tomlkit.document()
    default = Settings()
    for name in ("theme", "author", "agreed", "recent"):
        value = getattr(settings, name)
        if value != getattr(default, name):
            document[name] = list(value) if isinstance(value, tuple) else value
        elif name in document:
            del document[name]
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(path.name + ".new")
    beside.write_text(tomlkit.dumps(document), encoding="utf-8", newline="\n")
    beside.replace(path)
