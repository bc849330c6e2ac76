"""The errors that a user may see: one line with the problem, the file, the place and the remedy."""

from __future__ import annotations


class DrafterError(Exception):
    """Something the user can put right.

    `problem` says what is wrong, `file` and `place` where ("line 14", "OP2(a)"), `remedy` what to do.
    `str()` of it is the one line that both front ends show; the command line exits with 2.
    """

    def __init__(
        self,
        problem: str,
        *,
        file: object | None = None,
        place: str | None = None,
        remedy: str | None = None,
    ) -> None:
        super().__init__(problem)
        self.problem = problem
        self.file = file
        self.place = place
        self.remedy = remedy

    def __str__(self) -> str:
        where = ", ".join(str(part) for part in (self.file, self.place) if part)
        line = f"{where}: {self.problem}" if where else self.problem
        if self.remedy:
            line = f"{line}; {self.remedy}"
        return " ".join(line.split())


class UnreadableError(DrafterError):
    """A file that is not what it claims to be, is cut short, too large or hostile."""


class DraftFileError(DrafterError):
    """A slip in a draft file."""


class JournalError(DrafterError):
    """A step that could not be kept on disk, and so was not taken."""


class OutsideChangeError(DrafterError):
    """A draft file that another program changed while it was open here."""


class LibraryError(DrafterError):
    """The library lacks what was asked of it, or cannot be used."""


class BusyError(LibraryError):
    """Another process is writing the library's derived data; what is there already can be read."""


class StoppedError(DrafterError):
    """Work that the user stopped; what was done until then is kept."""


class MarkupError(DrafterError):
    """A slip in `*italic*` or `[^note]` markup; `at` is the offending character's offset."""

    def __init__(self, problem: str, *, at: int, remedy: str | None = None) -> None:
        super().__init__(problem, place=f"character {at + 1}", remedy=remedy)
        self.at = at
