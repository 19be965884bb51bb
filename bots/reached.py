"""Reached: who at an organisation is told of something, and on which day (*wen*).

::

    who looks after it --away--> deputy --none--> the office: who else is there
                       --nobody is there--> coordination, who reads "away"

Source: chat.md rule 8.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from bots.locale import N_
from bots.message import Message
from bots.speech import Speech
from core.facts import Power
from core.ports import Recorded
from projections import people
from projections.people import AwayRow, MandateRow
from projections.viewer import Reader


@dataclass(frozen=True, slots=True)
class Told:
    """Somebody is told for ``org``, perhaps because others are not there."""

    org: str
    away: str = ""  # the organisation where nobody is there
    instead: str = ""  # the person who is away

    @property
    def stands_in(self) -> bool:
        """Whether somebody else would be told usually."""
        return bool(self.away or self.instead)


def desk(
    db: Reader, org: str, forum: str, usual: str | None, today: date
) -> dict[str, Told]:
    """Return who looks after it for ``org``: ``usual`` if they may, else the clerks."""
    able = _able(db, org, forum, today)
    gone = people.away(db, able, today)
    if usual in able:
        return _instead(db, {usual: org}, able, gone, today)
    clerks = {p for p, m in able.items() if Power.PROMISE.value not in m.powers}
    here = [p for p in sorted(clerks or able) if p not in gone]
    if here or not able:
        return {person: Told(org) for person in here}
    return _office(db, org, "", able, gone, today)


def unheard(
    db: Reader, orgs: Iterable[str], forum: str, today: date
) -> tuple[str, ...]:
    """Return at which of ``orgs`` nobody can receive an ask."""
    return tuple(org for org in orgs if not people.answering(db, org, forum, today))


def nobody_there(db: Reader, org: str, forum: str, today: date) -> bool:
    """Whether everybody who could answer for ``org`` is away."""
    able = _able(db, org, forum, today)
    return bool(able) and set(able) <= set(people.away(db, able, today))


def called(
    db: Reader, org: str, forum: str, usual: str | None, today: date
) -> dict[str, Told]:
    """Return whom a call for help reaches: if all are away, they and coordination."""
    told = desk(db, org, forum, usual, today)
    if not nobody_there(db, org, forum, today):
        return told
    return told | {one: Told(org) for one in _able(db, org, forum, today)}


def _able(db: Reader, org: str, forum: str, today: date) -> dict[str, MandateRow]:
    return {m.person: m for m in people.answering(db, org, forum, today)}


def persons(
    db: Reader, named: Mapping[str, str], forum: str, today: date
) -> dict[str, Told]:
    """Return those ``named``, each for an organisation, or who stands in for them."""
    found: dict[str, Told] = {}
    for org in dict.fromkeys(named.values()):
        acting = people.persons_of(db, org, forum, today)
        able = {m.person: m for m in acting}
        own = {person: org for person, home in named.items() if home == org}
        gone = people.away(db, {*able, *own}, today)
        here = {person: home for person, home in own.items() if person not in gone}
        found |= _instead(db, here or own, able, gone, today)
    return found


def coordination(db: Reader, today: date) -> dict[str, Told]:
    """Return who coordinates and is there; if nobody is, all who coordinate."""
    all_ = {m.person: m.org for m in people.coordinators(db, today)}
    gone = people.away(db, all_, today)
    here = {person: org for person, org in all_.items() if person not in gone}
    return {person: Told(org) for person, org in (here or all_).items()}


def _instead(
    db: Reader,
    wanted: Mapping[str, str],
    able: Mapping[str, MandateRow],
    gone: Mapping[str, AwayRow],
    today: date,
) -> dict[str, Told]:
    found: dict[str, Told] = {}
    for person, org in wanted.items():
        if person not in gone:
            found[person] = Told(org)
            continue
        deputy = gone[person].deputy
        if deputy is not None and deputy in able and deputy not in gone:
            found.setdefault(deputy, Told(org, instead=person))
        else:
            for other, told in _office(db, org, person, able, gone, today).items():
                found.setdefault(other, told)
    return found


def _office(
    db: Reader,
    org: str,
    person: str,
    able: Iterable[str],
    gone: Mapping[str, AwayRow],
    today: date,
) -> dict[str, Told]:
    """Return who else is there at the organisation, else who coordinates."""
    here = [one for one in sorted(able) if one not in gone]
    if here:
        return {one: Told(org, instead=person) for one in here}
    return {
        one: Told(told.org, away=org) for one, told in coordination(db, today).items()
    }


def noted(message: Message, told: Told, speech: Speech) -> Message:
    """Return ``message``, which says first why just this person reads it."""
    if told.away:
        note = speech.text(
            N_("At **{org}** nobody is there (away); so you read this."),
            org=speech.org(told.away),
        )
    elif told.instead:
        note = speech.text(
            N_("{who} is away; so you read this."), who=speech.person(told.instead)
        )
    else:
        return message
    return message.model_copy(update={"parts": (note, *message.parts)})


def day_of(db: Reader, recorded: Recorded) -> date:
    """Return the day on which it was recorded; it may count for another one.

    Whoever holds a mandate on that day is told.
    """
    return recorded.recorded_at.astimezone(people.zone(db)).date()
