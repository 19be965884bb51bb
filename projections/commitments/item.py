"""Item: one commitment while events are folded into it.

Core's own ``evolve`` says where it stands; beside it lies what people read.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, field, replace
from datetime import date, datetime
from typing import Any, Final

from core.commitment import COMMITMENT, doubting, events, states, terms_of
from core.event import Event
from core.ports import Circle, Recorded
from core.sealed import Sealed
from projections.packing import packed, unpacked
from projections.rows import Row

_ASKED: Final = (
    states.Requested,
    states.Offered,
    states.Countered,
    states.Reserved,
    states.HandingOver,
    states.Renegotiating,
    states.Reported,
)
_STANDING: Final = (states.Promised, states.HandingOver, states.Renegotiating)
_NOT_OPEN: Final = (states.Absent, states.Fulfilled, states.Ended)


@dataclass(frozen=True, slots=True)
class Wording:
    """What taking back restores beside core's state."""

    what: str | None = None
    measure: str | None = None
    first_due: str | None = None
    remark: str | None = None
    caretaker: str | None = None
    reported_on: str | None = None


@dataclass(slots=True)
class Item:
    """A commitment in memory: core's state, the wording, who began and when."""

    state: states.State = field(default_factory=states.State)
    wording: Wording = Wording()
    before: Wording | None = None
    opener: str = ""
    opened_at: datetime | None = None
    since: datetime | None = None
    circle: str = Circle.INTERNAL.value
    draft_of: str | None = None
    last: Recorded | None = None

    def follow(self, recorded: Recorded, event: events.Happening) -> None:
        """Take in the next event of the stream."""
        if self.opened_at is None:
            self.opener = recorded.origin.actor
            self.opened_at = self.since = recorded.recorded_at
            self.circle = recorded.origin.circle.value
        if recorded.origin.circle is Circle.CLOSED:
            self.circle = Circle.CLOSED.value
        was = _turn(self.state)
        undo, self.state = self.state.undo, COMMITMENT.evolve(self.state, event)
        if isinstance(event, events.TakenBack):
            if undo not in (None, states.State()):  # else it keeps its words
                self.wording = self.before or self.wording
            self.before = None
        else:
            self.before = self.wording
            self.wording = worded(self.wording, event)
        if _turn(self.state) != was:
            self.since = recorded.recorded_at
        self._mark_draft()
        self.last = recorded

    def _mark_draft(self) -> None:
        """Remember whose draft an opening is until it has been spoken."""
        phase, pending = self.state.phase, self.state.pending
        if isinstance(phase, states.Absent):
            drafted = isinstance(pending, states.Draft)
            self.draft_of = pending.org if pending and drafted else None
        elif not isinstance(phase, states.Ended):
            self.draft_of = None


def _turn(state: states.State) -> tuple[str, str | None]:
    return states.name(state.phase), states.next_mover(state.phase)


def worded(wording: Wording, event: Event) -> Wording:
    """Return the wording after ``event``."""
    match event:
        case events.Drafted(event=prepared) | events.EnteredOnBehalf(event=prepared):
            opening = isinstance(prepared, events.Requested | events.Offered)
            return worded(wording, prepared) if opening else wording
        case events.Requested(what=what, measure=measure, due=due):
            first = due.isoformat()
            return Wording(what.text, measure.text if measure else None, first)
        case events.Offered(what=what, due=due):
            return Wording(what.text, None, due.isoformat())
        case events.HandedOver(person=person, org=org):
            return replace(wording, caretaker=None if org else person)
        case events.CompletionReported(on=on, evidence=evidence):
            remark = evidence.text if evidence else None
            return replace(wording, reported_on=on.isoformat(), remark=remark)
        case events.CompletionRejected(missing=missing):
            return replace(wording, reported_on=None, remark=missing.text)
        case events.CounterProposed() | events.ChangeProposed():
            return replace(wording, remark=_said(event.scope, event.reason))
        case events.ReservationConditioned(conditions=conditions):
            return replace(wording, remark=conditions.text)
        case (
            events.Declined(reason=reason)
            | events.Withdrawn(reason=reason)
            | events.Released(reason=reason)
            | events.Reneged(reason=reason)
            | events.ReservationRefused(reason=reason)
            | events.FulfilmentDisputed(reason=reason)
            | events.ChangeRejected(reason=reason)
            | events.HandOverDeclined(reason=reason)
            | events.ReleaseSought(reason=reason)
        ):
            return replace(wording, remark=_said(reason))
        case _:
            return wording


def _said(*texts: Sealed | None) -> str | None:
    found = [text.text for text in texts if text is not None and text.text]
    return " – ".join(found) or None


def item_of(row: Row) -> Item:
    """Return the item that ``row_of`` stored."""
    before = row["before"]
    return Item(
        state=unpacked(row["core"]),
        wording=Wording(
            row["what"],
            row["measure"],
            row["first_due"].isoformat(),
            row["remark"],
            row["caretaker"],
            row["reported_on"].isoformat() if row["reported_on"] else None,
        ),
        before=Wording(*unpacked(before)) if before else None,
        opener=row["opener"],
        opened_at=row["opened_at"],
        since=row["since"],
        circle=row["circle"],
        draft_of=row["draft_of"],
    )


def row_of(item: Item) -> Row:
    """Return the row of ``item`` after its newest event."""
    last, wording = item.last, item.wording
    if last is None:
        raise ValueError(item)
    digits = last.ref[1:]
    return {
        "ref": last.ref,
        "number": int(digits) if digits.isdecimal() else last.position,
        **_standing(item.state),
        "what": wording.what,
        "measure": wording.measure,
        "first_due": _day(wording.first_due) or terms_of(item.state).due,
        "remark": wording.remark,
        "caretaker": wording.caretaker,
        "reported_on": _day(wording.reported_on),
        "opener": item.opener,
        "opened_at": item.opened_at,
        "since": item.since,
        "changed_at": last.recorded_at,
        "circle": item.circle,
        "draft_of": item.draft_of,
        "version": last.version,
        "position": last.position,
        "core": packed(item.state),
        "before": packed(list(asdict(item.before).values())) if item.before else None,
    }


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _standing(state: states.State) -> Row:
    """Return the columns that follow from core's state alone."""
    phase, terms = state.phase, terms_of(state)
    mover = states.next_mover(phase)
    cells: dict[str, Any] = {
        "forum": terms.forum,
        "asker": terms.asker,
        "holder": terms.holder,
        "due": terms.due,
        "state": phase.by if isinstance(phase, states.Ended) else states.name(phase),
        "mover": mover,
        "proposed_due": None,
        "proposed_by": None,
        "body": phase.body if isinstance(phase, states.Reserved) else None,
        "deadline": phase.deadline if isinstance(phase, states.Reserved) else None,
        "to_org": phase.to if isinstance(phase, states.HandingOver) else None,
        "settled_on": phase.on if isinstance(phase, states.Fulfilled) else None,
        "thanked": isinstance(phase, states.Fulfilled) and bool(phase.thanked),
        "open": not isinstance(phase, _NOT_OPEN),
        "asked": isinstance(phase, _ASKED),
        "promised": isinstance(phase, _STANDING),
        **_pending(state),
        **_ground(state),
    }
    match phase:
        case states.Countered(proposed, asked):
            proposal = {"proposed_due": proposed.due, "proposed_by": proposed.holder}
            cells |= {"due": asked.due, **proposal}
        case states.Renegotiating(_, by, due):
            cells |= {"proposed_due": due, "proposed_by": by}
        case _:
            pass
    return cells


def _ground(state: states.State) -> Row:
    doubts, doubt = doubting(state), state.doubt
    terms = terms_of(state)
    return {
        "cites": terms.cites,
        "ended_by": doubt.ended_by if doubt else None,
        "holder_doubts": terms.holder in doubts,
        "asker_doubts": terms.asker in doubts,
        "sought": doubt is not None and doubt.sought,
    }


def _pending(state: states.State) -> Row:
    waiting = state.pending
    provisional = isinstance(waiting, states.Provisional)
    return {
        "pending": waiting and ("on_behalf" if provisional else "draft"),
        "pending_act": waiting and states.ended_by(type(waiting.event)),
        "pending_org": waiting and waiting.org,
        "pending_until": waiting.contest_until
        if isinstance(waiting, states.Provisional)
        else None,
        "pending_due": getattr(waiting.event, "due", None) if waiting else None,
    }
