"""How a text of limited distribution (an L. document) was submitted: as what, by whom, for whom."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Submitted(StrEnum):
    """What an L. document is, by the words of its line of sponsors."""

    DRAFT_RESOLUTION = "draft resolution"
    REVISED_DRAFT_RESOLUTION = "revised draft resolution"
    DRAFT_DECISION = "draft decision"
    REVISED_DRAFT_DECISION = "revised draft decision"
    AMENDMENT = "amendment"
    NOTE = "note"


class DraftOf(StrEnum):
    """What a draft is to become."""

    RESOLUTION = "draft resolution"
    DECISION = "draft decision"

    def submitted(self, *, revised: bool) -> Submitted:
        return Submitted(f"revised {self}" if revised else self.value)


@dataclass(frozen=True, slots=True)
class Submission:
    """The line above the title of an L. document, and the note below it.

    `sponsors` are as printed and in that order; of a text "submitted by the Chair" it is the Chair. `on_behalf` is
    whom a note under the sponsors names ("the States … that are members of the European Union"), without "on behalf
    of". `amends` is, for an amendment, what it amends ("A/80/L.3"; "draft resolution 23 recommended by the Third
    Committee in its report contained in document A/80/545"). `committee` is the Main Committee's number, None in
    plenary.
    """

    what: Submitted
    sponsors: tuple[str, ...] = ()
    on_behalf: str = ""
    amends: str = ""
    committee: int | None = None
