"""`drafter schema`: the draft file's JSON schema, for editors."""

from __future__ import annotations

import json
from pathlib import Path

import click

from drafter.cli.common import examples, free, put, writing_options


@click.command(epilog=examples("drafter schema -o draft.schema.json"))
@writing_options
def schema(output: Path, force: bool) -> None:
    """Write the draft file's JSON schema, for editors.

    Editors that know TOML then complete and check a draft that begins with the line "#:schema ./draft.schema.json".
    """
    from drafter.edit.schema import draft_schema

    free(output, force, ".json")
    put(output, json.dumps(draft_schema(), ensure_ascii=False, indent=2) + "\n", force=force)
