"""The mastheads of the real L. documents, by the truth beside the benchmark."""

from __future__ import annotations

import pytest

from tests.benchmarks import limited

pytestmark = pytest.mark.real


def test_as_text_every_field_is_right() -> None:
    assert limited.wrong(limited.as_text().items()) == []


def test_as_pdf_every_field_is_right() -> None:
    assert limited.wrong(limited.as_pdf().items()) == []
