"""A small region for the desk, as lists of events."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Final

import pytest

from core import desk, forum, organisation, person, region
from core.catalogue import DECIDERS
from core.errors import Code, Fact, Refusal
from core.event import Event
from core.facts import Entry, LastAct, Power, Seat
from core.forum import ForumKind
from core.organisation import MandateGiven, OrganisationKind, Role
from core.ports import Order, Via
from core.world import Loaded
from tests.core.test_commitment import WHAT, requested
from tests.given import COORDINATION, TODAY

ORGS: Final = ("kreis", "birkfeld", "lindgrund", "steintal", "auenburg")
MAYOR: Final = MandateGiven(
    person="p-lange",
    role=Role.MAYOR,
    powers=(Power.ANSWER, Power.PROMISE),
    forums=(),
)
CLERK: Final = replace(
    MAYOR, person="p-lindner", role=Role.CLERK, powers=(Power.ANSWER,)
)


@dataclass
class Log:
    """The writer's world as lists of events."""

    past: dict[str, tuple[Event, ...]] = field(default_factory=dict)
    region: str = "aue"

    def load(self, stream: str) -> Loaded:
        """Replay one stream."""
        events = self.past.get(stream, ())
        last = LastAct("p-x", COORDINATION.now, len(events)) if events else None
        state = DECIDERS[stream.partition(":")[0]].replay(events)
        return Loaded(state, len(events), last)

    def next_reference(self, letter: str) -> str:
        """Return the next free number."""
        numbers = [s for s in self.past if s.partition(":")[2].startswith(letter)]
        return f"{letter}{len(numbers) + 1}"

    def streams(self, noun: str) -> list[str]:
        """Return all streams of ``noun``."""
        return [stream for stream in self.past if stream.startswith(f"{noun}:")]

    def entry(self, position: int) -> Entry | None:
        """Know one entry, of which two texts are sealed."""
        fields = frozenset({"what", "measure"})
        known = Entry(80, requested.KIND, fields, "commitment:Z1", TODAY)
        return known if position == known.position else None

    def tell(self, stream: str, *events: Event) -> Log:
        """Return a world in which this has happened besides."""
        known = self.past.get(stream, ())
        return replace(self, past={**self.past, stream: (*known, *events)})


def proposed(*fields: str) -> forum.Proposed:
    return forum.Proposed(
        name="Forum",
        kind=ForumKind.FIELD,
        fields=fields,
        purpose=WHAT,
        lead="kreis",
    )


def founded() -> Log:
    """Return the region Auenland with one forum, two towns and their people."""
    town = OrganisationKind.MUNICIPALITY
    log = Log().tell(
        "region:aue",
        region.Founded(name="Aue", law_profile="DE-HE", time_zone="Europe/Berlin"),
        region.FieldAdded(field="wasser", name="Wasser"),
    )
    for org in ORGS:
        log = log.tell(
            f"organisation:{org}", organisation.Registered(name=org, kind=town)
        ).tell("region:aue", region.OrganisationJoined(org=org, basis=WHAT))
    for who in ("p-lange", "p-lindner", "p-vogt", "p-kern"):
        log = log.tell(f"person:{who}", person.Admitted())
    seats = [forum.SeatGiven(org=org, seat=Seat.VOTE) for org in ORGS[1:4]]
    log = log.tell("forum:wasser", proposed("wasser"), forum.Constituted(), *seats)
    kern = replace(MAYOR, person="p-kern", powers=(*MAYOR.powers, Power.COORDINATE))
    return (
        log.tell("organisation:lindgrund", MAYOR, CLERK)
        .tell("organisation:birkfeld", replace(MAYOR, person="p-vogt"))
        .tell("organisation:kreis", kern)
        .tell("commitment:Z1", requested)
    )


def order(command: object, who: str = "p-lange", org: str = "lindgrund") -> Order:
    return Order(
        command_id="c1",
        command=command,
        stream="commitment:Z1",
        actor=who,
        org=org,
        today=TODAY,
        now=COORDINATION.now,
        via=Via.WEB,
    )


def refused(asked: Order, log: Log, code: Code, **facts: Fact) -> None:
    with pytest.raises(Refusal) as caught:
        desk.decide(asked, log)
    assert caught.value.code is code
    assert facts.items() <= caught.value.facts.items()
