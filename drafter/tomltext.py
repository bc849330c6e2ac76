r"""Readable TOML, written and read with the line of every slip.

Long text is wrapped into a multi-line string with `\` line ends, broken after clauses, so that a changed word
shows as a changed line in a version control system:

    text = \"""
    *Recalling* all previous resolutions adopted by the General Assembly, \
    the Commission on Human Rights and the Human Rights Council\"""
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any, TypeVar

import rtoml

from drafter.errors import DrafterError, DraftFileError

WIDTH = 100
"""Columns of a wrapped line."""

_CLAUSE = 48
"""No further clause is added to a line this long."""

_ESCAPED = re.compile(r'["\\\x00-\x1f\x7f-\x9f\u2028\u2029]')
_WRAPPED = re.compile(r'"(?="|$)|[\\\x00-\x1f\x7f-\x9f\u2028\u2029]')
_SHORT = {"\n": "\\n", "\t": "\\t", "\r": "\\r", '"': '\\"', "\\": "\\\\"}
_WORD = re.compile(r"[^ ]+ *|^ +")
_CLAUSE_END = re.compile(r"[,;:.?!][\"”’)\]*]*(?:\[\^[^\]]*\])*\*? +(?! )")
_PLAIN_KEY = re.compile(r"[A-Za-z0-9_-]+")

Value = str | int | bool | date | Iterable[str]
Kind = TypeVar("Kind", str, int, bool, date, list)  # type: ignore[type-arg]
Choice = TypeVar("Choice", bound=StrEnum)
Read = TypeVar("Read")


def entry(key: str, value: Value, *, wrap: bool = True) -> str:
    """One `key = value` line (or the lines of a wrapped text), with its newline."""
    return f"{key} = {written(value, wrap=wrap)}\n"


def entries(pairs: Mapping[str, Value | None]) -> str:
    """The lines of the pairs; None, "" and () are the defaults and are left out."""
    return "".join(entry(key, value) for key, value in pairs.items() if value not in (None, "", ()))


def written(value: Value, *, wrap: bool = True) -> str:
    """A TOML value; a text longer than a line is wrapped."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str):
        return text(value) if wrap else string(value)
    items = [string(item) for item in value]
    line = f"[{', '.join(items)}]"
    return line if len(line) < WIDTH else "[\n" + "".join(f"    {item},\n" for item in items) + "]"


def string(value: str) -> str:
    """A basic string on one line."""
    return f'"{_ESCAPED.sub(_escape, value)}"'


def text(value: str) -> str:
    """A basic string, wrapped where it does not fit on a line."""
    if len(value) < WIDTH - 10 and len(line := string(value)) <= WIDTH - 10:
        return line
    return '"""\n' + "\\\n".join(_lines(_WRAPPED.sub(_escape, value))) + '"""'


def _escape(found: re.Match[str]) -> str:
    return _SHORT.get(found[0]) or f"\\u{ord(found[0]):04X}"


def _lines(escaped: str) -> Iterator[str]:
    """Whole clauses on a line while they fit; a long clause is cut where the line is full. Each line but the last ends
    with the space at which it was cut."""
    line = ""
    for clause in _clauses(escaped):
        if line and (len(line) >= _CLAUSE or len(line) + len(clause) > WIDTH):
            yield line
            line = ""
        if len(line) + len(clause) <= WIDTH:
            line += clause
            continue
        for word in _WORD.findall(clause):
            if line.endswith(" ") and len(line) + len(word) > WIDTH:
                yield line
                line = ""
            line += word
    yield line


def _clauses(escaped: str) -> Iterator[str]:
    begin = 0
    for end in _CLAUSE_END.finditer(escaped):
        yield escaped[begin : end.end()]
        begin = end.end()
    yield escaped[begin:]


def parsed(source: str, file: object) -> Table:
    """The document as a Table; an error in the TOML is one line with its place."""
    try:
        return Table(rtoml.loads(source), source, file)
    except ValueError:  # tomllib reports the error, as its message is short and names the line
        return Table(_judged(source, file), source, file)


def _judged(source: str, file: object) -> dict[str, Any]:
    import tomllib

    try:
        return tomllib.loads(source)
    except tomllib.TOMLDecodeError as error:
        problem, place = _place(str(error))
        raise DraftFileError(f"this is not TOML: {problem}", file=file, place=place) from error
    except RecursionError as error:
        raise DraftFileError("this is not TOML: it is nested too deeply", file=file) from error


def _place(message: str) -> tuple[str, str | None]:
    problem, _, place = message.rpartition(" (at ")
    if not problem:
        return message[:1].lower() + message[1:], None
    line = re.match(r"line (\d+), column (\d+)", place)
    return problem[:1].lower() + problem[1:], f"line {line[1]}" if line else "the end of the file"


@dataclass
class Table:
    """A table of a TOML file whose keys are taken one by one; a key left over is an error.

    `name` and `index` say which `[[name]]` it is (from 0); "" is the top of the file.
    """

    values: dict[str, Any]
    source: str = field(repr=False)
    file: object
    name: str = ""
    index: int = 0
    taken: set[str] = field(default_factory=set)

    def take(self, key: str, kind: type[Kind], default: Kind | None = None) -> Kind:
        """The value of `key`, of the type asked for; without a default it must be there."""
        self.taken.add(key)
        if key not in self.values:
            if default is None:
                raise self._missing(key)
            return default
        value = self.values[key]
        if not isinstance(value, kind) or isinstance(value, _NOT.get(kind, ())):
            raise self.slip(f"{key} has to be {_NAMES[kind]}, and is {value!r:.60}", key=key)
        return value

    def optional(self, key: str, kind: type[Kind]) -> Kind | None:
        """The same where the key may be left out."""
        self.taken.add(key)
        return self.take(key, kind) if key in self.values else None

    def choice(self, key: str, choices: type[Choice], default: Choice | None = None) -> Choice:
        """One of the values of an enumeration."""
        value = self.take(key, str, None if default is None else default.value)
        try:
            return choices(value)
        except ValueError as error:
            known = ", ".join(choice.value for choice in choices)
            raise self.slip(f"{key} is {value!r:.60}", key=key, remedy=f"write one of: {known}") from error

    def read(self, key: str, read: Callable[[str], Read], default: str | None = None) -> Read:
        """A text as `read` understands it; a DrafterError from it gets the line."""
        value = self.take(key, str, default)
        try:
            return read(value)
        except DrafterError as error:
            where = f"{key}, {error.place}" if error.place else key
            raise self.slip(f"{where}: {error.problem}", key=key, remedy=error.remedy) from error

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts; () where the key is left out."""
        listed = self.take(key, list, [])
        if not all(isinstance(item, str) for item in listed):
            raise self.slip(f"{key} has to be a list of texts", key=key)
        return tuple(listed)

    def tables(self, key: str) -> Iterator[Table]:
        """The `[[key]]` tables, in order."""
        listed = self.take(key, list, [])
        for index, values in enumerate(listed):
            if not isinstance(values, dict):
                raise self.slip(f"{key} has to be written as [[{key}]]", key=key)
            yield Table(values, self.source, self.file, f"{self.name}.{key}".lstrip("."), index)

    def done(self) -> None:
        """Report the first key that was not taken."""
        for key in self.values:
            if key not in self.taken:
                import difflib

                near = difflib.get_close_matches(key, self.taken, 1, 0.6)
                raise self.slip(
                    f"{key} is not known{self._here}",
                    key=key,
                    remedy=f"did you mean {near[0]}?" if near else "remove it",
                )

    def _missing(self, key: str) -> DraftFileError:
        """Of a key that has to be there; one that is written almost like it is what was meant."""
        import difflib

        for near in difflib.get_close_matches(key, sorted(self.values.keys() - self.taken), 1, 0.75):
            return self.slip(f"{near} is not known{self._here}", key=near, remedy=f"did you mean {key}?")
        return self.slip(f"{key} is missing{self._here}", remedy=f"add {key} = …")

    def slip(self, problem: str, *, key: str | None = None, remedy: str | None = None) -> DraftFileError:
        """An error that names the line of `key` (of the table, without one)."""
        return DraftFileError(problem, file=self.file, place=f"line {self.line(key)}", remedy=remedy)

    def line(self, key: str | None = None) -> int:
        """The line, from 1, on which `key` of this table stands, or the table begins."""
        begin = 1
        places = iter(_statements(self.source))
        if self.name:
            headers = (line for line, statement in places if statement == f"[[{self.name}]]")
            begin = next((line for n, line in enumerate(headers) if n == self.index), 1)
        if key is None:
            return begin
        for line, statement in places:
            if statement.startswith("[") and self.name:
                break
            if _key(statement) == key:
                return line
        return begin

    @property
    def _here(self) -> str:
        return f" in [[{self.name}]]" if self.name else ""


_NOT: dict[type, type] = {int: bool, date: datetime}
_NAMES: dict[type, str] = {
    str: 'a text in "quotation marks"',
    int: "a whole number",
    bool: "true or false",
    date: "a date such as 2020-12-16",
    list: "a list",
}

_TOKEN = re.compile(r'"""(?:[^\\]|\\.)*?"{3,5}|\'\'\'.*?\'{3,5}|"(?:[^"\\\n]|\\.)*"|\'[^\'\n]*\'|#[^\n]*', re.DOTALL)


def _statements(source: str) -> Iterator[tuple[int, str]]:
    """Headers and `key =` beginnings with their lines, those inside strings and comments left out."""

    def blank(found: re.Match[str]) -> str:
        return "\n" * found[0].count("\n") if "\n" in found[0] or found[0][0] == "#" else found[0]

    for number, line in enumerate(_TOKEN.sub(blank, source).split("\n"), 1):
        statement = line.strip()
        if statement.startswith("["):
            yield number, re.sub(r"\s", "", statement)
        elif "=" in statement:
            yield number, statement


def _key(statement: str) -> str:
    key = statement.partition("=")[0].strip().strip("\"'")
    return key if _PLAIN_KEY.fullmatch(key) else statement
