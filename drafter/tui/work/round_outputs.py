"""The files that leave a round: which there are, what they are called, how each is made, and what is found in them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.errors import DrafterError
from drafter.tui.work.making import Job

if TYPE_CHECKING:
    from drafter.desk import Desk
    from drafter.model.draft import Draft
    from drafter.negotiation.values import Round
    from drafter.render.leaks import Leak

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

    `nameless` are those that can leave out who says what.
    """

    id: str
    label: str
    told: str
    ending: str
    make: Callable[[Leaving, Find, Say], bytes]
    chosen: bool = False
    nameless: bool = False

    def name(self, leaving: Leaving) -> str:
        """What the file is called: the round's name and what it is."""
        if self.id == "next":
            from drafter.negotiation.revising.bases import next_stage

            stage = leaving.wish.stage or next_stage(leaving.round_.stage)
            return f"{leaving.path.stem}-{re.sub(r'[^a-z0-9]+', '', stage.lower()) or 'next'}.toml"
        ending = self.ending
        if self.nameless and leaving.wish.anonymous:
            ending = ending.replace(".", "-anonymous.")
        return f"{leaving.path.stem}{ending}"

    def job(self, leaving: Leaving, folder: Path) -> Job:
        """Making it in a folder."""
        return Job(self.label, folder / self.name(leaving), lambda say: self.make(leaving, lambda _: None, say))


@dataclass(frozen=True, slots=True)
class FoundLeak:
    """What the guard found in some of the files; `refused` where one cannot be made for it, `expected` where it belongs
    there. `at` is the label or proposal that it leads to."""

    where: str
    what: str
    at: str
    files: tuple[str, ...]
    refused: bool = False
    expected: bool = False


def looked_through(leaving: Leaving, some: Sequence[RoundOutput]) -> tuple[FoundLeak, ...]:
    """What of these files should not leave, each thing once, what keeps a file from being made first."""
    found: dict[FoundLeak, list[str]] = {}
    for output in some:
        for one in dict.fromkeys(_found(leaving, output)):
            found.setdefault(one, []).append(output.label)
    listed = [replace(one, files=tuple(labels)) for one, labels in found.items()]
    return tuple(sorted(listed, key=lambda one: (not one.refused, one.expected)))


def _found(leaving: Leaving, output: RoundOutput) -> Iterator[FoundLeak]:
    from drafter.render.leaks import in_package

    leaks: list[Leak] = []
    try:
        content = output.make(leaving, leaks.append, lambda _: None)
    except DrafterError as error:
        yield FoundLeak(output.label, str(error), "", (), refused=True)
        return
    if output.ending.endswith(".docx"):
        leaks += in_package(content)
    yield from (FoundLeak(leak.where, leak.what, leak.at, ()) for leak in leaks if not leak.author)
    if authors := sorted({leak.author for leak in leaks if leak.author}):
        yield FoundLeak(output.label, f"names its authors: {', '.join(authors)}", "", (), expected=True)


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


ROUND_OUTPUTS = (
    RoundOutput(
        "compilation",
        "Compilation text",
        "what is proposed, in brackets",
        "-compilation.docx",
        _compilation(".docx"),
        chosen=True,
        nameless=True,
    ),
    RoundOutput("compilation-text", "Compilation, Markdown", "", "-compilation.md", _compilation(".md"), nameless=True),
    RoundOutput("table", "Table", "a row a proposal", "-table.docx", _compilation(".docx", "table"), nameless=True),
    RoundOutput("table-html", "Table, web page", "", "-table.html", _compilation(".html", "table"), nameless=True),
    RoundOutput("tracked", "Tracked changes", "by delegation", "-tracked.docx", _compilation(".docx", "tracked")),
    RoundOutput("summary", "Summary", "agreed, open, contested", "-summary.docx", _summary, chosen=True),
    RoundOutput("ledger", "Ledger", "what each asked for, what became of it", "-ledger.docx", _ledger),
    RoundOutput("silence", "Silence sheet", "", "-silence.docx", _silence),
    RoundOutput("amendment", "Amendment paper", "", "-amendment.docx", _amendment(".docx")),
    RoundOutput("statement", "Oral statement", "read out", "-statement.docx", _amendment(".docx", oral=True)),
    RoundOutput("decided", "Decided text", "as an L. document", "-decided.docx", _clean),
    RoundOutput("decided-tracked", "Decided text, tracked", "", "-decided-tracked.docx", _redline),
    RoundOutput("draft", "Decided draft", "for the desk", "-decided.toml", _draft),
    RoundOutput("next", "Next version", "the round on the decided text", "", _next, chosen=True),
)
