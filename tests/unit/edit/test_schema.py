"""The draft file's JSON schema says what its reader says."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings

from drafter.cli import main
from drafter.edit import draftfile
from drafter.edit.schema import draft_schema
from drafter.errors import DrafterError
from drafter.model.draft import Draft
from tests.support.drafts import any_draft, drafted
from tests.support.jsonschema import departures
from tests.support.program import ROOT
from tests.unit.edit.test_draftfile import SLIPS, edited

SHIPPED = ROOT / "drafter" / "edit" / "draft.schema.json"

ONLY_THE_READER = (
    "stands on line", "cannot come from", "without an origin", "no symbol", "italics opened", "has no footnote",
    "a note mark reads", "this is not TOML",
)  # fmt: skip
"""Slips that no schema can tell."""


def test_the_shipped_file_is_the_schema_of_today(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema"]) == 0
    assert capsys.readouterr().out == SHIPPED.read_text(encoding="utf-8"), "make schema writes it anew"


@given(any_draft())
@settings(max_examples=100, deadline=None)
def test_whatever_is_written_is_as_the_schema_says(draft: Draft) -> None:
    assert not list(departures(tomllib.loads(draftfile.dumps(draft)), draft_schema()))


@pytest.mark.parametrize(("right", "wrong", "line"), SLIPS, ids=[slip[2][:40] for slip in SLIPS])
def test_a_slip_is_seen_by_the_schema_too(right: str, wrong: str, line: str) -> None:
    text = draftfile.dumps(edited()).replace(right, wrong, 1)
    if any(told in line for told in ONLY_THE_READER):
        return
    assert list(departures(tomllib.loads(text), draft_schema()))


def keys(schema: dict[str, Any], table: str = "") -> Iterator[tuple[str, str, dict[str, Any]]]:
    """(table, key, schema) of each key, [[paragraph]] and [[footnote]] tables apart."""
    for key, own in schema["properties"].items():
        items = own.get("items", {})
        if not table and key in ("paragraph", "footnote"):
            yield from keys(items, key)
        else:
            yield table, key, own


@pytest.mark.parametrize(("table", "key", "own"), list(keys(draft_schema())), ids=lambda one: str(one)[:20])
def test_every_key_is_one_that_the_reader_knows(table: str, key: str, own: dict[str, Any]) -> None:
    """A value of no type that any key takes is a slip of that key, and not of an unknown one."""
    lines = draftfile.dumps(drafted()).splitlines()
    head = f"[[{table}]]" if table else ""
    start = lines.index(head) + 1 if table else 0
    end = next((n for n, line in enumerate(lines[start:], start) if line.startswith("[[")), len(lines))
    inside = [line for line in lines[start:end] if not line.startswith(f"{key} =")]
    text = "\n".join([*lines[:start], f"{key} = 1979-05-27", *inside, *lines[end:]])
    with pytest.raises(DrafterError) as caught:
        draftfile.loads(text, "d.toml")
    assert "is not known" not in str(caught.value)
    assert key in str(caught.value)


def test_every_key_that_is_described_has_a_description() -> None:
    assert all(own["description"].endswith(".") for _, _, own in keys(draft_schema()))
    assert json.loads(SHIPPED.read_text(encoding="utf-8"))["$schema"].endswith("draft-04/schema#")
