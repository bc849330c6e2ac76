"""A base document of the user's own, opened once by python-docx, which is strict about what Word calls a document."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from drafter import files
from drafter.errors import UnreadableError


def opens(path: Path) -> None:
    """Raise UnreadableError if `path` is not a Word document, but a renamed template or macro file, or lacks a part."""
    import docx

    try:
        docx.Document(BytesIO(files.read_bytes(path)))
    except UnreadableError:
        raise
    except Exception as error:  # python-docx and the XML parser below it raise many kinds of errors
        reason = " ".join(str(error).split()).rpartition(", ")[2][:120]
        raise UnreadableError(
            f"this Word file cannot be used as a base document ({reason})",
            file=path,
            remedy="open it in Word and save it as .docx",
        ) from error
