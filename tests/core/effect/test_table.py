"""The table for the handbook: complete, and readable by hand."""

from __future__ import annotations

from core.effect import EffectKind, Lack, Status, table
from core.effect.table import RULES, Case


def test_each_answer_stands_there_alone_once() -> None:
    alone = [line.cases["A"] for line in table() if len(line.cases) == 1]
    assert alone == list(Case)


def test_each_rule_is_put_to_every_combination_of_three() -> None:
    together = [line for line in table() if len(line.cases) == 3]
    lines = {(line.rule, tuple(line.cases.values())) for line in together}
    assert len(lines) == len(together) == len(RULES) * 20  # 4 cases, 3 members


def test_only_what_was_approved_or_waived_or_needed_no_body_binds() -> None:
    binding = [
        line.cases["A"]
        for line in table()
        if len(line.cases) == 1 and line.effect.bound
    ]
    assert binding == [Case.AGREES, Case.APPROVED, Case.WAIVED]


def test_two_approvals_and_one_that_is_awaited_are_partly_in_force() -> None:
    cases = {"A": Case.APPROVED, "B": Case.APPROVED, "C": Case.AWAITS}
    said = {
        (line.rule.kind, line.rule.measure.value): line.effect
        for line in table()
        if line.cases == cases and not line.rule.binds_all
    }
    members = said[EffectKind.THRESHOLD, "members"]
    assert members.status is Status.PARTLY_IN_FORCE
    assert members.bound == {"A", "B"}
    assert [m.what for m in members.missing] == [Lack.RESOLUTION]
    everybody = said[EffectKind.ALL_OR_NOTHING, "members"]
    assert (everybody.status, everybody.bound) == (Status.RATIFYING, frozenset())


def test_a_majority_binds_whoever_said_no_only_in_a_form_that_allows_it() -> None:
    cases = {"A": Case.APPROVED, "B": Case.APPROVED, "C": Case.REJECTS}
    bound = [
        line.effect.bound
        for line in table()
        if line.cases == cases and line.rule.binds_all
    ]
    assert bound == [{"A", "B"}, {"A", "B", "C"}]
