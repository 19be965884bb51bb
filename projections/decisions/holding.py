"""Holding: from when to when a decision bound whom, and how it stood (*Geltung*).

Days are those on which it was so, as far as is known now: a resolution that was
recorded late counts from its own day, and one that was recorded wrongly never did.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from core import decision as core
from core.decision import events as e
from core.decision import states as s
from projections.decisions.shaping import in_councils
from projections.decisions.sheets import Sheets
from projections.rows import Row

_EFFECTS: Final = (s.PartlyInForce, s.InForce, s.UnderReview, s.Failed)
_IN_EFFECT: Final = frozenset(
    {
        "decision_partly_in_force",
        "decision_in_force",
        "decision_under_review",
        "decision_failed",
    }
)


def note(
    sheets: Sheets, before: s.State, after: s.Present, event: e.Happening, on: date
) -> None:
    """Note whom the decision binds, and how it stands, after ``event``."""
    was, now = core.bound(before), core.bound(after)
    ended = isinstance(event, e.Superseded | e.Repealed | e.MemberLeft)
    sheets.holds = list(_ended(sheets.holds, was - now, on if ended else None))
    fresh = list(_begun(after, now - was, sheets.matter["closed_on"], on))
    sheets.holds += fresh
    if isinstance(event, e.EffectRevoked):
        on = _undone(sheets, on)
    awaited = in_councils(after)
    last = sheets.stages[-1] if sheets.stages else {}
    changed = core.name(before) != core.name(after)
    if changed or last.get("awaited") != awaited:
        first = min((row["since"] for row in fresh), default=on)
        stage = {"state": core.name(after), "awaited": awaited}
        sheets.stages = _stages(sheets.stages, stage, first)


def _ended(
    holds: Iterable[Row], orgs: frozenset[str], on: date | None
) -> Iterator[Row]:
    """Yield ``holds`` without those of ``orgs``, or with their end, if it is one."""
    for row in holds:
        if row["until"] is not None or row["org"] not in orgs:
            yield row
        elif on is not None and on > row["since"]:
            yield {**row, "until": on}


def _begun(
    state: s.Present, orgs: frozenset[str], closed: date | None, on: date
) -> Iterator[Row]:
    """Yield from when it binds ``orgs``: the first day from which it always did."""
    since = dict.fromkeys(orgs, on)
    going = set(orgs)
    first = state.file.started or closed or on  # it binds nobody before
    for day in _days(state.file, first, on) if orgs else ():
        going &= core.judged(state.file, day).bound
        since.update(dict.fromkeys(going, day))
        if not going:
            break
    for org in sorted(orgs):
        yield {"org": org, "since": since[org], "until": None}


def _days(file: core.File, first: date, last: date) -> list[date]:
    """Return the days on which something came, the latest first."""
    days = {first, last}
    days |= {vote.on for vote in file.votes.values()}
    days |= {council.on for council in file.councils.values()}
    days |= {condition.on for condition in file.conditions.values()}
    return sorted((day for day in days if first <= day <= last), reverse=True)


def _undone(sheets: Sheets, on: date) -> date:
    """Take out what was not so; return from when something else was."""
    while sheets.stages and sheets.stages[-1]["state"] in _IN_EFFECT:
        on = sheets.stages.pop()["since"]
    return on


def _stages(stages: list[Row], stage: Row, since: date) -> list[Row]:
    """Return ``stages`` with one more, which replaces what began on the same day."""
    kept = list(stages)
    if kept:
        since = max(since, kept[-1]["since"])
        kept[-1] = {**kept[-1], "until": since}
    kept = [row for row in kept if row["until"] != row["since"]]
    return [*kept, {**stage, "since": since, "until": None}]
