"""How long texts are kept, and what keeps them longer, one sentence per test."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Final

import pytest

from core import forum, hold, organisation, person
from core.catalogue import EVENTS
from core.errors import Code
from core.event import Event
from core.facts import Entry
from core.grounds import Ground
from core.keeping import keeping
from core.retention import Keeping, Retention, class_of, kept_until, offered_first
from core.sealed import Sealed
from core.text import TEXT, Erase, Erased, Offered, Released
from tests.core.desk_world import Log, founded
from tests.core.test_commitment import FULFILLED, requested
from tests.core.test_text import (
    DIGEST,
    ENTRY,
    in_charge,
    offer,
    offered,
    over,
    release,
    released,
    text,
)
from tests.given import TODAY, Spec, member

OVER: Final = Keeping(item="commitment:Z1", until=TODAY - timedelta(days=1), held=False)
free = replace(in_charge, keeping=OVER)
WHY: Final = Sealed("Klage anhängig")


def test_every_kind_has_a_class_and_an_unknown_one_has_none() -> None:
    assert {class_of(event.KIND) for event in EVENTS} == set(Retention)
    assert class_of("meadow.mown.v1") is None
    assert not offered_first(person.AbsenceDeclared.KIND)


def test_a_period_ends_on_the_same_day_some_years_on() -> None:
    assert kept_until(Retention.AID, date(2027, 3, 1)) == date(2028, 3, 1)
    assert kept_until(Retention.AID, date(2028, 2, 29)) == date(2029, 2, 28)
    assert kept_until(Retention.RECORD, date(2028, 2, 29)) == date(2038, 2, 28)


def test_what_is_over_goes_once_the_archive_has_released_it() -> None:
    here = text.by(free)
    here.when(over).refused(Code.OFFER_FIRST)
    here.when(release).refused(Code.OFFER_FIRST)
    here.given(offered).when(over).refused(Code.RELEASE_FIRST, entry=80, field="what")
    here.given(offered).when(release).then(released)
    here.given(offered, released).when(release).then()
    gone = Erased(leaf=80, field="what", ground=Ground.PERIOD_OVER)
    here.given(offered, released).when(over).then(gone)


def test_releasing_one_text_does_not_release_the_other() -> None:
    other = Erase(field="measure", ground=Ground.PERIOD_OVER)
    past = (offered, released, Offered(leaf=80, field="measure"))
    text.by(free).given(*past).when(other).refused(Code.RELEASE_FIRST, field="measure")


def test_what_is_no_record_goes_without_a_release() -> None:
    told = Spec(TEXT).by(replace(free, ref="81", entry=DIGEST))
    wording = Erase(field="wording", ground=Ground.PERIOD_OVER)
    gone = Erased(leaf=81, field="wording", ground=Ground.PERIOD_OVER)
    told.when(wording).then(gone)


def test_a_period_is_over_only_when_it_is() -> None:
    here = text.given(offered, released).when(over)
    here.by(in_charge).refused(Code.STILL_BINDS, entry=80)
    for keeps, code in (
        (replace(OVER, until=None), Code.STILL_BINDS),
        (replace(OVER, until=TODAY), Code.STILL_KEPT),
        (replace(OVER, held=True), Code.HELD_BACK),
    ):
        here.by(replace(in_charge, keeping=keeps)).refused(code, entry=80)


def test_a_person_may_demand_earlier_what_is_held_back() -> None:
    held = replace(in_charge, keeping=replace(OVER, held=True))
    demand = Erase(field="what", ground=Ground.OBJECTION)
    gone = Erased(leaf=80, field="what", ground=Ground.OBJECTION)
    text.by(held).given(offered).when(demand).then(gone)


def entry(kind: type[Event], stream: str, *, later: bool = False) -> Entry:
    """Return an entry of today."""
    return Entry(81, kind.KIND, frozenset({"x"}), stream, TODAY, later)


def test_the_period_of_a_record_begins_with_the_last_entry_of_what_is_closed() -> None:
    open_ = Log().tell("commitment:Z1", requested)
    old = replace(ENTRY, entered=date(2020, 5, 2))
    kept = keeping(old, TODAY, open_)
    assert kept is not None
    assert kept.until is None
    kept = keeping(old, TODAY, Log().tell("commitment:Z1", *FULFILLED))
    assert kept == Keeping(item="commitment:Z1", until=date(2037, 3, 15), held=False)


def test_what_was_said_instead_is_kept_with_what_it_replaced() -> None:
    instead = Entry(90, Released.KIND, frozenset({"text"}), "text:80", TODAY)
    kept = keeping(instead, TODAY, Log().tell("commitment:Z1", requested))
    assert kept == Keeping(item="commitment:Z1", until=None, held=False)


def test_structure_is_kept_while_it_exists() -> None:
    log = founded()
    for stream, kind in (
        ("forum:wasser", forum.Constituted),
        ("organisation:birkfeld", organisation.Registered),
        ("region:aue", organisation.Registered),
    ):
        kept = keeping(entry(kind, stream), TODAY, log)
        assert kept is not None
        assert kept.until is None, stream
    ended = log.tell(
        "forum:wasser", forum.Closed(reason=WHY, duties=(), successor=None)
    )
    kept = keeping(entry(forum.Constituted, "forum:wasser"), TODAY, ended)
    assert kept is not None
    assert kept.until == date(2037, 3, 15)


@pytest.mark.parametrize(("later", "until"), [(False, None), (True, date(2028, 3, 15))])
def test_the_mailbox_of_a_desk_is_kept_until_there_is_a_newer_one(
    *, later: bool, until: date | None
) -> None:
    box = entry(organisation.ContactDeskSet, "organisation:birkfeld", later=later)
    kept = keeping(box, TODAY, founded())
    assert kept is not None
    assert kept.until == until


def test_an_absence_is_kept_while_it_lasts_and_its_year() -> None:
    away = person.AbsenceDeclared(
        org="birkfeld", period=Sealed("2027-03-01/2028-06-30")
    )
    log = Log().tell("person:p-vogt", person.Admitted(), away)
    here = entry(person.AbsenceDeclared, "person:p-vogt")
    for day, until in (
        (date(2028, 6, 30), None),
        (date(2028, 7, 1), date(2028, 3, 15)),
    ):
        kept = keeping(here, day, log)
        assert kept is not None
        assert kept.until == until


def test_aids_are_kept_from_the_day_they_were_entered() -> None:
    kept = keeping(DIGEST, TODAY, Log())
    assert kept == Keeping(item="digest:a1", until=date(2028, 3, 15), held=False)


def test_what_nobody_classed_is_kept_for_good() -> None:
    assert keeping(replace(ENTRY, kind="meadow.mown.v1"), TODAY, Log()) is None


def test_a_hold_keeps_the_texts_of_its_item_up_to_its_day() -> None:
    until = TODAY + timedelta(days=30)
    log = Log().tell("commitment:Z1", *FULFILLED)
    log = log.tell("hold:commitment:Z1", hold.Set(reason=WHY, until=until))
    for day, held in ((until, True), (until + timedelta(days=1), False)):
        kept = keeping(ENTRY, day, log)
        assert kept is not None
        assert kept.held is held


def test_nobody_else_releases() -> None:
    mine = replace(member("lindgrund"), entry=ENTRY)
    text.given(offered).by(mine).when(release).refused(Code.ONLY_COORDINATION)
    text.given(offered).by(mine).when(offer).refused(Code.ONLY_COORDINATION)
