"""What coordination enters for others (rule D5), one sentence per test."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Final

from core import information as i
from core.errors import Code
from core.facts import Facts, OnBehalf, Power
from core.sealed import Sealed
from core.texts import TEXT_LIMIT
from tests.core.test_information import (
    UNTIL,
    WHY,
    birkfeld,
    confirmed,
    coordination,
    entered,
    entering,
    information,
    lindgrund,
    record,
    recorded,
)

AFTER: Final = UNTIL + timedelta(days=1)


def test_coordination_enters_for_others_what_does_not_count_yet() -> None:
    information.by(entering).when(record).then(entered)
    state = i.INFORMATION.replay([entered])
    assert isinstance(state, i.Provisional)
    assert state.before == i.Absent()
    assert i.forum_of(i.Confirm(), state) == "wasser"
    assert i.forum_of(record, i.Absent()) == "wasser"
    assert i.forum_of(i.Confirm(), i.Absent()) is None


def test_nobody_else_enters_and_the_one_asked_holds_a_mandate() -> None:
    weak = replace(entering, powers=frozenset({Power.ANSWER}))
    information.by(weak).when(record).refused(Code.ON_BEHALF_ONLY_COORDINATION)
    oneself = replace(entering, org="lindgrund")
    information.by(oneself).when(record).refused(Code.ON_BEHALF_OF_ONESELF)
    wrong = replace(entering, holders={"p-2": "mayor"})
    information.by(wrong).when(record).refused(Code.NOT_THE_HOLDER, persons=("p-2",))


def test_one_entry_waits_at_a_time() -> None:
    entry = replace(entered, org="birkfeld", event=confirmed)
    here = information.by(entering).given(recorded, entry)
    here.when(i.Retract(reason=WHY)).refused(Code.NOT_POSSIBLE_NOW, state="provisional")


def test_an_entry_waits_while_others_go_on() -> None:
    entry = replace(entered, org="birkfeld", event=confirmed)
    corrected = i.Corrected(text=WHY, reason=WHY)
    state = i.INFORMATION.replay([recorded, entry, corrected])
    assert isinstance(state, i.Provisional)
    assert state.before == i.INFORMATION.replay([recorded, corrected])


def test_the_organisation_confirms_and_then_it_counts() -> None:
    confirm = i.ConfirmOnBehalf()
    information.given(entered).when(confirm).then(i.OnBehalfConfirmed(), recorded)
    information.by(birkfeld).given(entered).when(confirm).refused(Code.NOT_A_PARTY)
    information.given(recorded).when(confirm).refused(Code.NOTHING_PENDING)
    past: list[i.Happening] = [entered, i.OnBehalfConfirmed(), recorded]
    assert i.INFORMATION.replay(past) == i.INFORMATION.replay([recorded])


def test_a_contested_entry_leaves_everything_as_before() -> None:
    contest = i.ContestOnBehalf(reason=WHY)
    contested = i.OnBehalfContested(reason=WHY)
    information.given(entered).when(contest).then(contested)
    state = i.INFORMATION.replay([entered, contested])
    assert isinstance(state, i.Withdrawn)
    entry = replace(entered, event=i.Retracted(reason=WHY))
    past: list[i.Happening] = [recorded, confirmed, entry, contested]
    assert i.INFORMATION.replay(past) == i.INFORMATION.replay([recorded, confirmed])


def test_contesting_ends_with_the_period_and_standing_begins() -> None:
    stand, contest = i.LetOnBehalfStand(), i.ContestOnBehalf()
    last = information.given(entered).by(replace(lindgrund, today=UNTIL))
    last.when(contest).then(i.OnBehalfContested())
    late = information.given(entered).by(replace(lindgrund, today=AFTER))
    late.when(contest).refused(Code.CONTEST_PERIOD_OVER, until=UNTIL)
    late.when(stand).refused(Code.ONLY_COORDINATION)
    early = information.given(entered).by(replace(coordination, today=UNTIL))
    early.when(stand).refused(Code.CONTEST_PERIOD_RUNS, until=UNTIL)
    over = information.given(entered).by(replace(coordination, today=AFTER))
    over.when(stand).then(i.OnBehalfStood(), recorded)


def test_an_entry_that_says_nothing_new_by_now_only_ends() -> None:
    entry = replace(entered, org="birkfeld", event=confirmed)
    past = information.by(birkfeld).given(recorded, entry, confirmed)
    past.when(i.ConfirmOnBehalf()).then(i.OnBehalfConfirmed())


def test_coordination_confirms_for_others_without_a_seat_of_its_own() -> None:
    behalf = OnBehalf(org="birkfeld", basis=entered.basis, holder="p-1")
    calling = replace(entering, on_behalf=behalf)
    entry = replace(entered, org="birkfeld", event=confirmed)
    information.by(calling).given(recorded).when(i.Confirm()).then(entry)


def test_the_note_is_a_text_like_any_other() -> None:
    def noted(words: str) -> Facts:
        entry = entering.on_behalf
        assert entry is not None
        return replace(entering, on_behalf=replace(entry, note=Sealed(words)))

    longest = "x" * TEXT_LIMIT
    information.by(noted(longest)).when(record).then(
        replace(entered, note=Sealed(longest))
    )
    information.by(noted(f"{longest}x")).when(record).refused(Code.TEXT_TOO_LONG)
    information.by(noted("")).when(record).then(replace(entered, note=None))
