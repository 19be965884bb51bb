"""What became of items between two states, told once each."""

from __future__ import annotations

from datetime import date

import pytest

from projections.comparing import Change, Thing, What, compared


def thing(ref: str = "Z1", **changes: object) -> Thing:
    cells: dict[str, object] = {
        "ref": ref,
        "forum": "wasser",
        "text": "Pläne",
        "state": "promised",
        "due": date(2027, 4, 30),
        "late": False,
        "version": 2,
    }
    return Thing(**{**cells, **changes})  # type: ignore[arg-type]  # as listed above


def change(before: Thing | None, after: Thing) -> list[Change]:
    known = {} if before is None else {before.ref: before}
    return list(compared(known, {after.ref: after}))


def test_what_stayed_as_it_was_is_not_told() -> None:
    assert change(thing(), thing()) == []
    assert change(thing(text=None), thing(text=None)) == []


@pytest.mark.parametrize(
    ("before", "after", "what"),
    [
        (None, thing(), [What.NEW]),
        (None, thing(state="fulfilled"), [What.NEW, What.FULFILLED]),
        (thing(), thing(version=3), [What.CHANGED]),
        (thing(), thing(late=True), [What.OVERDUE]),
        (thing(late=True), thing(late=True, version=3), [What.CHANGED]),
        (thing(), thing(version=3, state="fulfilled"), [What.FULFILLED]),
        (thing(), thing(version=3, state="withdrawn"), [What.WITHDRAWN]),
        (thing(), thing(version=3, text=None), [What.CHANGED, What.ERASED]),
        (
            thing(state="ask_published"),
            thing(state="ask_concluded", version=3),
            [What.CHANGED],
        ),
    ],
)
def test_each_kind_of_change_has_its_name(
    before: Thing | None, after: Thing, what: list[What]
) -> None:
    (found,) = change(before, after)
    assert found.what == what
    assert (found.before, found.after) == (before, after)


def test_changes_come_in_the_order_of_their_numbers() -> None:
    after = {ref: thing(ref) for ref in ("Z10", "Z9", "I2", "F3")}
    assert [one.ref for one in compared({}, after)] == ["F3", "I2", "Z9", "Z10"]
