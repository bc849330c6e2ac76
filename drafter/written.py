"""What drafter wrote and where, remembered beside a draft or a round, so that nothing that others made or changed is
replaced unasked.

>>> from tempfile import mkdtemp
>>> folder = Path(mkdtemp())
>>> written, out = WrittenFiles(folder / "draft.toml"), folder / "draft.docx"
>>> written.standing(out).state.value
'new'
>>> _ = out.write_bytes(b"drafter's"); written.remember(out, b"drafter's")
>>> written.standing(out).state.value
'ours'
>>> _ = out.write_bytes(b"somebody's"); written.standing(out).state.value
'changed'
"""

from __future__ import annotations

import contextlib
import json
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from hashlib import sha256
from pathlib import Path

from drafter import files
from drafter.edit.local.beside import Beside
from drafter.errors import DrafterError


class FileState(StrEnum):
    """`ours` is byte for byte what drafter last wrote there, `changed` no longer is; `foreign` was never drafter's."""

    NEW = "new"
    OURS = "ours"
    CHANGED = "changed"
    FOREIGN = "foreign"


@dataclass(frozen=True, slots=True)
class FileStanding:
    """What lies at a path; `written` is when drafter last wrote it, None where it never did."""

    path: Path
    state: FileState
    written: datetime | None = None

    @property
    def contested(self) -> bool:
        """Whether to ask before it is replaced."""
        return self.state in {FileState.CHANGED, FileState.FOREIGN}

    @property
    def told(self) -> str:
        """Why to ask, in a few words; "" where there is no need."""
        if self.state is FileState.FOREIGN:
            return f"{self.path.name} was not made by drafter from this text"
        if self.state is FileState.CHANGED and self.written is not None:
            return f"{self.path.name} was changed since drafter wrote it on {self.written:%d %b, %H:%M}"
        return ""


class WrittenFiles:
    """The files that were made from one draft or round."""

    def __init__(self, draft: Path) -> None:
        """`draft` is the draft's file; what was written is kept in `.drafter` beside it."""
        self._beside = Beside(draft)
        self._kept = self._beside.folder / f"{draft.name}.written"

    def standing(self, path: Path) -> FileStanding:
        """What lies at a path now. Raises DrafterError where it cannot be read."""
        try:
            if not path.exists():
                return FileStanding(path, FileState.NEW)
        except OSError as error:
            raise DrafterError(files.reason(error), file=path) from error
        known = self._known().get(str(path.resolve()))
        if known is None:
            return FileStanding(path, FileState.FOREIGN)
        same = _digest(files.read_bytes(path)) == known["digest"]
        return FileStanding(path, FileState.OURS if same else FileState.CHANGED, datetime.fromisoformat(known["at"]))

    def remember(self, path: Path, content: bytes) -> None:
        """Remember that this was written there just now. Never raises: without the memory the user is asked."""
        known = {there: one for there, one in self._known().items() if Path(there).exists()} | {
            str(path.resolve()): {"digest": _digest(content), "at": f"{datetime.now():%Y-%m-%dT%H:%M:%S}"}
        }
        with contextlib.suppress(OSError, DrafterError):
            self._beside.make()
            files.write(self._kept, json.dumps(known, indent=1), durable=False)

    def _known(self) -> dict[str, dict[str, str]]:
        with contextlib.suppress(OSError, DrafterError, ValueError):
            found = json.loads(files.read_text(self._kept)) if self._kept.is_file() else {}
            pairs = found.items() if isinstance(found, dict) else ()
            return {str(path): one for path, one in pairs if isinstance(one, dict) and {"digest", "at"} <= set(one)}
        return {}


def free_beside(path: Path) -> Path:
    """A free name beside a path: "draft-2.docx" for "draft.docx"."""
    count = 2
    while (other := path.with_name(f"{path.stem}-{count}{path.suffix}")).exists():
        count += 1
    return other


def _digest(content: bytes) -> str:
    return sha256(content).hexdigest()
