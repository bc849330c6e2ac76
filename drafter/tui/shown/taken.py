"""A colleague's changes as passages: what each would do to the draft."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import groupby

from textual.content import Content

from drafter.align.words import word_changes
from drafter.edit.taking import TakenChange
from drafter.model.change import WordChange
from drafter.model.draft import Draft
from drafter.tui.shown.passage import TextPassage
from drafter.tui.shown.plain import shown
from drafter.tui.shown.wording import ADDED, REMOVED, Wording, redline
from drafter.tui.state.session import numbers

_MUTED = "$foreground 62%"
_KINDS = {"new": "new paragraph", "note": "footnote"}


def authors(change: TakenChange) -> str:
    """Whose a change is, for a person; "" where the file does not say."""
    return "not tracked" if change.untracked else ", ".join(change.by)


def passages(
    changes: Sequence[TakenChange],
    draft: Draft,
    settled: Mapping[tuple[str, ...], str],
    *,
    brackets: bool = False,
) -> tuple[TextPassage, ...]:
    """By author; `settled` says what became of those that are no longer open, by their keys."""
    found: list[TextPassage] = []
    for whose, theirs in groupby(changes, key=authors):
        own = list(theirs)
        count = "1 change" if len(own) == 1 else f"{len(own)} changes"
        for place, change in enumerate(own):
            said = settled.get(change.key, "")
            above = (f"{shown(whose)} · {count}\n", "bold $text-accent") if whose and not place else ("", "")
            body = Content.assemble(above, *_head(change, said), "" if said else _words(change, draft, brackets))
            found.append(TextPassage("\0".join(change.key), body, not said))
    return tuple(found)


def _head(change: TakenChange, said: str) -> tuple[tuple[str, str], ...]:
    kind = _KINDS.get(change.kind, change.kind)
    head = (f"{change.where}  {kind}  ", f"bold {_MUTED}" if said else "bold $primary")
    if said:
        return head, (shown(said), _MUTED)
    warning = "you changed this too: taking it loses that  " if change.collides else ""
    return head, (warning, "bold $text-warning")


def _words(change: TakenChange, draft: Draft, brackets: bool) -> Content:
    """The paragraph with what goes out and what comes in; what has no paragraph, by its words."""
    known = numbers(draft)
    wording = Wording(known, brackets)
    own = next((one for one in draft if one.id == change.place), None)
    new = change.becomes
    if new is not None and own is not None:
        fresh = {mark.note: len(known) + 1 for mark in new.marks if mark.note not in known}
        after = Wording({**known, **fresh}, brackets)
        return redline(own.inline, new, _differences(own.text, new.text), wording, after)
    if change.kind == "delete" and own is not None:
        return wording.removed(own.inline)
    if change.kind == "move":
        return Content.styled(shown(change.text), _MUTED)
    pieces = [_piece(change.found, REMOVED, "[-", "-]", brackets), _piece(change.put, ADDED, "{+", "+}", brackets)]
    return Content(" → ").join(piece for piece in pieces if piece)


@lru_cache(512)
def _differences(old: str, new: str) -> tuple[WordChange, ...]:
    """Remembered, since the whole list is shown again with each change that is taken."""
    return word_changes(old, new)


def _piece(words: str, style: str, opening: str, closing: str, brackets: bool) -> Content:
    text = f"{opening}{shown(words)}{closing}" if brackets and words else shown(words)
    return Content.styled(text, style) if words else Content("")
