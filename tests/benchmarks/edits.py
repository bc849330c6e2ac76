"""Editing, saving and loading a draft of 300 paragraphs beside one of 30: what it costs and how it grows.

Run: python -m tests.benchmarks.edits
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from timeit import repeat

from drafter.edit import draftfile, edits
from drafter.edit.apply import apply
from drafter.edit.drafts import done
from drafter.edit.history import History
from drafter.model.draft import Draft, printed
from drafter.model.inline import Inline
from tests.support.drafts import SMALL, drafted

LONG = Inline.from_markup(
    "*Encourages* the Government, in accordance with resolution 74/166, to continue its cooperation with the Office "
    "of the United Nations High Commissioner for Human Rights, the treaty bodies and the special procedures,[^1] "
    "and to extend invitations to all thematic special procedures;"
)


def draft_of(times: int) -> Draft:
    paragraphs = tuple(replace(paragraph, inline=LONG) for paragraph in SMALL.paragraphs * times)
    return drafted(replace(SMALL, paragraphs=paragraphs))


def milliseconds(action: Callable[[], object], number: int = 5) -> float:
    return min(repeat(action, number=number, repeat=5)) / number * 1000


def actions(draft: Draft) -> dict[str, Callable[[], object]]:
    text = draftfile.dumps(draft)
    return {
        "set a text": lambda: apply(draft, edits.SetText("p5", Inline("Other words;"))),
        "move a list": lambda: apply(draft, edits.Move("p14", None)),
        "delete, with its name": lambda: done(History(draft), edits.Delete("p14")),
        "as it would be printed": lambda: printed(draft),
        "write the file's text": lambda: draftfile.dumps(draft),
        "read the file's text": lambda: draftfile.loads(text, "draft.toml"),
    }


def main() -> None:
    small, large = actions(draft_of(3)), actions(draft_of(30))
    print(f"{'':28}30 ms   300 ms   ratio")
    for name, action in large.items():
        few, many = milliseconds(small[name]), milliseconds(action)
        print(f"{name:<24}{few:9.3f}{many:9.3f}{many / few:8.1f}")


if __name__ == "__main__":
    main()
