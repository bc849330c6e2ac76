"""`drafter corpus`: the library of resolutions."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from drafter.cli.common import (
    complain,
    each,
    examples,
    json_option,
    json_options,
    print_json,
    revisions_option,
    tell,
    the_desk,
    the_program,
)
from drafter.cli.parse import account
from drafter.cli.plain import cut, width
from drafter.errors import DrafterError, LibraryError
from drafter.files import reason
from drafter.library.values import Damaged
from drafter.model.symbol import Symbol
from drafter.shapes.libraries import entry_shape, library_shape, verified_shape
from drafter.switches import FETCH, turn_on

NAMED = 20
"""How many records are named in one message."""

AT_ONCE = 10
"""How many documents one call asks the public site for."""

READABLE = (".txt", ".md", ".docx", ".pdf")


@click.group()
def corpus() -> None:
    """The library of resolutions."""


@corpus.command(epilog=examples("drafter corpus add A_RES_75_190.docx", "drafter corpus add downloads/"))
@click.argument("files", metavar="FILE|DIR...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--force", is_flag=True, help="Replace what is in the library, corrections by hand included.")
@revisions_option
@click.option("-q", "--quiet", is_flag=True, help="Say only what went wrong.")
def add(files: tuple[Path, ...], force: bool, quiet: bool) -> None:
    """Read resolutions and keep them; a folder means all readable files in it.

    Says what was repaired and what could not be placed, and goes on where a file cannot be read.
    """
    library, revisions = the_desk().library, the_program().revisions

    def one(path: Path) -> None:
        held = None if force else library.holding(path)
        reading = library.add(path, force=force, revisions=revisions)
        if quiet:
            return
        resolution = reading.resolution
        tell(f"{held or resolution.symbol}: {'in the library already' if held else resolution.title.text}")
        for line in () if held else (*reading.notices, *account(reading)):
            tell(f"    {line}")

    each(_readable(files), one)


@corpus.command(epilog=examples("drafter corpus fetch --allow", "drafter corpus fetch A/RES/76/177"))
@click.argument("symbols", metavar="SYMBOL...", nargs=-1)
@click.option("--allow", is_flag=True, help="Allow asking from now on: writes fetch = true into your settings.toml.")
@click.option("--pdf", is_flag=True, help="Ask for the PDF; without this, for the Word file.")
def fetch(symbols: tuple[str, ...], allow: bool, pdf: bool) -> None:
    """Ask the United Nations' public site for documents, one after the other, and keep them.

    Asking tells others what your mission drafts, so it is off until you allow it; offline = true in settings.toml turns
    it off again. A document is kept only if its own text says that it is the one asked for.
    """
    from drafter.library.fetching import fetch as fetched
    from drafter.library.site import Site

    if not symbols and not allow:
        raise click.UsageError("name the documents: drafter corpus fetch A/RES/76/177")
    if len(symbols) > AT_ONCE:
        raise DrafterError(
            f"{len(symbols)} documents are too many to ask a public site for", remedy=f"name {AT_ONCE} at most"
        )
    if allow:
        tell(f"{turn_on(FETCH)}: fetch = true; what you ask for by symbol can be seen by others")
    library, site = the_desk().library, Site.named()

    def one(name: str) -> None:
        symbol = Symbol.parse(name)
        held = symbol is not None and symbol in library
        reading = fetched(library, name, site, pdf=pdf)
        resolution = reading.resolution
        tell(f"{resolution.symbol}: {'in the library already' if held else resolution.title.text}")
        for line in () if held else (*reading.notices, *account(reading)):
            tell(f"    {line}")

    each(symbols, one)


@corpus.command("list", epilog=examples("drafter corpus list", "drafter corpus list --json"))
@json_options
def list_(shape: str) -> None:
    """List the library in the order of the symbols."""
    contents = the_desk().library.contents()
    if shape == "jsonl":
        for entry in contents.entries:
            print_json(entry_shape(entry), one_line=True)
    elif shape == "json":
        print_json(library_shape(contents.entries))
    else:
        widest = max((len(str(entry.symbol)) for entry in contents.entries), default=0)
        for entry in contents.entries:
            title = cut(entry.title, max(20, width() - widest - 28))
            counts = f"{entry.paragraphs:>4} paras"
            click.echo(f"{entry.symbol!s:<{widest}}  {entry.adopted or ''!s:<10}  {counts}  {title}".rstrip())
    each(contents.damaged, _report)


@corpus.command(epilog=examples("drafter corpus remove 75/190"))
@click.argument("symbols", metavar="SYMBOL...", nargs=-1, required=True)
def remove(symbols: tuple[str, ...]) -> None:
    """Take resolutions out of the library, with their sources."""
    library = the_desk().library

    def one(name: str) -> None:
        symbol = library.symbol(name)
        library.remove(symbol)
        tell(f"{symbol}: removed")

    each(symbols, one)


@corpus.command(epilog=examples("drafter corpus verify"))
@json_option
def verify(as_json: bool) -> None:
    """Read every source again and compare it with the stored text, corrections by hand aside."""
    checked = []
    for record in the_desk().library.verify():
        checked.append(record)
        if not as_json:
            for problem in record.problems:
                click.echo(f"{record.record}: {problem.where}: {problem.what}")
    wrong = sum(bool(record.problems) for record in checked)
    if as_json:
        print_json(verified_shape(checked))
    else:
        tell(f"{len(checked)} resolutions, {wrong or 'none'} differ from their source")
        if older := [record.record for record in checked if record.older_reader]:
            more = f" and {len(older) - NAMED} more" if len(older) > NAMED else ""
            tell(
                f"an older version of drafter read {', '.join(older[:NAMED])}{more}: "
                "drafter corpus reread reads them again and keeps corrections made by hand"
            )
    if wrong:
        raise click.exceptions.Exit(2)


@corpus.command(epilog=examples("drafter corpus reread", "drafter corpus reread 75/190"))
@click.argument("symbols", metavar="[SYMBOL...]", nargs=-1)
def reread(symbols: tuple[str, ...]) -> None:
    """Read sources again with this version of drafter; without names, all that an older one read.

    Corrections made by hand, which have a [[repair]] with by_hand = true, are kept. What is read differently than
    before is listed, paragraph by paragraph.
    """
    library = the_desk().library
    older = () if symbols else tuple(one.record for one in library.verify() if one.older_reader)

    def one(name: str) -> None:
        read = library.reread(name)
        tell(f"{read.symbol}: read again, {len(read.changed) or 'nothing'} changed")
        for kept in read.kept:
            tell(f"    {kept.where}: kept as corrected by hand: {kept.what}")
        for changed in read.changed:
            tell(f"    {changed.where}: {changed.what}")

    each(symbols or older, one)
    if not symbols and not older:
        tell("this version of drafter read every record; nothing was read again")


def _report(damaged: Damaged) -> None:
    raise LibraryError(damaged.problem)


def _readable(files: tuple[Path, ...]) -> Iterator[Path]:
    """The files, and the readable ones in the folders among them."""
    for path in files:
        if not path.is_dir():
            yield path
            continue
        try:
            inside = sorted(p for p in path.iterdir() if p.suffix.lower() in READABLE and not p.name.startswith("."))
        except OSError as error:
            complain(f"{path}: cannot look into this folder: {reason(error)}")
            inside = []
        yield from inside or [path]
