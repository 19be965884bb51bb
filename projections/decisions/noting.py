"""Noting: what events tell beyond the state that core keeps."""

from __future__ import annotations

from datetime import date
from typing import assert_never

from core.decision import events as e
from core.ports import Circle, Recorded
from core.sealed import Sealed
from projections.columns import listed
from projections.decisions import noting_councils
from projections.decisions.sheets import Sheets
from projections.decisions.tables import EDITION, OBJECTION, POSITION
from projections.packing import packed


def note(sheets: Sheets, recorded: Recorded, event: e.Happening) -> None:
    """Note what ``event`` tells."""
    matter = sheets.matter
    if isinstance(event, e.Drafted):
        _drafted(sheets, recorded, event)
    elif isinstance(event, e.Running):
        _ran(sheets, recorded, event)
    elif isinstance(event, e.Saying):
        _said(sheets, recorded, event)
    elif isinstance(event, e.InCouncils):
        noting_councils.council(sheets, recorded, event)
    elif isinstance(event, e.Conditional):
        noting_councils.negotiated(sheets, event)
    elif isinstance(event, e.Conditioned):
        noting_councils.condition(sheets, event)
    else:
        _lived(sheets, recorded, event)
    matter |= {
        "changed_at": recorded.recorded_at,
        "version": recorded.version,
        "position": recorded.position,
    }
    if recorded.origin.circle is Circle.CLOSED:
        matter["circle"] = Circle.CLOSED.value


def day_of(recorded: Recorded) -> date:
    """Return the local day on which an event happened."""
    day: date = getattr(recorded.event, "on", recorded.origin.effective_on)
    return day


def text(sealed: Sealed | None) -> str | None:
    """Return what was typed, if it was and is still known."""
    return sealed.text if sealed else None


def _drafted(sheets: Sheets, recorded: Recorded, event: e.Drafted) -> None:
    digits = recorded.ref[1:]
    sheets.matter |= {
        "ref": recorded.ref,
        "number": int(digits) if digits.isdecimal() else recorded.position,
        "forum": event.forum,
        "org": event.org,
        "title": event.title,
        "no_review": text(event.no_review),
        "released": listed(()),
        "opener": recorded.origin.actor,
        "drafted_at": recorded.recorded_at,
        "circle": recorded.origin.circle.value,
    }
    _edition(sheets, recorded, 1)


def _edition(
    sheets: Sheets, recorded: Recorded, number: int, integrates: tuple[int, ...] = ()
) -> None:
    sheets.tell(
        EDITION,
        (number,),
        integrates=packed(integrates),
        on=day_of(recorded),
        position=recorded.position,
    )


def _ran(sheets: Sheets, recorded: Recorded, event: e.Running) -> None:
    matter = sheets.matter
    match event:
        case e.Revised(version=version, integrates=integrates):
            _edition(sheets, recorded, version, integrates)
            for key in sheets.parts[POSITION]:
                sheets.tell(POSITION, key, person=None)
        case e.Opened(on=on):
            matter["opened_on"] = on
        case e.Accepted() | e.Rejected() | e.Lapsed():
            matter |= {"closed_on": event.on, "tally": packed(event.tally)}
            if isinstance(event, e.Accepted):
                matter["accepted"] = packed(event)
        case e.SecondCallAnnounced():
            matter["closed_on"] = None
        case e.Escalated(to=to, reason=reason):
            matter |= {"escalated_to": to, "why": text(reason)}
        case e.Withdrawn(reason=reason):
            matter |= {"why": text(reason), "ended_on": day_of(recorded)}
        case e.Explained() | e.TermSet() | e.Delivered():
            pass  # the state keeps it
        case _:
            assert_never(event)


def _said(sheets: Sheets, recorded: Recorded, event: e.Saying) -> None:
    match event:
        case (
            e.EnteredOnBehalf()
            | e.OnBehalfConfirmed()
            | e.OnBehalfStood()
            | e.OnBehalfContested()
            | e.Prepared()
            | e.PreparedDropped()
        ):
            pass  # the state keeps it
        case e.ObjectionIntegrated() | e.ObjectionWithdrawn():
            answer = text(getattr(event, "reason", None))
            _settled(sheets, recorded, event.number, answer)
        case e.ObjectionRuledNotParamount(number=number, by=by, reason=reason):
            sheets.tell(OBJECTION, (number,), ruled_by=by)
            _settled(sheets, recorded, number, text(reason))
        case e.ObjectionRaised(number=number):
            sheets.tell(OBJECTION, (number,), raised_on=day_of(recorded))
            _spoke(sheets, recorded, event.org)
        case (
            e.PositionGiven()
            | e.PositionCorrected()
            | e.OptionsScored()
            | e.RecusalDeclared()
        ):
            _spoke(sheets, recorded, event.org)
        case _:
            assert_never(event)


def _spoke(sheets: Sheets, recorded: Recorded, org: str) -> None:
    """Note who spoke, or let it count."""
    sheets.tell(POSITION, (org,), person=recorded.origin.actor)


def _settled(
    sheets: Sheets, recorded: Recorded, number: int, answer: str | None
) -> None:
    day = day_of(recorded)
    sheets.tell(OBJECTION, (number,), answer=answer, settled_on=day)


def _lived(sheets: Sheets, recorded: Recorded, event: e.Living) -> None:
    matter = sheets.matter
    match event:
        case e.MemberJoined(org=org):
            _spoke(sheets, recorded, org)
            sheets.tell(POSITION, (org,), left_on=None)
        case e.MemberLeft(org=org, on=on):
            _spoke(sheets, recorded, org)
            sheets.tell(POSITION, (org,), left_on=on)
        case e.PromisesAsked(org=org):
            sheets.tell(POSITION, (org,), asked_at=recorded.position)
        case e.ReviewFellDue(reason=reason, because=because):
            matter |= {"why": text(reason), "because": because}
        case e.Confirmed(no_review=no_review):
            again = {"no_review": text(no_review), "why": None, "because": None}
            matter |= again
        case e.Superseded(by=by, on=on, released=released):
            done = {"superseded_by": by, "ended_on": on, "released": listed(released)}
            matter |= done
        case e.Repealed(by=by, on=on, reason=reason):
            matter |= {"repealed_by": by, "ended_on": on, "why": text(reason)}
        case e.Failed(on=on):
            matter["ended_on"] = on
        case e.EffectRevoked():
            matter["ended_on"] = None
        case e.RatificationStarted() | e.TookEffect() | e.PartlyTookEffect():
            pass  # the state keeps it
        case _:
            assert_never(event)
