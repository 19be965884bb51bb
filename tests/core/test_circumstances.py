"""What stands around a command in other streams, one sentence per test."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import pytest

from core import desk, forum, organisation, region
from core.commitment import commands as c
from core.commitment import events as e
from core.decision.commands import WaiveRatification
from core.decision.events import RatificationWaived
from core.decision.states import PartlyInForce
from core.errors import Code, Fact, Refusal
from core.facts import OPERATOR, Seat
from core.organisation import GiveMandate, Role
from core.ports import Order
from tests.core.desk_world import Log, founded, order, proposed, refused
from tests.core.test_commitment import DUE, LATER, WHY
from tests.core.test_desk_decision import AFTER, mayor, play, ratifying, state
from tests.given import TODAY


def structural(command: object, stream: str) -> Order:
    return order(command)._replace(stream=stream, actor=OPERATOR, org="")


def done(command: object, stream: str, log: Log) -> Log:
    events = desk.decide(structural(command, stream), log).events
    assert events
    return log.tell(stream, *events)


CLOSE: Final = structural(forum.Close(reason=WHY), "forum:wasser")


def test_a_forum_with_open_duties_is_not_closed_without_a_new_home() -> None:
    refused(CLOSE, founded(), Code.DUTIES_OPEN, refs=("Z1",))
    ended = founded().tell("commitment:Z1", e.Declined(by="lindgrund"))
    assert desk.decide(CLOSE, ended).events == (
        forum.Closed(reason=WHY, successor=None, duties=()),
    )


def test_a_forum_is_not_closed_while_bodies_are_awaited_that_bind_more() -> None:
    first = mayor(WaiveRatification(body="gv-lind", reason=WHY))
    second = mayor(WaiveRatification(body="hfa", reason=WHY), "p-vogt", "birkfeld")
    log = ratifying().tell("commitment:Z1", e.Declined(by="lindgrund"))
    log = play(log, first._replace(today=AFTER))
    assert isinstance(state(log), PartlyInForce)
    refused(CLOSE, log, Code.DUTIES_OPEN, refs=("B1",))
    third = RatificationWaived(org="steintal", body="gremium", reason=WHY)
    log = play(log.tell("decision:B1", third), second._replace(today=AFTER))
    assert desk.decide(CLOSE, log).events


def test_what_a_forum_took_over_is_its_own_duty() -> None:
    log = founded().tell("forum:infra", proposed("wasser"), forum.Constituted())
    merged = done(forum.Merge(into="infra"), "forum:wasser", log)
    close = structural(forum.Close(reason=WHY), "forum:infra")
    refused(close, merged, Code.DUTIES_OPEN, refs=("Z1",))


def test_whoever_leaves_takes_its_duties_along() -> None:
    leave = region.Leave(org="lindgrund", effective_on=LATER)
    decided = desk.decide(structural(leave, "region:aue"), founded())
    assert decided.events == (
        region.OrganisationLeft(org="lindgrund", effective_on=LATER, duties=("Z1",)),
    )
    free = region.Leave(org="steintal", effective_on=LATER)
    decided = desk.decide(structural(free, "region:aue"), founded())
    assert decided.events == (
        region.OrganisationLeft(org="steintal", effective_on=LATER, duties=()),
    )


def test_the_last_mandate_leaves_a_hand_over_behind() -> None:
    end = organisation.EndMandate(person="p-lange")
    stream = "organisation:lindgrund"
    first = done(end, stream, founded())
    last = organisation.EndMandate(person="p-lindner")
    assert desk.decide(structural(last, stream), first).events == (
        organisation.MandateEnded(person="p-lindner", forums=()),
        organisation.HandoverNeeded(forum="wasser", refs=("Z1",)),
    )


def test_a_field_with_an_open_forum_is_not_retired() -> None:
    retire = structural(region.RetireField(field="wasser"), "region:aue")
    refused(retire, founded(), Code.FIELD_IN_USE, forums=("wasser",))
    closed = forum.Closed(reason=WHY, successor=None, duties=())
    assert desk.decide(retire, founded().tell("forum:wasser", closed)).events


def test_a_person_speaks_for_one_organisation_in_a_forum() -> None:
    second = GiveMandate(person="p-lange", role=Role.CLERK)
    stream = "organisation:birkfeld"
    refused(
        structural(second, stream),
        founded(),
        Code.ONE_MANDATE_PER_FORUM,
        org="lindgrund",
    )


_UNKNOWN: Final = {
    "org": Code.UNKNOWN_ORGANISATION,
    "field": Code.UNKNOWN_FIELD,
    "forum": Code.UNKNOWN_FORUM,
    "person": Code.UNKNOWN_PERSON,
}
_PROPOSE: Final = forum.Propose(
    name="Wohnen",
    kind=forum.ForumKind.FIELD,
    fields=("wasser",),
    purpose=WHY,
    lead="kreis",
)


@pytest.mark.parametrize(
    ("command", "stream", "named"),
    [
        (region.InviteOrganisation(org="x"), "region:aue", "org"),
        (region.SignalInterest(org="x"), "region:aue", "org"),
        (region.Observe(org="x"), "region:aue", "org"),
        (region.Support(org="x"), "region:aue", "org"),
        (region.NameLeadOrganisation(org="x"), "region:aue", "org"),
        (organisation.Succeed(by="x"), "organisation:kreis", "org"),
        (replace(_PROPOSE, lead="x"), "forum:wohnen", "org"),
        (replace(_PROPOSE, fields=("x",)), "forum:wohnen", "field"),
        (forum.SetSeats(seats={"x": Seat.VOTE}), "forum:wasser", "org"),
        (forum.Merge(into="x"), "forum:wasser", "forum"),
        (forum.Close(reason=WHY, successor="x"), "forum:wasser", "forum"),
        (GiveMandate(person="x", role=Role.CLERK), "organisation:kreis", "person"),
        (
            GiveMandate(person="p-kern", role=Role.CLERK, forums=frozenset({"x"})),
            "organisation:kreis",
            "forum",
        ),
    ],
)
def test_what_is_named_exists(command: object, stream: str, named: str) -> None:
    facts: dict[str, Fact] = {named: "x"}
    refused(structural(command, stream), founded(), _UNKNOWN[named], **facts)


def test_a_promise_goes_to_a_colleague_or_an_organisation_that_exists() -> None:
    log = founded().tell("commitment:Z1", e.Promised(due=DUE))
    assert desk.decide(order(c.HandOverTo(person="p-lindner")), log).events
    for org in (None, "lindgrund"):
        ask = order(c.HandOverTo(person="p-vogt", org=org))
        refused(ask, log, Code.UNKNOWN_PERSON, person="p-vogt")
    refused(order(c.HandOverTo(org="x")), log, Code.UNKNOWN_ORGANISATION, org="x")


def test_a_request_in_a_forum_nobody_knows_is_refused() -> None:
    ask = c.Request(
        forum="x", asker="lindgrund", holder="birkfeld", what=WHY, due=TODAY
    )
    asked = order(ask)._replace(stream=None)
    refused(asked, founded(), Code.UNKNOWN_FORUM, forum="x")


@pytest.mark.parametrize("kind", [c.Request, c.Offer])
@pytest.mark.parametrize("side", ["asker", "holder"])
def test_both_sides_of_a_commitment_exist(
    kind: type[c.Request | c.Offer], side: str
) -> None:
    opened = kind(
        forum="wasser",
        asker="nirgends" if side == "asker" else "lindgrund",
        holder="nirgends" if side == "holder" else "birkfeld",
        what=WHY,
        due=DUE,
    )
    asked = order(opened)._replace(stream=None)
    refused(asked, founded(), Code.UNKNOWN_ORGANISATION, org="nirgends")


def test_two_forums_that_follow_each_other_do_not_go_on_for_ever() -> None:
    other = forum.Closed(reason=WHY, successor="wasser", duties=())
    ring = (
        founded()
        .tell("forum:infra", proposed("wasser"), other)
        .tell("forum:wasser", forum.Merged(into="infra", duties=()))
    )
    with pytest.raises(Refusal):
        desk.decide(order(c.AcceptOffer()), ring)
    assert desk.decide(order(c.Promise()), ring).events
