"""Documents that are neither drafts nor rounds, and an engine that keeps them in memory, for the suite of the port."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from drafter.edit.documents import Advance, Behind, Did, DocumentType, Event, Kept, SaveState, Typing
from drafter.edit.history import History, Signature, own_back
from drafter.errors import DrafterError

Words = tuple[str, ...]


@dataclass(frozen=True)
class Put:
    """The word at a place becomes another; the place after the last adds one."""

    at: int
    word: str


@dataclass(frozen=True)
class Whole:
    words: Words


def apply(words: Words, edit: Put | Whole) -> Words:
    if isinstance(edit, Whole):
        return edit.words
    if not 0 <= edit.at <= len(words):
        raise DrafterError(f"there is no place {edit.at}")
    return (*words[: edit.at], edit.word, *words[edit.at + 1 :])


def loads(text: str, file: object) -> Words:
    if not text.startswith("words:"):
        raise DrafterError("these are no words", file=file)
    return tuple(line for line in text.splitlines()[1:] if not line.startswith("#"))


def carried(old: str, new: str) -> str:
    comments = [line for line in old.splitlines() if line.startswith("#")]
    return new + "".join(f"{line}\n" for line in comments)


def encoded(edit: Put | Whole) -> Any:
    return [edit.at, edit.word] if isinstance(edit, Put) else [*edit.words, None]


def decoded(value: Any) -> Put | Whole:
    value = json.loads(json.dumps(value))
    return Whole(tuple(value[:-1])) if value[-1] is None else Put(*value)


WORDS: DocumentType[Words, Put | Whole] = DocumentType(
    dumps=lambda words: "".join(f"{line}\n" for line in ("words:", *words)),
    loads=loads,
    carried=carried,
    encoded=encoded,
    decoded=decoded,
    apply=apply,
    named=lambda edit, words: f"put {edit.word}" if isinstance(edit, Put) else "changes made outside",
    replacing=Whole,
    holds=lambda words, typing: typing.markup in words,
)


@dataclass
class Place:
    """One document in memory, which all who open it share."""

    history: History[Words, Put | Whole]
    advances: list[Advance[Put | Whole]] = field(default_factory=list)
    typing: dict[str, Typing] = field(default_factory=dict)
    watchers: list[Callable[[Event], None]] = field(default_factory=list)


class InMemory:
    """The reference engine: several who write at once, nothing on any disk."""

    def __init__(self, place: Place, who: str) -> None:
        self._place, self.who = place, who
        self.read_only: str | None = None
        self.notices: list[str] = []
        self.save_state = SaveState(Kept.WRITTEN)
        self.typing = place.typing.get(who)

    @property
    def history(self) -> History[Words, Put | Whole]:
        return self._place.history

    @property
    def document(self) -> Words:
        return self.history.document

    @property
    def revision(self) -> int:
        return self.history.revision

    def do(self, edit: Put | Whole, on: int | None = None) -> int | Behind[Put | Whole]:
        if on is not None and on != self.revision:
            return Behind(self.revision, tuple(self.since(on)))
        after = apply(self.document, edit)
        done = self.history.done(edit, after, WORDS.named(edit, self.document), self._signature())
        if done is not self.history:
            self._advance(Did.DO, done, edit, done.past[-1].name)
        return self.revision

    def undo(self, *, anyones: bool = False) -> Advance[Put | Whole] | None:
        back = 1 if anyones else own_back(self.history, self.who)
        if back is None or not self.history.past:
            return None
        step = self.history.past[-back]
        return self._advance(Did.UNDO, self.history.undo(back, apply), step.edit, step.name)

    def redo(self, *, anyones: bool = False) -> Advance[Put | Whole] | None:
        future = self.history.future
        if not future or not (anyones or future[-1].signature.who == self.who):
            return None
        return self._advance(Did.REDO, self.history.redo(), future[-1].edit, future[-1].name)

    def since(self, revision: int) -> list[Advance[Put | Whole]]:
        return [one for one in self._place.advances if one.revision > revision]

    def watch(self, callback: Callable[[Event], None]) -> Callable[[], None]:
        self._place.watchers.append(callback)
        return lambda: self._place.watchers.remove(callback)

    def keep_typing(self, typing: Typing | None) -> None:
        if typing is None:
            self._place.typing.pop(self.who, None)
        else:
            self._place.typing[self.who] = typing

    def close(self) -> None:
        pass

    def _signature(self) -> Signature:
        return Signature(self.who, "2026-12-01T09:00:00Z", self.revision)

    def _advance(
        self, did: Did, after: History[Words, Put | Whole], edit: Put | Whole, name: str
    ) -> Advance[Put | Whole]:
        advance = Advance(after.revision, did, edit, name, self._signature())
        self._place.history = after
        self._place.advances.append(advance)
        for watcher in tuple(self._place.watchers):
            watcher(advance)
        return advance
