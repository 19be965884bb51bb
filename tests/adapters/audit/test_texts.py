"""Texts that are gone are told apart: erased for a reason, or missing without one."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import pytest

from core.bundle.kept import kept
from core.bundle.leaf import ERASED, REPLACED
from core.bundle.verdict import Exit, Said
from tests.adapters.audit.bundles import (
    Line,
    Log,
    closed,
    log,
    outcome,
    shown,
    verdict,
)

SMALL: Final = log(24)


def without_texts(of: Log) -> list[Line]:
    """Return the lines of a bundle that opens none."""
    return [line for line in of.lines() if "text" not in line]


def test_a_text_that_is_missing_without_a_word_is_unexplained() -> None:
    found = verdict(closed(without_texts(SMALL)))
    assert found.exit is Exit.UNEXPLAINED
    assert found.said[:2] == (
        (Said.UNEXPLAINED, {"entry": 10, "field": "reason"}),
        (Said.UNEXPLAINED, {"entry": 20, "field": "reason"}),
    )


@pytest.mark.parametrize("kind", [ERASED, REPLACED])
def test_a_text_that_an_entry_erased_is_explained(kind: str) -> None:
    erasures = [
        shown(21 + n, kind=kind, leaf=entry, field="reason", ground="art-17")
        for n, entry in enumerate((10, 20))
    ]
    found = verdict(closed(without_texts(Log([*SMALL.entries[:20], *erasures]))))
    assert found.exit is Exit.SOUND
    facts = {"entry": 20, "field": "reason", "by": 22, "ground": "art-17"}
    assert (Said.ERASED, facts) in found.said


@pytest.mark.parametrize("lacking", ["leaf", "field", "ground"])
def test_an_erasure_says_what_it_erased_and_why(lacking: str) -> None:
    body: Line = {"leaf": 10, "field": "reason", "ground": "art-17"}
    del body[lacking]
    entries = [*SMALL.entries, shown(25, kind=ERASED, **body)]
    assert outcome(closed(Log(entries).lines())) == (Exit.INVALID, Said.MALFORMED)


def test_a_text_that_was_erased_before_it_was_sealed_again_is_no_gap() -> None:
    entry = shown(1)
    entry["state"]["sealed"] = {"reason": None}
    lines = Log([entry]).lines()
    assert outcome([*closed(line for line in lines if "text" not in line)]) == (
        Exit.SOUND,
        Said.SOUND,
    )


def test_a_bundle_that_opens_no_text_has_no_gaps() -> None:
    lines = without_texts(SMALL)
    lines[0] = {**lines[0], "scope": "public", "texts": False}
    found = verdict(closed(lines))
    assert found.exit is Exit.SOUND
    assert (Said.NO_TEXTS, {}) in found.said


def part(of: Log, *wanted: int) -> list[Line]:
    """Return a bundle that holds some entries only."""
    tree = of.tree()
    entries = [
        line
        if "text" in line
        else {
            **line,
            "inclusion": [h.hex() for h in tree.inclusion_proof(line["entry"] - 1)],
        }
        for line in of.disclosed()
        if line["entry"] in wanted
    ]
    return [{**of.head(), "scope": "part"}, *of.checkpoints(), *entries]


def test_a_part_proves_what_it_shows_and_no_more() -> None:
    found = verdict(closed(part(SMALL, 3, 10, 24)))
    assert found.exit is Exit.SOUND
    assert (Said.PART, {"count": 3, "size": 24}) in found.said


def test_a_part_of_another_log_is_refused() -> None:
    lines = part(SMALL, 3, 10, 24)
    lines[2] = part(SMALL.rewritten(3), 3)[2]
    assert outcome(closed(lines)) == (Exit.INVALID, Said.INCLUSION)
    lines = part(SMALL, 3, 10)
    lines[2] = {**lines[2], "entry": 4}
    assert outcome(closed(lines)) == (Exit.INVALID, Said.INCLUSION)


def test_a_part_withholds_by_leaving_out() -> None:
    lines = [*part(SMALL, 3), {"entry": 5, "hash": "0" * 64}]
    assert outcome(closed(lines))[0] is Exit.INVALID


def test_a_part_can_be_compared_at_its_own_checkpoints_only() -> None:
    two = replace(SMALL, sizes=(14,))
    mine, other = (kept(two.note(size).written().encode()) for size in (14, 13))
    assert verdict(closed(part(two, 3)), mine).exit is Exit.SOUND
    found = verdict(closed(part(two, 3)), other)
    assert (found.exit, found.said[-1][0]) == (Exit.UNREADABLE, Said.INCOMPARABLE)


def test_what_cannot_be_compared_hides_nothing_that_is_missing() -> None:
    two = replace(SMALL, sizes=(14,))
    lines = [line for line in part(two, 10) if "text" not in line]
    found = verdict(closed(lines), kept(two.note(13).written().encode()))
    assert found.exit is Exit.UNREADABLE
    assert {Said.INCOMPARABLE, Said.UNEXPLAINED} <= {said for said, _ in found.said}
