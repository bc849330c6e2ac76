"""Edits as JSON and back."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.edit import edits
from drafter.edit.codec import decoded, encoded
from drafter.errors import DrafterError
from drafter.model.inline import Inline
from drafter.model.symbol import Symbol
from tests.support.drafts import an_edit, any_draft, drafted, untied


def again(edit: edits.Edit) -> edits.Edit:
    return decoded(json.loads(json.dumps(encoded(edit))))


@given(st.data())
@settings(max_examples=200, deadline=None)
def test_any_edit_comes_back_as_it_was(data: st.DataObject) -> None:
    edit = data.draw(an_edit(drafted()))
    assert again(edit) == edit


@given(any_draft())
@settings(max_examples=20, deadline=None)
def test_a_whole_draft_too(draft: object) -> None:
    edit = edits.ReplaceAll(draft)  # type: ignore[arg-type]
    assert again(edit) == edit


@pytest.mark.parametrize("value", ["76", 76, None, ("Norway", "Mexico"), (), Symbol.parse("A/C.3/76/L.28/Rev.1")])
def test_values_of_fields(value: edits.FieldValue) -> None:
    assert again(edits.SetField("x", value)) == edits.SetField("x", value)


def test_as_it_is_written() -> None:
    edit = edits.Several((edits.SetText("p3", Inline.from_markup("*Notes*[^1]")), edits.Move("p3", None)), "a phrase")
    assert encoded(edit) == {
        "Several": {
            "edits": [{"SetText": {"id": "p3", "inline": "*Notes*[^1]"}}, {"Move": {"id": "p3", "after": None}}],
            "name": "a phrase",
        }
    }
    assert decoded(encoded(edit)) == edit
    assert untied(drafted()) == drafted()


@pytest.mark.parametrize("value", [None, {}, {"Undo": {}}, {"Delete": {}}, {"Delete": {"id": "p1", "x": 1}}, [1], "x"])
def test_what_is_no_edit(value: object) -> None:
    with pytest.raises(DrafterError, match="this is no edit"):
        decoded(value)
