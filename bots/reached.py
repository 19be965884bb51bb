"""Reached: who at an organisation is told of something, and on which day (*wen*)."""

from __future__ import annotations

from datetime import date
from zoneinfo import ZoneInfo

from core.facts import Power
from core.ports import Recorded
from projections import people
from projections.viewer import Reader


def desk(
    db: Reader, org: str, forum: str, usual: str | None, today: date
) -> dict[str, str]:
    """Return who looks after it for ``org``: ``usual`` if they may, else the clerks.

    Each comes with the organisation for which they are told.
    """
    acting = people.persons_of(db, org, forum, today)
    able = {m.person: m for m in acting if Power.ANSWER.value in m.powers}
    if usual in able:
        return {usual: org}
    clerks = {p for p, m in able.items() if Power.PROMISE.value not in m.powers}
    return dict.fromkeys(sorted(clerks or able), org)


def day_of(db: Reader, recorded: Recorded) -> date:
    """Return the day on which it was recorded; it may count for another one.

    Whoever holds a mandate on that day is told.
    """
    region = people.region(db)
    zone = ZoneInfo(region.time_zone if region else "Europe/Berlin")
    return recorded.recorded_at.astimezone(zone).date()
