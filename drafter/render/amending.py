"""An amendment paper, and the statement that is read out for the same changes: their lines, and both as plain text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from drafter.errors import DrafterError
from drafter.model.inline import Inline
from drafter.model.organ import Organ
from drafter.model.symbol import Symbol
from drafter.negotiation.amending.instruction import AmendingInstruction, ordered, told
from drafter.negotiation.amending.plan import Amendments
from drafter.negotiation.amending.starring import starred
from drafter.negotiation.intake.asked import Act
from drafter.negotiation.values import Round
from drafter.render.masthead import REVISION, UNOFFICIAL_DRAFT, Masthead, in_order, of_draft

SPONSORS_NOTE = "Any changes to the list of sponsors will be reflected in the official record of the meeting."
HOUSE_STYLE = (
    "Unofficial. The form of this statement is a house style and follows no official model: "
    "check it with the Secretariat."
)
_PRINTED = {
    "United States": "United States of America",
    "United Kingdom": "United Kingdom of Great Britain and Northern Ireland",
    "EU": "European Union",
}
_RENUMBERED = Inline("The subsequent paragraphs were renumbered accordingly.")
_ON_BEHALF = re.compile(r"(?P<name>.+?),? \(?on behalf of (?P<whom>[^)]+)\)?", re.IGNORECASE)


@dataclass(frozen=True)
class PrintedAmendment:
    """What is printed: who amends which draft (`amends`, a symbol), the title of that draft, and the changes.

    `masthead` is that of the paper; its line of sponsors is `sponsored`, its notes are by their asterisks, and `marks`
    are the asterisks of the notes by their ids.
    """

    masthead: Masthead
    amends: str
    title: Inline
    changes: Amendments
    sponsors: Sequence[str] = ()
    plenary: bool = False
    marks: Mapping[str, str] = field(init=False)
    notes: tuple[tuple[str, Inline], ...] = field(init=False)
    sponsored: str = field(init=False)

    def __post_init__(self) -> None:
        behalf = [found for one in self.sponsors if (found := _ON_BEHALF.fullmatch(one))]
        names = [found["name"] if (found := _ON_BEHALF.fullmatch(one)) else one for one in self.sponsors]
        own = [f"On behalf of {found['whom'].rstrip('.')}." for found in behalf]
        own += [SPONSORS_NOTE] * self.plenary
        first = (("*", Inline(" ".join(own))),) if own and names else ()
        object.__setattr__(self, "marks", self.changes.marks(1 + len(first)))
        object.__setattr__(self, "notes", (*first, *self.own_notes))
        object.__setattr__(self, "sponsored", _sponsored(names, self.amends, star=bool(first)))

    @property
    def own_notes(self) -> tuple[tuple[str, Inline], ...]:
        """The notes of the changes alone."""
        return tuple((self.marks[name], note) for name, note in self.changes.notes)


def _sponsored(names: Sequence[str], amends: str, *, star: bool) -> str:
    revised = "revised " if REVISION in amends else ""
    what = f"mendment to {revised}draft resolution {amends}"
    if not names:
        return f"A{what}"
    return f"{in_order(names)}:{'*' if star else ''} a{what}"


@dataclass(frozen=True, slots=True)
class PaperLine:
    """A paragraph of the paper: an instruction with its number (0 where it stands alone), or words that it brings
    (`block`)."""

    text: Inline
    number: int = 0
    block: bool = False


def amendment_paper(
    round_: Round, changes: Amendments, sponsors: Sequence[str] = (), amends: str = ""
) -> PrintedAmendment:
    """The paper that changes the base of a round, or the draft of the symbol `amends`; its own number is left open.

    Raises DrafterError where nothing says which draft is amended.
    """
    text = round_.text
    symbol = Symbol.parse(amends or text.base) if amends or not text.symbol else text.symbol
    if symbol is None:
        problem = f"{amends!r} is no symbol" if amends else "the base has no symbol"
        raise DrafterError(problem, remedy="name the draft that is amended: --to A/C.3/80/L.2")
    committee = symbol.committee if symbol.limited else text.committee
    session = None if amends else text.session
    own = of_draft(replace(text, sponsors=(), symbol=symbol, committee=committee, session=session))
    series = re.match(r"(.*/L\.)[\d_]", str(symbol))
    named = tuple(_PRINTED.get(name, name) for name in sponsors)
    head = replace(own, symbol=f"{series[1]}__" if series else "", sponsors="")
    plenary = text.organ is Organ.GENERAL_ASSEMBLY and not own.committee
    return PrintedAmendment(head, str(symbol), text.title, changes, named, plenary)


def lines(paper: PrintedAmendment) -> Iterator[PaperLine]:
    """The instructions, numbered where there are several, and below each the paragraphs that it brings."""
    alone = len(paper.changes.instructions) == 1
    yield from _lines(paper, ordered, lambda place: 0 if alone else place)


def statement(paper: PrintedAmendment) -> Iterator[PaperLine]:
    """The same as told from the floor, one sentence a change."""
    yield from _lines(paper, told, lambda _: 0)
    if any(one.act in (Act.DROP, Act.NEW_AFTER, Act.NEW_BEFORE) for one in paper.changes.instructions):
        yield PaperLine(_RENUMBERED)


def _lines(
    paper: PrintedAmendment, words: Callable[[AmendingInstruction], Inline], number: Callable[[int], int]
) -> Iterator[PaperLine]:
    for place, one in enumerate(paper.changes.instructions, 1):
        yield PaperLine(starred(words(one), paper.marks), number(place))
        for block in one.blocks:
            yield PaperLine(starred(block, paper.marks), block=True)


def paper_text(paper: PrintedAmendment) -> str:
    """The paper as plain text, each paragraph one line."""
    head = paper.masthead
    above = [UNOFFICIAL_DRAFT, head.name, head.symbol, f"Distr.: {head.distribution}", f"Original: {head.language}"]
    below = [head.session, head.committee, head.agenda_item and f"Agenda item {head.agenda_item}", head.agenda_title]
    parts = ["\n".join(filter(None, above)), "\n".join(filter(None, below)), paper.sponsored, paper.title.text]
    parts += [_numbered(line) for line in lines(paper)]
    parts += [f"{mark} {note.text}" for mark, note in paper.notes]
    return "\n\n".join(filter(None, parts)) + "\n"


def statement_text(paper: PrintedAmendment) -> str:
    """The statement as plain text."""
    parts = [statement_title(paper), HOUSE_STYLE, *(line.text.text for line in statement(paper))]
    parts += [f"{mark} {note.text}" for mark, note in paper.own_notes]
    return "\n\n".join(parts) + "\n"


def statement_markdown(paper: PrintedAmendment) -> str:
    """The statement as Markdown; the paragraphs that it brings are quotations, openings in italics."""
    parts = [f"# {_escaped(Inline(statement_title(paper)))}", f"*{_escaped(Inline(HOUSE_STYLE))}*"]
    parts += [f"{'> ' if line.block else ''}{_escaped(line.text)}" for line in statement(paper)]
    parts += [f"{_escaped(Inline(mark))} {_escaped(note)}" for mark, note in paper.own_notes]
    return "\n\n".join(parts) + "\n"


def statement_title(paper: PrintedAmendment) -> str:
    revised = "revised " if REVISION in paper.amends else ""
    return f"Oral revisions to {revised}draft resolution {paper.amends}"


def _numbered(line: PaperLine) -> str:
    return f"{line.number}. {line.text.text}" if line.number else line.text.text


def _escaped(text: Inline) -> str:
    made = ""
    for run in text.without_marks().runs():
        words = re.sub(r"([\\`*_\[\]<>#|~])", r"\\\1", run.text)
        bare = words.strip()
        made += words.replace(bare, f"*{bare}*", 1) if run.italic and bare else words
    return re.sub(r"^(\d+)\.", r"\1\\.", made)
