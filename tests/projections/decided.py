"""Decided: what happens to one decision of the forum, event by event."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, Final

from core import organisation
from core.decision import events as e
from core.decision.kinds import Evidence, Outcome, Tally
from core.effect import EffectKind, Member, Rule, Stance
from core.event import Event
from core.rulebook import Mode, Rulebook
from core.sealed import Sealed
from tests.projections.given import TODAY, Tale

TOWNS: Final = ("birkfeld", "lindgrund", "steintal")
RULE: Final = Rule(EffectKind.THRESHOLD, at_least=2)
DRAFTED: Final = e.Drafted(
    forum="wasser",
    org="kreis",
    title="Klärschlamm gemeinsam verwerten",
    text=Sealed("Ab 2029 verwerten wir gemeinsam"),
    reasons=Sealed("Phosphor wird Pflicht"),
)
OPENED: Final = e.Opened(
    text=1,
    on=TODAY,
    until=TODAY + timedelta(days=14),
    mode=Mode.CONSENT,
    effect=RULE,
    roster=tuple(
        Member(org, inhabitants)
        for org, inhabitants in zip(TOWNS, (500, 300, 200), strict=True)
    ),
    rulebook=Rulebook(),
    review_on=date(2029, 3, 15),
)
COUNTED: Final = Tally(
    mode=Mode.CONSENT,
    outcome=Outcome.ACCEPTED,
    entitled=3,
    needed=2,
    yes=3,
    no=0,
    abstain=0,
)


def later(days: int) -> date:
    """Return the day so many days behind the opening."""
    return TODAY + timedelta(days=days)


def says(org: str, stance: Stance = Stance.YES, day: int = 1) -> e.PositionGiven:
    """Return a position of ``org``."""
    return e.PositionGiven(org=org, stance=stance, text=1, on=later(day))


def accepted(day: int = 14) -> e.Accepted:
    """Return that the forum accepted version 1."""
    return e.Accepted(text=1, rulebook=0, tally=COUNTED, on=later(day))


def required(org: str, day: int | None = 90) -> e.RatificationRequired:
    """Return that the assembly of ``org`` has to resolve."""
    deadline = None if day is None else later(day)
    return e.RatificationRequired(org=org, body="gv", deadline=deadline)


def paper(org: str, day: int = 20) -> e.PaperSubmitted:
    """Return that the paper lies before the assembly of ``org``."""
    return e.PaperSubmitted(org=org, body="gv", text=1, on=later(day))


def approved(
    org: str, day: int = 40, evidence: Evidence = Evidence.MINUTES
) -> e.CouncilApproved:
    """Return that the assembly of ``org`` approved."""
    ref = None if evidence is Evidence.ORAL else "TOP 7"
    return e.CouncilApproved(
        org=org, body="gv", text=1, on=later(day), evidence=evidence, ref=ref
    )


IN_COUNCILS: Final[tuple[Event, ...]] = (
    DRAFTED,
    OPENED,
    *(says(org) for org in TOWNS),
    accepted(),
    *(required(org) for org in TOWNS),
    e.RatificationStarted(on=later(14)),
)
"""Accepted by three towns, whose assemblies have to resolve; it holds from two on."""


def in_force(tale: Tale, ref: str = "B1") -> Tale:
    """Let the assemblies of two towns approve, recorded some days later."""
    tale.tell(f"decision:{ref}", *IN_COUNCILS, paper("birkfeld"), paper("lindgrund"))
    tale.tell(f"decision:{ref}", approved("birkfeld", 30), approved("lindgrund", 40))
    took = e.PartlyTookEffect(orgs=("birkfeld", "lindgrund"), on=later(48))
    return tale.tell(f"decision:{ref}", took)


def body(name: str, kind: str, **more: Any) -> organisation.BodyAdded:  # noqa: ANN401  (its fields)
    """Return a body that meets every six weeks and wants papers two before."""
    plain: dict[str, Any] = {
        "body": name,
        "kind": kind,
        "name": kind,
        "statutory_number": 23,
        "rhythm_days": 42,
        "paper_deadline_days": 15,
    }
    return organisation.BodyAdded(**{**plain, **more})
