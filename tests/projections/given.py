"""Given: a store of views, events to put into it, and what its tables hold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, Engine, create_engine, event, select

from core import forum, organisation, region
from core.commitment import events
from core.event import Event
from core.facts import Power, Seat
from core.ports import Circle, Origin, Recorded, Via
from core.sealed import Sealed
from projections.catalogue import VIEWS
from projections.view import View
from projections.viewer import Viewer
from projections.worker import Worker
from tests.projections.world import Log

TODAY: Final = date(2027, 3, 15)
DUE: Final = date(2027, 4, 30)
BEGIN: Final = datetime(2027, 3, 15, 8, 0, tzinfo=UTC)

COORDINATOR: Final = Viewer("ada", frozenset({"kreis"}), True, False)  # noqa: FBT003
ASKER: Final = Viewer("lena", frozenset({"lindgrund"}), False, False)  # noqa: FBT003
HOLDER: Final = Viewer("vogt", frozenset({"birkfeld"}), False, False)  # noqa: FBT003
THIRD: Final = Viewer("roth", frozenset({"steintal"}), False, False)  # noqa: FBT003
NOBODY: Final = Viewer("x", frozenset(), False, False)  # noqa: FBT003

FOUNDED: Final[tuple[tuple[str, Event], ...]] = (
    (
        "region:aue",
        region.Founded(name="Auenland", law_profile="DE-HE", time_zone="Europe/Berlin"),
    ),
    *(
        (
            f"organisation:{org}",
            organisation.Registered(
                name=org.title(), kind=organisation.OrganisationKind.MUNICIPALITY
            ),
        )
        for org in ("kreis", "lindgrund", "birkfeld", "steintal")
    ),
    (
        "forum:wasser",
        forum.Proposed(
            name="Strategisches Forum Wasser",
            kind=forum.ForumKind.FIELD,
            fields=("wasser",),
            purpose=Sealed("Wasser gemeinsam denken"),
            lead="kreis",
        ),
    ),
    ("forum:wasser", forum.Constituted()),
    *(
        ("forum:wasser", forum.SeatGiven(org=org, seat=Seat.VOTE))
        for org in ("lindgrund", "birkfeld", "steintal")
    ),
)
REQUESTED: Final = events.Requested(
    forum="wasser",
    asker="lindgrund",
    holder="birkfeld",
    what=Sealed("Klärschlammverwertung: Mengen 2024–2026"),
    due=DUE,
    measure=Sealed("Tabelle je Anlage"),
)
PROMISED: Final = events.Promised(due=DUE)


def store(path: Path) -> Engine:
    """Open a store of views as the program does."""
    engine = create_engine(f"sqlite:///{path}", connect_args={"timeout": 10})
    event.listen(engine, "connect", _tuned)
    return engine


def _tuned(connection: Any, _record: object) -> None:  # noqa: ANN401  (the driver's)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=NORMAL")


@dataclass
class Tale:
    """Events put down one after the other, each an hour after the one before."""

    log: Log = field(default_factory=lambda: Log([]))
    versions: Counter[str] = field(default_factory=Counter)

    def tell(self, stream: str, *happened: Event, **origin: Any) -> Tale:  # noqa: ANN401
        """Let ``happened`` be next in ``stream``."""
        for each in happened:
            position = self.log.head() + 1
            self.versions[stream] += 1
            plain = Origin(
                actor="lena",
                mandate="lindgrund/clerk",
                effective_on=TODAY,
                via=Via.WEB,
                command_id=f"c{position}",
            )
            recorded = Recorded(
                position=position,
                stream=stream,
                version=self.versions[stream],
                recorded_at=BEGIN + timedelta(hours=position),
                event=each,
                origin=plain._replace(**origin),
            )
            self.log.events.append(recorded)
        return self

    def seen(self, engine: Engine) -> Worker:
        """Bring all views up to date."""
        worker = Worker(self.log, engine, VIEWS)
        worker.catch_up()
        return worker


def founded() -> Tale:
    """Return the beginning of every tale: a region, a forum, four seats."""
    tale = Tale()
    for stream, happened in FOUNDED:
        tale.tell(stream, happened)
    for person, org, role in (
        ("ada", "kreis", organisation.Role.COORDINATOR),
        ("lena", "lindgrund", organisation.Role.CLERK),
        ("vogt", "birkfeld", organisation.Role.MAYOR),
    ):
        powers = [Power.ANSWER]
        powers += [Power.COORDINATE] if person == "ada" else []
        given = organisation.MandateGiven(
            person=person, role=role, powers=tuple(powers), forums=()
        )
        tale.tell(f"organisation:{org}", given)
    return tale


def dump(db: Connection, views: Sequence[View] = VIEWS) -> dict[str, list[object]]:
    """Return everything that the tables hold, by table."""
    found: dict[str, list[object]] = {}
    for view in views:
        for table in view.tables:
            rows = db.execute(select(table).order_by(*table.primary_key)).all()
            found[table.name] = [tuple(row) for row in rows]
    return found


CLOSED: Final = Circle.CLOSED
