"""What the styles of a Word file say of a paragraph or a run: italics, superscript, hidden text, its list."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml.etree import _Element

from drafter.ooxml.asking import number, switched, value
from drafter.ooxml.names import W

_NOTE_STYLES = frozenset({"footnote reference", "endnote reference", "footnote characters", "footnote anchor"})


@dataclass(frozen=True, slots=True)
class Look:
    """How a run of text looks; `note` where its style is that of a note's mark, `struck` where a line is through it."""

    italic: bool = False
    raised: bool = False
    hidden: bool = False
    note: bool = False
    struck: bool = False


class Styles:
    """The styles of one file, by id; a chain of styles that comes back to itself ends there."""

    def __init__(self, root: _Element | None) -> None:
        self._styles: dict[str, _Element] = {}
        self._default = ""
        self._defaults: _Element | None = None
        self._looks: dict[tuple[str, str], Look] = {}
        self._chains: dict[str, tuple[tuple[str, _Element], ...]] = {}
        if root is None:
            return
        self._defaults = root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
        for style in root.iter(f"{W}style"):
            name = style.get(f"{W}styleId", "")
            self._styles.setdefault(name, style)
            if style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") in {"1", "true", "on"}:
                self._default = name

    def style_of(self, properties: _Element | None) -> str:
        """The id of a paragraph's style."""
        return value(properties, "pStyle") or self._default

    def names(self, style: str) -> Iterator[str]:
        """The name of a style and of those it is based on, nearest first."""
        return (value(found, "name") or "" for _, found in self._chain(style))

    def outlined(self, style: str) -> bool:
        """Whether a style is that of a heading."""
        return any(found.find(f"{W}pPr/{W}outlineLvl") is not None for _, found in self._chain(style))

    def numbering(self, style: str) -> tuple[str, int | None, str] | None:
        """(list, level, the style that says so) of a style that numbers its paragraphs."""
        for name, found in self._chain(style):
            given = value(found, "pPr", "numPr", "numId")
            if given is not None:
                return given, number(found, "pPr", "numPr", "ilvl"), name
        return None

    def numbered_by(self, style: str) -> str | None:
        """The list that a numbering style stands for."""
        return value(self._styles.get(style), "pPr", "numPr", "numId")

    def look(self, style: str, properties: _Element | None) -> Look:
        """How a run with these properties looks in a paragraph of that style.

        Italics of a paragraph style and of a character style cancel out (ECMA-376-1, 17.7.3). Those of a heading's
        style are its look, not its text's.
        """
        character = value(properties, "rStyle") or ""
        look = self._looks.get((style, character))
        if look is None:
            look = self._looks[style, character] = self._styled(style, character)
        if properties is None or not len(properties):
            return look
        italic, hidden = switched(properties, "i"), switched(properties, "vanish")
        raised, lifted = value(properties, "vertAlign"), number(properties, "position")
        return Look(
            look.italic if italic is None else italic,
            raised == "superscript" if raised is not None else look.raised or (lifted or 0) > 0,
            look.hidden if hidden is None else hidden,
            look.note,
            _either(look.struck, switched(properties, "strike"), switched(properties, "dstrike")),
        )

    def _styled(self, style: str, character: str) -> Look:
        of_paragraph = None if self.outlined(style) else self._switch(style, "i")
        of_characters = self._switch(character, "i")
        neither = of_paragraph is None and of_characters is None and not self.outlined(style)
        return Look(
            bool(switched(self._defaults, "i")) if neither else bool(of_paragraph) != bool(of_characters),
            (self._raised(character) or self._raised(style)) == "superscript",
            bool(self._switch(character, "vanish") or self._switch(style, "vanish")),
            any(name.casefold() in _NOTE_STYLES for name in self.names(character)),
            any(self._switch(one, name) for one in (character, style) for name in ("strike", "dstrike")),
        )

    def _switch(self, style: str, name: str) -> bool | None:
        for _, found in self._chain(style):
            said = switched(found.find(f"{W}rPr"), name)
            if said is not None:
                return said
        return None

    def _raised(self, style: str) -> str | None:
        return next(
            (said for _, found in self._chain(style) if (said := value(found, "rPr", "vertAlign")) is not None), None
        )

    def _chain(self, style: str) -> tuple[tuple[str, _Element], ...]:
        known = self._chains.get(style)
        if known is None:
            chain: dict[str, _Element] = {}
            at: str | None = style
            while at is not None and at in self._styles and at not in chain and len(chain) < 50:
                chain[at] = self._styles[at]
                at = value(chain[at], "basedOn")
            known = self._chains[style] = tuple(chain.items())
        return known


def _either(styled: bool, *said: bool | None) -> bool:
    """Whether one of the two ways to strike text is on; what a run says goes before what its style says."""
    return any(said) if any(one is not None for one in said) else styled
