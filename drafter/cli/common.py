"""What the commands share: the desk, output as text or JSON, files written whole, several files in one call."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from drafter import files
from drafter.errors import DrafterError
from drafter.model.reading import Revisions

if TYPE_CHECKING:
    from drafter.desk import Desk
    from drafter.library.searchable import Progress
    from drafter.rules.rulebook import Rulebook

Input = TypeVar("Input")
Function = TypeVar("Function", bound=Callable[..., Any])

STANDARD_OUTPUT = Path("-")


@dataclass
class Program:
    """What one call of the program knows: the options `--corpus` and `--as`, and the desk once a command needs it."""

    corpus: Path | None = None
    revisions: Revisions = Revisions.ACCEPTED

    @cached_property
    def desk(self) -> Desk:
        from drafter.desk import Desk
        from drafter.rules.rulebook import go_by

        desk = Desk.at(self.corpus, self.revisions, tell)
        go_by(desk.rulebook)
        return desk

    @cached_property
    def rulebook(self) -> Rulebook:
        """The library's tables and plug-ins, without its texts."""
        from drafter.library.locate import library_root
        from drafter.rules.rulebook import Rulebook

        return Rulebook.of(library_root(self.corpus), tell)

    def close(self) -> None:
        """Leave nothing behind for another call in the same process."""
        if "drafter.rules.rulebook" in sys.modules:
            from drafter.rules.rulebook import go_by

            go_by(None)


def the_program() -> Program:
    """What this call of the program knows."""
    program = click.get_current_context().find_object(Program)
    assert program is not None
    return program


def by_the_library() -> None:
    """Have this call's library be the one whose tables are asked; it is looked for when they are."""
    from drafter.rules.rulebook import go_by_whatever

    program = the_program()
    go_by_whatever(lambda: program.rulebook)


def the_desk() -> Desk:
    """The desk on this call's library."""
    return the_program().desk


def revisions_option(function: Function) -> Function:
    """Add `--as`, for a command that reads texts: how tracked changes in a Word file are read."""

    def chosen(_context: click.Context, _parameter: click.Parameter, value: str) -> None:
        the_program().revisions = Revisions(value)

    return click.option(
        "--as",
        type=click.Choice([revisions.value for revisions in Revisions]),
        default=Revisions.ACCEPTED.value,
        callback=chosen,
        expose_value=False,
        help="How to read tracked changes in a Word file.",
    )(function)


def carry_option(function: Function) -> Function:
    """Add `--carry`, for a command that writes a Word file of a draft, and `--plain`, its former opposite."""

    def plain(_context: click.Context, _parameter: click.Parameter, given: bool) -> None:
        if given:
            tell("--plain is not needed any more: the draft goes into a Word file only with --carry")

    function = click.option("--plain", is_flag=True, hidden=True, callback=plain, expose_value=False)(function)
    return click.option(
        "--carry",
        is_flag=True,
        help="Put the draft into the Word file, with notes and deleted paragraphs, so that work can go on from it.",
    )(function)


def examples(*lines: str) -> str:
    """Example calls, for the end of a command's help."""
    return "\b\n" + "\n".join(["For example:", *(f"  {line}" for line in lines)])


def json_options(function: Function) -> Function:
    """Add `--json` and `--jsonl`; the command gets `shape`: "text", "json" or "jsonl"."""
    function = click.option("--jsonl", "shape", flag_value="jsonl", help="Print JSON, one document on each line.")(
        function
    )
    return click.option("--json", "shape", flag_value="json", default="text", help="Print one JSON document.")(function)


def json_option(function: Function) -> Function:
    """Add `--json` alone; the command gets `as_json`."""
    return click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")(function)


def output_options(function: Function) -> Function:
    """Add `-o FILE` (`-` is standard output) and `--force`; the command gets `output` and `force`."""
    return _output_options(function, required=True)


def writing_options(function: Function) -> Function:
    """The same where standard output is what a command writes to without `-o`."""
    return _output_options(function, required=False)


def _output_options(function: Function, *, required: bool) -> Function:
    function = click.option("--force", is_flag=True, help="Replace FILE where it exists.")(function)
    return click.option(
        "-o",
        "--output",
        "output",
        required=required,
        default=None if required else STANDARD_OUTPUT,
        metavar="FILE",
        type=click.Path(path_type=Path),
        help="Where to write; - is standard output.",
    )(function)


def print_json(value: object, *, one_line: bool = False) -> None:
    """Print `value` as one JSON document; no character is escaped that UTF-8 can write."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=None if one_line else 2) + "\n")


def print_all_json(values: Iterable[object], shape: str, name: str) -> None:
    """Print several documents: one on each line for "jsonl", otherwise `{name: [...]}`, or a single document by
    itself."""
    if shape == "jsonl":
        for value in values:
            print_json(value, one_line=True)
        return
    listed = list(values)
    print_json(listed[0] if len(listed) == 1 else {name: listed})


def free(output: Path, force: bool, *suffixes: str) -> None:
    """Refuse, before the work begins, an output that would be refused after it.

    That is one whose name does not end in one of `suffixes`, one that exists, one that cannot be written, and this
    call's own input.
    """
    if output == STANDARD_OUTPUT or _is_device(output):
        return
    for given in click.get_current_context().params.values():
        if given is not output and isinstance(given, (str, Path)) and _same_file(Path(given), output):
            raise DrafterError(
                "this would overwrite the text it is made from", file=output, remedy="choose another name"
            )
    if output.suffix.lower() not in suffixes:
        *others, last = suffixes
        known = f"{', '.join(others)} or {last}" if others else last
        what = f"a {output.suffix} file" if output.suffix else "a file without an ending"
        raise DrafterError(f"this command does not write {what}", file=output, remedy=f"name it {known}")
    if not force and output.is_file():
        raise DrafterError("this file exists already", file=output, remedy="add --force to replace it")
    files.check_place(output)


def _is_device(path: Path) -> bool:
    """Whether it exists and is neither a file nor a folder, like /dev/null."""
    try:
        return path.exists() and not path.is_file() and not path.is_dir()
    except (OSError, ValueError):
        return False


def _same_file(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except (OSError, ValueError):
        return False


def put(output: Path, content: bytes | str, *, force: bool, draft: str | None = None) -> None:
    """Write to standard output or, whole or not at all, to a file; what was written for a `draft` or round is
    remembered, so that a hand-in recognizes it."""
    if output == STANDARD_OUTPUT:
        sys.stdout.flush()
        data = content.encode("utf-8") if isinstance(content, str) else content
        sys.stdout.buffer.write(data)
        return
    files.write(output, content, force=force)
    if draft is not None and draft.endswith(".toml"):
        from drafter.written import WrittenFiles

        WrittenFiles(Path(draft)).remember(output, content.encode("utf-8") if isinstance(content, str) else content)


def each(inputs: Iterable[Input], action: Callable[[Input], None]) -> None:
    """Do `action` for each input; one that fails is reported, the others go on, and the exit code is 2 at the end."""
    failed = False
    for given in inputs:
        try:
            action(given)
        except DrafterError as error:
            sys.stdout.flush()
            complain(str(error))
            failed = True
    if failed:
        raise click.exceptions.Exit(2)


def complain(line: str) -> None:
    """Say one line on standard error."""
    tell(f"drafter: {' '.join(line.split())}")


def watch(progress: Progress) -> None:
    """Show the progress of slow work on standard error, if that is a terminal; the line disappears at the end."""
    if not sys.stderr.isatty() or (progress.done % 10 and progress.done != progress.of):
        return
    line = "" if progress.done == progress.of else str(progress)
    sys.stderr.write(f"\r\x1b[K{line}")
    sys.stderr.flush()


def tell(line: str) -> None:
    """Say on standard error what is not a result."""
    sys.stderr.write(f"{line}\n")
    sys.stderr.flush()
