"""Small queries on the elements of WordprocessingML."""

from __future__ import annotations

from lxml.etree import _Element

from drafter.ooxml.names import STRICT_NS, W

_OFF = frozenset({"0", "false", "off", "none"})


def value(element: _Element | None, *path: str) -> str | None:
    """The w:val of the descendant at `path`, None where there is none."""
    for step in path:
        if element is None:
            return None
        element = element.find(W + step)
    return None if element is None else element.get(f"{W}val")


def number(element: _Element | None, *path: str) -> int | None:
    """The same as a whole number; None where it is none."""
    return whole(value(element, *path))


def whole(text: str | None) -> int | None:
    """A whole number of at most nine figures."""
    if text is None or not text.removeprefix("-").isdecimal() or len(text) > 10:
        return None
    return int(text)


def switched(properties: _Element | None, name: str) -> bool | None:
    """Whether a property such as w:i is switched on or off here; None if it is not there."""
    found = None if properties is None else properties.find(W + name)
    return None if found is None else found.get(f"{W}val", "1").lower() not in _OFF


def transitional(root: _Element) -> _Element:
    """The tree in the common namespace where it was saved as "Strict Open XML"."""
    strict = f"{{{STRICT_NS}}}"
    if isinstance(root.tag, str) and not root.tag.startswith(strict):
        return root
    for element in root.iter(f"{strict}*"):
        element.tag = W + str(element.tag)[len(strict) :]
        for key, given in list(element.attrib.items()):
            if str(key).startswith(strict):
                del element.attrib[key]
                element.set(W + str(key)[len(strict) :], given)
    return root
