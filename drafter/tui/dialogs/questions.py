"""The questions of the desk: what must be asked before something can be done to a paragraph."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any, TypeVar

from textual.app import App
from textual.content import Content
from textual.screen import Screen

from drafter.edit import gestures
from drafter.edit.gestures import Gesture
from drafter.edit.splitting import places_to_split
from drafter.errors import DrafterError
from drafter.model.change import WordChange
from drafter.model.decisions import ClearanceState
from drafter.model.draft import Draft
from drafter.model.suggestion import Suggestion, Update
from drafter.tui.dialogs.ask import Ask
from drafter.tui.dialogs.choose import Choose
from drafter.tui.office import session_of
from drafter.tui.shown.plain import lead_in, lead_out, shown

Answer = TypeVar("Answer")

Make = Callable[[Callable[[Draft], Gesture | None]], object]
"""Makes a gesture in the open draft, as it is by then."""


@dataclass(frozen=True, slots=True)
class Asking:
    """What a question is about: the draft and the paragraph `place` in it. With the answer, `make` makes a gesture,
    `go` shows another paragraph."""

    app: App[Any]
    draft: Draft
    place: str
    make: Make
    go: Callable[[str | None], object]

    @property
    def label(self) -> str:
        return gestures.label_of(self.draft, self.place)

    def stands(self) -> bool:
        """Whether there is a paragraph that can be changed; if not, the user is told why."""
        paragraph = next((one for one in self.draft if one.id == self.place), None)
        read_only = session_of(self.app).read_only
        if read_only:
            self.app.notify(read_only, title="Read-only", severity="warning", markup=False)
        elif paragraph is not None and paragraph.deleted:
            self.app.notify(f"{self.label} is deleted; d restores it.")
        return not read_only and paragraph is not None and not paragraph.deleted

    def put(self, question: Screen[Answer | None], then: Callable[[Answer], object]) -> None:
        """Ask a question; None as the answer means that it was closed."""

        def given(answer: Answer | None) -> None:
            if answer is not None:
                then(answer)

        self.app.push_screen(question, given)

    def made(self, gesture: Gesture) -> None:
        """Do a gesture that is complete."""
        self.make(lambda _: gesture)


_AROUND = 32
"""Characters shown on either side of a place to split at."""


def go_to(at: Asking) -> None:
    """Which paragraph to go to."""
    question = Ask(
        "Go to which paragraph?",
        hint="OP14, 14, PP3, OP2(a)(iv); a section: IX, or words of its heading",
        check=partial(_no_such, gestures.destination, at.draft),
    )
    at.put(question, lambda typed: at.go(gestures.destination(at.draft, typed)))


def move(at: Asking) -> None:
    """After which paragraph to move one."""

    def check(answer: str) -> str:
        return "" if answer.strip().lower() == "top" else _no_such(gestures.paragraph_at, at.draft, answer)

    def moved(answer: str) -> None:
        moved_after(at, None if answer.strip().lower() == "top" else gestures.paragraph_at(at.draft, answer))

    at.put(Ask(f"Move {at.label} after which paragraph?", hint="a label such as OP14, or top", check=check), moved)


def moved_after(at: Asking, after: str | None) -> None:
    """Move a paragraph after the one of that id; whether its kind is to change where it crosses the end of the
    preamble."""
    place = at.place
    other = gestures.crossing(at.draft, place, after)
    if other is None:
        at.make(lambda draft: gestures.move_after(draft, place, after))
        return

    def turned(answer: str) -> None:
        if answer == "turn":
            at.make(lambda draft: gestures.move_after(draft, place, after, turn=True))

    answers = (
        ("turn", f"Move it there and make it {other}, its opening and ending with it"),
        ("leave", "Leave it where it is"),
    )
    at.put(Choose(f"There {at.label} would stand among {other} paragraphs", answers), turned)


def split(at: Asking) -> None:
    """Where to cut a paragraph in two."""
    place, text = at.place, at.draft[at.place].text
    places = places_to_split(text)
    if not places:
        at.app.notify("There is no clause to split at; press Enter in the editor to split anywhere.")
        return
    words = [(str(cut), shown(f"{lead_in(text, cut, _AROUND).rstrip()} ‖ {_after(text, cut)}")) for cut in places]

    def both(cut: str) -> Content:
        first, second = gestures.parts(at.draft, place, int(cut))
        return Content(f"{shown(first)}\n\n{shown(second)}")

    question = Choose(f"Split {at.label} where?", words, preview=both)
    at.put(question, lambda answer: at.make(lambda draft: gestures.split(draft, place, int(answer))))


def phrase(at: Asking, suggestion: Suggestion) -> None:
    """Which of the changes that a suggestion makes to put in."""
    if suggestion.after is not None:
        at.app.notify("This is a whole paragraph; Enter puts it in.")
        return
    place = at.place
    found = gestures.phrases(at.draft, place, suggestion)
    old, new = at.draft[place].text, suggestion.inline.text

    def told(one: WordChange) -> str:
        gone, come = old[one.old_start : one.old_end], new[one.new_start : one.new_end]
        return shown(f"{gone or '(nothing)'} → {come or '(nothing)'}")

    def chosen(answer: str) -> None:
        at.make(lambda draft: gestures.take(draft, place, suggestion, found[int(answer)]))

    at.put(Choose("Which phrase?", [(str(n), told(one)) for n, one in enumerate(found)]), chosen)


def words_for(at: Asking, update: Update, where: str = "") -> None:
    """The words that replace those of an update; the same words mean that they were verified and stay. `where` says
    what contains them."""

    def chosen(words: str) -> None:
        if words.strip() == update.found:
            at.make(lambda draft: gestures.verify(draft, [update]))
        elif words.strip():
            at.make(lambda draft: gestures.accept(draft, update, words.strip()))

    question = f"{where}: what replaces “{update.found}”?" if where else f"What replaces “{update.found}”?"
    hint = f"{update.why}\nEnter on the same words: verified, they stay"
    at.put(Ask(question, update.proposed or update.found, hint), chosen)


def verified_with(at: Asking, update: Update) -> None:
    """What was found where the words of an update were verified and stay."""
    hint = "private: printed only in your own summary; Enter keeps it, Esc closes"
    question = Ask(f"“{update.found}” was verified and stays. What was found?", "", hint, prose=True)
    at.put(question, lambda text: at.make(lambda draft: gestures.verify(draft, [update], text)))


def reason(at: Asking) -> None:
    """Why a paragraph is as it is, for negotiators."""
    place = at.place
    hint = "goes into the summary for negotiators and the comments; Enter keeps it, Esc closes"
    question = Ask(f"Why is {at.label} as it is?", at.draft[place].reason, hint, prose=True)
    at.put(question, lambda text: at.make(lambda draft: gestures.reason(draft, place, text)))


def note(at: Asking) -> None:
    """The drafter's own note on a paragraph."""
    place = at.place
    hint = "stays with you: no file that is handed in has it; Enter keeps it, Esc closes"
    question = Ask(f"Your own note on {at.label}", at.draft[place].note, hint, prose=True)
    at.put(question, lambda text: at.make(lambda draft: gestures.note(draft, place, text)))


def masthead(at: Asking, first: str = "symbol") -> None:
    """The fields of the masthead, from the one named `first`."""
    from drafter.tui.dialogs.masthead import MastheadForm

    at.put(MastheadForm(at.draft, first), at.made)


def replace(at: Asking) -> None:
    """Words to replace over the whole draft."""
    from drafter.tui.dialogs.replace import Replace

    at.put(Replace(at.draft), at.made)


def round_on(at: Asking) -> None:
    """The file for a round on the draft."""
    from drafter.tui.dialogs.new_round import new_round

    new_round(at.app, at.draft)


def preview(at: Asking) -> None:
    """The pages of the draft, in the system's viewer."""
    from drafter.tui.dialogs import papers

    papers.preview(at.app, at.draft)


def dossier(at: Asking) -> None:
    """The file for a paragraph's dossier."""
    from drafter.tui.dialogs import papers

    if at.draft[at.place].deleted:
        at.app.notify(f"{at.label} is deleted; d restores it.")
    else:
        papers.dossier(at.app, at.draft, at.label)


def clearance(at: Asking) -> None:
    """Who has to clear a paragraph, and what they said; those known in the draft are offered."""
    place, label = at.place, at.label
    names = dict.fromkeys(each.name for one in (at.draft[place], *at.draft) for each in one.clearances)

    def named(name: str) -> None:
        question = Choose(f"{name.strip()} on {label}", list(_CLEARED.items()))
        at.put(question, lambda state: at.make(lambda draft: cleared(draft, name, ClearanceState(state))))

    def cleared(draft: Draft, name: str, state: ClearanceState) -> Gesture:
        return gestures.clear(draft, place, name, date.today().isoformat(), state)

    hint = "a ministry, a group or a person; private, and printed only in your own summary · Enter goes on, Esc closes"
    at.put(Ask(f"Who clears {label}?", next(iter(names), ""), hint, _no_name), named)


_CLEARED = {
    ClearanceState.CLEARED: "has cleared it today",
    ClearanceState.ASKED: "is asked from today on",
    ClearanceState.OBJECTED: "objects, as of today",
}

AT_ONCE: dict[str, Callable[[Draft, str], Gesture]] = {
    "delete": gestures.delete_or_restore, "move_up": gestures.move_up, "move_down": gestures.move_down,
    "merge": gestures.merge, "promote": gestures.promote, "demote": gestures.demote,
    "change_kind": gestures.change_kind, "revert": gestures.revert,
}  # fmt: skip
"""What needs no question, by the names of the actions that do it."""

QUESTIONS: dict[str, Callable[[Asking], None]] = {
    "clearance": clearance, "dossier": dossier, "preview": preview,
    "goto": go_to, "masthead": masthead, "note": note, "reason": reason,
    "replace": replace, "round": round_on, "split": split, "title": partial(masthead, first="title"),
}  # fmt: skip
"""By the names of the actions that ask them."""

OF_A_PARAGRAPH = {"split"}
"""Those that are asked of a paragraph that stands."""


def _no_such(found: Callable[[Draft, str], str], draft: Draft, typed: str) -> str:
    """What is wrong with what was typed, "" where it names a paragraph."""
    try:
        found(draft, typed)
    except DrafterError as error:
        return error.problem
    return ""


def _no_name(name: str) -> str:
    return "" if name.strip() else "a clearance needs a name"


def _after(text: str, at: int) -> str:
    return lead_out(text, at, _AROUND).lstrip()
