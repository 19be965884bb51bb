"""Player: tells the story to the conversation, by a clock of its own (*Spieler*)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Final

from adapters.demo import county
from adapters.demo.line import Line
from adapters.demo.resolved import RESOLVED
from adapters.demo.story import STORY
from adapters.main import Faden
from bots.heard import TextSaid
from core.ports import Clock, Via
from projections import people

_BEGINNING: Final = timedelta(days=56)
_BETWEEN: Final = timedelta(minutes=1)  # at least, between two things said
_PATIENCE: Final = 30.0  # seconds an answer may take
_DAY: Final = re.compile(r"\{([+-]\d+)\}")
_DONE: Final = "demo.v2"  # the cursor that tells how much of the story was played
_REF: Final = "demo-{number}"
_TOLD: Final = sorted((*STORY, *RESOLVED), key=lambda line: (-line.days, line.time))


class StoryClock:
    """The time of the story while it is played, then the real one."""

    def __init__(self, real: Clock) -> None:
        """Show the real time at first."""
        self._real = real
        self._told: datetime | None = None

    def __call__(self) -> datetime:
        """Return now, aware, in UTC."""
        return self._told or self._real()

    def tell(self, at: datetime) -> None:
        """Stand at ``at``, unless it is later already."""
        at = at.astimezone(UTC)
        self._told = at if self._told is None else max(at, self._told + _BETWEEN)

    def let_go(self) -> None:
        """Show the real time again."""
        self._told = None


def fill(faden: Faden, clock: StoryClock, progress: Callable[[int, int], None]) -> None:
    """Play the story in an empty folder; go on with one that was interrupted.

    A folder with another region stays as it is. ``progress`` gets the number of
    lines said, and of all lines.
    """
    with faden.reading() as db:
        known = people.region(db)
    if known is not None and known.name != county.REGION:
        return
    played = faden.store.office.outbox.cursor(_DONE) or 0
    if known is not None and (played >= len(_TOLD) or not _untouched(faden, played)):
        return
    progress(played, len(_TOLD))
    today = faden.today()
    try:
        clock.tell(max(_at(faden, today - _BEGINNING, "08:00"), _last(faden)))
        county.found(faden)
        for number, line in enumerate(_TOLD, 1):
            if number > played:
                _play(faden, clock, number, line, today)
                progress(number, len(_TOLD))
    finally:
        clock.let_go()


def _untouched(faden: Faden, played: int) -> bool:
    """Whether nobody but the story has spoken yet."""
    inbox = faden.store.office.inbox
    told = inbox.get(_REF.format(number=1)) is not None  # by an earlier program
    return played > 0 or not (told or inbox.waiting(faden.clock(), 1))


def _last(faden: Faden) -> datetime:
    head = faden.store.journal.head()
    found = list(faden.store.journal.since(head - 1)) if head else []
    return found[-1].recorded_at if found else datetime.min.replace(tzinfo=UTC)


def _play(
    faden: Faden, clock: StoryClock, number: int, line: Line, today: date
) -> None:
    """Say one line, and yes to what is said back."""
    person = county.person_id(line.who)
    clock.tell(_at(faden, _workday(today - timedelta(days=line.days)), line.time))
    _say(faden, _REF.format(number=number), person, _dated(line.text, today))
    for n, text in enumerate(_yes(faden, person), 1):
        clock.tell(clock())
        _say(faden, f"demo-{number}-{n}", person, text)
    faden.reactor.settle()
    faden.store.office.outbox.put([], clock(), (_DONE, number)).result()


def _say(faden: Faden, ref: str, person: str, text: str) -> None:
    faden.hear(TextSaid(ref=ref, person=person, via=Via.WEB, text=text))
    if not faden.settled(ref, _PATIENCE):
        raise TimeoutError(ref)


def _yes(faden: Faden, person: str) -> Iterator[str]:
    for echo in faden.desk.echoes(person):
        yield f"ja {echo.number}"


def _dated(text: str, today: date) -> str:
    """Put the days of the story into a line; none is a Saturday or Sunday."""

    def day(found: re.Match[str]) -> str:
        meant = today + timedelta(days=int(found[1]))
        if meant > today:
            meant += timedelta(days=(7 - meant.weekday()) % 7 if _free(meant) else 0)
        else:
            meant = _workday(meant)
        return f"{meant.day}.{meant.month}.{meant.year}"

    return _DAY.sub(day, text)


def _workday(day: date) -> date:
    """Return ``day``, or the Friday before it."""
    return day - timedelta(days=day.weekday() - 4) if _free(day) else day


def _free(day: date) -> bool:
    return day.weekday() >= 5  # noqa: PLR2004  (Saturday and Sunday)


def _at(faden: Faden, day: date, time: str) -> datetime:
    local = datetime.fromisoformat(f"{day.isoformat()}T{time}")
    return local.replace(tzinfo=faden.desk.zone())
