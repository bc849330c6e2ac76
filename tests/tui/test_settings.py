"""The settings file: what is not understood is told, passed over, and never written away."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.tui import settings
from tests.tui.conftest import Open

MINE = """# mine
author = "Delegation of Elbonia"
recent = ["/a/korea.toml", "/a/oceans.toml"]
[keys]
"desk.bogus" = "z"
"desk.delete" = "f9"
"""


def test_a_slip_in_the_settings_is_one_line_and_the_rest_applies(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text(MINE, encoding="utf-8")
    loaded = settings.load(file)
    (slip,) = loaded.slips
    assert "settings.toml: no setting is called 'desk.bogus'" in str(slip)
    assert not loaded.understood
    assert loaded.settings.author == "Delegation of Elbonia"
    assert len(loaded.settings.recent) == 2
    assert loaded.settings.keys == {"desk.delete": "f9"}


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("colour = 3", "no setting is called 'colour'"),
        ("author = 3", "'author' cannot be 3"),
        ("author = ", "correct the settings file or delete it"),
        ("keys = 3", "'keys' cannot be 3"),
        ('[keys]\n"desk.edit" = 3', "'desk.edit' cannot have the key 3"),
    ],
)
def test_what_is_not_understood_is_told(tmp_path: Path, written: str, said: str) -> None:
    file = tmp_path / "settings.toml"
    file.write_text(written, encoding="utf-8")
    loaded = settings.load(file)
    assert said in str(loaded.slips[0])
    assert not loaded.understood


def test_a_key_that_is_given_twice_is_told(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text('[keys]\n"desk.edit" = "f9"\n"desk.delete" = "f9,d"\n"desk.whole" = "n"\n', encoding="utf-8")
    loaded = settings.load(file)
    assert [slip.problem for slip in loaded.slips] == [
        "the key 'f9' is given twice: desk.delete and desk.edit",
        "the key 'n' is given twice: desk.next_change and desk.whole",
    ]
    assert loaded.understood


async def test_a_file_that_is_not_understood_is_not_written_to(opened: Open, tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text(MINE, encoding="utf-8")
    async with opened() as hand:
        await hand.begin()  # a draft that is opened becomes a recent one
        assert hand.app.settings.author == "Delegation of Elbonia"
        await hand.press("f2")
        assert any("desk.bogus" in one.message for one in hand.app._notifications)
    assert file.read_text(encoding="utf-8") == MINE


def test_settings_come_back_and_comments_stay(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text('# mine\nauthor = "Elbonia"\n', encoding="utf-8")
    known = settings.load(file).settings.opened(tmp_path / "a.toml")
    settings.save(file, known)
    assert file.read_text(encoding="utf-8").startswith("# mine")
    assert settings.load(file).settings == known
