"""Three towns that decide together, and everything they can say."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from functools import reduce
from typing import Final

from core.decision import DECISION, File, states
from core.decision import commands as c
from core.decision import events as e
from core.decision.kinds import Evidence
from core.effect import EffectKind, Measure, Rule, Stance
from core.facts import Basis, Facts, ForumFacts, OnBehalf, Power, Seat
from core.rulebook import Mode, Rulebook
from core.sealed import Sealed
from tests.given import COORDINATION, TODAY, Spec

TOWNS: Final = ("auenburg", "birkfeld", "lindgrund")
A, B, L = TOWNS
GV: Final = "gv"
WHY: Final = Sealed("Weil es so ist.")
TEXT: Final = Sealed("Klärschlamm ab 2029 gemeinsam verwerten.")
OTHER: Final = Sealed("Klärschlamm ab 2029 gemeinsam verwerten, mit Ausgleich.")
RULES: Final = Rulebook(version=3)
PLACE: Final = ForumFacts(
    open=True, lead="landkreis", seats=dict.fromkeys(TOWNS, Seat.VOTE), rulebook=RULES
)
OFFICE: Final = replace(
    COORDINATION,
    forum=PLACE,
    members=dict.fromkeys((*TOWNS, "mühlau"), "member"),
    inhabitants={A: 9_000, B: 5_000, L: 4_000, "mühlau": 2_000},
    bodies=dict.fromkeys((*TOWNS, "mühlau"), GV),
    ref="B7",
)
UNTIL: Final = date(2027, 4, 30)
AFTER: Final = UNTIL + timedelta(days=3)  # the next working day
proposal: Final = c.Propose(forum="wasser", title="Klärschlamm", text=TEXT)
evidence: Final = Evidence.MINUTES


def town(org: str, *powers: Power, on: date = TODAY) -> Facts:
    """Return the mayor of ``org``, or somebody with other powers, on a day."""
    held = frozenset(powers or (Power.ANSWER, Power.CONSENT))
    return replace(OFFICE, actor=f"p-{org}", org=org, powers=held, today=on)


def office(on: date = TODAY) -> Facts:
    """Return coordination on a day."""
    return replace(OFFICE, today=on)


def phone(org: str, on: date = TODAY) -> Facts:
    """Return coordination with somebody of ``org`` on the phone."""
    entry = OnBehalf(org=org, holder="p-1", basis=Basis.PHONE)
    until = on + timedelta(days=14)
    return replace(
        office(on), on_behalf=entry, holders={"p-1": "Roth"}, contest_until=until
    )


def decision(facts: Facts = OFFICE) -> Spec[c.Command, states.State, e.Happening]:
    """Return the aggregate with somebody who asks."""
    return Spec(DECISION, facts)


Asked = tuple[c.Command, Facts]


def past(*asked: Asked, start: tuple[e.Happening, ...] = ()) -> tuple[e.Happening, ...]:
    """Return what has happened once all that was asked."""
    events, state = [*start], DECISION.replay(start)
    for command, facts in asked:
        new = DECISION.decide(command, state, facts)
        events += new
        state = reduce(DECISION.evolve, new, state)
    return tuple(events)


def file(events: tuple[e.Happening, ...]) -> File:
    """Return the file after ``events``."""
    state = DECISION.replay(events)
    assert not isinstance(state, states.Absent)
    return state.file


def drafted(command: c.Propose = proposal) -> tuple[e.Happening, ...]:
    """Return a draft."""
    return past((command, OFFICE))


def opened(
    mode: Mode = Mode.CONSENT,
    effect: Rule | None = None,
    command: c.Propose = proposal,
) -> tuple[e.Happening, ...]:
    """Return a decision that the forum has before it until UNTIL."""
    start = drafted(replace(command, mode=mode, effect=effect))
    return past((c.Open(until=UNTIL), OFFICE), start=start)


def says(org: str, stance: Stance = Stance.YES) -> Asked:
    """Return that ``org`` says something."""
    return (c.GivePosition(stance=stance), town(org))


CLOSE: Final[Asked] = (c.Close(), office(AFTER))
START: Final[Asked] = (c.StartRatification(), office(AFTER))
THREE: Final = Rule(EffectKind.THRESHOLD, Measure.MEMBERS, 3)
TWO: Final = Rule(EffectKind.THRESHOLD, Measure.MEMBERS, 2)
EACH: Final = Rule(EffectKind.EACH_FOR_ITSELF)
ALL: Final = Rule(EffectKind.ALL_OR_NOTHING)


def accepted(
    effect: Rule = EACH,
    orgs: tuple[str, ...] = TOWNS,
    command: c.Propose = proposal,
) -> tuple[e.Happening, ...]:
    """Return a decision to which ``orgs`` agreed in the forum."""
    start = opened(effect=effect, command=command)
    return past(*(says(org) for org in orgs), CLOSE, start=start)


def ratifying(
    effect: Rule = EACH,
    orgs: tuple[str, ...] = TOWNS,
    command: c.Propose = proposal,
) -> tuple[e.Happening, ...]:
    """Return a decision that lies before the bodies."""
    return past(START, start=accepted(effect, orgs, command))


def submits(org: str, on: date = AFTER) -> Asked:
    """Return that the paper lies before the body of ``org``."""
    return (c.SubmitPaper(org=org, body=GV), town(org, on=on))


def approves(org: str, on: date = AFTER) -> Asked:
    """Return that the body of ``org`` approved."""
    command = c.RecordApproval(org=org, body=GV, evidence=evidence, ref="TOP 7")
    return (command, town(org, on=on))


def conditions(org: str, on: date = AFTER) -> Asked:
    """Return that the body of ``org`` approved with conditions."""
    command = c.RecordConditions(
        org=org, body=GV, evidence=evidence, ref="TOP 7", conditions=WHY
    )
    return (command, town(org, on=on))


def refuses(org: str, on: date = AFTER) -> Asked:
    """Return that the body of ``org`` refused."""
    return (c.RecordRefusal(org=org, body=GV), town(org, on=on))
