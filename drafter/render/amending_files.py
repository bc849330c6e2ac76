"""Amendments as files: from a draft or a round to a paper or a statement, looked through before it leaves."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from drafter.errors import DrafterError
from drafter.model.draft import Draft
from drafter.model.proposal import Proposal
from drafter.negotiation.amending import sources
from drafter.negotiation.amending.plan import amendments
from drafter.negotiation.values import Round
from drafter.render import amending
from drafter.render.amending import PrintedAmendment, amendment_paper
from drafter.render.leaks import Leak, in_package, internal_remarks

Tell = Callable[[str], None]


def suffixes(*, oral: bool) -> tuple[str, ...]:
    """The endings of the files that are written."""
    return (".docx", ".txt", ".md") if oral else (".docx", ".txt")


def of_draft(draft: Draft, amends: str = "", tell: Tell = lambda _: None) -> PrintedAmendment:
    """What a draft changes in its base, as an amendment of the draft `amends`, else of the base.

    `tell` is called with a line for what no paper can say. Raises DrafterError where nothing is changed.
    """
    round_, proposals, not_said = sources.of_draft(draft)
    for one in not_said:
        tell(f"{one.place}: {one.why}")
    return _paper(round_, proposals, draft.sponsors, amends, "the draft changes nothing", tell)


def of_round(
    round_: Round, names: Sequence[str] = (), amends: str = "", tell: Tell = lambda _: None
) -> PrintedAmendment:
    """What these delegations propose, without names what was decided, as an amendment of the draft `amends`, else of
    the round's base; otherwise as `of_draft`."""
    proposals, left = sources.of_round(round_, names)
    if left:
        tell(f"these proposals collide at {', '.join(left)}: nothing is said there")
    nothing = f"{', '.join(names)} changes nothing" if names else "nothing was decided yet"
    return _paper(round_, proposals, names or round_.text.sponsors, amends, nothing, tell)


def file(
    paper: PrintedAmendment, suffix: str, *, oral: bool = False, tell: Callable[[Leak], None] = lambda _: None
) -> bytes:
    """The paper, or with `oral` the statement, in the format of that ending; `tell` is called with each internal remark
    in it, and with what a Word file hides."""
    if suffix not in suffixes(oral=oral):
        raise DrafterError(f"this cannot be written as {suffix or 'that'}", remedy="use .docx or .txt")
    for number, line in enumerate(amending.lines(paper), 1):
        for leak in internal_remarks(f"line {number}", line.text.text):
            tell(leak)
    if suffix == ".docx":
        from drafter.render.amending_word import paper_word, statement_word

        content = statement_word(paper) if oral else paper_word(paper)
        for leak in in_package(content):
            tell(leak)
        return content
    if not oral:
        return amending.paper_text(paper).encode()
    text = amending.statement_markdown(paper) if suffix == ".md" else amending.statement_text(paper)
    return text.encode()


def _paper(
    round_: Round, proposals: Iterable[Proposal], sponsors: Sequence[str], amends: str, nothing: str, tell: Tell
) -> PrintedAmendment:
    changes = amendments(round_, proposals)
    for label in changes.unnamed:
        tell(f"a paper has no words for {label}: what is changed there is left out")
    if not changes.instructions:
        raise DrafterError(nothing, remedy="there is nothing to amend")
    if changes.apart:
        tell(f"at {changes.apart} the paper reads otherwise than the text: look at it before it goes out")
    return amendment_paper(round_, changes, sponsors, amends)
