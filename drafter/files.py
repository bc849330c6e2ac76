"""Reading and writing files so that nothing is lost: whole or not at all, and one clear line where it fails."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import time
from pathlib import Path

from drafter.errors import DrafterError, UnreadableError

_PAUSES = (0.01, 0.03, 0.1, 0.2)
"""Seconds between attempts to replace a file that another program holds."""
_HELD = {errno.EACCES, errno.EPERM, errno.EBUSY} if os.name == "nt" else {errno.EBUSY}

LARGEST = 64 * 1024 * 1024
"""Bytes; the longest resolution ever adopted has less than one million."""


def read_bytes(path: Path, *, largest: int = LARGEST) -> bytes:
    """The content of a regular file of at most `largest` bytes; its kind is checked before it is opened."""
    try:
        found = path.stat()
        if stat.S_ISDIR(found.st_mode):
            raise UnreadableError("this is a folder", file=path, remedy="name a file in it")
        if not stat.S_ISREG(found.st_mode):
            raise UnreadableError("this is a device or a pipe, not a file", file=path, remedy="save it to a file first")
        if found.st_size > largest:
            raise UnreadableError(
                f"this file has {found.st_size:,} bytes, more than any resolution", file=path, remedy="check its name"
            )
        return path.read_bytes()
    except OSError as error:
        raise UnreadableError(reason(error), file=path, remedy="check the name and the permissions") from error
    except ValueError as error:  # a null byte in the name
        raise UnreadableError("this is no file name", file=repr(str(path))) from error


def read_text(path: Path, *, largest: int = LARGEST) -> str:
    """The content of a UTF-8 file, a byte order mark aside, with line ends as `\\n`."""
    content = read_bytes(path, largest=largest)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise UnreadableError(
            "this is not UTF-8 text", file=path, place=f"line {line}", remedy="save it as UTF-8"
        ) from error
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise UnreadableError("this is not text", file=path, place=f"line {line}", remedy="check the name")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def write(path: Path, content: bytes | str, *, force: bool = True, durable: bool = True) -> None:
    """Put `content` at `path` whole or not at all; text is UTF-8 with `\\n` line ends.

    Without `force` an existing file is left alone and reported. With `durable` the call returns only once the disk has
    it. A symbolic link stays a link, and a device such as /dev/null is written to.
    """
    try:
        data = content.encode("utf-8") if isinstance(content, str) else content
        target = path.resolve() if path.is_symlink() else path
        mode = _mode(target)
        if mode is not None and stat.S_ISDIR(mode):
            raise DrafterError("this is a folder", file=path, remedy="name a file in it")
        if mode is not None and not stat.S_ISREG(mode):
            with target.open("wb") as device:
                device.write(data)
            return
        if mode is not None and not force:
            raise DrafterError("this file exists already", file=path, remedy="add --force to replace it")
        _swap_in(target, data, mode, durable)
    except OSError as error:
        raise DrafterError(f"cannot write this file: {reason(error)}", file=path, remedy=_remedy(error)) from error
    except UnicodeEncodeError as error:
        raise DrafterError(f"half a character, {error.object[error.start]!r}, cannot be written", file=path) from error
    except ValueError as error:
        raise DrafterError("this is no file name", file=repr(str(path))) from error


def check_place(path: Path) -> None:
    """Raise DrafterError if `write` could not put a file at `path`: there is no such folder, or it is read-only."""
    try:
        folder = path.resolve().parent
        code = 0 if os.access(folder, os.W_OK) else errno.EACCES if folder.is_dir() else errno.ENOENT
        is_folder = path.is_dir()
    except (OSError, ValueError):  # `write` says what is wrong with such a name
        return
    if is_folder:
        raise DrafterError("this is a folder", file=path, remedy="name a file in it")
    if code:
        error = OSError(code, os.strerror(code))
        raise DrafterError(f"cannot write this file: {reason(error)}", file=path, remedy=_remedy(error))


def reason(error: OSError) -> str:
    """What the operating system said, in a few words without the file's name."""
    return (error.strerror or type(error).__name__).lower()


def _mode(path: Path) -> int | None:
    try:
        return path.stat().st_mode
    except FileNotFoundError:
        return None


def _swap_in(target: Path, data: bytes, mode: int | None, durable: bool) -> None:
    beside = target.with_name(f".{target.name[:100]}.{os.urandom(4).hex()}.tmp")
    handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            if durable:
                file.flush()
                os.fsync(file.fileno())
        if mode is not None:
            beside.chmod(stat.S_IMODE(mode))
        _replaced(beside, target)
    except BaseException:
        with contextlib.suppress(OSError):
            beside.unlink()
        raise


def _replaced(beside: Path, target: Path) -> None:
    """Put one file in another's place; try again where a program holds that for a moment, as a virus scanner or a
    synchronized folder does."""
    for pause in _PAUSES:
        try:
            beside.replace(target)
        except OSError as error:
            if error.errno not in _HELD:
                raise
            time.sleep(pause)
        else:
            return
    beside.replace(target)


def _remedy(error: OSError) -> str:
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT:
            return "make room on the disk; nothing was changed"
        case errno.ENOENT | errno.ENOTDIR:
            return "make the folder first"
        case errno.EACCES | errno.EPERM | errno.EROFS:
            return "choose a folder you may write to, and close the file where another program holds it"
        case errno.ENAMETOOLONG:
            return "choose a shorter name"
        case _:
            return "nothing was changed"
