"""`drafter check`: what an editor would say."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from drafter.cli.common import examples, json_option, print_json, revisions_option, the_desk
from drafter.model.finding import Finding, Severity
from drafter.shapes.findings import findings_shape

FINDINGS = 1
"""The exit code if there are findings of severity error."""


@click.command(epilog=examples("drafter check dprk-76.toml", "drafter check 75/190 --json"))
@click.argument("text", metavar="DRAFT|RESOLUTION|ROUND")
@json_option
@revisions_option
def check(text: str, as_json: bool) -> int:
    """Check a text by the editorial rules. The exit code is 1 if there are errors.

    Of a round the decided text is checked, and each finding names the accepted proposals that bring it.
    """
    findings = the_desk().findings(text)
    whose = _whose(text, findings)
    if as_json:
        print_json(findings_shape(findings, whose))
    else:
        click.echo("\n".join(map(_line, findings, whose)) or "nothing found")
    return FINDINGS if any(finding.severity is Severity.ERROR for finding in findings) else 0


def _whose(text: str, findings: Sequence[Finding]) -> tuple[tuple[str, ...], ...]:
    """For each finding the proposals of a round that bring it."""
    from drafter.model.proposal import Outcome

    desk = the_desk()
    round_ = desk.round(text)
    if round_ is None or not round_.of(Outcome.ACCEPTED):
        return ((),) * len(findings)
    from drafter.negotiation import texts
    from drafter.negotiation.brought import brought

    base = desk.of_round(round_, texts.decided(round_.having(decisions=())), Path(text))
    return brought(round_, desk.findings(base), findings)


def _line(finding: Finding, whose: Sequence[str]) -> str:
    note = f"note {finding.number or finding.note}: " if finding.note else ""
    line = f"{finding.severity:8} {finding.label:12} {note}{finding.message}"
    if finding.found.strip():
        line += f": {finding.found}"
    if finding.suggest is not None:
        line += f" → {finding.suggest or '(nothing)'}"
    return f"{line}  [{finding.rule}]" + (f"  by {', '.join(whose)}" if whose else "")
