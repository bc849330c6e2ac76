"""Named versions of a draft file, which `FILE@NAME` names wherever a text is named."""

from __future__ import annotations

from pathlib import Path

from drafter.edit.drafts import latest_draft
from drafter.edit.versions import NamedVersion, NamedVersions


def versions(draft: str | Path) -> tuple[NamedVersion, ...]:
    """The versions of the draft in that file, the oldest first."""
    return NamedVersions(Path(draft)).all()


def keep_version(draft: str | Path, name: str) -> NamedVersion:
    """Keep the draft in that file as it is now under a name. Raises DrafterError for a name that is taken."""
    path = Path(draft)
    return NamedVersions(path).keep(name, latest_draft(path, lambda found: found, lambda _: None))


def remove_version(draft: str | Path, name: str) -> None:
    """Forget a version. Raises DrafterError if there is none of that name."""
    NamedVersions(Path(draft)).remove(name)
