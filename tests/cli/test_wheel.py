"""The wheel holds all that the program needs, and nothing that is derived."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
import zipfile
from email.parser import Parser
from pathlib import Path

import pytest

from drafter import __version__
from drafter.library.locate import open_records
from drafter.resources import shipped
from tests.support.program import ROOT, run


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    assert open_records(shipped("corpus")).entries()  # leaves its catalogue in the corpus, if anything does
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


def test_it_holds_templates_rules_and_corpus(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    for folder, inside in (("templates", "drafter/shipped/templates"), ("corpus", "drafter/shipped/corpus")):
        for file in (ROOT / folder).iterdir():
            if file.is_file() and not file.name.startswith("."):
                assert f"{inside}/{file.name}" in names
    for file in (ROOT / "drafter").rglob("*"):
        if file.name in {"py.typed", "draft.schema.json"} or file.suffix in {".py", ".pyi", ".toml", ".tcss", ".tsv"}:
            assert file.relative_to(ROOT).as_posix() in names
    assert not [name for name in names if ".drafter" in name or "__pycache__" in name]
    assert {name.partition("/")[0].partition("-")[0] for name in names} == {"drafter", "resolution_drafter"}


def test_it_says_what_it_is(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as opened:
        listed = {Path(name).name: name for name in opened.namelist() if ".dist-info/" in name}
        metadata = Parser().parsestr(opened.read(listed["METADATA"]).decode("utf-8"))
        commands = opened.read(listed["entry_points.txt"]).decode("utf-8")
    assert metadata["Name"] == "resolution-drafter"
    assert metadata["Version"] == __version__
    assert commands.split() == ["[console_scripts]", "drafter", "=", "drafter.cli:main"]
    assert not metadata.get_all("Project-URL")
    assert "Typing :: Typed" in metadata.get_all("Classifier", ())


def test_whatever_is_imported_is_declared() -> None:
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    names = {re.split(r"[<>=~! ]", one)[0].replace("-", "_") for one in declared}
    imported = {
        module.partition(".")[0]
        for file in (ROOT / "drafter").rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        for module in imports(node)
    }
    own = {"drafter", "_typeshed", *sys.stdlib_module_names}  # _typeshed is there for type checkers alone
    assert {CALLED.get(module, module) for module in imported - own} <= names


CALLED = {"spellchecker": "pyspellchecker", "docx": "python_docx"}
"""Packages by another name than their module's."""


def imports(node: ast.AST) -> list[str]:
    if isinstance(node, ast.ImportFrom):
        return [node.module] if node.module and not node.level else []
    return [name.name for name in node.names] if isinstance(node, ast.Import) else []


def test_it_works_in_any_folder(wheel: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    zipfile.ZipFile(wheel).extractall(site)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    home = {"HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path / "data"), "LOCALAPPDATA": str(tmp_path / "data")}
    settings = {"PYTHONPATH": str(site), "DRAFTER_CORPUS": "", **home}

    def works(*arguments: str) -> str:
        done = run(*arguments, cwd=elsewhere, **settings)
        assert done.returncode == 0, done.stderr
        return done.stdout

    assert works("--version") == f"drafter {__version__}\n"
    assert "Deeply concerned" in works("show", "75/190")
    works("new", "75/190", "-o", "dprk-76.toml")
    works("render", "dprk-76.toml", "-o", "dprk-76.docx")
    assert zipfile.is_zipfile(elsewhere / "dprk-76.docx")
