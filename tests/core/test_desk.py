"""Who may speak for whom, decided on fresh state; one sentence per test."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Final

import pytest

from core import desk, forum, information, region
from core.commitment import commands as c
from core.commitment import events as e
from core.errors import Code
from core.facts import OPERATOR
from core.organisation import MandateEnded
from core.person import Language, PreferencesSet, Register, SetPreferences
from core.ports import StreamMoved
from core.sealed import Sealed
from tests.core.desk_world import MAYOR, Log, founded, order, proposed, refused
from tests.core.test_commitment import DUE, request
from tests.given import TODAY

promise: Final = order(c.Promise())
operator: Final = promise._replace(actor=OPERATOR, org="")


def test_the_mayor_promises_and_the_function_is_recorded() -> None:
    decided = desk.decide(promise, founded())
    assert decided == desk.Decided(
        "commitment:Z1", (e.Promised(due=DUE),), "lindgrund/mayor"
    )
    drafted = desk.decide(order(c.Promise(), "p-lindner"), founded())
    assert drafted.events == (e.Drafted(org="lindgrund", event=e.Promised(due=DUE)),)


def test_without_a_mandate_nobody_speaks() -> None:
    refused(order(c.Promise(), "p-vogt"), founded(), Code.NO_MANDATE, org="lindgrund")
    refused(order(c.Promise(), org="nowhere"), founded(), Code.NO_MANDATE)
    gone = founded().tell(
        "organisation:lindgrund", MandateEnded(person="p-lange", forums=())
    )
    refused(promise, gone, Code.NO_MANDATE, org="lindgrund")


def test_how_one_is_spoken_to_needs_no_mandate_and_is_ones_own_affair() -> None:
    english = SetPreferences(language=Language.ENGLISH)
    own = order(english, "p-lange", org="")._replace(stream="person:p-lange")
    unseated = founded().tell(
        "organisation:lindgrund", MandateEnded(person="p-lange", forums=())
    )
    happened = PreferencesSet(language=Language.ENGLISH, register=Register.FORMAL)
    decided = desk.Decided("person:p-lange", (happened,), "/oneself")
    assert desk.decide(own, unseated) == decided
    anothers = own._replace(stream="person:p-vogt")
    refused(anothers, founded(), Code.NO_MANDATE)


def test_a_mandate_holds_on_its_last_day_and_not_on_the_next() -> None:
    last = founded().tell("organisation:lindgrund", replace(MAYOR, until=TODAY))
    assert desk.decide(promise, last).events
    yesterday = TODAY - timedelta(days=1)
    over = founded().tell("organisation:lindgrund", replace(MAYOR, until=yesterday))
    refused(promise, over, Code.NO_MANDATE)


def test_a_mandate_for_another_forum_does_not_count() -> None:
    here = founded().tell("organisation:lindgrund", replace(MAYOR, forums=("wasser",)))
    assert desk.decide(promise, here).events
    gone = here.tell(
        "organisation:lindgrund",
        MandateEnded(person="p-lange", forums=()),
        replace(MAYOR, forums=("wohnen",)),
    )
    refused(promise, gone, Code.NO_MANDATE)


def test_after_a_merger_mandates_and_seats_of_the_successor_count() -> None:
    into = forum.Merged(into="infra", duties=("Z1",))
    merged = (
        founded()
        .tell("forum:infra", proposed("wasser"), forum.Constituted())
        .tell("forum:wasser", into)
        .tell(
            "organisation:lindgrund",
            MandateEnded(person="p-lange", forums=()),
            replace(MAYOR, forums=("infra",)),
        )
    )
    assert desk.decide(promise, merged).events
    old = merged.tell("organisation:lindgrund", replace(MAYOR, forums=("wasser",)))
    assert desk.decide(promise, old).events
    kept = merged.tell("commitment:Z1", e.Promised(due=DUE))
    ask = order(c.HandOverTo(org="steintal"))
    refused(ask, kept, Code.NO_SEAT, org="steintal")


def test_the_operator_founds_and_promises_nothing() -> None:
    refused(operator, founded(), Code.NOT_A_PARTY, ref="Z1")
    founding = region.FoundRegion(name="Aue")
    found = operator._replace(command=founding, stream="region:aue")
    decided = desk.decide(found, Log())
    assert len(decided.events) == 1
    assert decided.mandate == "/operator"


def test_a_number_is_handed_out_and_stays_with_its_noun() -> None:
    ask = order(request, "p-vogt", "birkfeld")._replace(stream=None)
    assert desk.decide(ask, founded()).stream == "commitment:Z2"
    for stream in ("information:I5", "forum:wasser"):
        wrong = promise._replace(stream=stream)
        ref = stream.partition(":")[2]
        refused(wrong, founded(), Code.UNKNOWN_REFERENCE, ref=ref)
    nothing = promise._replace(stream="commitment:Z9", actor="p-lange")
    refused(nothing, founded(), Code.UNKNOWN_REFERENCE, ref="Z9")
    note = information.Confirm()
    refused(promise._replace(command=note), founded(), Code.UNKNOWN_REFERENCE)


def test_who_insists_on_a_version_is_told_when_it_moved() -> None:
    assert desk.decide(promise._replace(after=1), founded()).events
    for seen in (0, 2):
        with pytest.raises(StreamMoved, match="commitment:Z1"):
            desk.decide(promise._replace(after=seen), founded())


@pytest.mark.parametrize("text", ["", "x" * 20_001])
def test_a_refusal_names_the_item(text: str) -> None:
    kept = founded().tell("commitment:Z1", e.Promised(due=DUE))
    renege = order(c.Renege(reason=Sealed(text)))
    code = Code.TEXT_TOO_LONG if text else Code.TEXT_MISSING
    refused(renege, kept, code, ref="Z1")
