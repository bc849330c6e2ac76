"""What a shell completes: symbols of the library, drafts and rounds here, labels of their paragraphs, versions.

Whatever goes wrong while a name is being typed, nothing is offered and nothing is said.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.shell_completion import CompletionItem

from drafter.cli.common import Program

if TYPE_CHECKING:
    from drafter.library.ports import Records

Offered = Callable[[click.Context, click.Parameter, str], list[CompletionItem]]

_TEXTS = {"RESOLUTION", "BASE", "OLD", "NEW"}
_KEPT = re.compile(r'^(?:base|round) ?= ?"?', re.MULTILINE)
_ROUND = re.compile(r"^round ?= ?", re.MULTILINE)
_HEAD = 4000
"""Characters of a file that tell what it is."""


def completed(command: click.Command) -> None:
    """Teach a command, and each of a group, to complete its arguments."""
    if isinstance(command, click.Group):
        for own in command.commands.values():
            completed(own)
    for parameter in command.params:
        offer = _offer_for(parameter)
        if offer is not None:
            parameter._custom_shell_complete = _quietly(offer)


def _offer_for(parameter: click.Parameter) -> Offered | None:
    named = set(re.findall(r"[A-Z]+", parameter.metavar or ""))
    if isinstance(parameter, click.Argument) and parameter.name in {"old", "new", "base"}:
        named |= {"RESOLUTION", "DRAFT"}
    if "LABEL" in named and "ID" not in named:
        return _labels
    if named & _TEXTS:
        return _texts
    if "SYMBOL" in named:
        return lambda context, _, typed: _items(_symbols(context, typed))
    if "ROUND" in named and "DRAFT" not in named:
        return lambda _context, _, typed: _items(_files(typed, rounds_only=True))
    if "DRAFT" in named or (isinstance(parameter, click.Argument) and parameter.name == "draft"):
        return lambda _context, _, typed: _items(_files(typed))
    return None


def _quietly(offer: Offered) -> Offered:
    def offered(context: click.Context, parameter: click.Parameter, typed: str) -> list[CompletionItem]:
        try:
            return offer(context, parameter, typed)
        except Exception:  # a shell in the middle of a word shows no error
            return []

    return offered


def _texts(context: click.Context, _parameter: click.Parameter, typed: str) -> list[CompletionItem]:
    return [*_items(_symbols(context, typed)), *_items(_files(typed)), CompletionItem(typed, type="file")]


def _labels(context: click.Context, _parameter: click.Parameter, typed: str) -> list[CompletionItem]:
    """The labels of the text that stands before on the line."""
    from drafter.desk import Desk
    from drafter.model.numbering import labels

    given = (context.params.get(key) for key in ("draft", "text", "path"))
    name = next(
        filter(None, (*given, *context.args)), None
    )  # an option without its value leaves what is before in args
    if name is None:
        return []
    text = Desk.at(_corpus(context)).resolution(str(name))
    wanted = typed.casefold()
    return _items(label for label in labels(text.paragraphs) if label.casefold().startswith(wanted))


def _symbols(context: click.Context, typed: str) -> Iterator[str]:
    """The library's symbols, short ("75/190") or, where that is what is being typed, whole."""
    for entry in _library(context).entries():
        for symbol in (entry.symbol.short, str(entry.symbol)) if typed else (entry.symbol.short,):
            if symbol.casefold().startswith(typed.casefold()):
                yield symbol
                break


def _library(context: click.Context) -> Records:
    from drafter.library.locate import library_root, open_records

    return open_records(library_root(_corpus(context)))


def _corpus(context: click.Context) -> Path | None:
    """The library that the line names before its command, as far as it is typed."""
    program = context.find_object(Program)
    if program is not None:
        return program.corpus
    named = context.find_root().params.get("corpus")
    return Path(named) if named else None


def _files(typed: str, *, rounds_only: bool = False) -> Iterator[str]:
    """Draft and round files that begin so, folders to look into, and after `FILE@` the names of versions."""
    from drafter.edit.versions import NamedVersions

    file, mark, begun = typed.partition(".toml@")
    if mark:
        path = f"{file}.toml"
        yield from (f"{path}@{one.name}" for one in NamedVersions(Path(path)).all() if one.name.startswith(begun))
        return
    head, slash, tail = typed.rpartition("/")
    folder = Path(f"{head}{slash}" or ".").expanduser()
    for one in sorted(folder.iterdir()) if folder.is_dir() else ():
        if not one.name.startswith(tail) or (one.name.startswith(".") and not tail):
            continue
        if one.is_dir():
            yield f"{head}{slash}{one.name}/"
        elif one.suffix == ".toml" and _is_ours(one, rounds_only=rounds_only):
            yield f"{head}{slash}{one.name}"


def _is_ours(path: Path, *, rounds_only: bool) -> bool:
    with path.open(encoding="utf-8", errors="replace") as opened:
        head = opened.read(_HEAD)
    return (_ROUND if rounds_only else _KEPT).search(head) is not None


def _items(names: Iterator[str]) -> list[CompletionItem]:
    return [CompletionItem(name) for name in names]
