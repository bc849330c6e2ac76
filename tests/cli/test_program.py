"""What holds for the program as a whole: exit codes, one line for what is wrong, nothing loaded that is not needed."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from drafter import __version__
from drafter.cli import main
from drafter.cli.commands import COMMANDS
from drafter.model.finding import Finding, Severity
from tests.support.program import ROOT, run

HEAVY = {"textual", "tantivy", "docx", "lxml", "jinja2", "sqlite3", "hypothesis"}


def loaded(*arguments: str) -> set[str]:
    """The packages that a call of the program imports."""
    script = (
        "import sys; from drafter.cli import main; code = main(sys.argv[1:]); "
        "print('\\n' + ' '.join(sys.modules), code)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, *arguments],
        capture_output=True,
        encoding="utf-8",
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), "DRAFTER_CORPUS": str(ROOT / "corpus")},
        check=True,
    )
    *modules, code = done.stdout.splitlines()[-1].split()
    assert code == "0", done.stderr
    return {module.partition(".")[0] for module in modules}


def test_the_version_imports_nothing() -> None:
    assert not loaded("--version") & (HEAVY | {"click", "rtoml", "json"})


def test_showing_a_resolution_imports_nothing_heavy() -> None:
    assert not loaded("show", "75/190") & HEAVY


def test_a_resolutions_word_file_is_written_without_python_docx(tmp_path: Path) -> None:
    official, draft = str(tmp_path / "official.docx"), str(ROOT / "examples" / "dprk-76.toml")
    out = iter(str(tmp_path / f"{n}.docx") for n in range(9))
    assert "docx" not in loaded("render", "75/190", "-o", official)
    assert "docx" not in loaded("redline", draft, "-o", next(out))
    assert "docx" not in loaded("redline", draft, "--onto", official, "-o", next(out))
    assert "docx" not in loaded("compare", "72/188", "75/190", "-o", next(out))
    assert "docx" in loaded("summary", draft, "-o", next(out))


def test_nothing_below_the_terminal_interface_imports_textual() -> None:
    script = (
        "import sys, pkgutil, importlib, drafter\n"
        "for found in pkgutil.walk_packages(drafter.__path__, 'drafter.'):\n"
        "    if not found.name.startswith(('drafter.tui', 'drafter.__main__')): importlib.import_module(found.name)\n"
        "print('textual' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, encoding="utf-8", cwd=ROOT, check=True)
    assert done.stdout.strip() == "False"


def test_the_version() -> None:
    assert run("--version").stdout == f"drafter {__version__}\n"


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_explains_itself(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([name, "--help"]) == 0
    told = capsys.readouterr().out
    assert f"Usage: drafter {name}" in told
    assert name == "corpus" or f"For example:\n    drafter {name}" in told
    assert "--corpus DIR" in told


def test_the_list_of_commands_is_whole_sentences(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    assert "..." not in capsys.readouterr().out.partition("Commands:")[2]


@pytest.mark.parametrize("command", [["show", "1/1"], ["corpus", "list"], ["corpus", "verify"]])
def test_the_library_is_named_before_or_after_the_command(
    command: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    said = []
    places = (["--corpus", "nowhere", *command], [*command, "--corpus", "nowhere"])
    for arguments in (*places, [command[0], "--corpus", "nowhere", *command[1:]]):
        assert main(arguments) == 2
        said.append(capsys.readouterr().err)
    assert set(said) == {said[0]}
    assert "nowhere" in said[0]
    assert main(["--corpus", "nowhere", "corpus", "list", "--corpus", str(ROOT / "corpus")]) == 0


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["shwo"], "drafter: there is no command 'shwo'; did you mean show?"),
        (["show"], "drafter: Missing argument 'RESOLUTION|DRAFT|ROUND'; see drafter show --help"),
        (["show", "75/190", "--jsno"], "drafter: No such option '--jsno'. (Did you mean"),
        (["show", "75/191"], "drafter: 75/191 is not in the library"),
        (["show", "nothing.toml"], "drafter: nothing.toml: no such file or directory; check the name"),
        (["show", "."], "drafter: .: this is a folder; name a file in it"),
        (["show", "a\nb"], "drafter: a b is not in the library"),
        (["--corpus", "nowhere", "corpus", "list"], "drafter: nowhere: there is no library here; make one with"),
    ],
)
def test_what_is_wrong_is_one_line_and_exit_2(
    arguments: list[str], line: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.startswith(line)
    assert printed.err.count("\n") == 1


def test_check_names_what_the_turn_of_the_year_left_in_a_draft(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    draft = str(tmp_path / "next.toml")
    assert main(["--corpus", str(ROOT / "corpus"), "new", "75/190", "-o", draft]) == 0
    capsys.readouterr()
    assert main(["--corpus", str(ROOT / "corpus"), "check", draft, "--json"]) in {0, 1}
    rules = {finding["rule"] for finding in json.loads(capsys.readouterr().out)["findings"]}
    assert {"pending-update", "old-session"} <= rules


def test_errors_found_by_check_are_exit_1(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "75/190"]) in {0, 1}
    error = Finding("rule", Severity.ERROR, "wrong", 0, "PP1")
    monkeypatch.setattr("drafter.desk.Desk.findings", lambda *_: (error,))
    assert main(["check", "75/190"]) == 1
    assert "wrong" in capsys.readouterr().out


def test_a_fault_is_one_line_and_a_traceback_on_request(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fault(*_: object) -> None:
        raise KeyError("PP1")

    monkeypatch.setattr("drafter.desk.Desk.text", fault)
    assert main(["show", "75/190"]) == 2
    said = capsys.readouterr().err
    assert "this is a fault in drafter, not in your input (KeyError: 'PP1')" in said
    assert said.count("\n") == 1
    monkeypatch.setenv("DRAFTER_DEBUG", "1")
    main(["show", "75/190"])
    assert "Traceback" in capsys.readouterr().err


@pytest.mark.skipif(os.name == "nt", reason="no such signals and devices there")
class TestOnPosix:
    def start(self, *arguments: str, stdout: object) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, "-m", "drafter", *arguments],
            stdout=stdout,  # type: ignore[call-overload]
            stderr=subprocess.PIPE,
            encoding="utf-8",
            cwd=ROOT,
        )

    def test_a_reader_that_goes_away_is_no_news(self) -> None:
        program = self.start("show", "75/190", stdout=subprocess.PIPE)
        assert program.stdout is not None
        program.stdout.close()
        assert program.communicate()[1] == ""
        assert program.returncode == 141

    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
    def test_a_full_disk_is_one_line(self) -> None:
        with Path("/dev/full").open("w") as full:
            program = self.start("show", "75/190", stdout=full)
            assert program.communicate()[1] == "drafter: output: no space left on device\n"
        assert program.returncode == 2

    def test_control_c_ends_quietly(self) -> None:
        # a run of the tests in the background hands on that Ctrl+C is ignored
        script = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler);"
        script += "import time, drafter.desk as d; d.Desk.text = lambda *_: time.sleep(60); import sys;"
        script += "from drafter.cli import main; print('up', flush=True); sys.exit(main(['show', '75/190']))"
        program = subprocess.Popen(
            [sys.executable, "-c", script], stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8", cwd=ROOT
        )
        assert program.stdout is not None
        program.stdout.readline()
        time.sleep(0.5)
        program.send_signal(signal.SIGINT)
        assert program.communicate()[1] == ""
        assert program.returncode == 130


def test_output_is_utf_8_on_any_console() -> None:
    done = run("show", "75/190", PYTHONIOENCODING="cp1252", LC_ALL="C")
    assert done.returncode == 0
    assert "People’s Republic" in done.stdout or "People's Republic" in done.stdout
