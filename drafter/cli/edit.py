"""`drafter edit`: what the desk does by a key, to one paragraph of a draft."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from drafter.cli.common import tell, the_desk, watch
from drafter.errors import DrafterError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from drafter.edit.gestures import Gesture, Step
    from drafter.model.draft import Draft
    from drafter.model.inline import Inline

TITLE = "title"
TOP = "top"


@click.command(
    epilog='Such as: drafter edit dprk.toml OP14 --text "Strongly encourages …;" --note "asked for by the EU". Several '
    "options are done in the order of this list and undone as one."
)
@click.argument("draft", metavar="DRAFT", type=click.Path(path_type=Path))
@click.argument("label", metavar="LABEL")
@click.option("--restore", is_flag=True, help="Bring a deleted paragraph back, as adopted.")
@click.option("--revert", is_flag=True, help="The words as adopted.")
@click.option("--take", type=click.IntRange(1, 50), metavar="N", help="Suggestion N of drafter suggest.")
@click.option("--update", is_flag=True, help="The updates whose new words are known and need no verifying.")
@click.option("--text", metavar="WORDS", help="The paragraph reads so; its italics and note marks stay.")
@click.option("--turn", is_flag=True, help="Make it preambular or operative, there or at the border of the two.")
@click.option("--after", metavar="LABEL", help="Move it after that paragraph, or to the top.")
@click.option("--before", metavar="LABEL", help="Move it before that paragraph.")
@click.option("--promote", is_flag=True, help="One level higher.")
@click.option("--demote", is_flag=True, help="One level deeper.")
@click.option("--merge", is_flag=True, help="Join the next paragraph to it.")
@click.option("--split", metavar="AT", help="Cut it before these words of it, or before a character by number.")
@click.option("--new", metavar="WORDS", help="A new paragraph after it.")
@click.option("--new-before", metavar="WORDS", help="A new paragraph before it.")
@click.option("--new-below", metavar="WORDS", help="A new first subparagraph of it.")
@click.option("--note", metavar="WORDS", help="A private note on it; “” takes it away.")
@click.option("--delete", is_flag=True, help="Delete it, with its subparagraphs.")
def edit(draft: Path, label: str, **options: Any) -> None:
    """Change a paragraph of a draft, named by its LABEL; “title” is the resolution's title."""
    from drafter.edit.gestures import together

    chosen = {name: value for name, value in options.items() if value is not None and value is not False}
    if not chosen:
        raise click.UsageError("say what to do with it, such as --text WORDS or --delete")
    with the_desk().at_work(draft) as opened:
        before = opened.history
        try:
            done = together(opened.document, _steps(opened.document, label, chosen))
            opened.do(done.edit)
        except DrafterError as error:
            raise DrafterError(
                error.problem, file=error.file or draft, place=error.place, remedy=error.remedy
            ) from error
        if opened.history is before:
            tell(f"{draft}: nothing changes by that")
            return
        opened.save()
        tell(f"{draft}: {opened.history.undo_name}" + (f". {done.said}" if done.said else ""))
        click.echo(_shown(opened.document, done.show))


def _steps(draft: Draft, label: str, chosen: dict[str, Any]) -> Iterator[Step]:
    """The gestures of the options, in the order in which the command lists them."""
    from drafter.edit import gestures
    from drafter.model.inline import Inline

    if label.casefold() == TITLE:
        if set(chosen) != {"text"}:
            raise click.UsageError("the title takes --text alone")
        yield partial(gestures.title, inline=Inline.from_markup(chosen["text"]))
        return
    id = gestures.paragraph_at(draft, label, deleted="restore" in chosen)
    moves = {"turn": gestures.change_kind} if not {"after", "before"} & set(chosen) else {}
    plain = {
        "restore": gestures.restore, "revert": gestures.revert, "promote": gestures.promote, "demote": gestures.demote,
        "merge": gestures.merge, "delete": gestures.delete, **moves,
    }  # fmt: skip
    said: dict[str, Callable[[Draft, str, str], Gesture]] = {"text": gestures.written, "note": gestures.note}
    new: dict[str, Callable[[Draft, str, Inline], Gesture]] = {
        "new": gestures.insert_after, "new_before": gestures.insert_before, "new_below": gestures.insert_below
    }  # fmt: skip
    own: dict[str, Callable[[Draft, str, Any], Gesture]] = {
        "take": _take, "split": _split, "update": _update,
        "after": partial(_after, turn="turn" in chosen), "before": partial(_before, turn="turn" in chosen),
    }  # fmt: skip
    for name, value in chosen.items():
        if name in plain:
            yield partial(plain[name], paragraph_id=id)
        elif name in said:
            yield partial(_with, said[name], id, value)
        elif name in new:
            yield partial(_with, new[name], id, Inline.from_markup(value))
        elif name in own:
            yield partial(_with, own[name], id, value)


def _with(do: Callable[[Draft, str, Any], Gesture], id: str, value: Any, draft: Draft) -> Gesture:
    return do(draft, id, value)


def _after(draft: Draft, id: str, label: str, *, turn: bool) -> Gesture:
    from drafter.edit import gestures

    after = None if label.strip().casefold() == TOP else gestures.paragraph_at(draft, label)
    return gestures.move_after(draft, id, after, turn=turn)


def _before(draft: Draft, id: str, label: str, *, turn: bool) -> Gesture:
    from drafter.edit import gestures

    return gestures.move_before(draft, id, gestures.paragraph_at(draft, label), turn=turn)


def _split(draft: Draft, id: str, at: str) -> Gesture:
    from drafter.edit import gestures

    text = draft[id].text
    if at.isascii() and at.isdigit() and at not in text:
        return gestures.split(draft, id, int(at))
    if text.count(at) != 1:
        said = "do not stand in it" if at not in text else "stand in it more than once"
        label = gestures.label_of(draft, id)
        raise DrafterError(f"the words “{at}” {said}", place=label, remedy="give the words before which to cut")
    return gestures.split(draft, id, text.index(at))


def _take(draft: Draft, id: str, number: int) -> Gesture:
    from drafter.edit import gestures
    from drafter.suggest.rank import suggestions

    desk = the_desk()
    setting = desk.setting(draft, desk.searchable(tell, watch))
    found = suggestions(setting, draft.standing.index(draft[id]), number)
    if number > len(found):
        label = gestures.label_of(draft, id)
        raise DrafterError(f"there is no suggestion {number}, only {len(found)}", place=label)
    return gestures.take(draft, id, found[number - 1])


def _update(draft: Draft, id: str, _: bool) -> Gesture:
    from drafter.edit import gestures
    from drafter.edit.pending import pending
    from drafter.model.suggestion import UpdateStatus

    here = pending(draft, the_desk().updates(draft)).get(id, ())
    known = [one for one in here if one.status is not UpdateStatus.VERIFY and one.proposed is not None]
    label = gestures.label_of(draft, id)
    if not known:
        said = f"{len(here)} to verify" if here else "nothing to bring up to date"
        raise DrafterError(f"there is no update whose new words are known, {said}", place=label)
    return gestures.accept_all(draft, known, name=f"bring {label} up to date")


def _shown(draft: Draft, id: str | None) -> str:
    """A paragraph as it stands now, with its label; the title where there is none."""
    from drafter.model.draft import labels

    if id is None:
        return draft.title.text
    one = draft[id]
    return f"{one.origin} of the base, deleted" if one.deleted else f"{labels(draft)[id]} {one.text}"
