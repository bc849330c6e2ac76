"""One document from the public site: whatever the site does, it is that document or one line, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import drafter
from drafter.errors import DrafterError, LibraryError
from drafter.library.fetching import fetch
from drafter.library.locate import open_records
from drafter.library.ports import Records
from drafter.library.site import PUBLIC, Site
from drafter.resources import shipped
from drafter.switches import FETCH, OFFLINE, switched, turn_on
from tests.support.publicsite import Answer, PublicSite, dripping, endless, moved, public_site, sent, slow

KOREA = "A/RES/75/190"


@pytest.fixture(scope="module")
def official() -> bytes:
    """75/190 as a Word file."""
    return drafter.open_library(shipped("corpus")).render("75/190")


@pytest.fixture
def public(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[PublicSite]:
    monkeypatch.setenv("DRAFTER_CONFIG", str(tmp_path / "config"))
    monkeypatch.setenv("no_proxy", "localhost")
    turn_on(FETCH)
    with public_site() as site:
        monkeypatch.setenv("DRAFTER_DOCUMENTS", site.address)
        yield site


@pytest.fixture
def records(tmp_path: Path) -> Records:
    return open_records(tmp_path / "library")


def asking(public: PublicSite, **patience: float) -> Site:
    return Site(public.address, **{"silence": 5, "whole": 10, "pause": 0, **patience})  # type: ignore[arg-type]


def told(records: Records, site: Site, name: str = KOREA) -> str:
    """What a refused document is refused with; nothing is stored then."""
    with pytest.raises(LibraryError) as refused:
        fetch(records, name, site)
    assert not Path(records.place).exists()
    line = str(refused.value)
    assert "\n" not in line
    return line


def test_a_document_is_found_where_a_shouting_redirect_says_and_kept(
    public: PublicSite, records: Records, official: bytes
) -> None:
    public.lies(KOREA, official)
    assert str(fetch(records, "75/190", asking(public)).resolution.symbol) == KOREA
    assert public.asked == [{"s": KOREA, "l": "en", "t": "docx"}]
    assert all(agent.startswith("drafter/") for agent in public.agents)
    assert [str(entry.symbol) for entry in records.contents().entries] == [KOREA]
    assert not [one.problems for one in records.verify() if one.problems]
    fetch(records, "75/190", asking(public))
    assert len(public.asked) == 1, "what the library has is not asked for"


def test_a_library_fetches_in_python(public: PublicSite, tmp_path: Path, official: bytes) -> None:
    public.lies(KOREA, official)
    library = drafter.open_library(tmp_path / "library")
    assert library.fetch("75/190", pdf=True).resolution.session == 75
    assert public.asked[0]["t"] == "pdf"
    assert [str(entry.symbol) for entry in library] == [KOREA]


FRENCH = "L’Assemblée générale,\nRappelant toutes les résolutions des années et les textes dans les Nations, \n" * 9


@pytest.mark.parametrize(
    ("answer", "line"),
    [
        (sent(b"", status=404), "there is nothing under this symbol"),
        (sent(b""), "nothing came instead of a document"),
        (sent(b"\r\n<!DOCTYPE html><title>Error</title>"), "a web page came instead of a document"),
        (moved("/error"), "there is nothing under this symbol"),
        (moved("http://example.org/a.docx"), "the site sends us elsewhere (http://example.org/a.docx)"),
        (moved("/api?s=A/RES/75/190"), "the site sends us round in circles, or nowhere"),
        (sent(b"\xffWPC\x10"), "a WordPerfect file came, which is not read; nothing was stored; ask for the PDF"),
        (sent(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), "an old Word file (.doc) came, which is not read"),
        (sent(b"MZ\x90"), "a file of an unknown kind came"),
        (sent(b"", status=503, Retry_After="120"), "the site is too busy (503); ask again after 120 seconds"),
        (sent(b"", status=503), "the site is too busy (503); ask again later"),
        (sent(b"", status=403), "the site refuses to answer (403); look at https://docs.un.org/en/A/RES/75/190"),
        (sent(b"PK\x03\x04", length=9000), "the document broke off after 4 bytes; ask again later"),
        (sent(b"PK\x03\x04", length=10**9), "the document has 1,000,000,000 bytes, more than any resolution"),
        (sent(b"PK\x03\x04 and no more"), "nothing was stored; look at https://docs.un.org/en/A/RES/75/190"),
        (slow(0), "the site's answer broke off or makes no sense"),
    ],
)
def test_what_is_no_document_is_one_line(public: PublicSite, records: Records, answer: Answer, line: str) -> None:
    public.by_symbol[KOREA] = answer
    assert line in told(records, asking(public))


def test_another_document_than_the_one_asked_for_is_not_kept(
    public: PublicSite, records: Records, official: bytes
) -> None:
    public.lies("A/RES/76/177", official)
    line = told(records, asking(public), "76/177")
    assert line.startswith("A/RES/76/177 at localhost: the document that came is A/RES/75/190; nothing was stored")


def test_a_text_in_another_language_is_not_kept(public: PublicSite, records: Records) -> None:
    import io

    from docx import Document

    document, content = Document(), io.BytesIO()
    for line in FRENCH.splitlines():
        document.add_paragraph(line)
    document.save(content)
    public.lies(KOREA, content.getvalue())
    assert "this text is in French, and only English is read; nothing was stored" in told(records, asking(public))


def test_a_site_that_sleeps_drips_or_never_ends_is_left(public: PublicSite, records: Records) -> None:
    public.by_symbol[KOREA] = slow(1)
    assert "nothing whole came within 0.2 to 10 seconds" in told(records, asking(public, silence=0.2))
    public.by_symbol[KOREA] = dripping
    assert "nothing whole came within 5 to 0.3 seconds" in told(records, asking(public, whole=0.3))
    public.by_symbol[KOREA] = endless
    assert "more than 200,000 bytes came" in told(records, asking(public, largest=200_000))
    assert "the site cannot be reached" in told(records, Site("http://localhost:9/api"))


def test_two_documents_are_asked_for_one_after_the_other(public: PublicSite, records: Records) -> None:
    site = asking(public, pause=0.3)
    told(records, site)
    told(records, site)
    assert public.times[1] - public.times[0] >= 0.3
    assert Site(PUBLIC).pause >= 2.5


def test_nothing_is_asked_until_it_is_allowed_nor_offline(public: PublicSite, records: Records, tmp_path: Path) -> None:
    settings = tmp_path / "config" / "settings.toml"
    settings.unlink()
    assert "tells others what your mission drafts; allow it" in told(records, asking(public))
    settings.write_text('theme = "drafter-light"  # for the hall\n[keys]\n"desk.undo" = "z"\n', encoding="utf-8")
    turn_on(FETCH)
    written = settings.read_text(encoding="utf-8")
    assert switched(FETCH, False)
    assert written.startswith('theme = "drafter-light"  # for the hall\n')
    assert '"desk.undo" = "z"' in written
    settings.write_text(f"{OFFLINE} = true\n{FETCH} = true\n", encoding="utf-8")
    assert "the settings say offline = true" in told(records, asking(public))
    settings.write_text(f'{OFFLINE} = "yes"\n', encoding="utf-8")
    with pytest.raises(DrafterError, match="'offline' cannot be 'yes'"):
        fetch(records, KOREA, asking(public))
    assert not public.asked
    assert "no symbol of a resolution" in told(records, asking(public), "the one on Korea")
