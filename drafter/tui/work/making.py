"""Files made one after the other: each whole or not at all, and nothing of others' replaced unasked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from drafter import files
from drafter.errors import DrafterError
from drafter.written import WrittenFiles


@dataclass(frozen=True, slots=True)
class Job:
    """A file to make at a path; `replace` if the drafter agreed to replace what others made there.

    `content` is given whom to tell, line by line, what there is to know of it.
    """

    label: str
    path: Path
    content: Callable[[Callable[[str], None]], bytes]
    replace: bool = False


@dataclass(frozen=True, slots=True)
class Made:
    """The result for one file: where it is, or the reason why there is none, and what was told of it."""

    label: str
    path: Path
    size: int = 0
    problem: str = ""
    told: tuple[str, ...] = ()


def make(job: Job, written: WrittenFiles, stopped: Callable[[], bool] = lambda: False) -> Made | None:
    """Make one file and remember it; what others made or changed there stays, unless `replace`.

    None where it was `stopped` before the file was written.
    """
    told: list[str] = []
    try:
        content = job.content(told.append)
        if stopped():
            return None
        lying = written.standing(job.path)
        if lying.contested and not job.replace:
            return Made(job.label, job.path, problem=f"{lying.told}; it was left as it is")
        files.write(job.path, content)
    except DrafterError as error:
        return Made(job.label, job.path, problem=str(error))
    written.remember(job.path, content)
    return Made(job.label, job.path, len(content), told=tuple(dict.fromkeys(told)))
