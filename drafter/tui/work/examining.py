"""A round's files, each made once: looked through, and written as it was looked through."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from drafter.errors import DrafterError
from drafter.tui.work.making import Job
from drafter.tui.work.round_outputs import Leaving, RoundOutput

if TYPE_CHECKING:
    from drafter.negotiation.values import Round
    from drafter.render.leaks import Leak


@dataclass(frozen=True, slots=True)
class FoundLeak:
    """What the guard found in some of the files; `refused` where one cannot be made for it, `expected` where it belongs
    there. `at` is the label or proposal that it leads to."""

    where: str
    what: str
    at: str
    files: tuple[str, ...] = ()
    refused: bool = False
    expected: bool = False


@dataclass(frozen=True, slots=True)
class Examined:
    """A file's content, or the problem for which there is none; what there is to know of it, and what was found."""

    content: bytes | DrafterError
    told: tuple[str, ...]
    found: tuple[FoundLeak, ...]


class Examination:
    """Keeps the files of a round as it is now; a file is made again when the round or what it asks of the wish is
    another."""

    def __init__(self) -> None:
        self._round: Round | None = None
        self._known: dict[tuple[object, ...], Examined] = {}
        self._making = Lock()

    def files(
        self, leaving: Leaving, some: Sequence[RoundOutput], stopped: Callable[[], bool]
    ) -> Iterator[tuple[FoundLeak, ...]]:
        """After each file what was found so far, each thing once, first what keeps a file from being made."""
        found: dict[FoundLeak, list[str]] = {}
        for output in some:
            if stopped():
                return
            for one in self.of(leaving, output).found:
                found.setdefault(one, []).append(output.label)
            listed = [replace(one, files=tuple(labels)) for one, labels in found.items()]
            yield tuple(sorted(listed, key=lambda one: (not one.refused, one.expected)))

    def of(self, leaving: Leaving, output: RoundOutput) -> Examined:
        """The file, made now or before."""
        key = (output.id, *(getattr(leaving.wish, name) for name in output.asks))
        with self._making:
            if self._round is not leaving.round_:
                self._round, self._known = leaving.round_, {}
            if key not in self._known:
                self._known[key] = _examined(leaving, output)
            return self._known[key]

    def job(self, leaving: Leaving, output: RoundOutput, folder: Path) -> Job:
        """Writing the file into a folder."""

        def content(say: Callable[[str], None]) -> bytes:
            seen = self.of(leaving, output)
            if isinstance(seen.content, DrafterError):
                raise seen.content
            for line in seen.told:
                say(line)
            return seen.content

        return Job(output.label, folder / output.name(leaving), content)


def _examined(leaving: Leaving, output: RoundOutput) -> Examined:
    from drafter.render.leaks import in_package
    from drafter.render.redline.writer import NOBODY

    leaks: list[Leak] = []
    told: list[str] = []
    try:
        content = output.make(leaving, leaks.append, told.append)
    except DrafterError as error:
        return Examined(error, (), (FoundLeak(output.label, str(error), "", refused=True),))
    if output.ending.endswith(".docx"):
        leaks += in_package(content)
    found = [FoundLeak(leak.where, leak.what, leak.at) for leak in leaks if not leak.author]
    if authors := sorted({leak.author for leak in leaks} - {"", NOBODY}):
        found.append(FoundLeak(output.label, f"names its authors: {', '.join(authors)}", "", expected=True))
    return Examined(content, tuple(told), tuple(dict.fromkeys(found)))
