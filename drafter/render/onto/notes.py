"""The notes part of somebody else's Word file: which notes are the base's, edits in them, and new notes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import count, filterfalse

from drafter.model.inline import Inline
from drafter.ooxml.source import Node, PartSource, Patch
from drafter.render.onto.atoms import Atom, Block, blocks
from drafter.render.onto.body import Body
from drafter.render.onto.looks import Signer, paragraph_look, run_look
from drafter.render.onto.match import matched
from drafter.render.onto.standing import Standing
from drafter.render.onto.writer import SignedState
from drafter.render.redline.values import State, TrackedNote, TrackedPiece


class NotesPart:
    """The notes of a file by its own ids; `source` is None where it has no notes part."""

    def __init__(self, source: PartSource | None) -> None:
        self.source = source
        found = source.root.children if source else ()
        real = (node for node in found if node.name == "footnote" and node.attributes.get("type") in (None, "normal"))
        self.nodes = {node.attributes.get("id", ""): node for node in real}

    def block(self, note: str) -> Block | None:
        """A note as one text, its paragraphs joined; None where the part lacks it."""
        node = self.nodes.get(note)
        if node is None or self.source is None:
            return None
        found = list(blocks(self.source, node))
        if not found:
            return None
        whole = found[0]
        for more in found[1:]:
            properties = more.nodes[0].find("pPr")
            between = self.source.data[whole.last.close : properties.end if properties else more.nodes[0].inner]
            whole.atoms += [Atom(between, char=" "), *more.atoms]
            whole.nodes += more.nodes
        return whole

    def standing(self, note: str, text: Inline) -> Standing | None:
        """The note where the base has `text`."""
        block = self.block(note)
        if block is None:
            return None
        found = matched([text.text], [block]).found[0]
        if found is None:
            return None
        return Standing(Inline(found.prefix) + text if found.same else Inline(found.prefix + found.words), found, ())

    def fresh(self, tracked: Sequence[TrackedNote], old_ids: Mapping[str, str]) -> dict[str, str]:
        """An id for each new note: between those of its neighbours if there is room, otherwise above all.

        LibreOffice 7.4 takes notes in the order of their ids; Word and pandoc by the ids themselves.
        """
        nodes = self.source.root.children if self.source else ()
        used = {int(each) for node in nodes if (each := node.attributes.get("id", "")).lstrip("-").isdecimal()}
        above = filterfalse(used.__contains__, count(max((*used, 0)) + 1))
        made: dict[str, str] = {}
        waiting: list[str] = []
        before = 0
        for note in tracked:
            if note.old is None and note.new is not None:
                waiting.append(note.new)
            elif note.old is not None and old_ids.get(note.old, "").isdecimal():
                after = int(old_ids[note.old])
                step = (after - before) // (len(waiting) + 1)
                room = range(before + step, after, step) if step > 0 else ()
                free = used.isdisjoint(room) and len(waiting) <= len(room)
                made |= zip(waiting, map(str, room if free else above), strict=False)
                before, waiting = max(before, after), []
        return made | dict(zip(waiting, map(str, above), strict=False))


def note_patches(
    part: NotesPart,
    tracked: Iterable[TrackedNote],
    standing: Mapping[str, Standing],
    old_ids: Mapping[str, str],
    new_ids: Mapping[str, str],
    signature: Signer,
) -> list[Patch]:
    """The changes of the notes part: `standing` by old id, `old_ids` and `new_ids` the file's ids.

    Notes stay in the order of their marks, by which LibreOffice finds them.
    """
    source = part.source
    if source is None:
        return []
    body = Body(source, signature, tuple(standing.values()))
    patches: list[Patch] = []
    waiting: list[bytes] = []
    end = source.root.close
    for note in tracked:
        if note.old is not None and note.old in standing:
            found = standing[note.old]
            node = part.nodes[old_ids[note.old]]
            patches.append(Patch(node.start, node.start, b"".join(waiting)))
            patches += body.line(found, _with_prefix(note, found))
            waiting, end = [], node.end
        elif note.new is not None:
            waiting.append(_new_note(part, source, body, note, new_ids[note.new], signature))
    patches.append(Patch(end, end, b"".join(waiting)))
    return [patch for patch in patches if patch.content]


def _with_prefix(note: TrackedNote, found: Standing) -> tuple[TrackedPiece, ...]:
    prefix = found.found.prefix
    return (TrackedPiece(prefix), *note.pieces) if prefix else note.pieces


def _new_note(
    part: NotesPart, source: PartSource, body: Body, note: TrackedNote, number: str, signature: Signer
) -> bytes:
    """A note made like the file's first one: its paragraph's look, its number with the space after, its runs' look."""
    model = next((node for node in part.nodes.values() if node.find("p")), None)
    tag = source.tag
    change = SignedState(State.INSERTED, next((piece.by for piece in note.pieces), ""))
    if model is None:
        reference = tag("r", tag("rPr", tag("vertAlign", val="superscript")) + tag("footnoteRef"))
        runs = b"".join(body.writer.run(piece.text, _slanted(source, None, piece.italic)) for piece in note.pieces)
        return tag("footnote", tag("p", reference + body.writer.changed(change, runs)), id=number)
    paragraph = model.find("p")
    assert paragraph is not None
    look = paragraph_look(source, paragraph.find("pPr"), signature, keep=False)
    head, text_run = _start(source, paragraph)
    runs = b"".join(body.writer.run(piece.text, _slanted(source, text_run, piece.italic)) for piece in note.pieces)
    content = tag("p", look + head + body.writer.changed(change, runs))
    return tag("footnote", content, id=number)


def _slanted(source: PartSource, run: Node | None, italic: bool) -> bytes:
    own = run is not None and run.find("rPr", "i") is not None
    return run_look(source, run, italic=italic if own or italic else None)


def _start(source: PartSource, paragraph: Node) -> tuple[bytes, Node | None]:
    """The runs up to the note's number and the space or tab after it, and the first run of its text."""
    runs = list(paragraph.iter("r"))
    place = next((n for n, run in enumerate(runs) if run.find("footnoteRef")), -1)
    if place < 0:
        return b"", runs[0] if runs else None
    kept = [source.of(runs[place])]
    rest = runs[place + 1 :]
    while rest and _blank(source, rest[0]):
        kept.append(source.of(rest.pop(0)))
    roman = next((run for run in rest if run.find("rPr", "i") is None and run.find("t")), None)
    if len(kept) == 1 and not any(child.name == "tab" for child in runs[place].children):
        kept.append(source.tag("r", source.tag("t", b" ").replace(b">", b' xml:space="preserve">', 1)))
    return b"".join(kept), roman or (rest[0] if rest else None)


def _blank(source: PartSource, run: Node) -> bool:
    said = [child for child in run.children if child.name not in ("rPr",)]
    return bool(said) and all(
        child.name == "tab" or (child.name == "t" and not source.data[child.inner : child.close].strip())
        for child in said
    )


def reference_run(source: PartSource, note: str, model: Node | None) -> bytes:
    """The mark of a note, in the look of the file's own marks."""
    look = run_look(source, model) if model else source.tag("rPr", source.tag("vertAlign", val="superscript"))
    return source.tag("r", look + source.tag("footnoteReference", id=note))


def repeated_run(source: PartSource, shown: int, model: Node | None) -> bytes:
    """The mark of a note that is marked already: its bare number."""
    look = run_look(source, model) if model else source.tag("rPr", source.tag("vertAlign", val="superscript"))
    return source.tag("r", look + source.tag("t", str(shown).encode()))
