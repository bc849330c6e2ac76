"""The JSON of findings: what an editor would say."""

from __future__ import annotations

from collections.abc import Iterable

from drafter.model.finding import Finding
from drafter.shapes.values import Shape


def findings_shape(findings: Iterable[Finding]) -> Shape:
    """`{"findings": [...]}`, in reading order."""
    return {"findings": [_finding(finding) for finding in findings]}


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
