"""The files that leave a round: which there are, what they are called, and how each is made."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.errors import DrafterError

if TYPE_CHECKING:
    from drafter.desk import Desk
    from drafter.model.draft import Draft
    from drafter.negotiation.values import Round
    from drafter.render.leaks import Leak

_LONGEST = 40
"""Letters of a stage that go into a file's name."""

Find = Callable[["Leak"], None]
Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class RoundWish:
    """How to make the files, as it was typed and ticked.

    moment      the time up to which they hold
    anonymous   compilation text and tables name nobody
    names       whose amendment, statement and ledger; "" for what was decided, and for everybody's ledger
    amends      the symbol of the draft that an amendment changes
    stage       what the room calls the next version; "" for the next Rev.
    until       when silence ends
    """

    moment: datetime
    anonymous: bool = False
    parentheses: bool = False
    history: bool = False
    names: str = ""
    amends: str = ""
    stage: str = ""
    until: str = ""


@dataclass(frozen=True, slots=True)
class Leaving:
    """A round on its way out: the desk, its file, the round as it is now, and how the files are wanted."""

    desk: Desk
    path: Path
    round_: Round
    wish: RoundWish

    @property
    def names(self) -> tuple[str, ...]:
        return self.round_.names.typed(self.wish.names)


@dataclass(frozen=True, slots=True)
class RoundOutput:
    """A file that leaves; `make` gives its content, and tells what should not leave and what there is to know.

    `asks` are the fields of the wish on which the content depends.
    """

    id: str
    label: str
    told: str
    ending: str
    make: Callable[[Leaving, Find, Say], bytes]
    asks: tuple[str, ...] = ()
    chosen: bool = False

    @property
    def nameless(self) -> bool:
        """Whether it can leave out who says what."""
        return "anonymous" in self.asks

    def name(self, leaving: Leaving) -> str:
        """What the file is called: the round's name and what it is."""
        if self.id == "next":
            from drafter.negotiation.revising.bases import next_stage

            stage = leaving.wish.stage or next_stage(leaving.round_.stage)
            return f"{leaving.path.stem}-{re.sub(r'[^a-z0-9]+', '', stage.lower())[:_LONGEST] or 'next'}.toml"
        ending = self.ending
        if self.nameless and leaving.wish.anonymous:
            ending = ending.replace(".", "-anonymous.")
        return f"{leaving.path.stem}{ending}"


def _next(leaving: Leaving, find: Find, say: Say) -> bytes:
    from drafter.negotiation import roundfile
    from drafter.render.round_files import next_version

    made = next_version(leaving.round_, leaving.wish.stage, None, find)
    counts = Counter(one.aftermath.value for one in made.landings)
    say("proposals: " + (", ".join(f"{count} {what}" for what, count in counts.items()) or "none"))
    for one in made.fallen:
        say(f"{one.label or 'gone'}: {one.what}: does not go along, as {one.why}")
    return roundfile.dumps(made.round_).encode()


def _compilation(suffix: str, notation: str = "") -> Callable[[Leaving, Find, Say], bytes]:
    def made(leaving: Leaving, find: Find, _: Say) -> bytes:
        from drafter.render.compilation.files import Notation, compiled

        wish = leaving.wish
        chosen = Notation(notation or ("parentheses" if wish.parentheses else "dash"))
        anonymous = wish.anonymous and chosen is not Notation.TRACKED
        return compiled(
            leaving.round_, suffix, chosen, wish.moment, anonymous=anonymous, history=wish.history, tell=find
        )

    return made


def _amendment(suffix: str, *, oral: bool = False) -> Callable[[Leaving, Find, Say], bytes]:
    def made(leaving: Leaving, find: Find, say: Say) -> bytes:
        from drafter.render import amending_files

        paper = amending_files.of_round(leaving.round_, leaving.names, leaving.wish.amends, say)
        return amending_files.file(paper, suffix, oral=oral, tell=find)

    return made


def _summary(leaving: Leaving, find: Find, _: Say) -> bytes:
    from drafter.render.round_files import summary

    return summary(leaving.round_, ".docx", find)


def _ledger(leaving: Leaving, find: Find, _: Say) -> bytes:
    from drafter.render.round_files import ledger

    return ledger(leaving.round_, ".docx", leaving.names, find)


def _silence(leaving: Leaving, find: Find, _: Say) -> bytes:
    from drafter.negotiation.silence import moment
    from drafter.render.round_files import silence

    if not leaving.wish.until:
        raise DrafterError("nobody has said when silence ends", remedy="write it below, as 2026-10-03T18:00-04:00")
    end = moment(leaving.wish.until)
    start = leaving.wish.moment.replace(second=0).astimezone(end.tzinfo)
    return silence(leaving.round_, ".docx", end, start, find)


def _decided(leaving: Leaving, find: Find) -> Draft:
    from drafter.render.round_files import decided

    return decided(leaving.round_, (), find)[0]


def _draft(leaving: Leaving, find: Find, _: Say) -> bytes:
    from drafter.edit import draftfile

    return draftfile.dumps(_decided(leaving, find)).encode()


def _clean(leaving: Leaving, find: Find, _: Say) -> bytes:
    return replace(leaving.desk, tell=lambda _: None).word_file(_decided(leaving, find))


def _redline(leaving: Leaving, find: Find, say: Say) -> bytes:
    draft = replace(leaving.desk, tell=say).tied(_decided(leaving, find), leaving.path)
    return replace(leaving.desk, tell=lambda _: None).redline(draft, date=leaving.wish.moment.astimezone(UTC))


_TEXT = ("anonymous", "parentheses", "history")
_TABLE = ("anonymous", "history")
_PAPER = ("names", "amends")

ROUND_OUTPUTS = (
    RoundOutput(
        "compilation",
        "Compilation text",
        "what is proposed, in brackets",
        "-compilation.docx",
        _compilation(".docx"),
        _TEXT,
        chosen=True,
    ),
    RoundOutput("compilation-text", "Compilation, Markdown", "", "-compilation.md", _compilation(".md"), _TEXT),
    RoundOutput("table", "Table", "a row a proposal", "-table.docx", _compilation(".docx", "table"), _TABLE),
    RoundOutput("table-html", "Table, web page", "", "-table.html", _compilation(".html", "table"), _TABLE),
    RoundOutput("tracked", "Tracked changes", "by delegation", "-tracked.docx", _compilation(".docx", "tracked")),
    RoundOutput("summary", "Summary", "agreed, open, contested", "-summary.docx", _summary, chosen=True),
    RoundOutput("ledger", "Ledger", "what each asked for, what became of it", "-ledger.docx", _ledger, ("names",)),
    RoundOutput("silence", "Silence sheet", "", "-silence.docx", _silence, ("until",)),
    RoundOutput("amendment", "Amendment paper", "", "-amendment.docx", _amendment(".docx"), _PAPER),
    RoundOutput("statement", "Oral statement", "read out", "-statement.docx", _amendment(".docx", oral=True), _PAPER),
    RoundOutput("decided", "Decided text", "as an L. document", "-decided.docx", _clean),
    RoundOutput("decided-tracked", "Decided text, tracked", "", "-decided-tracked.docx", _redline),
    RoundOutput("draft", "Decided draft", "for the desk", "-decided.toml", _draft),
    RoundOutput("next", "Next version", "the round on the decided text", "", _next, ("stage",), chosen=True),
)
