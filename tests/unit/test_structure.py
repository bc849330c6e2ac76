"""The house as it should stand: no circle of imports, engines behind their ports, files that fit on a few screens."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from tests.support.program import ROOT

ENGINES = {"sqlite3", "tantivy", "psycopg"}
HOMES = {"local", "postgres"}
ROOF = 300
"""The most lines of a file."""

LONGEST_CHAIN = 3
"""How many classes of our own inherit one from the other at most."""


@cache
def sources() -> Mapping[str, tuple[Path, ast.Module]]:
    """Each module's file and syntax by its name."""
    found = {}
    for file in (ROOT / "drafter").rglob("*.py"):
        name = ".".join(file.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        found[name] = (file, ast.parse(file.read_text(encoding="utf-8")))
    return found


def imported(tree: ast.Module) -> Iterator[str]:
    """What a module imports anywhere in it, for types and inside functions too."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{name.name}" for name in node.names)


def circles(graph: Mapping[str, set[str]]) -> list[set[str]]:
    """Modules that reach one another, by Tarjan's algorithm."""
    index: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []
    found: list[set[str]] = []

    def visit(module: str) -> None:
        index[module] = low[module] = len(index)
        stack.append(module)
        for other in graph[module]:
            if other not in index:
                visit(other)
                low[module] = min(low[module], low[other])
            elif other in stack:
                low[module] = min(low[module], index[other])
        if low[module] == index[module]:
            members = set(stack[stack.index(module) :])
            del stack[stack.index(module) :]
            if len(members) > 1:
                found.append(members)

    for module in graph:
        if module not in index:
            visit(module)
    return found


def test_no_import_goes_in_a_circle() -> None:
    known = sources()
    graph = {name: (set(imported(tree)) & set(known)) - {name} for name, (_, tree) in known.items()}
    assert circles(graph) == []


def test_engines_are_named_behind_their_ports_only() -> None:
    outside = [
        str(file.relative_to(ROOT))
        for file, tree in sources().values()
        if not HOMES & set(file.parts) and ENGINES & {name.partition(".")[0] for name in imported(tree)}
    ]
    assert outside == []


def test_no_file_is_above_the_roof() -> None:
    lines = {file: file.read_text(encoding="utf-8").count("\n") for file, _ in sources().values()}
    assert {file: n for file, n in lines.items() if n > ROOF} == {}


def test_no_long_chain_of_classes() -> None:
    bases: dict[str, set[str]] = {}
    for _, tree in sources().values():
        for node in ast.walk(tree):
            if isinstance(node, ast.ClassDef):
                named = (base.value if isinstance(base, ast.Subscript) else base for base in node.bases)
                bases.setdefault(node.name, set()).update(base.id for base in named if isinstance(base, ast.Name))

    def depth(name: str, seen: frozenset[str] = frozenset()) -> int:
        if name not in bases or name in seen:
            return 0
        return 1 + max((depth(base, seen | {name}) for base in bases[name]), default=0)

    assert {name: depth(name) for name in bases if depth(name) > LONGEST_CHAIN} == {}


def test_no_method_is_there_only_to_be_replaced() -> None:
    stubs = [
        f"{name}: {node.name}"
        for name, (_, tree) in sources().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef)
        and any(isinstance(line, ast.Raise) and "NotImplementedError" in ast.unparse(line) for line in node.body)
    ]
    assert stubs == []


def test_a_class_name_means_one_thing() -> None:
    homes: dict[str, list[str]] = {}
    for name, (_, tree) in sources().items():
        for node in ast.walk(tree):
            if isinstance(node, ast.ClassDef):
                homes.setdefault(node.name, []).append(name)
    assert {name: modules for name, modules in homes.items() if len(modules) > 1} == {}


def test_circles_are_seen() -> None:
    assert circles({"a": {"b"}, "b": {"c"}, "c": {"b"}, "d": set()}) == [{"b", "c"}]
