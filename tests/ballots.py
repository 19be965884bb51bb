"""Ballots: a decision in Auenland, from the proposal into force, through the writer."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from core import organisation
from core.decision import commands as c
from core.decision.kinds import ConditionKind, Evidence
from core.effect import EffectKind, Rule, Stance
from core.ports import Circle, Order, Via
from core.sealed import Sealed
from tests.auenland import Auenland

MAYORS: Final = {
    "lindgrund": "p-lange",
    "birkfeld": "p-vogt",
    "steintal": "p-roth",
    "muehlau": "p-mueller",
}
TEXT: Final = "Wir verwerten den Klärschlamm ab 2029 gemeinsam."


def proposal(**changes: Any) -> c.Propose:  # noqa: ANN401  (fields of the command)
    """Return the proposal of the dialogues: it holds from three on."""
    plain: dict[str, Any] = {
        "forum": "wasser",
        "title": "Klärschlamm gemeinsam verwerten",
        "text": Sealed(TEXT),
        "reasons": Sealed("Ab 2029 muss Phosphor zurückgewonnen werden."),
        "otherwise": Sealed("Bleibt bei seinem Entsorger."),
        "effect": Rule(EffectKind.THRESHOLD, at_least=3),
    }
    return c.Propose(**{**plain, **changes})


def do(
    here: Auenland,
    org: str,
    *commands: object,
    ref: str | None = "B1",
    circle: Circle = Circle.INTERNAL,
) -> str:
    """Let the mayor of ``org``, or coordination, do all this; return the number."""
    stream = f"decision:{ref}" if ref else None
    for command in commands:
        here.said += 1
        now = here.watch()
        order = Order(
            command_id=f"ballot/{here.said}",
            command=command,
            stream=stream,
            actor=MAYORS.get(org, "p-kern"),
            org=org,
            today=now.date(),
            now=now,
            via=Via.WEB,
            circle=circle,
        )
        answer = here.faden.desk.submit(order)
        assert answer.refusal is None, (answer.refusal, command)
        stream = answer.stream
    here.faden.reactor.settle()
    return str(stream).partition(":")[2]


def opened(here: Auenland, **changes: Any) -> str:  # noqa: ANN401  (of the proposal)
    """Let coordination propose and open a decision; return its number."""
    ref = do(here, "kreis", proposal(**changes), ref=None)
    do(here, "kreis", c.Open(), ref=ref)
    return ref


def say(here: Auenland, ref: str, stance: Stance = Stance.YES) -> None:
    """Let all four mayors say the same."""
    for org in MAYORS:
        do(here, org, c.GivePosition(stance=stance), ref=ref)


def body(here: Auenland, org: str, *meetings: date) -> None:
    """Let ``org`` have an assembly that meets on these days."""
    added = organisation.AddBody(
        body="gv",
        kind="Gemeindevertretung",
        name="Gemeindevertretung",
        statutory_number=23,
        rhythm_days=42,
        paper_deadline_days=15,
    )
    here.order(f"organisation:{org}", added)
    for on in meetings:
        meeting = organisation.ScheduleBodyMeeting(body="gv", on=on)
        here.order(f"organisation:{org}", meeting)


def ratifying(here: Auenland, **changes: Any) -> str:  # noqa: ANN401  (of the proposal)
    """Return a decision that the forum accepted and that lies before the councils."""
    for org in MAYORS:
        body(here, org, date(2027, 5, 20), date(2027, 6, 24))
    ref = opened(here, **changes)
    do(
        here,
        "kreis",
        c.RequireCondition(kind=ConditionKind.SUPERVISORY_NOTICE),
        ref=ref,
    )
    objection = c.Object(
        reason=Sealed("Transportkosten zu hoch"), proposal=Sealed("nach Entfernung")
    )
    do(here, "muehlau", objection, ref=ref)
    revised = c.Revise(text=Sealed(f"{TEXT} Mit Ausgleich."), integrates=(1,))
    do(here, "kreis", revised, ref=ref)
    do(here, "muehlau", c.AcceptIntegration(number=1), ref=ref)
    say(here, ref)
    here.watch.forward(days=15)
    do(here, "kreis", c.Close(), c.StartRatification(), ref=ref)
    met = c.MeetCondition(kind=ConditionKind.SUPERVISORY_NOTICE, ref="Anzeige 4/27")
    do(here, "kreis", met, ref=ref)
    return ref


def resolved(here: Auenland, ref: str) -> None:
    """Let three assemblies approve, one only by word of mouth, and one refuse."""
    for org in MAYORS:
        do(here, org, c.SubmitPaper(org=org, body="gv"), ref=ref)
    here.watch.forward(days=40)
    for org in ("lindgrund", "birkfeld"):
        approved = c.RecordApproval(
            org=org, body="gv", evidence=Evidence.MINUTES, ref="TOP 7"
        )
        do(here, org, approved, ref=ref)
    oral = c.RecordApproval(org="steintal", body="gv", evidence=Evidence.ORAL)
    do(here, "steintal", oral, ref=ref)
    conditions = c.RecordConditions(
        org="muehlau",
        body="gv",
        evidence=Evidence.MINUTES,
        ref="TOP 3",
        conditions=Sealed("jährlich kündbar"),
    )
    do(here, "muehlau", conditions, ref=ref)
