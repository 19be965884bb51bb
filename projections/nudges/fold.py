"""How events become rows of ladders and of what was said."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final, assert_never

from core import nudge
from core.nudge import Rung
from core.ports import Recorded
from projections.nudges.table import LADDER, LOG
from projections.rows import Row, Rows
from projections.view import View


def fold(rows: Rows, batch: Sequence[Recorded]) -> None:
    """Bring the tables up to date; ignore other aggregates."""
    mine = [(r, r.event) for r in batch if isinstance(r.event, nudge.Happening)]
    rows.load(LADDER, {ref for _, event in mine for ref, _, _ in _touched(event)})
    for recorded, event in mine:
        for ref, org, step in _touched(event):
            _climb(rows, ref, org, step, event)
        for n, entry in enumerate(_entries(recorded, event)):
            rows.add(LOG, {"position": recorded.position, "n": n, **entry})


NUDGES: Final = View("nudges.v1", (LADDER, LOG), fold)


def _touched(event: nudge.Happening) -> Iterable[tuple[str, str, int]]:
    match event:
        case nudge.Scheduled(org=org, plans=plans):
            return [(plan.ref, org, 0) for plan in plans]
        case nudge.Stopped(org=org, refs=refs):
            return [(ref, org, 0) for ref in refs]
        case nudge.Snoozed(ref=ref, org=org) | nudge.Woken(ref=ref, org=org):
            return [(ref, org, 0)]
        case nudge.Sent(about=about) | nudge.Suppressed(about=about):
            return [(one.ref, one.org, one.step) for one in about]
        case nudge.Delegated():
            return ()
        case _:
            assert_never(event)


def _climb(rows: Rows, ref: str, org: str, step: int, event: nudge.Happening) -> None:
    sheet = {row["org"]: row for row in rows.of(LADDER, ref)}
    before = sheet.pop(org, None)
    if not isinstance(event, nudge.Stopped):
        known = before or dict.fromkeys(column.name for column in LADDER.columns)
        rung = _rung(before) if before else Rung()
        new = nudge.climbed(rung, event, step)
        cells = {name: getattr(new, name) for name in _RUNG}
        sheet[org] = {**known, "ref": ref, "org": org, **_days(ref, event), **cells}
    rows.put(LADDER, ref, [sheet[one] for one in sorted(sheet)])


def _rung(row: Row) -> Rung:
    return Rung(
        done=row["done"], sent=row["sent"], again=row["again"], asked=row["asked"]
    )


_RUNG: Final = ("done", "sent", "again", "asked")


def _days(ref: str, event: nudge.Happening) -> Row:
    if not isinstance(event, nudge.Scheduled):
        return {}
    plan = next(plan for plan in event.plans if plan.ref == ref)
    names = ("due", "silent", "direct", "coordination")
    return {name: getattr(plan, name) for name in names}


def _entries(recorded: Recorded, event: nudge.Happening) -> list[Row]:
    cells: Row = {"why": None, "again": None, "person": None}
    match event:
        case nudge.Sent(about=about, on=on, to=to):
            what = "silent" if to is None else "sent"
            cells |= {"what": what, "on": on, "person": to and to.text}
        case nudge.Delegated(about=about, on=on, to=to):
            cells |= {"what": "delegated", "on": on, "person": to.text}
        case nudge.Suppressed(about=about, on=on, why=why, again=again):
            cells |= {"what": "suppressed", "on": on, "why": why.value, "again": again}
        case nudge.Snoozed(ref=ref, org=org, until=until, by=by):
            about = (nudge.About(ref=ref, org=org, step=nudge.Step.WISHED),)
            on = recorded.origin.effective_on
            cells |= {"what": "snoozed", "on": on, "again": until, "person": by.text}
        case nudge.Scheduled() | nudge.Stopped() | nudge.Woken():
            return []
        case _:
            assert_never(event)
    return [
        {"ref": one.ref, "org": one.org, "step": int(one.step), **cells}
        for one in about
    ]
