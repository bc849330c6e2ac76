"""Comments on a tracked file: the reasons and sources are read, and the text stays exact either way."""

from __future__ import annotations

import io
import json
import subprocess
import zipfile
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from lxml import etree

from drafter.desk import Desk
from drafter.model.draft import Draft, DraftParagraph, Source, Status, printed
from drafter.render.comments import Remarks, remarks
from drafter.render.masthead import of_draft, of_resolution
from drafter.render.redline import redline
from tests.support import exact, probe, tracked, wordfile
from tests.support.exact import Case

CORPUS = Path(__file__).resolve().parents[2] / "corpus"
W = tracked.W


@cache
def drafted() -> Draft:
    """The worked draft; its third paragraph dropped, one added after, each with a reason and sources."""
    draft = Desk.at(CORPUS).draft(str(CORPUS.parent / "examples" / "dprk-76.toml"))
    third = draft.paragraphs[2]
    dropped = replace(third, status=Status.DELETED, reason="Said already in the first.", note="Ask Anna.")
    sources = (Source("75/190", "OP11"), Source("A/HRC/RES/46/17", "OP4"))
    added = DraftParagraph("new", third.paragraph, None, Status.ADDED, sources=sources, reason="Put shorter.")
    added = added.with_paragraph(inline=third.inline[:60])
    return replace(draft, paragraphs=(*draft.paragraphs[:2], dropped, added, *draft.paragraphs[3:]))


@cache
def commented() -> Case:
    draft = drafted()
    assert draft.adopted is not None
    base = draft.adopted.resolution
    plain = exact.case("commented", base, printed(draft), of_draft(draft))
    said = remarks(draft, base)
    made = redline(base, printed(draft), of_draft(draft), author="Ruritania", date=exact.DATE, remarks=said)
    return replace(plain, docx=made)


EVERYWHERE = ("all together", "a new paragraph first", "a note added", "the first of two marks dropped", "a move up")


def spoken_of(name: str) -> Case:
    """A probe with a comment on everything that changed, between the first two notes too."""
    old, new = next((old, new) for found, old, new in probe.pairs() if found == name)
    plain = exact.case(name, old, new)
    both = (dict.fromkeys(range(len(text.paragraphs)), ("Why.",)) for text in (old, new))
    made = redline(old, new, of_resolution(new), author="Ruritania", date=exact.DATE, remarks=Remarks(*both))
    return replace(plain, docx=made)


def test_comments_on_everything_are_exact() -> None:
    assert [problem for name in EVERYWHERE for problem in exact.by_xml(spoken_of(name))] == []


def test_the_comments_say_reason_and_sources() -> None:
    with zipfile.ZipFile(io.BytesIO(commented().docx)) as package:
        comments = etree.fromstring(package.read("word/comments.xml"))
        settings = package.read("word/settings.xml")
    said = ["\n".join("".join(p.itertext()) for p in each) for each in comments]
    assert "Said already in the first.\nPut shorter.\nSources: 75/190 OP11; A/HRC/RES/46/17 OP4" in said
    assert not any("Ask Anna." in each for each in said)
    signed = {tuple(each.get(W + key) for key in ("author", "date", "initials")) for each in comments}
    assert signed == {("Ruritania", "2026-01-02T03:04:05Z", "d")}
    assert b"trackRevisions" in settings


def test_the_file_is_whole_and_exact() -> None:
    assert wordfile.problems(commented().docx) == []
    assert exact.by_xml(commented()) == []


@pytest.mark.readers("pandoc")
def test_pandoc_reads_them() -> None:
    assert exact.by_pandoc(commented()) == []
    command = ["pandoc", "--from=docx", "--to=json", "--track-changes=all", "-"]
    read = json.loads(subprocess.run(command, input=commented().docx, check=True, capture_output=True).stdout)
    assert "A/HRC/RES/46/17" in json.dumps(read)


@pytest.mark.readers("soffice")
def test_libreoffice_reads_them() -> None:
    assert exact.by_office([commented(), *map(spoken_of, EVERYWHERE)]) == []
