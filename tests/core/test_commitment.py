"""Opening a commitment and agreeing on it; the rest has pages of its own."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Final

import pytest

from core.commitment import COMMITMENT
from core.commitment import commands as c
from core.commitment import events as e
from core.errors import Code
from core.facts import Facts, ForumFacts, Power, Seat
from core.sealed import Sealed
from tests.given import COORDINATION, TODAY, Spec, member

YESTERDAY, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)
DUE: Final = date(2027, 4, 30)
LATER: Final = date(2027, 5, 31)
WHAT: Final = Sealed("Schlammmengen 2024 bis 2026")
WHY: Final = Sealed("Der Bericht kommt erst im Mai.")
EMPTY, LONG = Sealed(" \n"), Sealed("x" * 20_001)
FORUM: Final = ForumFacts(
    open=True,
    lead="kreis",
    seats={
        "birkfeld": Seat.VOTE,
        "lindgrund": Seat.VOTE,
        "steintal": Seat.ADVISE,
        "muehlau": Seat.OBSERVE,
    },
)
MAYORS: Final = (Power.ANSWER, Power.PROMISE, Power.CONSENT)


def speaking(org: str, *powers: Power) -> Facts:
    return replace(member(org, *powers), forum=FORUM, ref="Z1")


asker, holder = speaking("birkfeld", *MAYORS), speaking("lindgrund", *MAYORS)
third, stranger = speaking("steintal", *MAYORS), speaking("auenburg", *MAYORS)
clerk = replace(speaking("lindgrund", Power.ANSWER), holders={"p-lindgrund": "mayor"})
asking_clerk = speaking("birkfeld", Power.ANSWER)
reader = speaking("lindgrund", Power.AUDIT)
coordination = replace(COORDINATION, org="kreis", forum=FORUM, ref="Z1")

request = c.Request(
    forum="wasser", asker="birkfeld", holder="lindgrund", what=WHAT, due=DUE
)
offer = c.Offer(
    forum="wasser", asker="birkfeld", holder="lindgrund", what=WHAT, due=DUE
)
requested = e.Requested(
    forum="wasser", asker="birkfeld", holder="lindgrund", what=WHAT, due=DUE
)
offered = e.Offered(
    forum="wasser", asker="birkfeld", holder="lindgrund", what=WHAT, due=DUE
)
promised = e.Promised(due=DUE)
reserved = e.PromisedUnderReservation(due=DUE, body="Gemeindevertretung", deadline=DUE)
countered = e.CounterProposed(by="lindgrund", due=LATER)
handing = e.HandOverProposed(to="steintal")
change = e.ChangeProposed(by="lindgrund", due=LATER)
reported = e.CompletionReported(on=TODAY)
fulfilled = e.CompletionAccepted(on=TODAY)

Past = tuple[e.Happening, ...]
REQUESTED: Final[Past] = (requested,)
OFFERED: Final[Past] = (offered,)
COUNTERED: Final[Past] = (requested, countered)
RESERVED: Final[Past] = (requested, reserved)
PROMISED: Final[Past] = (requested, promised)
HANDING: Final[Past] = (*PROMISED, handing)
CHANGING: Final[Past] = (*PROMISED, change)
REPORTED: Final[Past] = (*PROMISED, reported)
FULFILLED: Final[Past] = (*REPORTED, fulfilled)
DECLINED: Final[Past] = (requested, e.Declined(by="lindgrund"))
OPEN: Final = (
    REQUESTED,
    OFFERED,
    COUNTERED,
    RESERVED,
    PROMISED,
    HANDING,
    CHANGING,
    REPORTED,
)
commitment = Spec(COMMITMENT, holder)


def on(day: date, facts: Facts) -> Facts:
    return replace(facts, today=day)


def test_the_asker_asks_and_nobody_else_for_it() -> None:
    commitment.by(asker).when(request).then(requested)
    commitment.by(asking_clerk).when(request).then(requested)
    commitment.by(holder).when(request).refused(Code.OTHER_SIDE_MOVES, org="birkfeld")
    commitment.by(speaking("birkfeld", Power.AUDIT)).when(request).refused(
        Code.AUDITORS_READ, org="birkfeld"
    )
    commitment.by(speaking("birkfeld", Power.BOOK)).when(request).refused(
        Code.NO_POWER, org="birkfeld", power="answer"
    )


def test_a_request_says_when_it_is_done() -> None:
    measured = replace(request, measure=Sealed(" Tabelle liegt vor "))
    commitment.by(asker).when(measured).then(
        replace(requested, measure=Sealed("Tabelle liegt vor"))
    )
    commitment.by(asker).when(replace(request, measure=EMPTY)).then(requested)


def test_the_holder_offers_and_nobody_else_for_it() -> None:
    commitment.by(holder).when(offer).then(offered)
    commitment.by(asker).when(offer).refused(Code.OTHER_SIDE_MOVES, org="lindgrund")


@pytest.mark.parametrize("opening", [request, offer])
def test_a_day_may_be_today_and_not_yesterday(opening: c.Request | c.Offer) -> None:
    here = commitment.by(asker if isinstance(opening, c.Request) else holder)
    here.when(replace(opening, due=YESTERDAY)).refused(
        Code.DUE_IN_THE_PAST, due=YESTERDAY, today=TODAY
    )
    today = replace(requested if isinstance(opening, c.Request) else offered, due=TODAY)
    here.when(replace(opening, due=TODAY)).then(today)


@pytest.mark.parametrize(
    ("text", "code"), [(EMPTY, Code.TEXT_MISSING), (LONG, Code.TEXT_TOO_LONG)]
)
def test_it_says_what_in_words_and_not_in_a_book(text: Sealed, code: Code) -> None:
    commitment.by(asker).when(replace(request, what=text)).refused(code)
    commitment.by(holder).when(replace(offer, what=text)).refused(code)


def test_both_need_a_seat_that_binds_and_the_lead_has_one() -> None:
    here = commitment.by(asker)
    unseated = replace(request, holder="auenburg")
    here.when(unseated).refused(Code.NO_SEAT, org="auenburg", forum="wasser")
    watching = replace(request, holder="muehlau")
    here.when(watching).refused(Code.OBSERVERS_DO_NOT_BIND, org="muehlau")
    lead = replace(request, holder="kreis")
    here.when(lead).then(replace(requested, holder="kreis"))
    advising = replace(request, holder="steintal")
    here.when(advising).then(replace(requested, holder="steintal"))


def test_a_forum_that_rests_or_does_not_exist_takes_up_nothing() -> None:
    resting = replace(asker, forum=replace(FORUM, open=False))
    commitment.by(resting).when(request).refused(Code.FORUM_NOT_OPEN, forum="wasser")
    nowhere = replace(asker, forum=None)
    commitment.by(nowhere).when(request).refused(Code.UNKNOWN_FORUM, forum="wasser")


def test_what_is_open_goes_on_in_a_forum_that_rests() -> None:
    resting = replace(holder, forum=replace(FORUM, open=False))
    commitment.by(resting).given(requested).when(c.Promise()).then(promised)


def test_a_number_is_used_once() -> None:
    commitment.by(asker).given(requested).when(request).refused(Code.EXISTS_ALREADY)
    drafted = e.Drafted(org="lindgrund", event=offered)
    commitment.by(asker).given(drafted).when(request).refused(Code.EXISTS_ALREADY)


def test_nothing_can_be_said_of_a_number_nobody_used() -> None:
    for command in (c.Promise(), c.ReportDone(), c.Withdraw(), c.Release()):
        commitment.when(command).refused(Code.UNKNOWN_REFERENCE)


@pytest.mark.parametrize("past", OPEN)
def test_who_is_no_party_has_no_say(past: Past) -> None:
    here = commitment.by(stranger).given(*past)
    for command in (c.Promise(), c.Decline(), c.ReportDone(), c.AcceptCompletion()):
        here.when(command).refused(Code.NOT_A_PARTY, org="auenburg")


def test_after_the_promise_neither_declines_nor_withdraws() -> None:
    commitment.given(*PROMISED).when(c.Decline()).refused(Code.NOT_POSSIBLE_NOW)
    asking = commitment.by(asker)
    asking.given(*PROMISED).when(c.Withdraw()).refused(Code.NOT_POSSIBLE_NOW)
    asking.given(*DECLINED).when(c.Withdraw()).refused(
        Code.COMMITMENT_ENDED, state="declined"
    )
