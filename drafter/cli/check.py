"""`drafter check`: what an editor would say."""

from __future__ import annotations

import click

from drafter.cli.common import examples, json_option, print_json, revisions_option, the_desk
from drafter.model.finding import Finding, Severity
from drafter.shapes.findings import findings_shape

FINDINGS = 1
"""The exit code if there are findings of severity error."""


@click.command(epilog=examples("drafter check dprk-76.toml", "drafter check 75/190 --json"))
@click.argument("text", metavar="DRAFT|RESOLUTION")
@json_option
@revisions_option
def check(text: str, as_json: bool) -> int:
    """Check a text by the editorial rules. The exit code is 1 if there are errors."""
    findings = the_desk().findings(text)
    if as_json:
        print_json(findings_shape(findings))
    else:
        click.echo("\n".join(_line(finding) for finding in findings) or "nothing found")
    return FINDINGS if any(finding.severity is Severity.ERROR for finding in findings) else 0


def _line(finding: Finding) -> str:
    note = f"note {finding.number or finding.note}: " if finding.note else ""
    line = f"{finding.severity:8} {finding.label:12} {note}{finding.message}"
    if finding.found.strip():
        line += f": {finding.found}"
    if finding.suggest is not None:
        line += f" → {finding.suggest or '(nothing)'}"
    return f"{line}  [{finding.rule}]"
