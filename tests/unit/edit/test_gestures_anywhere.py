"""What holds of every gesture, whatever was done to the draft before."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.check.checker import check
from drafter.check.profile import Profile
from drafter.check.rule import Background
from drafter.edit import gestures
from drafter.edit.apply import apply
from drafter.edit.gestures import Gesture
from drafter.edit.touched import touched
from drafter.errors import DrafterError
from drafter.model.draft import Draft, labels, printed
from drafter.model.inline import Inline
from drafter.parse.fragment import fragment
from tests.support.drafts import an_edit, drafted

ANY: list[Callable[[Draft, str, str], Gesture]] = [
    lambda draft, id, _: gestures.insert_after(draft, id, Inline("Welcomes this;")),
    lambda draft, id, _: gestures.insert_before(draft, id),
    lambda draft, id, _: gestures.insert_below(draft, id),
    lambda draft, id, _: gestures.put_in(draft, id, fragment("1. Urges all:\n(a) To go;\nNoting that,").paragraphs),
    lambda draft, id, _: gestures.delete_or_restore(draft, id),
    lambda draft, id, _: gestures.move_up(draft, id),
    lambda draft, id, _: gestures.move_down(draft, id),
    lambda draft, id, other: gestures.move_after(draft, id, other, turn=True),
    lambda draft, id, other: gestures.move_before(draft, id, other),
    lambda draft, id, _: gestures.change_kind(draft, id),
    lambda draft, id, _: gestures.split(draft, id, len(draft[id].text) // 2),
    lambda draft, id, _: gestures.merge(draft, id),
    lambda draft, id, _: gestures.promote(draft, id),
    lambda draft, id, _: gestures.demote(draft, id),
    lambda draft, id, _: gestures.written(draft, id, "Strongly urges the Government,"),
    lambda draft, id, _: gestures.revert(draft, id),
    lambda draft, id, _: gestures.new_footnote(draft, id, 1, Inline("A/76/1.")),
]


@settings(deadline=None)
@given(st.data())
def test_a_gesture_is_refused_in_labels_or_can_be_done_shown_and_undone(data: st.DataObject) -> None:
    draft = drafted()
    for _ in range(data.draw(st.integers(0, 4))):
        try:
            draft = apply(draft, data.draw(an_edit(draft)))
        except DrafterError:
            continue
        if not draft.paragraphs:
            return
    ids = [one.id for one in draft]
    id, other = data.draw(st.sampled_from(ids)), data.draw(st.sampled_from(ids))
    try:
        gesture = data.draw(st.sampled_from(ANY))(draft, id, other)
        after = apply(draft, gesture.edit)
    except DrafterError as refused:
        assert refused.place is None or refused.place in {*labels(draft).values(), "the paragraph", "the new paragraph"}
        return
    here = {one.id for one in after}
    assert gesture.show in here or (gesture.show is None and not here)
    assert set(touched(gesture.edit, draft, after)) <= here
    assert set(touched(gesture.edit, after, draft)) <= set(ids)
    assert touched(gesture.edit, after, draft) or not ids


def test_what_crosses_the_border_is_told_and_turned_wherever_it_goes() -> None:
    draft = drafted()
    for id in (one.id for one in draft if not one.level):
        assert in_order(apply(draft, gestures.change_kind(draft, id).edit))
        for after in (None, *(one.id for one in draft)):
            try:
                plain = gestures.move_after(draft, id, after)
            except DrafterError as refused:
                if gestures.crossing(draft, id, after) is None:
                    continue
                assert "cannot stand among" in refused.problem
            else:
                assert in_order(moved(draft, plain) or draft)
            assert in_order(moved(draft, gestures.move_after(draft, id, after, turn=True)) or draft)


def moved(draft: Draft, gesture: Gesture) -> Draft | None:
    """The draft after a move; None where a paragraph would go into its own list."""
    try:
        return apply(draft, gesture.edit)
    except DrafterError:
        return None


def in_order(draft: Draft) -> bool:
    """Whether the checks find nothing on the wrong side of the border."""
    text = printed(draft)
    return all(finding.rule != "order" for finding in check(text, Background(Profile.of(text))))
