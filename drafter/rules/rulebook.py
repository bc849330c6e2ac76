"""The rulebook of one open library: tables of language, and what plug-ins add.

A table is the file `NAME.toml` beside this module. A plug-in's table of that name, then the library's own in its folder
`rules`, then the user's own in the folder `rules` of the configuration, each add to it and override it: tables inside
are merged key by key; any other value, a list included, is replaced whole.

Two libraries in one process may have different rulebooks: code that uses a library runs inside `using(rulebook)`. A
front end, which has one library, calls `go_by(rulebook)` once.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

from drafter import plugins
from drafter.errors import DrafterError
from drafter.plugins import Plugin
from drafter.resources import own

Table = dict[str, Any]
Answer = TypeVar("Answer")
Kind = TypeVar("Kind")

FOLDER = "rules"


class Rulebook:
    """Tables and plug-ins; each is read or loaded when it is first asked for, and kept.

    `folders` hold tables, a later folder overriding an earlier one; None stands for the user's own. `added` are the
    plug-ins, None for those installed unless the settings turn them off. `tell` is called with one line for each
    plug-in that fails.
    """

    def __init__(
        self,
        folders: Sequence[Path | None] = (),
        added: Sequence[Plugin] | None = None,
        tell: Callable[[str], None] = lambda _: None,
    ) -> None:
        self._folders = tuple(folders)
        self._given = added
        self._tell = tell
        self._tables: dict[str, Table] = {}
        self._loaded: dict[str, tuple[tuple[Plugin, object], ...]] = {}
        self._plugins: tuple[Plugin, ...] | None = None
        self._failed: set[Plugin] = set()
        self._memory: dict[Callable[..., Any], Any] = {}

    @classmethod
    def of(cls, library: Path, tell: Callable[[str], None] = lambda _: None) -> Rulebook:
        """The rulebook of the library in that folder, for this user."""
        return cls((library / FOLDER, None), tell=tell)

    def table(self, name: str) -> Table:
        """The table `name`; DrafterError if one of the library's or the user's own cannot be read."""
        if name not in self._tables:
            table = _read(Path(__file__).parent / f"{name}.toml")
            for plugin, brought in self.added(plugins.TABLES):
                table = _merged(table, self._brought(plugin, brought, name))
            for folder in self._folders:
                table = _merged(table, _own((folder or own(FOLDER)) / f"{name}.toml"))
            self._tables[name] = table
        return self._tables[name]

    @property
    def plugins(self) -> tuple[Plugin, ...]:
        """The plug-ins of this rulebook, whether they can be loaded or not."""
        if self._plugins is None:
            try:
                known = self._given if self._given is not None else plugins.installed() if plugins.allowed() else ()
            except DrafterError as error:
                self._tell(f"{error}; plug-ins are left out until then")
                known = ()
            self._plugins = tuple(known)
        return self._plugins

    def added(self, group: str) -> tuple[tuple[Plugin, object], ...]:
        """The plug-ins of a group with the objects they name; one that cannot be loaded is reported and left out."""
        if group not in self._loaded:
            self._loaded[group] = tuple(self._load(group))
        return self._loaded[group]

    def careful(self, plugin: Plugin, function: Any, kind: type[Kind]) -> Callable[..., tuple[Kind, ...]]:
        """A plug-in's function that gives several values of a `kind`; where it fails, that is reported once and it
        gives none."""

        def call(*arguments: Any) -> tuple[Kind, ...]:
            try:
                found = tuple(function(*arguments))
                if wrong := next((one for one in found if not isinstance(one, kind)), None):
                    raise TypeError(f"it gave {type(wrong).__name__}, not {kind.__name__}")  # noqa: TRY301
            except Exception as error:
                self.fail(plugin, "failed at its work", error)
                return ()
            return found

        return call

    def fail(self, plugin: Plugin, what: str, error: object) -> None:
        """Report, once, that a plug-in failed."""
        if plugin not in self._failed:
            self._failed.add(plugin)
            self._tell(str(plugin.failed(what, error)))

    def remembering(self, function: Callable[..., Answer], most: int | None) -> Any:
        """The function with a cache that ends with this rulebook."""
        known = self._memory.get(function)
        if known is None:
            known = self._memory.setdefault(function, lru_cache(most)(function))
        return known

    def _load(self, group: str) -> Iterator[tuple[Plugin, object]]:
        for plugin in self.plugins:
            if plugin.group == group:
                try:
                    yield plugin, plugin.load()
                except DrafterError as error:
                    self._failed.add(plugin)
                    self._tell(str(error))

    def _brought(self, plugin: Plugin, brought: object, name: str) -> Table:
        """A plug-in's table of that name, from its folder or its mapping; {} where it has none."""
        try:
            if isinstance(brought, str | os.PathLike):
                path = Path(brought) / f"{name}.toml"
                return _read(path) if path.is_file() else {}
            if isinstance(brought, Mapping):
                return dict(brought.get(name, {}))
            raise TypeError("it names neither a folder nor tables by name")  # noqa: TRY301
        except Exception as error:
            self.fail(plugin, "its tables cannot be read", error)
            return {}


_INSIDE: ContextVar[Rulebook | None] = ContextVar("rulebook", default=None)
_front_ends: list[Callable[[], Rulebook]] = []


def current() -> Rulebook:
    """The rulebook of the library in use; without one the user's own."""
    inside = _INSIDE.get()
    if inside is not None:
        return inside
    return _front_ends[-1]() if _front_ends else _users(os.environ.get("DRAFTER_CONFIG"))


@contextmanager
def using(rulebook: Rulebook) -> Iterator[None]:
    """Use a rulebook in this block, in this thread."""
    before = _INSIDE.set(rulebook)
    try:
        yield
    finally:
        _INSIDE.reset(before)


def go_by(rulebook: Rulebook | None) -> None:
    """Use a rulebook in this whole process, wherever no other is in use; None ends that."""
    _front_ends[:] = [lambda: rulebook] if rulebook else []


def go_by_whatever(asked: Callable[[], Rulebook]) -> None:
    """The same for one that is looked for only when a table is first asked for."""
    _front_ends[:] = [asked]


@lru_cache(1)
def _users(_configuration: str | None) -> Rulebook:
    return Rulebook((None,))


def _read(path: Path) -> Table:
    import tomllib

    return tomllib.loads(path.read_text(encoding="utf-8"))


def _own(path: Path) -> Table:
    import tomllib

    try:
        return _read(path)
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise DrafterError(
            f"your own rules cannot be read ({error})", file=path, remedy="correct or remove it"
        ) from error


def _merged(under: Table, over: Table) -> Table:
    merged = dict(under)
    for key, value in over.items():
        below = under.get(key)
        merged[key] = _merged(below, value) if isinstance(below, dict) and isinstance(value, dict) else value
    return merged
