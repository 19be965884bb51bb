"""How events become rows of who is who."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from types import MappingProxyType
from typing import Final, assert_never

from core import forum, organisation, person, region
from core.facts import Power
from core.organisation import Mandate, Role
from core.organisation.mandates import Mandates, ended, given
from core.ports import Recorded
from core.sealed import Sealed
from projections.columns import listed
from projections.columns import names as named
from projections.packing import packed
from projections.people import tables as t
from projections.people.region import fold_region
from projections.rows import Row, Rows
from projections.view import View


def fold(rows: Rows, batch: Sequence[Recorded]) -> None:
    """Bring the tables up to date; ignore other aggregates."""
    for recorded in batch:
        event = recorded.event
        if isinstance(event, region.Happening):
            fold_region(rows, recorded.ref, event)
        elif isinstance(event, organisation.Happening):
            _organisation(rows, recorded.ref, event)
        elif isinstance(event, forum.Happening):
            _forum(rows, recorded, event)
        elif isinstance(event, person.AbsenceDeclared | person.AbsenceEnded):
            rows.put(t.AWAY, recorded.ref, _away(rows, recorded.ref, event))
        elif isinstance(event, person.Forgotten):
            rows.put(t.AWAY, recorded.ref, [])
            rows.put(t.PREFERENCE, recorded.ref, [])
        elif isinstance(event, person.PreferencesSet):
            row = {
                "person": recorded.ref,
                "language": event.language.value,
                "chosen": packed(person.told(event)),
            }
            rows.put(t.PREFERENCE, recorded.ref, [row])


PEOPLE: Final = View("people.v6", t.TABLES, fold)


def _away(
    rows: Rows, ref: str, event: person.AbsenceDeclared | person.AbsenceEnded
) -> list[Row]:
    """Return the rows of somebody who is or will be away, if that is still known."""
    if isinstance(event, person.AbsenceEnded):
        return []
    known = [
        person.Away(Sealed(f"{row['first']}/{row['last']}"), _sealed(row["deputy"]))
        for row in rows.of(t.AWAY, ref)
    ]
    now = person.beside(known, person.Away(event.period, event.deputy))
    return [
        {
            "person": ref,
            "first": one.days[0],
            "last": one.days[1],
            "deputy": one.stand_in,
        }
        for one in now
        if one.days is not None
    ]


def _sealed(text: str | None) -> Sealed | None:
    return None if text is None else Sealed(text)


def _organisation(rows: Rows, org: str, event: organisation.Happening) -> None:
    match event:
        case organisation.Registered():
            row = {
                "org": org,
                "name": event.name,
                "kind": event.kind.value,
                "inhabitants": event.inhabitants,
                "ags": event.ags,
                "successor": None,
            }
            rows.put(t.ORGANISATION, org, [row])
        case organisation.Renamed(name=name):
            rows.change(t.ORGANISATION, org, name=name)
        case organisation.InhabitantsUpdated(inhabitants=inhabitants):
            rows.change(t.ORGANISATION, org, inhabitants=inhabitants)
        case organisation.Succeeded(by=by):
            rows.change(t.ORGANISATION, org, successor=by)
            rows.put(t.MANDATE, org, [])  # core: nobody acts for it any more
        case organisation.MandateGiven():
            _mandates(rows, org, given(_held(rows, org), event))
        case organisation.MandateEnded():
            _mandates(rows, org, ended(_held(rows, org), event))
        case organisation.DevicesNamed(devices=devices):
            sheet = [{"org": org, "name": name} for name in sorted(devices)]
            rows.put(t.DEVICE, org, sheet)
        case organisation.BodyAdded():
            rows.put(t.BODY, org, [*rows.of(t.BODY, org), _body(rows, org, event)])
        case organisation.BodyMeetingScheduled(body=body, on=on):
            _meets(rows, org, body, lambda days: days | {on.isoformat()})
        case organisation.BodyMeetingCancelled(body=body, on=on):
            _meets(rows, org, body, lambda days: days - {on.isoformat()})
        case organisation.ContactDeskSet() | organisation.HandoverNeeded():
            pass  # no query asks for it yet
        case _:
            assert_never(event)


def _body(rows: Rows, org: str, event: organisation.BodyAdded) -> Row:
    return {
        "org": org,
        "n": len(rows.of(t.BODY, org)) + 1,
        "body": event.body,
        "kind": event.kind,
        "name": event.name,
        "rhythm_days": event.rhythm_days,
        "paper_deadline_days": event.paper_deadline_days,
        "meetings": listed(()),
    }


def _meets(
    rows: Rows, org: str, body: str, changed: Callable[[set[str]], set[str]]
) -> None:
    """Change the days on which a body meets."""
    sheet = [
        {**row, "meetings": listed(changed({*named(row["meetings"])}))}
        if row["body"] == body
        else row
        for row in rows.of(t.BODY, org)
    ]
    rows.put(t.BODY, org, sheet)


def _held(rows: Rows, org: str) -> Mandates:
    held: dict[str, tuple[Mandate, ...]] = {}
    for row in rows.of(t.MANDATE, org):
        person = row["person"]
        held[person] = (*held.get(person, ()), mandate_of(row))
    return MappingProxyType(held)


def mandate_of(row: Row) -> Mandate:
    """Return what a row of the table says, in core's words."""
    return Mandate(
        role=Role(row["role"]),
        powers=frozenset(Power(power) for power in named(row["powers"])),
        forums=frozenset(named(row["forums"])),
        until=row["until"],
    )


def _mandates(rows: Rows, org: str, held: Mandates) -> None:
    flat = [(person, m) for person in sorted(held) for m in held[person]]
    sheet = [
        {
            "org": org,
            "n": n,
            "person": person,
            "role": mandate.role.value,
            "powers": listed(power.value for power in mandate.powers),
            "forums": listed(mandate.forums),
            "until": mandate.until,
        }
        for n, (person, mandate) in enumerate(flat)
    ]
    rows.put(t.MANDATE, org, sheet)


def _forum(rows: Rows, recorded: Recorded, event: forum.Happening) -> None:
    ref = recorded.ref
    match event:
        case forum.Proposed():
            row = {
                "forum": ref,
                "name": event.name,
                "kind": event.kind.value,
                "lead": event.lead,
                "state": "planned",
                "cadence_days": None,
                "fields": listed(event.fields),
                "successor": None,
                "resting_until": None,
                "since": event.since,
                "rulebook": None,
                "circle": recorded.origin.circle.value,
            }
            rows.put(t.FORUM, ref, [row])
        case forum.Constituted() | forum.Revived():
            rows.change(t.FORUM, ref, state="active", resting_until=None)
        case forum.Rested(until=until):
            rows.change(t.FORUM, ref, state="resting", resting_until=until)
        case forum.Merged(into=into):
            rows.change(t.FORUM, ref, state="absorbed", successor=into)
        case forum.Closed(successor=successor):
            rows.change(t.FORUM, ref, state="ended", successor=successor)
        case forum.Refounded():
            rows.change(t.FORUM, ref, state="planned", successor=None)
        case forum.Renamed(name=name):
            rows.change(t.FORUM, ref, name=name)
        case forum.CadenceSet(days=days):
            rows.change(t.FORUM, ref, cadence_days=days)
        case forum.RulebookChanged(rulebook=rulebook):
            rows.change(t.FORUM, ref, rulebook=packed(rulebook))
        case forum.SeatGiven(org=org, seat=seat):
            kept = [row for row in rows.of(t.SEAT, ref) if row["org"] != org]
            new = {"forum": ref, "org": org, "seat": seat.value}
            rows.put(t.SEAT, ref, sorted([*kept, new], key=lambda row: row["org"]))
        case forum.SeatWithdrawn(org=org):
            kept = [row for row in rows.of(t.SEAT, ref) if row["org"] != org]
            rows.put(t.SEAT, ref, kept)
        case (
            forum.MeetingScheduled()
            | forum.MeetingCancelled()
            | forum.MeetingHeld()
            | forum.MinutesFiled()
            | forum.MinutesApproved()
        ):
            pass  # a view of its own: projections/meetings.py
        case _:
            assert_never(event)
