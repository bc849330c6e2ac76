"""A changed paragraph rewritten from its own atoms: what is kept stays byte for byte, with the changes around it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from drafter.ooxml import elements
from drafter.ooxml.source import Node, PartSource
from drafter.render.onto.atoms import Atom, Block
from drafter.render.onto.looks import Signer, changed_italics
from drafter.render.redline.values import State

CHANGES = {State.INSERTED: "ins", State.DELETED: "del", State.MOVED_FROM: "moveFrom", State.MOVED_TO: "moveTo"}
_OWN_ID = re.compile(rb'((?:^|\s)[\w]*:id=")-?\d+(")')
_BREAKS = re.compile(r"[\t\n]")


class SignedState(NamedTuple):
    """What happens to a piece, and by whom: "" for the file's author."""

    state: State
    by: str = ""


INSERTED = SignedState(State.INSERTED)
Italics = tuple[bool, str]
"""Whether characters are italic from now on, and who made them so."""


@dataclass(frozen=True, slots=True)
class Put:
    """What is put in before an atom: runs of one state, or (`head`) the end of one paragraph and start of the next."""

    content: bytes
    change: SignedState = INSERTED
    head: bool = False


@dataclass(slots=True, eq=False)
class Edits:
    """What happens to a block: the state of each atom, new italics, and what is put in before which atom."""

    states: dict[int, SignedState] = field(default_factory=dict)
    italics: dict[int, Italics] = field(default_factory=dict)
    puts: dict[int, list[Put]] = field(default_factory=dict)

    def put(self, at: int, what: Put) -> None:
        self.puts.setdefault(at, []).append(what)

    def __bool__(self) -> bool:
        return bool(self.states or self.italics or self.puts)


@dataclass(slots=True, eq=False)
class _Ours:
    """One tracked change from drafter in the output."""

    by: str


@dataclass(slots=True, eq=False)
class _Open:
    """Something open in the output: a holder of the source, a run, or a change of ours."""

    key: object
    opening: bytes
    closing: bytes


class Writer:
    """Writes the content of changed paragraphs of one part."""

    def __init__(self, source: PartSource, signature: Signer) -> None:
        self.source = source
        self.signature = signature
        self._seen: set[int] = set()

    def run(self, text: str, look: bytes) -> bytes:
        """A new run; tabs and line ends become elements."""
        tag = self.source.tag
        made, at = [], 0
        text = elements.clean(text)
        for gap in (*_BREAKS.finditer(text), None):
            stretch = text[at : gap.start() if gap else len(text)]
            if stretch:
                made.append(self._said(_escaped(stretch), "t"))
            if gap:
                made.append(tag("tab" if gap[0] == "\t" else "br"))
                at = gap.end()
        return tag("r", look + b"".join(made)) if made else b""

    def changed(self, change: SignedState, content: bytes) -> bytes:
        """New runs in one revision."""
        signed = self.signature.of(change.by)
        return self.source.tag(CHANGES[change.state], content, **signed.signed()) if content else b""

    def content(self, block: Block, edits: Edits) -> bytes:
        """The content between the block's first w:pPr and its last end tag, with the edits made."""
        states = self._settled(block.atoms, edits.states)
        out = _Output()
        change: _Open | None = None
        held: SignedState | None = None
        for place in range(len(block.atoms) + 1):
            for put in edits.puts.get(place, ()):
                if put.head:
                    out.at(())
                    out.raw(put.content)
                    change = held = None
                    continue
                if held != put.change or change is None:
                    change, held = self._change(put.change), put.change
                holders = self._shared(block.atoms, place)
                out.at((*(self._holder(holder) for holder in holders), change), self._fresh)
                out.raw(put.content)
            if place == len(block.atoms):
                break
            atom = block.atoms[place]
            state = states.get(place)
            if state != held:
                change, held = (self._change(state) if state else None), state
            path = [self._holder(holder) for holder in atom.holders]
            if atom.run is None:
                out.at(tuple(path), self._fresh)
                out.raw(atom.raw)
                continue
            if change is not None:
                path.append(change)
            path.append(self._run(atom.run, edits.italics.get(place)))
            out.at(tuple(path), self._fresh)
            deleted = state is not None and state.state is State.DELETED
            if atom.text is None:
                out.raw(atom.raw.replace(b"instrText", b"delInstrText") if deleted else atom.raw)
            else:
                out.character(self, atom, deleted=deleted)
        out.at(())
        return b"".join(out.parts)

    def _said(self, raw: bytes, name: str) -> bytes:
        full = self.source.prefix + name.encode()
        return b"<" + full + b' xml:space="preserve">' + raw + b"</" + full + b">"

    def _settled(self, atoms: Sequence[Atom], given: dict[int, SignedState]) -> dict[int, SignedState]:
        """The states with those of silent atoms: all of a field share the state of what it shows, others that of both
        neighbours."""
        states = dict(given)
        fields: dict[int, list[int]] = {}
        for place, atom in enumerate(atoms):
            if atom.field:
                fields.setdefault(atom.field, []).append(place)
        for places in fields.values():
            shown = [states.get(place) for place in places if atoms[place].char or atoms[place].note]
            if shown and shown[0] and len(set(shown)) == 1:
                states |= dict.fromkeys(places, shown[0])
        silent: list[int] = []
        before: SignedState | None = None
        begun = False
        for place, atom in enumerate(atoms):
            if not (atom.char or atom.note or atom.field) and place not in given:
                silent.append(place)
                continue
            after = states.get(place)
            if after is not None and (after == before or not begun):
                states |= dict.fromkeys(silent, after)
            silent, before, begun = [], after, True
        if before is not None:
            states |= dict.fromkeys(silent, before)
        return states

    def _shared(self, atoms: Sequence[Atom], place: int) -> tuple[Node, ...]:
        """What holds both neighbours of a place, up to the first insertion of somebody else's."""
        before = atoms[place - 1].holders if place else ()
        after = atoms[place].holders if place < len(atoms) else ()
        shared: list[Node] = []
        for one, other in zip(before, after, strict=False):
            if one is not other or one.name in ("ins", "moveTo"):
                break
            shared.append(one)
        return tuple(shared)

    def _change(self, change: SignedState) -> _Open:
        name = self.source.prefix + CHANGES[change.state].encode()
        return _Open(_Ours(change.by), name, b"</" + name + b">")

    def _holder(self, node: Node) -> _Open:
        if node.name == "sdt":
            content = node.find("sdtContent")
            assert content is not None
            if node.start in self._seen:
                return _Open(node, b"", b"")
            return _Open(node, self.source.data[node.start : content.inner], self.source.data[content.close : node.end])
        return _Open(node, self.source.opening(node), self.source.closing(node))

    def _run(self, run: Node, italic: Italics | None) -> _Open:
        return _Open((run, italic), self.source.opening(run), self.source.closing(run))

    def _fresh(self, what: _Open) -> bytes:
        """The start of something opened; a second time with a number of its own."""
        node = what.key
        if isinstance(node, Node):
            again = node.start in self._seen
            self._seen.add(node.start)
            if again and node.name in ("ins", "moveTo"):
                number = self.signature.number().encode()
                return _OWN_ID.sub(lambda found: found[1] + number + found[2], what.opening, count=1)
            return what.opening
        if isinstance(node, tuple):
            run, italic = node
            properties = run.find("rPr")
            if italic is not None:
                return what.opening + changed_italics(self.source, run, italic[0], self.signature.of(italic[1]))
            return what.opening + (self.source.of(properties) if properties else b"")
        assert isinstance(node, _Ours)
        name = what.opening.removeprefix(self.source.prefix).decode()
        return self.source.tag(name, b"\0", **self.signature.of(node.by).signed()).partition(b"\0")[0]


class _Output:
    """The bytes written and the elements open in them; characters of one w:t are collected, and a complete one is kept
    as it was."""

    def __init__(self) -> None:
        self.parts: list[bytes] = []
        self._open: list[_Open] = []
        self._text: list[Atom] = []
        self._flush: tuple[Writer, bool] | None = None

    def at(self, path: Sequence[_Open], fresh: object = None) -> None:
        """Close and open until just `path` is open."""
        shared = 0
        for one, other in zip(self._open, path, strict=False):
            if not _same(one.key, other.key):
                break
            shared += 1
        if shared == len(self._open) == len(path):
            return
        self._end_text()
        for opened in reversed(self._open[shared:]):
            self.parts.append(opened.closing)
        del self._open[shared:]
        for what in path[shared:]:
            self.parts.append(fresh(what))  # type: ignore[operator]
            self._open.append(what)

    def raw(self, content: bytes) -> None:
        self._end_text()
        self.parts.append(content)

    def character(self, writer: Writer, atom: Atom, *, deleted: bool) -> None:
        if self._text and self._text[-1].text is not atom.text:
            self._end_text()
        self._text.append(atom)
        self._flush = writer, deleted

    def _end_text(self) -> None:
        if not self._text or self._flush is None:
            return
        writer, deleted = self._flush
        raw = b"".join(atom.raw for atom in self._text)
        node = self._text[0].text
        assert node is not None
        if not deleted and len(raw) == node.close - node.inner:
            self.parts.append(writer.source.of(node))
        else:
            self.parts.append(writer._said(raw, "delText" if deleted else "t"))
        self._text = []


def _same(one: object, other: object) -> bool:
    if isinstance(one, tuple) and isinstance(other, tuple):
        return one[0] is other[0] and one[1] == other[1]
    return one is other


def _escaped(text: str) -> bytes:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").encode()
