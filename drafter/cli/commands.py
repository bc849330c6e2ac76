"""The commands by name and module, so that each is imported only when it is called."""

from __future__ import annotations

COMMANDS: dict[str, str] = {
    "parse": "drafter.cli.parse:parse",
    "corpus": "drafter.cli.corpus:corpus",
    "show": "drafter.cli.show:show",
    "align": "drafter.cli.align:align",
    "lineage": "drafter.cli.lineage:lineage",
    "new": "drafter.cli.new:new",
    "updates": "drafter.cli.updates:updates",
    "suggest": "drafter.cli.suggest:suggest",
    "agreed": "drafter.cli.agreed:agreed",
    "check": "drafter.cli.check:check",
    "edit": "drafter.cli.edit:edit",
    "undo": "drafter.cli.undo:undo",
    "redo": "drafter.cli.undo:redo",
    "status": "drafter.cli.status:status",
    "take": "drafter.cli.take:take",
    "version": "drafter.cli.version:version",
    "settle": "drafter.cli.settle:settle",
    "round": "drafter.cli.rounds:rounds",
    "room": "drafter.cli.room:room",
    "amend": "drafter.cli.amend:amend",
    "render": "drafter.cli.render:render",
    "preview": "drafter.cli.preview:preview",
    "redline": "drafter.cli.redline:redline",
    "compare": "drafter.cli.compare:compare",
    "summary": "drafter.cli.summary:summary",
    "dossier": "drafter.cli.dossier:dossier",
    "schema": "drafter.cli.schema:schema",
    "plugins": "drafter.cli.plugins:plugins",
    "tui": "drafter.cli.tui:tui",
    "serve": "drafter.cli.serve:serve",
}
"""Each command by its name, in the order of a drafter's work."""

DEFAULT = "tui"
"""What runs if no command is given."""
