"""How events become rows of asks and answers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from core.ask import ASK as CORE
from core.ask import current, events, missing, name, states
from core.ports import Circle, Recorded
from projections.asks.table import ASK, REPLY
from projections.columns import listed
from projections.packing import packed, unpacked
from projections.rows import Row, Rows
from projections.view import View


def fold(rows: Rows, batch: Sequence[Recorded]) -> None:
    """Bring the tables up to date; ignore other aggregates."""
    mine = [(r, r.event) for r in batch if isinstance(r.event, events.Happening)]
    refs = {recorded.ref for recorded, _ in mine}
    rows.load(ASK, refs)
    rows.load(REPLY, refs)
    for recorded, event in mine:
        before = rows.one(ASK, recorded.ref)
        state = CORE.evolve(unpacked(before["core"]) if before else CORE.initial, event)
        if isinstance(state, states.Absent):
            continue
        row = before or _opened(recorded, state.round.opened)
        rows.put(ASK, recorded.ref, [{**row, **_told(recorded, event, state)}])
        replies = _replies(rows.of(REPLY, recorded.ref), recorded, state)
        rows.put(REPLY, recorded.ref, replies)


ASKS: Final = View("asks.v1", (ASK, REPLY), fold)


def _opened(recorded: Recorded, opened: events.Opened) -> Row:
    digits = recorded.ref[1:]
    empty: dict[str, Any] = dict.fromkeys(column.name for column in ASK.columns)
    return {
        **empty,
        "ref": recorded.ref,
        "number": int(digits) if digits.isdecimal() else recorded.position,
        "forum": opened.forum,
        "org": opened.org,
        "text": opened.text.text,
        "opened": packed(opened),
        "kind": opened.kind.value,
        "on": opened.on,
        "minutes": opened.minutes,
        "opener": recorded.origin.actor,
        "opened_at": recorded.recorded_at,
        "circle": recorded.origin.circle.value,
    }


def _told(recorded: Recorded, event: events.Happening, state: states.Present) -> Row:
    """Return the cells that ``event`` changes."""
    cells: Row = {
        "deadline": state.round.deadline,
        "promised": state.round.promised,
        "state": name(state),
        "going": not isinstance(state, states.Concluded | states.Cancelled),
        "answered": len(current(state.round)),
        "missing": listed(missing(state)),
        "changed_at": recorded.recorded_at,
        "version": recorded.version,
        "position": recorded.position,
        "core": packed(state),
    }
    if recorded.origin.circle is Circle.CLOSED:
        cells["circle"] = Circle.CLOSED.value
    if isinstance(event, events.Published):
        cells |= {"published": packed(event), "published_at": recorded.recorded_at}
    if isinstance(event, events.Concluded | events.Cancelled):
        cells["concluded"] = packed(event)
    return cells


def _replies(
    before: Sequence[Row], recorded: Recorded, state: states.Present
) -> list[Row]:
    known = {row["org"]: row for row in before}
    said, awaited = current(state.round), set(missing(state))
    found: list[Row] = []
    for org in sorted(state.round.opened.audience):
        reply = packed(said[org]) if org in said else None
        old = known.get(org)
        fresh = None if reply is None else recorded.recorded_at
        entry = state.round.entries.get(org)
        found.append(
            {
                "ref": recorded.ref,
                "org": org,
                "said": reply,
                "at": old["at"] if old and old["said"] == reply else fresh,
                "person": state.round.persons.get(org),
                "pending_until": entry.contest_until if entry else None,
                "awaited": org in awaited,
            }
        )
    return found
