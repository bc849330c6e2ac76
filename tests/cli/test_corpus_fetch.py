"""Documents of the public site, asked for on the command line."""

from __future__ import annotations

from pathlib import Path

import drafter
from drafter.resources import shipped
from tests.support.program import run
from tests.support.publicsite import public_site


def test_documents_are_asked_for_once_allowed_and_the_wrong_one_is_not_kept(tmp_path: Path) -> None:
    with public_site() as public:
        for symbol in ("A/RES/75/190", "A/RES/76/177"):
            public.lies(symbol, drafter.open_library(shipped("corpus")).render("75/190"))
        own = {
            "DRAFTER_CORPUS": str(tmp_path / "library"),
            "DRAFTER_CONFIG": str(tmp_path / "config"),
            "DRAFTER_DOCUMENTS": public.address,
            "no_proxy": "localhost",
        }
        refused = run("corpus", "fetch", "75/190", **own)
        assert refused.returncode == 2
        assert "tells others what your mission drafts; allow it once" in refused.stderr
        assert run("corpus", "fetch", *["75/190"] * 11, **own).returncode == 2
        assert not public.asked
        fetched = run("corpus", "fetch", "--allow", "75/190", "76/177", **own)
        assert fetched.returncode == 2
        assert "A/RES/75/190: Situation of human rights in the Democratic People" in fetched.stderr
        assert "drafter: A/RES/76/177 at localhost: the document that came is A/RES/75/190" in fetched.stderr
        assert public.times[1] - public.times[0] >= 2.5
        again = run("corpus", "fetch", "75/190", **own)
        assert (again.returncode, again.stderr) == (0, "A/RES/75/190: in the library already\n")
        assert len(public.asked) == 2
    assert run("corpus", "list", **own).stdout.startswith("A/RES/75/190 ")
