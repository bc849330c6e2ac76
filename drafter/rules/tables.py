"""Load a table of the field's language. A drafter's own file of the same name adds to it and overrides it.

A table lies beside this module as `NAME.toml`; the drafter's own lies in the folder `rules` of the user's
configuration. Tables inside are merged key by key; any other value, a list included, is replaced whole.
"""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from drafter.errors import DrafterError
from drafter.resources import own

Table = dict[str, Any]


@cache
def table(name: str) -> Table:
    """The table `name` as shipped, with the drafter's own on top."""
    shipped = tomllib.loads((Path(__file__).parent / f"{name}.toml").read_text(encoding="utf-8"))
    return _merged(shipped, _own(name))


def _own(name: str) -> Table:
    path = own("rules") / f"{name}.toml"
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise DrafterError(f"your own rules cannot be read ({error})", file=path, remedy="mend or remove it") from error


def _merged(under: Table, over: Table) -> Table:
    merged = dict(under)
    for key, value in over.items():
        below = under.get(key)
        merged[key] = _merged(below, value) if isinstance(below, dict) and isinstance(value, dict) else value
    return merged
