"""The changed paragraphs of a plan written into somebody else's Word file, as patches of its bytes.

The pieces of a plan that were in the old text come in its order, so one cursor over the file's paragraphs finds the
characters of each piece. A paragraph without a change gets no patch.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby

from drafter.model.resolution import Paragraph
from drafter.ooxml.source import Node, PartSource, Patch
from drafter.render.document import in_annex
from drafter.render.onto.atoms import Block
from drafter.render.onto.looks import Signer, paragraph_look, run_look
from drafter.render.onto.match import Found, is_blank
from drafter.render.onto.moves import Worn, move_edges, moved_looks
from drafter.render.onto.standing import Cursor, Standing, rank
from drafter.render.onto.writer import CHANGES, Put, SignedState, Writer
from drafter.render.redline.values import State, TrackedParagraph, TrackedPiece

NoteRuns = Callable[[str, bytes], bytes]
"""Makes the run of a new note's mark, from the note and the look of the text around it."""


def ending(source: PartSource, everything: Sequence[Block]) -> Patch:
    """Where an annex may be added: before the blank line that ends the text, or, without one, with a blank line after
    it."""
    body = source.root.find("body")
    assert body is not None
    nodes = [node for node in body.children if node.name != "sectPr"]
    blank = next((each for each in everything if nodes and each.nodes[0] is nodes[-1]), None)
    if blank is not None and is_blank(blank.text):
        return Patch(nodes[-1].start, nodes[-1].start, b"")
    end = nodes[-1].end if nodes else body.inner
    return Patch(end, end, source.tag("p"))


class Body:
    """Writes the paragraphs (or the notes) of one part."""

    def __init__(
        self,
        source: PartSource,
        signature: Signer,
        standing: Sequence[Standing],
        note_runs: NoteRuns | None = None,
        end: Patch | None = None,
    ) -> None:
        self.source = source
        self.signature = signature
        self.standing = standing
        self.writer = Writer(source, signature)
        self.note_runs = note_runs
        self.end = end

    def line(self, standing: Standing, pieces: Sequence[TrackedPiece]) -> Iterator[Patch]:
        """A title or a note, which stays one paragraph."""
        cursor = Cursor(standing)
        self._edit(cursor, pieces, ())
        if cursor.edits:
            first, last = standing.block.nodes[0], standing.block.last
            start = max((child.end for child in first.children if child.name == "pPr"), default=first.inner)
            yield Patch(start, last.close, self.writer.content(standing.block, cursor.edits))

    def paragraphs(self, sequence: Sequence[TrackedParagraph], new: Sequence[Paragraph]) -> Iterator[Patch]:
        """The patches of a tracked text."""
        self.new = new
        self.moved = moved_looks(sequence, self.standing)
        at = 0
        pending: list[tuple[str, bytes]] = []
        chain: list[tuple[int, TrackedParagraph]] = []
        edges = move_edges(sequence, self.source, self.signature)
        for place, tracked in enumerate(sequence):
            alone = not chain and not tracked.mark.stood and not any(piece.state.stood for piece in tracked.pieces)
            if alone:
                part = new[tracked.new].part if tracked.new is not None else ""
                pending.append((part, edges[place][0].join(self._fresh(place, tracked, at)) + edges[place][1]))
                continue
            chain.append((place, tracked))
            if not tracked.mark.stood:
                continue
            yield from self._between(at, pending)
            yield from self._written(at, chain, edges)
            at += 1
            chain, pending = [], []
        yield from self._between(at, pending)

    def _between(self, at: int, pending: Sequence[tuple[str, bytes]]) -> Iterator[Patch]:
        """New paragraphs with their parts, at their place between two standing ones.

        They go right after the paragraph before; those that begin the text or a part go before what follows; a new
        annex goes after the closing lines.
        """
        earlier = self.standing[at - 1] if at else None
        following = self.standing[at] if at < len(self.standing) else None
        was, will_be = (each.paragraph.part if each and each.paragraph else "" for each in (earlier, following))
        for part, group in groupby(pending, key=lambda each: each[0]):
            content = b"".join(each for _, each in group)
            annexed = in_annex(part) and not in_annex(was)
            if following and (earlier is None or part == will_be != was or (annexed and in_annex(will_be))):
                place, tail = following.block.nodes[0].start, b""
            elif annexed and self.end:
                place, tail = self.end.start, self.end.content
            else:
                place, tail = (self._after(earlier, following) if earlier else 0), b""
            yield Patch(place, place, content + tail)

    def _after(self, earlier: Standing, following: Standing | None) -> int:
        """Where what comes after a paragraph begins: behind the table that it introduces, if that is left alone."""
        end = earlier.block.last.end
        until = following.block.nodes[0].start if following else len(self.source.data)
        table = next((one for one in self.source.root.iter("tbl") if end <= one.start < one.end <= until), None)
        introduced = table and not self.source.data[end : table.start].strip()
        return table.end if table and introduced else end

    def _written(
        self, at: int, chain: Sequence[tuple[int, TrackedParagraph]], edges: Sequence[tuple[bytes, bytes]]
    ) -> Iterator[Patch]:
        """The paragraph at `at`, in one or several: its splits end in new paragraph marks."""
        standing = self.standing[at]
        first = standing.block.nodes[0]
        cursor = Cursor(standing)
        heads = [self._head(at, tracked, final=n == len(chain) - 1) for n, (_, tracked) in enumerate(chain)]
        changed = len(chain) > 1 or heads[-1] is not None or any(edges[place] != (b"", b"") for place, _ in chain)
        end = self.source.closing(first)
        for n, (place, tracked) in enumerate(chain):
            if n:
                head = (heads[n] or self._own_head(at)) + edges[place][0]
                cursor.edits.put(cursor.place(), Put(end + edges[chain[n - 1][0]][1] + head, head=True))
            self._edit(cursor, tracked.pieces, self.moved.get(place, ()))
        if not changed and not cursor.edits:
            return
        start = (heads[0] or self._own_head(at)) + edges[chain[0][0]][0]
        content = self.writer.content(standing.block, cursor.edits)
        yield Patch(first.start, standing.block.last.end, start + content + end + edges[chain[-1][0]][1])

    def _own_head(self, at: int) -> bytes:
        first = self.standing[at].block.nodes[0]
        properties = first.find("pPr")
        return self.source.opening(first) + (self.source.of(properties) if properties else b"")

    def _head(self, at: int, tracked: TrackedParagraph, *, final: bool) -> bytes | None:
        """Start tag and properties; None where they stay as they are."""
        standing = self.standing[at]
        mark = CHANGES.get(tracked.mark, "")
        if not final:
            model = self._model(tracked.new, at)
            return self.source.tag("p", b"\0").partition(b"\0")[0] + paragraph_look(
                self.source, model.block.last.find("pPr"), self.signature.of(tracked.mark_by), mark=mark, keep=False
            )
        like = self._new_look(standing, tracked, at)
        if not mark and like is None:
            return None
        first, last = standing.block.nodes[0], standing.block.last
        look = paragraph_look(
            self.source,
            last.find("pPr"),
            self.signature.of(tracked.by),
            like=like,
            mark=mark,
            marker=self.signature.of(tracked.mark_by),
        )
        return self.source.opening(first) + look

    def _new_look(self, standing: Standing, tracked: TrackedParagraph, at: int) -> Node | None:
        if tracked.new is None:
            return None
        above = tracked.new == 0 and self.standing[0].paragraph is None
        if standing.paragraph is None:
            if above:
                return None
        elif not above and rank(self.new[tracked.new]) == rank(standing.paragraph):
            return None
        like = self._model(tracked.new, at).block.last.find("pPr")
        own = standing.block.last.find("pPr")
        same = like is own or (like and own and self._plain(like) == self._plain(own))
        return None if same else like

    def _plain(self, look: Node) -> bytes:
        return self.source.content(look, without=("rPr", "sectPr", "pPrChange"))

    def _fresh(self, place: int, tracked: TrackedParagraph, at: int) -> tuple[bytes, bytes]:
        """An entirely new paragraph, in two halves: head and content."""
        model = self._model(tracked.new, at)
        tag = self.source.tag("p", b"\0").partition(b"\0")
        mark = CHANGES.get(tracked.mark, "")
        own = model.block.last.find("pPr")
        head = tag[0] + paragraph_look(self.source, own, self.signature.of(tracked.mark_by), mark=mark, keep=False)
        looks = iter(self.moved.get(place, ()))
        content = []
        for change, pieces in groupby(tracked.pieces, key=_change):
            runs = b"".join(self._runs(piece, looks, model, None) for piece in pieces)
            content.append(self.writer.changed(change, runs))
        return head, b"".join(content) + tag[2]

    def _edit(self, cursor: Cursor, pieces: Iterable[TrackedPiece], moved: Sequence[Worn]) -> None:
        looks = iter(moved)
        edits = cursor.edits
        for piece in pieces:
            if not piece.state.stood:
                edits.put(cursor.place(), Put(self._runs(piece, looks, cursor.standing, cursor), _change(piece)))
            elif piece.note is not None:
                place = cursor.note()
                if piece.state is not State.KEPT:
                    edits.states[place] = _change(piece)
            else:
                atoms = list(cursor.characters(len(piece.text)))
                if piece.state is not State.KEPT:
                    edits.states |= dict.fromkeys(atoms, _change(piece))
                elif piece.changed_italics:
                    edits.italics |= dict.fromkeys(atoms, (piece.italic, piece.by))

    def _runs(self, piece: TrackedPiece, looks: Iterator[Worn], model: Standing, cursor: Cursor | None) -> bytes:
        if piece.note is not None:
            assert self.note_runs is not None
            return self.note_runs(piece.note, self._look(model, cursor, italic=False))
        if piece.state is State.MOVED_TO:
            styled = groupby(zip(piece.text, looks, strict=False), key=lambda pair: pair[1])
            return b"".join(
                self.writer.run("".join(char for char, _ in pairs), self._worn(worn, piece.italic))
                for worn, pairs in styled
            )
        return self.writer.run(piece.text, self._look(model, cursor, italic=piece.italic))

    def _worn(self, worn: Worn, italic: bool) -> bytes:
        run, was = worn
        return run_look(self.source, run, italic=None if was is italic else italic)

    def _look(self, model: Standing, cursor: Cursor | None, *, italic: bool) -> bytes:
        """The look of new text: that of the nearest text with the same slant, preferably before it."""
        found = model.found
        size = len(found.atoms)
        if not size:
            full = next((each for each in self.standing if each.found.words and each.paragraph), None)
            return self._look(full, None, italic=italic) if full else b""
        at = cursor.char if cursor else len(found.prefix)
        order = sorted(range(size), key=lambda n: at - 1 - n if n < at else (n - at) + 1.5)
        plain = [n for n in order if not _linked(found, n)] or order
        alike = next((n for n in plain if model.inline.is_italic(n, n + 1) is italic), None)
        if alike is not None:
            return run_look(self.source, found.block.atoms[found.atoms[alike][0]].run)
        return run_look(self.source, found.block.atoms[found.atoms[plain[0]][0]].run, italic=italic)

    def _model(self, new: int | None, at: int) -> Standing:
        """The standing paragraph whose look a new one takes: the nearest of its kind and level, otherwise the
        nearest."""
        if new == 0 and self.standing[0].paragraph is None:
            return self.standing[0]  # the line above the text, which may take the mark of the next paragraph
        known = [n for n, standing in enumerate(self.standing) if standing.paragraph]
        near = sorted(known, key=lambda n: (abs(n - at + 0.6), n))
        if new is None:
            return self.standing[near[0]]
        wanted = self.new[new]
        tests: list[Callable[[Paragraph], bool]] = [
            lambda p: rank(p) == rank(wanted) and p.part == wanted.part,
            lambda p: rank(p) == rank(wanted),
            lambda p: (p.kind, p.level) == (wanted.kind, wanted.level),
            lambda p: p.kind is wanted.kind,
            lambda _: True,
        ]
        for test in tests:
            for n in near:
                paragraph = self.standing[n].paragraph
                if paragraph and test(paragraph):
                    return self.standing[n]
        return self.standing[near[0]]


def _change(piece: TrackedPiece) -> SignedState:
    return SignedState(piece.state, piece.by)


def _linked(found: Found, place: int) -> bool:
    return any(holder.name == "hyperlink" for holder in found.block.atoms[found.atoms[place][0]].holders)
