"""`drafter redline`: a draft's changes against its base as tracked changes in a Word file."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

import click

from drafter.cli.common import free, output_options, plain_option, put, the_desk

Function = TypeVar("Function", bound=Callable[..., Any])


def tracking_options(function: Function) -> Function:
    """Add `--author` and `--date`, under which the changes are tracked."""
    function = click.option(
        "--date",
        type=click.DateTime(["%Y-%m-%d", "%Y-%m-%dT%H:%M:%S"]),
        help="The date of the changes (UTC); else the day of adoption, or 1 September of the session's year.",
    )(function)
    return click.option(
        "--author",
        default="",
        metavar="NAME",
        help="Whose the changes are; else the draft's author, or nobody in particular.",
    )(function)


@click.command()
@click.argument("draft", metavar="DRAFT")
@tracking_options
@plain_option
@output_options
def redline(draft: str, author: str, date: datetime | None, plain: bool, output: Path, force: bool) -> None:
    """Write the draft as a Word file in which every change against its base is a tracked change."""
    free(output, force)
    put(output, the_desk().redline(draft, author=author, date=date, plain=plain), force=force)
