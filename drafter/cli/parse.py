"""`drafter parse`: read files and show what was read; nothing is stored."""

from __future__ import annotations

from pathlib import Path

import click

from drafter.cli.common import each, examples, json_options, print_json, revisions_option, tell, the_program
from drafter.cli.plain import plain
from drafter.model.reading import Reading, told_once


@click.command(epilog=examples("drafter parse A_RES_75_190.docx", "drafter parse --jsonl *.pdf"))
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path))
@json_options
@revisions_option
def parse(files: tuple[Path, ...], shape: str) -> None:
    """Read resolutions and show what was read; nothing is stored."""
    from drafter.library.sources import read_source
    from drafter.shapes.texts import reading_shape

    shapes: list[dict[str, object]] = []

    def one(path: Path) -> None:
        reading = read_source(path, the_program().revisions)
        for line in reading.notices:
            tell(f"{path.name}: {line}")
        if shape == "text":
            click.echo(plain(reading.resolution))
            for line in account(reading):
                tell(f"{path.name}: {line}")
        elif shape == "jsonl":
            print_json({"file": str(path), **reading_shape(reading)}, one_line=True)
        else:
            shapes.append({"file": str(path), **reading_shape(reading)})

    try:
        each(files, one)
    finally:
        if shape == "json":
            print_json(shapes[0] if len(files) == 1 and shapes else {"resolutions": shapes})


def account(reading: Reading) -> list[str]:
    """What was repaired and what found no place, a line each; where it is known why, a notice has told it. The last
    line says how many words were put aside."""
    from drafter.parse.furniture import told  # not needed to say how the program is used

    repaired = [
        f"{repair.where}: read {repair.found!r} as {repair.read_as!r}: {repair.why}"
        if repair.found
        else f"{repair.where}: {repair.why}"
        for repair in told_once(reading.repairs)
    ]
    lost = (unplaced for unplaced in reading.unplaced if not unplaced.why)
    aside = told(reading)
    return (
        repaired
        + [f"line {unplaced.line}: not placed: {unplaced.text!r:.100}" for unplaced in lost]
        + ([aside] if aside else [])
    )
