"""Recipients: who is told of what is due, each once for everything (*Empfänger*)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from bots.conversation.speaker import deciding
from bots.ports import Office
from bots.reached import Told, coordination, desk, persons
from core.facts import Power
from core.nudge import About, Step
from core.person import digest_due, month_due
from projections import asks, commitments, decisions, nudges, people
from projections.decisions import DecisionRow
from projections.timers import Timer
from projections.viewer import MACHINE, Reader


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipient:
    """One message to ``person``, ``None`` if nobody is there.

    ``home`` is the organisation in whose stream it is noted.
    """

    person: str | None
    home: str
    about: tuple[About, ...]
    instead: bool = False
    digest: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """What must be known of an item to find whoever looks after it.

    Where something waits for confirmation, that is for those who are ``deciding``.
    """

    forum: str
    persons: Mapping[str, str | None]
    deciding: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def told(self, db: Reader, org: str, today: date) -> Mapping[str, Told]:
        """Return everybody who looks after it for ``org``, or stands in."""
        if able := self.deciding.get(org):
            return persons(db, dict.fromkeys(able, org), self.forum, today)
        return desk(db, org, self.forum, self.persons.get(org), today)


@dataclass(slots=True)
class _Bundle:
    about: list[About] = field(default_factory=list)
    instead: bool = False


def choose(
    office: Office, db: Reader, due: Sequence[Timer], now: datetime, today: date
) -> Sequence[Recipient]:
    """Return who may be told now; others stay due until they may.

    Core decides under the writer's lock; this only spares it what it would refuse.
    """
    items = items_of(db, {one.ref for one in due}, today)
    bundles: dict[str | None, _Bundle] = {}
    nobody: dict[str, list[About]] = {}
    for one in due:
        if one.ref not in items:
            continue
        about = About(ref=one.ref, org=one.org, step=one.step)
        person, told = one_for(db, one, items[one.ref], today)
        if person is None:
            nobody.setdefault(one.org, []).append(about)
        else:
            bundle = bundles.setdefault(person, _Bundle())
            bundle.about.append(about)
            bundle.instead = bundle.instead or told.stands_in
    found = [
        Recipient(person=None, home=org, about=tuple(some))
        for org, some in nobody.items()
        if office.calendar(today).allowed(now) <= now
    ]
    written = nudges.written_on(db, today)
    for person, bundle in bundles.items():
        if person is not None and person not in written:
            found += _now(office, db, person, bundle, now, today)
    return found


def _now(
    office: Office,
    db: Reader,
    person: str,
    bundle: _Bundle,
    now: datetime,
    today: date,
) -> Iterable[Recipient]:
    """Yield the message if its time has come."""
    chosen = people.preferences_of(db, person)
    calendar = office.calendar(today, person)
    if calendar.allowed(now, chosen.hours) > now:
        return
    yield Recipient(
        person=person,
        home=home(db, person, today),
        about=tuple(bundle.about),
        instead=bundle.instead,
        digest=digest_due(chosen, calendar, today)
        or (month_due(chosen, calendar, today) and person in coordination(db, today)),
    )


def home(db: Reader, person: str, today: date) -> str:
    """Return the organisation of ``person``; the first one, if there are several."""
    held = people.mandates_of(db, person, today)
    return min(row.org for row in held)


def one_for(db: Reader, one: Timer, item: Item, today: date) -> tuple[str | None, Told]:
    """Return the one person who is told of ``one``."""
    found: Mapping[str, Told]
    if one.step is Step.COORDINATION:
        found = coordination(db, today)
    elif one.step is Step.WISHED and (who := nudges.wished_by(db, one.ref, one.org)):
        found = persons(db, {who: one.org}, item.forum, today)
    else:
        found = item.told(db, one.org, today)
    person = next(iter(found), None)
    if person is None or people.away(db, [person], today):
        return None, Told(one.org)
    return person, found[person]


def items_of(db: Reader, refs: set[str], today: date) -> Mapping[str, Item]:
    """Return who looks after each of ``refs``; unknown ones are left out."""
    found: dict[str, Item] = {}
    for row in commitments.several(db, MACHINE, refs):
        opener = {row.asker: row.opener}
        able = deciding(db, row, today) if row.pending == "draft" else ()
        found[row.ref] = Item(
            row.forum,
            {**opener, row.holder: row.caretaker},
            {row.pending_org or "": able},
        )
    for asked in asks.several(db, MACHINE, refs):
        caretakers = {o.org: o.person for o in asks.replies(db, MACHINE, asked)}
        found[asked.ref] = Item(asked.forum, {**caretakers, asked.org: asked.opener})
    for decided in decisions.several(db, MACHINE, refs):
        found[decided.ref] = _of_decision(db, decided, today)
    return found


def _of_decision(db: Reader, row: DecisionRow, today: date) -> Item:
    """Return who may say the missing positions, or look after the councils."""
    cared = {c.org: c.person for c in decisions.councils(db, MACHINE, [row.ref], today)}
    silent = row.silent if row.deciding else ()
    able = {org: _holders(db, org, row.forum, today) for org in silent}
    return Item(row.forum, {**cared, row.org: row.opener}, able)


def _holders(db: Reader, org: str, forum: str, today: date) -> tuple[str, ...]:
    acting = people.persons_of(db, org, forum, today)
    able = (m.person for m in acting if Power.CONSENT.value in m.powers)
    return tuple(dict.fromkeys(able))
