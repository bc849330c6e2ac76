"""The JSON of findings: what an editor would say."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.model.finding import Finding
from drafter.shapes.values import Shape


def findings_shape(findings: Sequence[Finding], whose: Sequence[Sequence[str]] = ()) -> Shape:
    """`{"findings": [...]}`, in reading order; of a round with `proposals`, the ids (`whose`) that bring it."""
    made = [_finding(finding) for finding in findings]
    for shape, ids in zip(made, whose, strict=False):
        shape |= {"proposals": list(ids)} if ids else {}
    return {"findings": made}


def _finding(finding: Finding) -> Shape:
    return {
        "rule": finding.rule,
        "label": finding.label,
        "severity": finding.severity.value,
        "message": finding.message,
        "found": finding.found,
        "suggest": finding.suggest,
        "start": finding.start,
        "end": finding.end,
        "note": finding.note,
    }
