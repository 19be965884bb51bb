"""Which kinds stand in which list follows from their names."""

from __future__ import annotations

from projections.examining import Kind, kinds, there


def test_every_list_has_something_to_show() -> None:
    assert all(there(kind) for kind in Kind)
    assert "export.made.v1" in kinds(Kind.EXPORTS)
    assert {"text.erased.v1", "hold.set.v1"} <= kinds(Kind.DELETIONS)
    assert "information.corrected.v1" in kinds(Kind.CORRECTIONS)
    assert kinds(Kind.BEHALF) == frozenset()
