"""Founding: how the story of the county Auenland begins, and how it ends."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from core import forum, log, organisation, person, region
from core.facts import Power, Seat
from core.note import COSIGNATURE, ED25519, Key
from core.sealed import Sealed
from tests.projections.chance import FIELDS, FORUMS, ORGS, PERSONS

_KEY: Final = Key("auenland.example/log", ED25519, bytes(32)).written()
_SEEN: Final = Key("lindgrund.example/zeuge", COSIGNATURE, bytes(32)).written()
OFFICE: Final = ORGS.index("lindgrund")  # where clerks work besides the mayor


def founding() -> Iterator[tuple[str, object]]:
    """Found the region with its organisations, people and forums."""
    yield "region:aue", region.FoundRegion(name="Auenland")
    for field in FIELDS:
        yield "region:aue", region.AddField(field=field, name=field.title())
    kinds = [*organisation.OrganisationKind]
    for number, org in enumerate(ORGS):
        known = organisation.Register(name=org.title(), kind=kinds[number])
        yield f"organisation:{org}", known
        yield "region:aue", region.InviteOrganisation(org=org)
        if number != len(ORGS) - 1:
            yield "region:aue", region.Join(org=org, basis=Sealed("Schreiben"))
    for number, who in enumerate(PERSONS):
        yield f"person:{who}", person.Admit()
        org = ORGS[number] if number < len(ORGS) else ORGS[OFFICE]
        powers = frozenset({Power.ANSWER, Power.CONSENT, Power.PROMISE})
        if number == 0:
            powers |= {Power.COORDINATE}
        role, mine = organisation.Role.MAYOR, powers
        if number >= len(ORGS):
            role, mine = organisation.Role.CLERK, frozenset({Power.ANSWER})
        given = organisation.GiveMandate(person=who, role=role, powers=mine)
        yield f"organisation:{org}", given
    seats = dict.fromkeys(ORGS[1:-1], Seat.VOTE)
    for place in FORUMS:
        purpose = Sealed(f"Austausch zu {place}")
        proposed = forum.Propose(
            name=f"Forum {place.title()}",
            kind=forum.ForumKind.FIELD,
            fields=("wasser",),
            purpose=purpose,
            lead="kreis",
        )
        yield f"forum:{place}", proposed
        yield f"forum:{place}", forum.Constitute()
        yield f"forum:{place}", forum.SetSeats(seats=seats)


def _meeting(today: date) -> Iterator[tuple[str, object]]:
    """Let a forum meet today, and call off that it meets tomorrow."""
    stream, tomorrow = "forum:wasser", today + timedelta(days=1)
    yield stream, forum.SetSeats(seats={"lindgrund": Seat.VOTE})
    yield stream, forum.ScheduleMeeting(on=tomorrow, at="14:00")
    yield stream, forum.CancelMeeting(on=tomorrow, reason=Sealed("Hochwasser"))
    yield stream, forum.RecordMeeting(on=today, attended=("lindgrund",))
    yield stream, forum.FileMinutes(on=today, where=Sealed("Ordner Wasser 5"))
    yield stream, forum.ApproveMinutes(on=today)


def ending(today: date) -> Iterator[tuple[str, object]]:
    """Let happen what seldom happens by chance."""
    org, on = "organisation:lindgrund", today + timedelta(days=9)
    body = organisation.AddBody(
        body="ov",
        kind="Rat",
        name="Ortsrat",
        statutory_number=9,
        rhythm_days=30,
        paper_deadline_days=7,
    )
    yield org, body
    yield org, organisation.ScheduleBodyMeeting(body="ov", on=on)
    yield org, organisation.CancelBodyMeeting(body="ov", on=on)
    yield from _meeting(today)
    yield "forum:energie", forum.SetSeats(seats={"steintal": None})
    yield (
        "organisation:talheim",
        organisation.Register(
            name="Talheim", kind=organisation.OrganisationKind.MUNICIPALITY
        ),
    )
    yield "region:aue", region.InviteOrganisation(org="talheim")
    yield "region:aue", region.Decline(org="talheim")
    ended = forum.Close(reason=Sealed("Alles getan"), successor="wasser")
    yield "forum:energie", ended
    yield "forum:energie", forum.Refound(reason=Sealed("Doch nicht"))
    yield "log:aue", log.AnnounceKey(key=_KEY)
    yield "log:aue", log.NameWitness(org="lindgrund", key=_SEEN)
    for who, home in zip(PERSONS, ORGS, strict=False):
        yield f"organisation:{home}", organisation.EndMandate(person=who)
