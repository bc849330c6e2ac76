"""The settings that are on or off, read and written without the interface that keeps the others."""

from __future__ import annotations

from pathlib import Path

from drafter import files
from drafter.errors import DrafterError
from drafter.resources import own

PLUGINS, OFFLINE, FETCH = "plugins", "offline", "fetch"


def switched(name: str, default: bool) -> bool:
    """Whether the settings turn `name` on; DrafterError if they cannot be read or say neither true nor false."""
    import tomllib

    path = own("settings.toml")
    try:
        value = tomllib.loads(path.read_text(encoding="utf-8")).get(name, default)
    except FileNotFoundError:
        return default
    except (OSError, ValueError) as error:
        raise DrafterError(
            f"the settings cannot be read ({error})", file=path, remedy="correct or remove them"
        ) from error
    if not isinstance(value, bool):
        raise DrafterError(f"{name!r} cannot be {value!r}", file=path, remedy=f"write {name} = true or {name} = false")
    return value


def turn_on(name: str) -> Path:
    """Write `name = true` into the settings, whose other lines and comments stay; returns where they are."""
    import tomlkit

    path = own("settings.toml")
    switched(name, False)  # settings that cannot be read are left as they are
    document = tomlkit.parse(path.read_text(encoding="utf-8")) if path.exists() else tomlkit.document()
    if document.get(name) is not True:
        document[name] = True
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise DrafterError(f"cannot make this folder: {files.reason(error)}", file=path.parent) from error
        files.write(path, tomlkit.dumps(document))
    return path
