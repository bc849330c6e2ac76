"""The drafter's settings: one readable TOML file in the user's configuration folder, defaults left out.

theme = "drafter-light"
author = "Delegation of …"
[keys]
"desk.next_change" = "n,f3"
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from drafter.errors import DrafterError
from drafter.resources import own
from drafter.switches import FETCH, OFFLINE, PLUGINS

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
        """The settings with `draft` as the most recent one."""
        name = str(draft.resolve())
        return replace(self, recent=(name, *(other for other in self.recent if other != name))[:_RECENT])


def settings_file() -> Path:
    """Where the settings file is."""
    return own("settings.toml")


@dataclass(frozen=True, slots=True)
class Loaded:
    """The settings in a file, and the errors in it; a file that is not `understood` must not be overwritten."""

    settings: Settings
    slips: tuple[DrafterError, ...] = ()
    understood: bool = True


def load(path: Path) -> Loaded:
    """The settings in `path`, or the defaults; what is not understood is reported and skipped."""
    if not path.exists():
        return Loaded(Settings())
    import tomllib

    try:
        found = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as problem:
        slip = DrafterError(str(problem), file=path, remedy="correct the settings file or delete it")
        return Loaded(Settings(), (slip,), understood=False)
    slips: list[DrafterError] = []
    known: dict[str, object] = {}
    for name, value in found.items():
        if wrong := _wrong(name, value):
            slips.append(DrafterError(wrong, file=path, remedy="correct it; until then this file is not written to"))
        else:
            known[name] = value
    keys = {}
    for id, value in dict(found.get("keys", {}) if "keys" in known else {}).items():
        if wrong := _wrong_key(id, value):
            remedy = "Help (F1) lists the actions' names; until then this file is not written to"
            slips.append(DrafterError(wrong, file=path, remedy=remedy))
        else:
            keys[id] = str(value)
    settings = Settings(
        theme=str(known.get("theme", DARK)),
        author=str(known.get("author", "")),
        agreed=str(known.get("agreed", "new")),
        recent=tuple(map(str, found["recent"])) if "recent" in known else (),
        keys=keys,
    )
    shared = tuple(DrafterError(told, file=path, remedy="give one of them another key") for told in _shared(keys))
    return Loaded(settings, (*slips, *shared), understood=not slips)


def _wrong(name: str, value: object) -> str:
    """What is wrong with a setting, "" if nothing is."""
    kinds: dict[str, type] = {"theme": str, "author": str, "agreed": str, "recent": list, "keys": dict}
    kinds |= dict.fromkeys((PLUGINS, OFFLINE, FETCH), bool)
    if name not in kinds:
        return f"no setting is called {name!r}"
    return "" if isinstance(value, kinds[name]) else f"{name!r} cannot be {value!r}"


def _wrong_key(id: str, value: object) -> str:
    from drafter.tui.actions import BY_ID

    if id not in BY_ID:
        return f"no setting is called {id!r}"
    return "" if isinstance(value, str) and value.strip() else f"{id!r} cannot have the key {value!r}"


def _shared(remapped: Mapping[str, str]) -> tuple[str, ...]:
    """A line for each remapped key that now means two actions in one place."""
    from drafter.tui.actions import ACTIONS

    told = []
    for id in remapped:
        mine = set(_keys_of(remapped[id]))
        others = (one for one in ACTIONS if one.place == id.partition(".")[0] and one.id != id)
        for other in others:
            for key in mine & set(_keys_of(remapped.get(other.id, other.keys))):
                pair = sorted((id, other.id))
                told.append(f"the key {key!r} is given twice: {pair[0]} and {pair[1]}")
    return tuple(dict.fromkeys(told))


def _keys_of(keys: str) -> list[str]:
    return [key.strip() for key in keys.split(",")]


def save(path: Path, settings: Settings) -> None:
    """Write what differs from the defaults; the user's own comments in the file stay."""
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
