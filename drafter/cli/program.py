"""The program around the commands: it finds them, and turns whatever goes wrong into one line and an exit code."""

from __future__ import annotations

import contextlib
import errno
import importlib
import os
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from drafter import __version__
from drafter.cli.commands import COMMANDS, DEFAULT
from drafter.cli.common import Program, complain
from drafter.errors import DrafterError
from drafter.files import reason

NAME = "drafter"
COMPLETION = "_DRAFTER_COMPLETE"
"""Set by a shell that asks for completions."""

CORPUS = "corpus"
CORPUS_HELP = "The library's folder (also DRAFTER_CORPUS); by default ./corpus if that exists, otherwise your own."

BAD_INPUT = 2
INTERRUPTED = 130
BROKEN_PIPE = 141
_PIPE_CLOSED = {errno.EPIPE, errno.ESHUTDOWN, errno.EINVAL} if os.name == "nt" else {errno.EPIPE, errno.ESHUTDOWN}


def take_corpus(command: click.Command) -> None:
    """Let `--corpus` stand after the command too, and after each command of a group; the last one counts."""
    if isinstance(command, click.Group):
        for own in command.commands.values():
            take_corpus(own)
    if any(parameter.name == CORPUS for parameter in command.params):
        return

    def chosen(context: click.Context, _parameter: click.Parameter, value: Path | None) -> None:
        program = context.find_object(Program)
        if program is not None and value is not None:
            program.corpus = value

    folder = click.Path(path_type=Path)
    command.params.append(
        click.Option([f"--{CORPUS}"], type=folder, metavar="DIR", expose_value=False, callback=chosen, help=CORPUS_HELP)
    )


class Commands(click.Group):
    """The commands of the map, imported when they are asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:  # noqa: ARG002
        place = COMMANDS.get(name)
        if place is None:
            return None
        module, _, function = place.partition(":")
        command = getattr(importlib.import_module(module), function)
        assert isinstance(command, click.Command), f"{place} is no command"
        take_corpus(command)
        if COMPLETION in os.environ:
            from drafter.cli.completing import completed

            completed(command)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            import difflib

            near = difflib.get_close_matches(args[0], COMMANDS, 1, 0.5)
            hint = f"did you mean {near[0]}?" if near else "see drafter --help"
            raise click.UsageError(f"there is no command {args[0]!r}; {hint}", ctx)
        return super().resolve_command(ctx, args)


@click.group(
    cls=Commands,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="RESOLUTION is a symbol in the library (75/190, A/RES/75/190) or a file; DRAFT is a draft file; - is "
    "standard output. Without a command the terminal interface opens.",
)
@click.option(
    f"--{CORPUS}",
    type=click.Path(path_type=Path),
    envvar="DRAFTER_CORPUS",
    metavar="DIR",
    help=CORPUS_HELP,
)
@click.version_option(__version__, message="drafter %(version)s")
@click.pass_context
def drafter(ctx: click.Context, corpus: Path | None) -> None:
    """Next year's United Nations resolution from last year's: every change tracked, every change defended."""
    ctx.obj = Program(corpus)
    if ctx.invoked_subcommand is None:
        command = drafter.get_command(ctx, DEFAULT)
        if command is None:
            raise click.UsageError("a command is missing; see drafter --help", ctx)
        ctx.invoke(command)


def run(arguments: Sequence[str]) -> int:
    """Run the program; every failure ends here as one line on standard error and an exit code."""
    _speak_utf8()
    try:
        code = _invoke(list(arguments))
        sys.stdout.flush()
    except click.UsageError as error:
        return _usage(error)
    except click.ClickException as error:
        return _fail(error.format_message())
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except DrafterError as error:
        return _fail(str(error))
    except OSError as error:
        _silence()
        if error.errno in _PIPE_CLOSED:
            return BROKEN_PIPE
        return _fail(f"{error.filename or 'output'}: {reason(error)}")
    except Exception as error:
        return _unexpected(error)
    return code


def _invoke(arguments: list[str]) -> int:
    if COMPLETION in os.environ:
        drafter.main(arguments, prog_name=NAME)
    try:
        with drafter.make_context(NAME, arguments) as context:
            try:
                code = drafter.invoke(context)
            finally:
                if context.obj is not None:
                    context.obj.close()
    except click.exceptions.Exit as end:
        return end.exit_code
    return code if isinstance(code, int) else 0


def _usage(error: click.UsageError) -> int:
    path = error.ctx.command_path if error.ctx else "drafter"
    message = " ".join(error.format_message().rstrip(".").split())
    hint = "" if "--help" in message or "did you mean" in message.lower() else f"; see {path} --help"
    return _fail(message + hint)


def _unexpected(error: Exception) -> int:
    if os.environ.get("DRAFTER_DEBUG"):
        import traceback

        traceback.print_exception(error)
    said = " ".join(f"{type(error).__name__}: {error}".split())[:300]
    return _fail(
        f"this is a fault in drafter, not in your input ({said}); please report it with what you typed and the "
        "traceback that DRAFTER_DEBUG=1 shows"
    )


def _fail(line: str) -> int:
    try:
        sys.stdout.flush()
    except (OSError, ValueError):
        _silence()
    complain(line)
    return BAD_INPUT


def _speak_utf8() -> None:
    """Write UTF-8 whatever the console's code page, and never fail on a file name that is not UTF-8."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")


def _silence() -> None:
    """Send the interpreter's own last flush nowhere, as the reader is gone or the disk is full."""
    with contextlib.suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
