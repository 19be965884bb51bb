"""Timers: what the hour brings, out of the views (*Fristen*).

::

    what is stored --due(today)--> rows --a turn of the ticker--> orders --> events

Nothing is kept here: a row is due until the event is there to which it leads, so
each leads to it once, whoever looks and however often. Days are local.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from enum import StrEnum, unique
from typing import Final, NamedTuple

from sqlalchemy import Connection, and_, bindparam, select

from core.ask.kinds import AskKind
from core.commitment import SILENCE
from core.nudge import Step
from projections import nudges, people
from projections.asks.table import ASK, REPLY
from projections.commitments.table import TABLE as COMMITMENT
from projections.decisions import GOING, OWED
from projections.decisions.tables import DECISION
from projections.nudges import LADDER, Ladder

F: Final = ASK.c
Z: Final = COMMITMENT.c
R: Final = REPLY.c
L: Final = LADDER.c
D: Final = OWED.c
B: Final = DECISION.c
_OWING: Final = "ask_closed"  # the result is owed
_RUNNING: Final = ("ask_open", _OWING)


@unique
class What(StrEnum):
    """To what a timer leads."""

    SILENCE = "silence"  # a completion counts as accepted
    STANDS = "stands"  # what was entered for others was not contested
    CLOSE = "close"  # the deadline of an ask is over
    GO_ON = "go_on"  # a call for help is still open behind its day
    PLAN = "plan"  # a ladder is to be fixed
    REMIND = "remind"  # its next step has come
    FORGET = "forget"  # its item has ended
    DELIVER = "deliver"  # that a decision has reached an organisation is noted
    COUNT = "count"  # the time to answer a decision is over
    START = "start"  # what was accepted goes to the councils
    EXPIRE = "expire"  # a council has let its term go by
    REVIEW = "review"  # a decision is to be looked at again
    PROMISES = "promises"  # whom a decision binds is asked what it promises
    GROUND = "ground"  # a decision from which something follows has ended
    CHANGE = "change"  # a change of framework touches a decision


class Timer(NamedTuple):
    """Something due: since when, what, on which item and for whom."""

    due: date
    what: What
    ref: str
    org: str
    step: Step = Step.WISHED  # of a ladder
    until: date | None = None  # the deadline of the item
    body: str = ""  # of the organisation
    because: str = ""  # the decision that ended, the information that tells of a change

    @property
    def key(self) -> str:
        """Return a name for it, the same from day to day while it waits."""
        named = "".join(f"/{one}" for one in (self.body, self.because) if one)
        return f"{self.what}/{self.ref}/{self.org}/{int(self.step)}{named}"

    @staticmethod
    def item_of(key: str) -> str:
        """Return the number of the item that the timer with that ``key`` is about."""
        return key.split("/")[1]


def consequences(db: Connection, today: date) -> Sequence[Timer]:
    """Return what happens by itself because a period is over."""
    return sorted([*_silences(db, today), *_standing(db, today), *_closing(db, today)])


def unplanned(db: Connection, today: date) -> Sequence[Timer]:
    """Return what has no ladder yet for the day by which it is due.

    An ask gets none where nobody can receive it, until somebody can.
    """
    found = [
        Timer(due, What.PLAN, ref, org)
        for query in (_PROMISED, _OWED, _DECIDED)
        for ref, org, due in db.execute(query)
    ]
    found += [
        Timer(due, What.PLAN, ref, org)
        for ref, org, due, forum in db.execute(_ASKED)
        if people.answering(db, org, forum, today)
    ]
    return sorted(found)


def reminders(db: Connection, today: date) -> Sequence[Timer]:
    """Return whose next step has come while its item waits, and what has ended."""
    found = [Timer(today, What.FORGET, ref, org) for ref, org in _ended(db)]
    due = nudges.due(db, today)
    if due:
        waiting = _waiting(db)
        steps = (_next(one, today) for one in due if (one.ref, one.org) in waiting)
        found += [timer for timer in steps if timer is not None]
    return sorted(found)


def _ended(db: Connection) -> Sequence[tuple[str, str]]:
    """Return the ladders whose item goes on no more."""
    return [(ref, org) for ref, org in db.execute(_ENDED)]


def coming(db: Connection) -> Sequence[Timer]:
    """Return the next step of every ladder whose item waits, by day."""
    waiting = _waiting(db)
    return sorted(
        Timer(day, What.REMIND, one.ref, one.org, one.next_step(), one.due)
        for one in nudges.ladders(db)
        if (one.ref, one.org) in waiting
        and one.done < _LAST
        and (day := one.next_day())
    )


_LAST: Final = Step.COORDINATION


def _next(one: Ladder, today: date) -> Timer | None:
    """Return the step that is due: the highest one, if several are."""
    if one.coordination and one.coordination <= today and one.done < _LAST:
        return Timer(one.coordination, What.REMIND, one.ref, one.org, _LAST, one.due)
    if one.asked:
        day, step = one.again, Step.WISHED
    else:
        steps = ((Step.SILENT, one.silent), (Step.DIRECT, one.direct))
        past = [(day, s) for s, day in steps if day and day <= today and s > one.done]
        if not past:
            return None
        day, step = past[-1]
        day = max(day, one.again) if one.again else day
    if day is None or day > today:
        return None
    return Timer(day, What.REMIND, one.ref, one.org, step, one.due)


def _waiting(db: Connection) -> set[tuple[str, str]]:
    return {
        (ref, org)
        for query in (_MOVES, _SILENT, _OWING_ASKS, _OWING_DECISIONS)
        for ref, org in db.execute(query)
    }


def _silences(db: Connection, today: date) -> list[Timer]:
    found = db.execute(_REPORTED, {"until": today - SILENCE})
    return [Timer(on + SILENCE, What.SILENCE, ref, org) for ref, org, on in found]


def _standing(db: Connection, today: date) -> list[Timer]:
    return [
        Timer(until + timedelta(days=1), What.STANDS, ref, org)
        for query in (_ENTERED, _ANSWERED)
        for ref, org, until in db.execute(query, {"today": today})
    ]


def _closing(db: Connection, today: date) -> list[Timer]:
    return [
        Timer(day + timedelta(days=1), _ENDS.get(kind, What.CLOSE), ref, org)
        for ref, org, day, kind in db.execute(_OVER, {"today": today})
    ]


_ENDS: Final = {AskKind.HELP.value: What.GO_ON}  # only whoever called ends that


# What is looked up at every tick, made once.
_PROMISED: Final = (
    select(Z.ref, Z.holder, Z.due)
    .outerjoin(LADDER, and_(L.ref == Z.ref, L.org == Z.holder, L.due == Z.due))
    .where(Z.open.is_(True), Z.mover == Z.holder, Z.asker != Z.holder)
    .where(L.ref.is_(None))
)
_ASKED: Final = (
    select(F.ref, R.org, F.deadline, F.forum)
    .join(ASK, F.ref == R.ref)
    .outerjoin(LADDER, and_(L.ref == R.ref, L.org == R.org, L.due == F.deadline))
    .where(R.awaited.is_(True), F.kind != AskKind.HELP.value, L.ref.is_(None))
)
_OWED: Final = (
    select(F.ref, F.org, F.promised)
    .outerjoin(LADDER, and_(L.ref == F.ref, L.org == F.org, L.due == F.promised))
    .where(F.state == _OWING, F.kind != AskKind.HELP.value, L.ref.is_(None))
)
_DECIDED: Final = (
    select(D.ref, D.org, D.due)
    .outerjoin(LADDER, and_(L.ref == D.ref, L.org == D.org, L.due == D.due))
    .where(L.ref.is_(None))
)
_ENDED: Final = (
    select(L.ref, L.org)
    .outerjoin(COMMITMENT, and_(Z.ref == L.ref, Z.open.is_(True)))
    .outerjoin(ASK, and_(F.ref == L.ref, F.state.in_(_RUNNING)))
    .outerjoin(DECISION, and_(B.ref == L.ref, GOING))
    .where(Z.ref.is_(None), F.ref.is_(None), B.ref.is_(None))
)
_MOVES: Final = select(Z.ref, Z.mover).where(Z.open.is_(True), Z.mover.is_not(None))
_SILENT: Final = (
    select(R.ref, R.org)
    .join(ASK, F.ref == R.ref)
    .where(F.state.in_(_RUNNING), R.said.is_(None))
)
_OWING_ASKS: Final = select(F.ref, F.org).where(F.state == _OWING)
_OWING_DECISIONS: Final = select(D.ref, D.org)
_REPORTED: Final = select(Z.ref, Z.asker, Z.reported_on).where(
    Z.open.is_(True), Z.state == "reported", Z.reported_on <= bindparam("until")
)
_ENTERED: Final = select(Z.ref, Z.pending_org, Z.pending_until).where(
    Z.pending == "on_behalf", Z.pending_until < bindparam("today")
)
_ANSWERED: Final = (
    select(R.ref, R.org, R.pending_until)
    .join(ASK, F.ref == R.ref)
    .where(R.pending_until < bindparam("today"), F.going.is_(True))
)
_OVER: Final = select(F.ref, F.org, F.deadline, F.kind).where(
    F.state == "ask_open", F.deadline < bindparam("today")
)
