"""A Word file as PDF, by LibreOffice where it is installed: the pages as they will be printed.

It runs with a profile of its own that is thrown away, so that nobody's open documents, settings or extensions matter,
without macros, and is ended with its children after a minute.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from drafter import files
from drafter.errors import DrafterError

SECONDS = 60.0
"""How long a conversion may take."""

_MAC = Path("/Applications/LibreOffice.app/Contents/MacOS/soffice")
_WINDOWS = Path("C:/Program Files/LibreOffice/program/soffice.com")

_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" \
oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" \
oor:op="fuse"><value>3</value></prop></item>
</oor:items>
"""


def libreoffice() -> str | None:
    """The program that converts, None where it is not installed."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    return found or next((str(path) for path in (_MAC, _WINDOWS) if path.is_file()), None)


def pdf(word_file: bytes, seconds: float = SECONDS) -> bytes:
    """The pages of a Word file. Raises DrafterError without LibreOffice, and if it fails or takes longer."""
    program = libreoffice()
    if program is None:
        raise DrafterError("a PDF is made by LibreOffice, which is not installed", remedy="install it, or write .docx")
    with TemporaryDirectory(prefix="drafter-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        profile, source = folder / "profile", folder / "text.docx"
        (profile / "user").mkdir(parents=True)
        files.write(profile / "user" / "registrymodifications.xcu", _SETTINGS, durable=False)
        files.write(source, word_file, durable=False)
        _run(
            [
                program,
                f"-env:UserInstallation={profile.as_uri()}",
                *("--headless", "--norestore", "--nologo", "--convert-to", "pdf", "--outdir", str(folder), str(source)),
            ],
            seconds,
        )
        made = folder / "text.pdf"
        if not made.is_file():
            raise DrafterError("LibreOffice made no PDF of the text", remedy="open the .docx and print it from there")
        return files.read_bytes(made)


def _run(command: list[str], seconds: float) -> None:
    """Run a program to its end, at most so long; whatever it started ends with it."""
    quiet = subprocess.DEVNULL
    try:
        process = subprocess.Popen(
            command, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=sys.platform != "win32"
        )
    except OSError as error:
        raise DrafterError(files.reason(error), file=command[0], remedy="write .docx") from error
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired as error:
        raise DrafterError(
            f"LibreOffice did not make the PDF within {seconds:.0f} seconds", remedy="write .docx and print from there"
        ) from error
    finally:
        _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a program and its children, also those that outlived it."""
    if sys.platform == "win32":
        if process.poll() is None:
            subprocess.run(["taskkill", "/T", "/F", "/PID", str(process.pid)], capture_output=True, check=False)
    else:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()
