"""Which version and which body is meant, by what people print and type."""

from __future__ import annotations

from dataclasses import replace

from core.decision import commands as c
from core.decision import events as e
from core.decision import mark
from core.decision.kinds import Evidence
from core.decision.wording import marked, same
from core.errors import Code
from core.sealed import Sealed
from tests.core.decision_world import (
    AFTER,
    GV,
    OTHER,
    TEXT,
    A,
    decision,
    past,
    ratifying,
    submits,
    town,
)

approve = c.RecordApproval(org=A, body=GV, evidence=Evidence.MINUTES, ref="TOP 7")
lies = past(submits(A), start=ratifying())
mayor = decision(town(A, on=AFTER))


def test_a_mark_means_the_newest_version_of_its_text() -> None:
    printed = mark(TEXT) or ""
    assert marked(printed, {1: TEXT, 2: OTHER, 3: TEXT}) == 3
    assert marked(f" {printed.upper()} ", {1: TEXT, 2: OTHER}) == 1
    assert marked("0000-0000-0000", {1: TEXT}) is None


def test_a_body_is_one_in_whatever_letters_it_is_typed() -> None:
    typed = replace(approve, body=GV.upper())
    first, *_ = past((typed, town(A, on=AFTER)), start=lies)[len(lies) :]
    assert isinstance(first, e.CouncilApproved)
    assert first.body == GV
    mayor.given(*lies).when(c.Reserve(body=GV.title())).then()
    mayor.given(*lies).when(replace(typed, body="rat")).refused(
        Code.UNKNOWN_RATIFICATION
    )


def test_a_stop_at_the_end_makes_no_other_text() -> None:
    stopped, bare = (
        Sealed("Wir messen. Der Preis gilt."),
        Sealed("Wir messen. Der Preis gilt"),
    )
    assert same(stopped, bare)
    assert not same(stopped, Sealed("Wir messen. Der Preis stimmt."))
