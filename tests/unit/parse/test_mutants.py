"""Mutated inputs: only our own errors come out of the readers. `make fuzz-parse` tries 20,000 each."""

from __future__ import annotations

import pytest

from tests.benchmarks.fuzz_parse import READERS, tried


@pytest.mark.parametrize("reader", READERS)
def test_a_few_mutants(reader: str) -> None:
    counts, failed, _ = tried(reader, 100, seed=2)
    assert not failed, failed[0][1]
    assert counts["read"] > 20
    assert counts["refused"] > 5
