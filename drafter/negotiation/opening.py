"""What a round can be about: a draft, or a resolution or L. document as it reads."""

from __future__ import annotations

from dataclasses import replace

from drafter.edit.begin import begin
from drafter.model.draft import Draft
from drafter.model.resolution import Resolution


def base_text(text: Draft | Resolution, name: str) -> Draft:
    """The text as a base, with its own symbol and session; `name` is what it calls its own base."""
    if isinstance(text, Draft):
        return text
    return replace(begin(text, name), symbol=text.symbol, session=text.session)
