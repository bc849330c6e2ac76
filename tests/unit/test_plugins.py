"""Plug-ins: found by their entry points, loaded when needed, and never in the way of the work."""

from __future__ import annotations

import json
import sys
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import drafter
from drafter import plugins
from drafter.cli import main
from drafter.model.finding import Finding
from drafter.rules.rulebook import Rulebook
from tests.support.program import ROOT, run

EXAMPLE = ROOT / "examples" / "plugin"
CORPUS = str(ROOT / "corpus")

Install = Callable[..., None]


def entry_points(groups: dict[str, dict[str, str]]) -> str:
    """The file that an installer makes of a project's entry points."""
    return "".join(
        f"[{group}]\n" + "".join(f"{name} = {place}\n" for name, place in named.items())
        for group, named in groups.items()
    )


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Install]:
    """Put a package where an installer would: its folder on the path, its list of entry points beside it."""
    monkeypatch.setenv("DRAFTER_CONFIG", str(tmp_path / "config"))
    before = set(sys.modules)

    def put(
        groups: dict[str, dict[str, str]], *, package: str, code: str | None = None, place: Path = tmp_path
    ) -> None:
        listed = tmp_path / f"{package.replace('-', '_')}-1.0.dist-info"
        listed.mkdir()
        (listed / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {package}\nVersion: 1.0\n", encoding="utf-8")
        (listed / "entry_points.txt").write_text(entry_points(groups), encoding="utf-8")
        if code:
            (tmp_path / f"{package.replace('-', '_')}.py").write_text(code, encoding="utf-8")
        for folder in {str(tmp_path), str(place)}:
            monkeypatch.syspath_prepend(folder)

    yield put
    for name in set(sys.modules) - before:
        if name.startswith(("drafter_slovenia", "broken", "wrong")):
            del sys.modules[name]


@pytest.fixture
def example(install: Install) -> None:
    project = tomllib.loads((EXAMPLE / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    install(project["entry-points"], package=project["name"], place=EXAMPLE)


def rules_of(findings: tuple[Finding, ...]) -> set[str]:
    return {finding.rule for finding in findings}


def test_the_example_is_listed_and_works(example: None, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["plugins", "--json"]) == 0
    shape = json.loads(capsys.readouterr().out)
    assert [(one["group"], one["package"], one["problem"]) for one in shape["plugins"]] == [
        (group, "drafter-slovenia", None) for group in plugins.GROUPS
    ]
    library = drafter.open_library(CORPUS)
    draft = library.new("75/190")
    draft.write("PP1", "Recalling that young people live by the waterway,")
    found = {finding.rule: finding for finding in library.check(draft)}
    assert (found["slovenia-youth"].found, found["slovenia-youth"].suggest) == ("young people", "youth")
    assert any(one.found == "waterway" and one.suggest == "watercourse" for one in library.check(draft))
    assert "slovenia-water" not in found
    draft.undo()
    assert "slovenia-water" not in rules_of(library.check("75/190"))
    last = [label for label in draft.labels if label.startswith("PP")][-1]
    assert any("our delegation" in one.why for one in library.suggestions(draft, last))
    assert not any("our delegation" in one.why for one in library.suggestions(draft, "PP1"))


def test_settings_leave_them_out(example: None, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "config").mkdir()
    settings = tmp_path / "config" / "settings.toml"
    settings.write_text("plugins = false\n", encoding="utf-8")
    assert drafter.open_library(CORPUS)._desk.rulebook.plugins == ()
    assert main(["plugins"]) == 0
    printed = capsys.readouterr()
    assert printed.out.count("drafter-slovenia 1.0") == 3
    assert "none of them is used" in printed.err
    settings.write_text("plugins = \n", encoding="utf-8")
    told: list[str] = []
    assert drafter.open_library(CORPUS, tell=told.append)._desk.rulebook.plugins == ()
    assert len(told) == 1
    assert "settings.toml: the settings cannot be read" in told[0]


BROKEN = """
from drafter.check.extra import Rules
from drafter.model.finding import Severity
rules = Rules()
@rules.on_place("fails", Severity.ERROR, source="", example="")
def fails(place):
    raise RuntimeError("on a Monday")
@rules.on_text("odd", Severity.ERROR, source="", example="")
def odd(text, setting):
    yield "not a slip"
def miner(setting, place):
    return 1 / 0
tables = 3
"""


def test_one_that_fails_is_one_line_and_the_rest_goes_on(install: Install, tmp_path: Path) -> None:
    without = drafter.open_library(CORPUS, rulebook=Rulebook(added=()))
    findings, suggested = without.check("75/190"), without.suggestions("75/190", "OP1")
    names = {"drafter.rules": {"a": "broken:rules", "b": "broken:nothing", "c": "nowhere:rules", "d": "broken:miner"}}
    more = {"drafter.miners": {"e": "broken:miner", "f": "broken:tables"}, "drafter.tables": {"g": "broken:tables"}}
    install(names | more, package="broken", code=BROKEN)
    told: list[str] = []
    library = drafter.open_library(CORPUS, tell=told.append)
    for _ in range(2):
        assert library.check("75/190") == findings
        assert library.suggestions("75/190", "OP1") == suggested
    plugs = [line.partition(" of broken")[0].removeprefix("plug-in ") for line in told]
    assert sorted(plugs) == ["a", "b", "c", "d", "e", "f", "g"]
    assert all("\n" not in line and "drafter goes on without it" in line for line in told)
    assert any("RuntimeError: on a Monday" in line for line in told)


def test_the_command_line_tells_one_line_of_each(install: Install, tmp_path: Path) -> None:
    install({"drafter.rules": {"b": "broken:nothing"}}, package="broken", code=BROKEN)
    path = f"{ROOT}{':' if sys.platform != 'win32' else ';'}{tmp_path}"
    done = run("check", "75/190", PYTHONPATH=path, DRAFTER_CONFIG=str(tmp_path))
    assert done.returncode in {0, 1}
    assert done.stderr.count("\n") == 1
    assert done.stderr.startswith("plug-in b of broken (rules): cannot be loaded (AttributeError")
    listed = run("plugins", PYTHONPATH=path, DRAFTER_CONFIG=str(tmp_path))
    assert listed.returncode == 0
    assert listed.stdout == "rules   b  broken 1.0\n"
    assert listed.stderr.count("\n") == 1


def test_nothing_is_looked_for_before_it_is_needed(install: Install, tmp_path: Path) -> None:
    install({"drafter.rules": {"b": "broken:rules"}}, package="broken", code="raise SystemExit('loaded')")
    path = f"{ROOT}{':' if sys.platform != 'win32' else ';'}{tmp_path}"
    for arguments in (["show", "75/190"], ["corpus", "list"], ["--version"]):
        done = run(*arguments, PYTHONPATH=path, DRAFTER_CONFIG=str(tmp_path), PYTHONPROFILEIMPORTTIME="1")
        assert done.returncode == 0
        assert "importlib.metadata" not in done.stderr


def test_whoever_has_none_does_not_pay_for_the_search(tmp_path: Path) -> None:
    done = run("check", "75/190", DRAFTER_CONFIG=str(tmp_path), PYTHONPROFILEIMPORTTIME="1")
    assert done.returncode in {0, 1}
    assert "drafter.plugins" in done.stderr
    assert "importlib.metadata" not in done.stderr


def test_without_any_the_list_says_so(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(plugins, "installed", tuple)
    assert main(["plugins"]) == 0
    assert capsys.readouterr().err == "no package with a plug-in is installed\n"
