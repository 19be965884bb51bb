"""Whatever a bundle holds, the answer is a verdict and never an error."""

from __future__ import annotations

from typing import Any, Final

from hypothesis import given, settings
from hypothesis import strategies as st

from core.bundle.kept import kept
from core.bundle.verdict import Exit
from core.note import MalformedError
from tests.adapters.audit.bundles import Line, closed, log, verdict

SMALL: Final = log(12, 5)
ANYTHING: Final = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=9),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["key", "v", "a"]), inner, max_size=3)
    ),
    max_leaves=6,
)


def places(value: Line) -> list[tuple[Any, Any]]:
    """Return everything in a line that may be replaced, with where it stands."""
    found: list[tuple[Any, Any]] = []
    for name, inner in value.items():
        found.append((value, name))
        if isinstance(inner, dict):
            found += places(inner)
        if isinstance(inner, list):
            found += [(inner, at) for at, _ in enumerate(inner)]
    return found


@settings(max_examples=300)
@given(st.data())
def test_any_value_may_stand_anywhere(data: st.DataObject) -> None:
    lines = SMALL.lines()
    line = data.draw(st.sampled_from(lines))
    where, name = data.draw(st.sampled_from(places(line)))
    before, where[name] = where[name], data.draw(ANYTHING)
    changed = where[name] != before or type(where[name]) is not type(before)
    assert (verdict(closed(lines)).exit is not Exit.SOUND) is changed


@given(st.lists(st.binary(max_size=40)))
def test_any_bytes_may_be_a_file(lines: list[bytes]) -> None:
    assert verdict(lines).exit is Exit.UNREADABLE


@given(st.binary(max_size=200) | st.text("ab14\n:/= -", max_size=200).map(str.encode))
def test_any_bytes_may_have_been_kept(data: bytes) -> None:
    try:
        assert kept(data)
    except MalformedError:
        return
