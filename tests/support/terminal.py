"""A program in a pseudo-terminal: keys go in as bytes, and the time until its answer is painted comes out."""

from __future__ import annotations

import fcntl
import math
import os
import pty
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType

from tests.support.emulated import Emulated

QUIET = 0.12
"""Seconds without output after which a screen counts as painted."""


class Terminal:
    """Runs a command in a terminal of `columns` by `lines`; leaving the context kills it."""

    def __init__(self, command: Sequence[str], columns: int = 160, lines: int = 48, **environment: str) -> None:
        self.started = time.perf_counter()
        self.pid, self._handle = pty.fork()
        if self.pid == 0:
            own = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "LINES")}
            variables = {**own, "TERM": "xterm-256color", "COLORTERM": "truecolor", **environment}
            os.execvpe(command[0], list(command), variables)
        self.resize(columns, lines)
        self.output = b""
        self.screen = Emulated(columns, lines)
        self._came: list[tuple[float, bytes]] = []

    def __enter__(self) -> Terminal:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.kill()

    def kill(self) -> None:
        """End it at once, as a power cut would."""
        if self.pid:
            try:
                os.kill(self.pid, signal.SIGKILL)
                os.waitpid(self.pid, 0)
            finally:
                os.close(self._handle)
                self.pid = 0

    def resize(self, columns: int, lines: int) -> None:
        fcntl.ioctl(self._handle, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))

    def send(self, keys: str) -> None:
        os.write(self._handle, keys.encode())

    def read(self, seconds: float) -> bool:
        """Take in what comes within some seconds; False where nothing does."""
        ready, _, _ = select.select([self._handle], [], [], seconds)
        if not ready:
            return False
        try:
            written = os.read(self._handle, 1 << 16)
        except OSError:
            return False
        self._came.append((time.perf_counter(), written))
        self.output += written
        return True

    def until(self, words: str, seconds: float = 60) -> float:
        """Wait until words come; the seconds since the start of the program at that moment."""
        end = time.perf_counter() + seconds
        while words.encode() not in self.output:
            if time.perf_counter() > end:
                sys.stderr.buffer.write(self.output[-4000:])
                raise AssertionError(f"{words!r} never came")
            self.read(0.1)
        return time.perf_counter() - self.started

    def settle(self, seconds: float = QUIET) -> float:
        """Read until nothing comes for a while; when the last bytes came."""
        last = 0.0
        while self.read(seconds):
            last = time.perf_counter()
        return last

    def bytes_for(self, keys: str, quiet: float) -> int:
        """Send keys; how many bytes come before `quiet` seconds of nothing, of which the first may take longer."""
        self.output = b""
        self.send(keys)
        self.read(2.0)
        self.settle(quiet)
        return len(self.output)

    def painted(self, keys: str, at_most: float = 2.0) -> float:
        """Milliseconds from sending keys until the last byte of the answer."""
        return self.answered(keys, "", at_most)[1]

    def answered(self, keys: str, words: str, at_most: float = 2.0, quiet: float = QUIET) -> tuple[float, float]:
        """Milliseconds from sending keys until words are on the screen, and until the last byte before `quiet` seconds
        of nothing."""
        self._look()
        self.output = b""
        start = time.perf_counter()
        self.send(keys)
        while not self._came and time.perf_counter() < start + at_most:
            self.read(0.01)
        self.settle(quiet)
        shown, last = (math.nan, math.nan)
        for when, written in self._came:
            self.screen.write(written)
            last = (when - start) * 1000
            if math.isnan(shown) and any(words in line for line in self.screen.lines):
                shown = last
        self._came.clear()
        assert not math.isnan(shown), f"{words!r} never came on {keys!r}:\n" + "\n".join(self.screen.lines)
        return shown, last

    def _look(self) -> None:
        """Bring the screen to what came; not while something is measured, since it takes longer than to paint."""
        for _, written in self._came:
            self.screen.write(written)
        self._came.clear()

    @property
    def processor(self) -> float:
        """Milliseconds of a processor that the program took until now."""
        fields = Path(f"/proc/{self.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) * 1000 / os.sysconf("SC_CLK_TCK")
