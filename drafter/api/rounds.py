"""A round of negotiation to work on: what the commands under `drafter round` do, as methods."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Concatenate, ParamSpec

from drafter import files
from drafter.api.keeping import InFile, InMemory, Keeping
from drafter.desk import Desk
from drafter.edit.history import History
from drafter.errors import DrafterError
from drafter.model.draft import Draft
from drafter.model.inline import Inline
from drafter.model.negotiated import ClosureStatus, Conflict, NotUnderstood, Stand
from drafter.model.proposal import Arrival, Outcome, Proposal
from drafter.negotiation import decide, edits, roundfile, texts
from drafter.negotiation.board import Board, counted
from drafter.negotiation.decide import Ruling
from drafter.negotiation.edits import RoundEdit
from drafter.negotiation.merge import merge
from drafter.negotiation.rounds import at_work
from drafter.negotiation.values import Round, opened
from drafter.rules.rulebook import using

if TYPE_CHECKING:
    from drafter.edit.taking import ColleaguesFile, TakenChange
    from drafter.lookup import Name
    from drafter.negotiation.intake.taking import Arrived
    from drafter.negotiation.revising.values import Landing
    from drafter.render.leaks import Leak

Asked = ParamSpec("Asked")


class WorkingRound:
    """A round with its history, from `OpenLibrary.new_round` (in memory until it is saved) or `open_round`.

    Proposals and conflicts are named by their ids, paragraphs by the labels of the base. Every change is a step that
    can be undone; what cannot be done raises DrafterError and changes nothing.
    """

    def __init__(self, keeping: Keeping[Round, RoundEdit], desk: Desk) -> None:
        self._keeping = keeping
        self._desk = desk

    @classmethod
    def on(cls, desk: Desk, name: Name, stage: str) -> WorkingRound:
        """A round on the text of that name, in memory."""
        return cls._in_memory(desk, opened(desk.base_of_round(name), stage))

    @classmethod
    def at(cls, desk: Desk, path: Path) -> WorkingRound:
        """The round in a file, held until it is closed."""
        return cls(InFile(at_work(path)), desk)

    @classmethod
    def _in_memory(cls, desk: Desk, round_: Round) -> WorkingRound:
        return cls(InMemory(round_, _done), desk)

    @property
    def round(self) -> Round:
        """The round as it is now, a frozen value; `drafter.shapes.round_shape` gives its JSON."""
        return self._keeping.document

    @property
    def proposals(self) -> tuple[Proposal, ...]:
        """All proposals, in order of place; `round.outcome` tells what became of one."""
        return self.round.proposals

    @property
    def conflicts(self) -> tuple[Conflict, ...]:
        """The open proposals that collide, each with its readings, the base's first."""
        return merge(self.round).conflicts

    @property
    def board(self) -> Board:
        """Counts of paragraphs, brackets, conflicts and proposals."""
        return counted(self.round)

    def take(
        self, *arrived: str | Path, by: str = "", on: str = "", replaces: bool = False, base: str | Path | None = None
    ) -> Arrived:
        """Take in files; `by` overrides whoever they name, `on` is their day.

        `replaces` withdraws what its owners do not repeat; `base` is the round of an earlier version that the files
        were made against. Files that cannot be read are in the answer's `refused`, what was not understood beside each
        file's proposals.
        """
        from drafter.negotiation.intake.taking import Sender, take_in
        from drafter.negotiation.rounds import latest_round

        with using(self._desk.rulebook):
            before = latest_round(Path(base)) if base is not None else None
            sender = Sender(self.round.names.typed(by), on, replaces, before)
            given = take_in(self.round, [Path(file) for file in arrived], sender)
            if given.edit is not None:
                self._keeping.do(given.edit)
        return given

    def propose(
        self, by: str, label: str, words: str, *, how: str = "text", at: str = "", line: NotUnderstood | None = None
    ) -> tuple[str, ...]:
        """Words for a paragraph, by these owners (with commas between); returns the ids.

        `how` says what the words do, as in `drafter.negotiation.intake.righted.Meant`: "text", "alt", "new", "delete",
        and "replace", "after", "before", which go by the base's words `at`. `line` of a file is put right by it.
        """
        from drafter.negotiation.intake.righted import How, Meant, by_hand, proposed

        if how not in list(How):
            raise DrafterError(f"there is no proposal of the kind {how!r}", remedy=f"one of {', '.join(How)}")
        with using(self._desk.rulebook):
            some = by_hand(self.round, Meant(label, How(how), words, at))
            self._keeping.do(proposed(self.round, some, self._came(by, line)))
        return tuple(one.id for one in some)

    def keep(self, file: ColleaguesFile, changes: Sequence[TakenChange], *, by: str = "") -> tuple[TakenChange, ...]:
        """A colleague's changes in the draft of this round as proposals; returns those that are none. `by` overrides
        whoever the file names."""
        from drafter.negotiation.intake.kept import kept

        found = kept(self.round, file.mine, changes, file.path, self.round.names.typed(by))
        self._keeping.do(found.edit)
        return found.left

    def add(self, by: str, *proposals: Proposal) -> tuple[str, ...]:
        """Proposals from `drafter.negotiation.proposing`, by these owners; returns their ids."""
        if not (names := self.round.names.typed(by)):
            raise DrafterError("a proposal has an owner", remedy="name one, such as EU")
        some = [replace(one, arrivals=(Arrival(names),)) for one in proposals]
        self._do(decide.take, some)
        return tuple(one.id for one in some)

    def accept(self, *ids: str, why: str = "", by: str = "", at: str = "") -> None:
        """Accept these proposals; what cannot stand beside them is rejected. `at` is a time in ISO 8601."""
        self._do(decide.accept, ids, Ruling(why, by, at))

    def reject(self, *ids: str, why: str = "", by: str = "", at: str = "") -> None:
        self._do(decide.turn_down, ids, Outcome.REJECTED, Ruling(why, by, at))

    def withdraw(self, *ids: str, why: str = "", by: str = "", at: str = "") -> None:
        self._do(decide.turn_down, ids, Outcome.WITHDRAWN, Ruling(why, by, at))

    def reopen(self, *ids: str) -> None:
        """Proposals, or what was decided on conflicts, open again, with what fell by them."""
        self._do(decide.reopen, ids)

    def choose(self, conflict: str, reading: int, *, why: str = "", by: str = "", at: str = "") -> None:
        """One of a conflict's readings, counted from 1; 1 is the base's."""
        self._do(decide.choose, conflict, reading, Ruling(why, by, at))

    def bridge(self, conflict: str, markup: str, *, why: str = "", by: str = "", at: str = "") -> None:
        """Words of the Chair in place of all that a conflict is about, a line for each paragraph, or of a new one's."""
        self._do(decide.bridge, conflict, Inline.from_markup(markup), Ruling(why, by, at))

    def agree(self, *labels: str, status: str, pending: str = "", package: Iterable[str] | None = None) -> None:
        """How far paragraphs are: "open", "suggested", "informals", "ad-ref" or "agreed"; `pending` hold out."""
        if status not in list(ClosureStatus):
            raise DrafterError(f"there is no status {status!r}", remedy=f"one of {', '.join(ClosureStatus)}")
        self._do(decide.agree, labels, ClosureStatus(status), self.round.names.typed(pending), package)

    def package(self, *labels: str) -> None:
        """Paragraphs that go together, each with all others; one alone is in no package any more."""
        self._do(decide.package, labels)

    def position(self, on: str, by: str, stand: str, *, line: NotUnderstood | None = None) -> None:
        """A stand on a proposal or paragraph: "support", "oppose", "retain" or "reserve"; `line` is put right by it."""
        from drafter.negotiation.intake.righted import said

        if stand not in list(Stand):
            raise DrafterError(f"there is no stand {stand!r}", remedy=f"one of {', '.join(Stand)}")
        self._do(said, on, Stand(stand), self._came(by, line))

    def _came(self, by: str, line: NotUnderstood | None) -> Arrival:
        from drafter.negotiation.intake.righted import arrived

        return arrived(line.file if line else "", line.place if line else "", self.round.names.typed(by))

    def text(self, *, only: str = "", everything: bool = False) -> Draft:
        """The text as decided, with these owners' proposals alone, or with all that stands in no conflict."""
        if only:
            return texts.only(self.round, self.round.names.typed(only))[0]
        return texts.all_standing(self.round) if everything else texts.issued(self.round)

    def copied(self, label: str, *, markdown: bool = False) -> str:
        """One paragraph, also a new one such as OP7bis, with who wants what, for a mail or a message."""
        from drafter.negotiation import copying

        return copying.copied(self.round, decide.row(self.round, label), markdown=markdown)

    def draft(self, *, only: str = "") -> Draft:
        """The decided text, or these owners', as a draft on the same adopted text: for redline and render."""
        from drafter.render.round_files import decided

        return decided(self.round, self.round.names.typed(only), self._found)[0]

    def next(self, stage: str = "", *, onto: Name | None = None) -> tuple[WorkingRound, tuple[Landing, ...]]:
        """The next version, in memory, and what became of each proposal; `onto` where others issued its base."""
        from drafter.render.round_files import next_version

        made = next_version(self.round, stage, None if onto is None else self._desk.base_of_round(onto), self._found)
        return WorkingRound._in_memory(self._desk, made.round_), made.landings

    def compilation(
        self,
        suffix: str = ".docx",
        *,
        notation: str = "dash",
        as_of: datetime,
        anonymous: bool = False,
        history: bool = False,
    ) -> bytes:
        """The compilation text as .docx, .md, .html or .txt, in the notation "dash", "parentheses", "table" or (.docx
        alone) "tracked"."""
        from drafter.render.compilation.files import Notation, compiled

        chosen = Notation(notation)
        return compiled(self.round, suffix, chosen, as_of, anonymous=anonymous, history=history, tell=self._found)

    def amendment(self, suffix: str = ".docx", *, only: str = "", to: str = "", oral: bool = False) -> bytes:
        """What these owners propose, else what was decided, as an amendment paper (.docx, .txt) of the draft `to`, or
        with `oral` as the statement (also .md)."""
        from drafter.render import amending_files

        paper = amending_files.of_round(self.round, self.round.names.typed(only), to, self._desk.tell)
        return amending_files.file(paper, suffix, oral=oral, tell=self._found)

    def ledger(self, suffix: str = ".md", *, of: str = "") -> bytes:
        """By delegation what was asked and what became of it, as .md, .html or .docx."""
        from drafter.render import round_files

        return round_files.ledger(self.round, suffix, self.round.names.typed(of), self._found)

    def silence(self, until: str, start: str, suffix: str = ".md") -> bytes:
        """The sheet that puts the decided text under silence between two times in ISO 8601 with their offsets."""
        from drafter.negotiation.silence import moment
        from drafter.render import round_files

        return round_files.silence(self.round, suffix, moment(until), moment(start), self._found)

    def summary(self, suffix: str = ".md") -> bytes:
        """What is agreed, open and contested, and by whom, as .md, .html or .docx."""
        from drafter.render import round_files

        return round_files.summary(self.round, suffix, self._found)

    def _found(self, leak: Leak) -> None:
        self._desk.tell(str(leak))

    def leaks(self, *, anonymous: bool = False) -> tuple[Leak, ...]:
        """The internal remarks in the round and, with `anonymous`, the names in words that are proposed."""
        from drafter.render.leaks import in_round

        return tuple(in_round(self.round, anonymous=anonymous))

    def undo(self) -> str | None:
        """Undo the last step; returns its name, None if there is none."""
        return self._keeping.undo()

    def redo(self) -> str | None:
        """Redo the step last undone; returns its name, None if there is none."""
        return self._keeping.redo()

    def save(self, path: str | Path, *, force: bool = False) -> None:
        """Write the round file whole or not at all; an existing one only with `force`."""
        files.write(Path(path), roundfile.dumps(self.round), force=force)

    def close(self) -> None:
        """Close an opened round file."""
        self._keeping.close()

    def __enter__(self) -> WorkingRound:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _do(
        self, step: Callable[Concatenate[Round, Asked], RoundEdit], *given: Asked.args, **named: Asked.kwargs
    ) -> None:
        with using(self._desk.rulebook):
            self._keeping.do(step(self.round, *given, **named))


def _done(history: History[Round, RoundEdit], edit: RoundEdit) -> History[Round, RoundEdit]:
    return history.done(edit, edits.apply(history.document, edit), edit.name)
